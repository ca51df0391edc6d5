import { useEffect, useState } from "preact/hooks";
import { clockTime, minuteOfDay, serverNow, zoneLetters } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Attention } from "../staff/attention.jsx";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { hasRole, signOut } from "../staff/menu.jsx";
import { deskName, serviceNames } from "../staff/names.js";
import { Sign } from "../staff/sign.jsx";
import { counterPath, useQueue } from "../staff/work.js";
import { enter } from "./enter.js";

function greeting() {
  const hour = minuteOfDay(serverNow()) / 60;
  const words = { name: page.me.name };
  if (hour < 11) return t("Selamat pagi, %(name)s. Di meja mana hari ini?", words);
  if (hour < 15) return t("Selamat siang, %(name)s. Di meja mana hari ini?", words);
  return t("Selamat sore, %(name)s. Di meja mana hari ini?", words);
}

function Holder({ state }) {
  if (!state?.officer) return <span class="chip chip--good"><Icon name="check" />{t("Kosong")}</span>;
  if (state.officer.id === page.me.id) return <span class="chip chip--good"><Icon name="person" />{t("Anda di sini")}</span>;
  return <span class="chip"><Icon name="person" />{t("Dipakai")}</span>;
}

function Desk({ desk, state, chosen, onChoose, onTakeOver }) {
  const other = state?.officer && state.officer.id !== page.me.id;
  const on = chosen === desk.counter;
  return (
    <div class={`desk-card${on ? " desk-card--on" : ""}${other ? " desk-card--held" : ""}`}>
      <label>
        <input type="radio" name="counter" checked={on} disabled={other} onChange={() => onChoose(desk.counter)} />
        <span class="desk-card__words">
          <span class="desk-card__name">{deskName(desk.counter)} <Holder state={state} /></span>
          <small>{other ? t("%(name)s, sejak %(time)s", { name: state.officer.name, time: `${clockTime(state.since)} ${zoneLetters}` }) : serviceNames(desk.services)}</small>
          <span class="desk-card__letters" aria-hidden="true">{desk.services.map((code) => <span class="letter" key={code}>{code}</span>)}</span>
        </span>
      </label>
      {other && <button type="button" class="button" onClick={() => onTakeOver({ desk, state })}>{t("Ambil alih")}</button>}
    </div>
  );
}

function TakeOver({ asked, busy, trouble, onYes, onClose }) {
  const { desk, state } = asked;
  return (
    <Dialog title={t("Ambil alih %(desk)s?", { desk: deskName(desk.counter) })} onClose={onClose}
      lead={t("%(name)s masih di meja ini dan akan diberi tahu di layarnya.", { name: state.officer.name })}>
      {state.ticket && <p class="hint"><Icon name="info" />{t("Nomor %(number)s yang sedang ditangani tetap di meja ini.", { number: state.ticket.number })}</p>}
      <Trouble words={trouble} />
      <DialogFoot>
        <button type="button" class="button" onClick={onClose}>{t("Batal")}</button>
        <button type="button" class="button button--primary" disabled={busy} onClick={onYes}>{t("Ya, ambil alih")}</button>
      </DialogFoot>
    </Dialog>
  );
}

// The counter that is proposed: mine, else the first one that nobody holds.
function proposed(queue) {
  const mine = queue.counters.find((state) => state.officer?.id === page.me.id);
  return (mine ?? queue.counters.find((state) => !state.officer))?.counter ?? null;
}

export function ChooseCounter() {
  const { queue } = useQueue();
  const [picked, choose] = useState(null);
  const [asked, ask] = useState(null);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(null);
  useEffect(() => { document.title = [t("Pilih meja"), page.office.name].join(", "); }, []);
  const stateOf = (number) => queue.counters.find((state) => state.counter === number);
  const held = stateOf(picked)?.officer;
  const chosen = picked && (!held || held.id === page.me.id) ? picked : proposed(queue);

  async function open(number, takeOver) {
    setBusy(true);
    setTrouble(await enter(counterPath(`${number}/take`), takeOver ? { take_over: true } : {}, counterPath(`${number}/`)));
    setBusy(false);
  }

  return (
    <div class="gate">
      <Sign />
      <main class="gate__main">
        <div class="gate__desks">
          <h1>{greeting()}</h1>
          <p class="soft">{t("Huruf di bawah nama meja menunjukkan layanan yang akan Anda panggil.")}</p>
          {page.office.counters.map((desk) => (
            <Desk key={desk.counter} desk={desk} state={stateOf(desk.counter)} chosen={chosen} onChoose={choose} onTakeOver={ask} />
          ))}
          <Attention />
          {!asked && <Trouble words={trouble} />}
          <footer class="gate__foot">
            <button type="button" class="button button--link" onClick={signOut}>{t("Bukan Anda? Keluar")}</button>
            {hasRole("manager") && <a class="button button--link" href={counterPath("wait-log")}>{t("Waktu tunggu")}</a>}
            <button type="button" class="button button--primary gate__enter" disabled={!chosen} aria-disabled={busy ? "true" : undefined}
              onClick={() => !busy && open(chosen, false)}>
              {chosen ? t("Buka %(desk)s", { desk: deskName(chosen) }) : t("Tidak ada meja kosong")}<Icon name="arrow-right" />
            </button>
          </footer>
        </div>
      </main>
      {asked && <TakeOver asked={asked} busy={busy} trouble={trouble} onYes={() => open(asked.desk.counter, true)} onClose={() => { setTrouble(null); ask(null); }} />}
    </div>
  );
}
