import { useEffect, useState } from "preact/hooks";
import { useNow } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Devices } from "../staff/devices.jsx";
import { Menu, hasRole } from "../staff/menu.jsx";
import { TopBar } from "../staff/top_bar.jsx";
import { counterPath, useQueue } from "../staff/work.js";
import { deskName } from "../staff/names.js";
import { Actions } from "./actions.jsx";
import { AsideLists, LastFinished, Today } from "./aside_lists.jsx";
import { Banners } from "./banners.jsx";
import { ClockCard } from "./clock_card.jsx";
import { useDesk } from "./desk.js";
import { EmptyCard } from "./empty_card.jsx";
import { useKeys, useKeysOn } from "./keys.js";
import { Lamps } from "./lamps.jsx";
import { useNewcomer } from "./newcomer.js";
import { Shortcuts } from "./shortcuts.jsx";
import { SpecialCall } from "./special_call.jsx";
import { allowed, clockThatMatters, deskOf, phaseOf, primaryVerb, takenByOther, undoFor, waitingFor } from "./state.js";
import { TakeNumber } from "./take_number.jsx";
import { Trail } from "./trail.jsx";
import { Transfer } from "./transfer.jsx";
import { NextCard, VisitorCard } from "./visitor_card.jsx";
import { WaitingList } from "./waiting_list.jsx";

const SETTLE = 600; // a second press that was meant for the button before must not hit the new one

// After the meaning of the primary button has changed, it rests for a moment.
function useSettled(meaning) {
  const [settled, setSettled] = useState(true);
  useEffect(() => {
    setSettled(false);
    const timer = setTimeout(() => setSettled(true), SETTLE);
    return () => clearTimeout(timer);
  }, [meaning]);
  return settled;
}

const nothing = Object.fromEntries(["call-next", "start", "recall", "put-back", "finish", "hold", "transfer", "no-show"].map((verb) => [verb, false]));

function presses({ work, desk, may, undo, settled, open }) {
  const when = (verb) => () => may[verb] && !work.busy && work.verb(verb);
  const primary = primaryVerb(desk);
  return {
    primary: () => settled && when(primary)(),
    recall: when("recall"), miss: when("no-show"), hold: when("hold"), putBack: when("put-back"),
    transfer: () => may.transfer && open({ name: "transfer" }),
    undo: () => undo && !work.busy && work.verb("undo"),
    takeNumber: () => open({ name: "take_number" }),
    help: () => open({ name: "shortcuts" }),
  };
}

// Prints the slip again, and says so: the paper comes out at the kiosk, out of sight.
async function printAgain(work, ticket) {
  const answer = work.busy ? null : await work.ticketVerb(ticket, "print");
  if (answer?.ok) work.setNotice({ calm: true, words: t("Kertas %(number)s dikirim lagi ke pencetak", { number: ticket.number }) });
  return answer;
}

function Card({ queue, desk, number, now, work }) {
  const printable = queue.printer && queue.printer.state !== "none";
  if (phaseOf(desk) !== "free") {
    return <VisitorCard {...{ queue, desk, now, printable }} busy={work.busy} onPrint={(ticket) => printAgain(work, ticket)} />;
  }
  const next = waitingFor(queue, number)[0];
  return next ? <NextCard entry={next} now={now} /> : <EmptyCard />;
}

// The dialog that is open, if any. It closes by itself when its verb has succeeded.
function OpenDialog({ dialog, close, queue, desk, number, work, keys }) {
  const done = (answer) => answer?.ok && close();
  const trouble = work.notice?.words;
  if (dialog?.name === "transfer" && desk.ticket) {
    return <Transfer {...{ queue, trouble }} ticket={desk.ticket} counter={number} busy={work.busy} onClose={close}
      onTransfer={(body) => work.verb("transfer", body).then(done)} />;
  }
  if (dialog?.name === "special_call") {
    return <SpecialCall entry={dialog.entry} counter={number} {...{ desk, trouble }} busy={work.busy} onClose={close}
      first={waitingFor(queue, number)[0]?.ticket.id === dialog.entry.ticket.id} printable={queue.printer?.state !== "none"}
      onCall={(ticket, reason) => work.verb("call", { number: ticket.number, ...(reason && { reason }) }).then(done)}
      onPrint={(ticket) => printAgain(work, ticket).then(done)} onCancel={(ticket) => work.ticketVerb(ticket, "cancel").then(done)} />;
  }
  if (dialog?.name === "take_number") return <TakeNumber printer={queue.printer} onClose={close} />;
  if (dialog?.name === "devices") return <Devices onClose={close} />;
  if (dialog?.name === "shortcuts") return <Shortcuts on={keys[0]} onSwitch={keys[1]} onClose={close} />;
  return null;
}

function DeskMenu({ number, onLeave, onDevices }) {
  return (
    <Menu name={page.me.name}>
      <a href={counterPath()}><Icon name="desk" />{t("Ganti meja")}</a>
      <button type="button" onClick={onLeave}><Icon name="door" />{t("Lepas %(desk)s", { desk: deskName(number) })}</button>
      <button type="button" onClick={onDevices}><Icon name="plug" />{t("Terima perangkat")}</button>
      {hasRole("manager") && <a href={counterPath("wait-log")}><Icon name="log" />{t("Waktu tunggu")}</a>}
    </Menu>
  );
}

export function Console() {
  const live = useQueue();
  const { queue, lostAt } = live;
  const number = page.counter;
  const now = useNow();
  const desk = deskOf(queue, number);
  const work = useDesk(desk, live);
  const [dialog, open] = useState(null);
  const keys = useKeysOn();
  const taken = takenByOther(desk, page.me) ? desk : null;
  const may = taken ? nothing : allowed(queue, number, now);
  const undo = taken ? null : undoFor(desk, page.me, now);
  const settled = useSettled(`${desk.ticket?.id}:${phaseOf(desk)}`);
  const press = presses({ work, desk, may, undo, settled, open });
  const show = (next) => { work.setNotice(null); open(next); };
  useKeys(press, keys[0]);
  useNewcomer(waitingFor(queue, number), deskName(number));

  async function callHeld(ticket) {
    const answer = await work.verb("call", { number: ticket.number });
    if (answer?.data?.code === "reason_needed") show({ name: "special_call", entry: { ticket, counters: [number] } });
  }
  const leave = () => work.verb("leave").then((answer) => answer?.ok && location.assign(counterPath()));

  return (
    <div class="staff">
      <TopBar where={deskName(number)} lamps={<Lamps queue={queue} lost={Boolean(lostAt)} />}
        menu={<DeskMenu number={number} onLeave={leave} onDevices={() => show({ name: "devices" })} />}>
        <button type="button" class="top__button" onClick={press.help} aria-haspopup="dialog"><Icon name="help" /><span>{t("Tombol pintas")}</span></button>
      </TopBar>
      <Banners {...{ lostAt, queue, taken }} busy={work.busy} onLeave={() => location.assign(counterPath())}
        onTake={() => work.verb("take", { take_over: true })} />
      <main class="console">
        <div class="console__work">
          <ClockCard matter={clockThatMatters(queue, number, now)} limit={queue.limit_seconds} />
          <Card {...{ queue, desk, number, now, work }} />
          <Actions desk={desk} may={may} busy={work.busy} settled={settled} now={now} keysOn={keys[0]} press={press} />
          <Trail desk={desk} undo={undo} notice={dialog ? null : work.notice} busy={work.busy} keysOn={keys[0]} onUndo={press.undo} />
        </div>
        <aside class="card queue" aria-label={t("Antrean")}>
          <WaitingList queue={queue} counter={number} now={now} onOpen={(entry) => show({ name: "special_call", entry })} />
          {queue.waiting.length === 0 && <LastFinished rows={queue.finished} />}
          <div class="queue__foot">
            <AsideLists queue={queue} free={!taken && phaseOf(desk) === "free"} busy={work.busy} now={now} onCall={callHeld}
              onReinstate={(ticket) => work.ticketVerb(ticket, "reinstate")} />
            <Today desk={desk} />
          </div>
        </aside>
      </main>
      <OpenDialog {...{ dialog, queue, desk, number, work, keys }} close={() => open(null)} />
    </div>
  );
}
