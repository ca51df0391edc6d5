import { useState } from "preact/hooks";
import { useNow } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Menu } from "../staff/menu.jsx";
import { deskOf, phaseOf } from "../staff/clocks.js";
import { deskName } from "../staff/names.js";
import { ManagerPages } from "../staff/rail.jsx";
import { newVisit, ofEntry, ofTicket } from "../record/visit.js";
import { RequestsDue } from "../staff/requests_due.jsx";
import { TopBar } from "../staff/top_bar.jsx";
import { counterPath, useQueue } from "../staff/work.js";
import { Actions } from "./actions.jsx";
import { AsideLists, LastFinished, Today } from "./aside_lists.jsx";
import { Banners } from "./banners.jsx";
import { BreachCard, BreachChip } from "./breach_card.jsx";
import { useBreaches } from "./breaches.js";
import { ClockCard } from "./clock_card.jsx";
import { useDesk, useStaysIn } from "./desk.js";
import { EmptyCard } from "./empty_card.jsx";
import { guestsWhoCame, waitingGuests } from "./guests.js";
import { useKeys, useKeysOn } from "./keys.js";
import { Lamps } from "./lamps.jsx";
import { useNewGuest, useNewcomer, useReminded, useTitle } from "./newcomer.js";
import { OpenDialog } from "./open_dialog.jsx";
import { OpenRecord, useOpenRecord } from "./open_record.jsx";
import { nothing, presses, printAgain, useSettled } from "./presses.js";
import { allowed, clockThatMatters, forgottenFinish, remindedHere, takenByOther, undoFor, waitingFor } from "./state.js";
import { Trail } from "./trail.jsx";
import { NextCard, VisitorCard } from "./visitor_card.jsx";
import { WaitingList } from "./waiting_list.jsx";
import { WithoutNumber } from "./without_number.jsx";

function Card({ queue, desk, number, now, work, record }) {
  const printable = queue.printer && queue.printer.state !== "none";
  if (phaseOf(desk) !== "free") {
    return <VisitorCard {...{ queue, desk, now, printable }} busy={work.busy} onPrint={(ticket) => printAgain(work, ticket)}
      isOpen={record.visit?.ticket?.id === desk.ticket.id} onRecord={() => record.open(ofTicket(desk.ticket))} />;
  }
  const next = waitingFor(queue, number)[0];
  return next ? <NextCard entry={next} now={now} /> : <EmptyCard held={queue.on_hold.length > 0} guests={waitingGuests(queue).length} />;
}

function DeskMenu({ number, onLeave, onDevices, onComplaint }) {
  return (
    <Menu name={page.me.name}>
      <a href={counterPath()}><Icon name="desk" />{t("Ganti meja")}</a>
      <button type="button" onClick={onLeave}><Icon name="door" />{t("Lepas %(desk)s", { desk: deskName(number) })}</button>
      <button type="button" onClick={onComplaint}><Icon name="talk" />{t("Catat pengaduan")}</button>
      <button type="button" onClick={onDevices}><Icon name="plug" />{t("Terima perangkat")}</button>
      <ManagerPages />
    </Menu>
  );
}

// Everything that the console knows and may do at this moment.
function useConsole() {
  const live = useQueue();
  const number = page.counter;
  const now = useNow();
  const desk = deskOf(live.queue, number);
  const work = useDesk(desk, live);
  const [dialog, open] = useState(null);
  const record = useOpenRecord();
  const keys = useKeysOn();
  const taken = takenByOther(desk, page.me) ? desk : null;
  const may = taken ? nothing : allowed(live.queue, number, now);
  const undo = taken ? null : undoFor(desk, page.me, now);
  const settled = useSettled(`${desk.ticket?.id}:${phaseOf(desk)}`);
  const show = (next) => { work.setNotice(null); open(next); };
  const matter = clockThatMatters(live.queue, number, now);
  const breaches = useBreaches(live.queue, number, matter);
  const press = presses({ work, desk, may, undo, settled, breaches, open: show });
  const reminder = taken ? null : remindedHere(live.queue, number, page.me, now);
  const waiting = waitingFor(live.queue, number);
  useKeys(press, keys[0]);
  useStaysIn(phaseOf(desk) === "serving", live.readAgain);
  useTitle(waiting, waitingGuests(live.queue), deskName(number), reminder);
  useNewcomer(waiting);
  useNewGuest(guestsWhoCame(live.queue));
  useReminded(reminder);
  return { ...live, number, now, desk, work, dialog, show, close: () => open(null), keys, taken, may, undo, settled, press, matter, breaches, reminder, record };
}

function Queue({ at }) {
  const { queue, number, now, desk, work, show, taken, breaches, record } = at;
  async function callHeld(ticket) {
    const answer = await work.verb("call", { number: ticket.number });
    if (answer?.data?.code === "reason_needed") show({ name: "special_call", entry: { ticket, counters: [number] } });
  }
  return (
    <aside class="card queue" aria-label={t("Antrean")}>
      <WaitingList queue={queue} counter={number} now={now} onOpen={(entry) => show({ name: "special_call", entry })} />
      {queue.waiting.length === 0 && <LastFinished rows={queue.finished} />}
      <div class="queue__foot">
        <WithoutNumber visits={queue.without_number ?? []} now={now} onOpen={(visit) => record.open(ofEntry(visit))} onNew={() => show({ name: "new_visit" })} />
        <AsideLists queue={queue} free={!taken && phaseOf(desk) === "free"} busy={work.busy} now={now} onCall={callHeld}
          onReinstate={(ticket) => work.ticketVerb(ticket, "reinstate")} />
        <Today desk={desk}>{!breaches.asked && breaches.count > 0 && <BreachChip count={breaches.count} onOpen={breaches.open} />}</Today>
      </div>
    </aside>
  );
}

function Work({ at }) {
  const { queue, number, now, desk, work, dialog, keys, may, undo, settled, press, matter, breaches, record } = at;
  return (
    <div class="console__work">
      {breaches.asked
        ? <BreachCard breaches={breaches} limit={queue.limit_seconds} keysOn={keys[0]} busy={work.busy} onReason={press.explain} />
        : <ClockCard {...{ matter, queue, now }} busy={work.busy} onRemind={press.remind} />}
      <Card {...{ queue, desk, number, now, work, record }} />
      <Actions {...{ desk, may, settled, now, press }} busy={work.busy} keysOn={keys[0]} />
      <Trail desk={desk} undo={undo} notice={dialog ? null : work.notice} busy={work.busy} keysOn={keys[0]} onUndo={press.undo} />
    </div>
  );
}

export function Console() {
  const at = useConsole();
  const { queue, lostAt, number, now, desk, work, dialog, show, close, keys, taken, press, reminder, record } = at;
  const startVisit = (service) => {
    close();
    record.open(newVisit(service));
  };
  const toTheDoor = () => location.assign(counterPath());
  const leave = () => work.verb("leave").then((answer) => answer?.ok && toTheDoor());
  return (
    <div class="staff">
      <TopBar where={deskName(number)} lamps={<Lamps queue={queue} lost={Boolean(lostAt)} />}
        menu={<DeskMenu number={number} onLeave={leave} onDevices={() => show({ name: "devices" })} onComplaint={() => show({ name: "complaint" })} />}>
        <RequestsDue requests={queue.requests} now={now} />
        <button type="button" class="top__button" onClick={press.help} aria-haspopup="dialog"><Icon name="help" /><span>{t("Tombol pintas")}</span></button>
      </TopBar>
      <Banners {...{ lostAt, queue, taken }} busy={work.busy} onLeave={toTheDoor} onTake={() => work.verb("take", { take_over: true })}
        {...{ reminder }} forgotten={taken ? null : forgottenFinish(desk, now)}
        onFinish={() => work.verb("finish")} onStillServing={() => work.verb("still-serving")} />
      <main class={record.visit ? "console console--record" : "console"}>
        <Work at={at} />
        {record.visit ? <OpenRecord {...{ queue, now, desk, record }} /> : <Queue at={at} />}
      </main>
      <OpenDialog {...{ dialog, close, queue, desk, number, work, keys }} onNewVisit={startVisit} />
    </div>
  );
}
