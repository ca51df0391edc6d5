// An appointment on its request: when, how, what became of it, and what the officer can do about it.
import { useState } from "preact/hooks";
import { officeDay, serverNow } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Trouble } from "../staff/dialog.jsx";
import { momentOf, Time } from "../staff/time_field.jsx";
import { Arrival } from "./arrival.jsx";
import { hasDesks, isOver, isToday, meetingWords, outcomeWords, wayIcon } from "./meetings.js";
import { exactMoment } from "./words.js";

const DAYS_AHEAD = 90;
const MOST = 20_000;
const day = (passed = 0) => officeDay(serverNow() + passed * 24 * 3600 * 1000);

export const noMeeting = () => ({ meeting: hasDesks() ? "visit" : "zoom", day: day(), time: "" });
export const bodyOf = ({ meeting, day: on, time }, text) => ({ text, meeting, at: momentOf(time, on) });

// When and how; a visit only where there are desks.
export function Moment({ meeting, setMeeting }) {
  const put = (name) => (value) => setMeeting({ ...meeting, [name]: value });
  return (
    <div class="meeting">
      <label>{t("Cara")}
        <select class="input" value={meeting.meeting} onChange={(event) => put("meeting")(event.currentTarget.value)}>
          {hasDesks() && <option value="visit">{t("Datang ke kantor")}</option>}
          <option value="zoom">{t("Zoom")}</option>
        </select>
      </label>
      <label>{t("Tanggal")}<input class="input" type="date" required min={day()} max={day(DAYS_AHEAD)} value={meeting.day} onInput={(event) => put("day")(event.currentTarget.value)} /></label>
      <Time words={t("Pukul")} value={meeting.time} onChange={put("time")} />
    </div>
  );
}

function Change({ moves, work, onDone }) {
  const [meeting, setMeeting] = useState(noMeeting);
  const [text, write] = useState("");
  const zoom = moves && meeting.meeting === "zoom";
  async function send(event) {
    event.preventDefault();
    if (work.busy || (zoom && !text.trim())) return;
    const answer = await work.verb(moves ? "appointment/move" : "appointment/cancel", moves ? bodyOf(meeting, text.trim()) : { text: text.trim() });
    if (answer?.ok) onDone();
  }
  return (
    <form class="meeting-change" onSubmit={send}>
      {moves && <Moment {...{ meeting, setMeeting }} />}
      <label>{zoom ? t("Tautan Zoom dan pesan untuk pengguna") : t("Pesan untuk pengguna, boleh kosong")}
        <textarea class="input" rows={2} maxLength={MOST} required={zoom} value={text} onInput={(event) => write(event.currentTarget.value)} />
      </label>
      <p class="soft">{moves ? t("Kalimat dengan waktu dan tempat yang baru ditulis program di atas pesan Anda.") : t("Kalimat pembatalan ditulis program di atas pesan Anda.")}</p>
      <Trouble words={work.notice?.words} />
      <div class="meeting-acts">
        <button type="button" class="button" onClick={onDone}>{t("Kembali")}</button>
        <button type="submit" class={moves ? "button button--primary" : "button button--danger"} aria-disabled={work.busy ? "true" : undefined}>{moves ? t("Pindahkan janji") : t("Batalkan janji")}</button>
      </div>
    </form>
  );
}

// The buttons of one that stands; whoever was written down as absent may still come that day.
function Acts({ thread, work, now, onChange, onArrive }) {
  const { appointment } = thread;
  const today = isToday(appointment, now);
  const act = (name) => () => !work.busy && work.verb(`appointment/${name}`);
  const button = (words, icon, press, primary = false) => <button type="button" class={primary ? "button button--primary" : "button"} aria-disabled={work.busy ? "true" : undefined} onClick={press}><Icon name={icon} />{words}</button>;
  const visit = appointment.meeting === "visit";
  const stands = appointment.state === "stands";
  return (
    <div class="meeting-acts">
      {today && visit && button(t("Sudah datang"), "person", onArrive, true)}
      {(today || isOver(appointment, now)) && !(today && visit) && button(t("Sudah bertemu"), "check", act("keep"), today)}
      {stands && isOver(appointment, now) && button(t("Tidak hadir"), "no-show", act("miss"))}
      {stands && button(t("Pindahkan"), "transfer", () => onChange("move"))}
      {stands && button(t("Batalkan"), "close", () => onChange("cancel"))}
    </div>
  );
}

// `change` is what is being written about it, "move" or "cancel"; meanwhile nothing else is written.
export function Appointment({ thread, may, work, now, readAgain, change, onChange }) {
  const [arrives, arrive] = useState(false);
  const { appointment } = thread;
  if (!appointment) return null;
  const { state } = appointment;
  const told = [meetingWords(appointment), outcomeWords(appointment, now)].filter(Boolean);
  const open = may && !thread.ended_at && (state === "stands" || (state === "missed" && isToday(appointment, now)));
  return (
    <section class={`thread__meeting thread__meeting--${state}`} aria-label={t("Janji temu")}>
      <p><Icon name={wayIcon(appointment)} /><span><b>{t("Janji temu %(moment)s", { moment: exactMoment(appointment.at) })}</b>{told.map((words) => ` · ${words}`)}</span></p>
      {open && !change && <Acts {...{ thread, work, now }} onChange={onChange} onArrive={() => arrive(true)} />}
      {open && change && <Change key={change} moves={change === "move"} work={work} onDone={() => onChange(null)} />}
      {arrives && <Arrival {...{ thread, readAgain }} onClose={() => arrive(false)} />}
    </section>
  );
}
