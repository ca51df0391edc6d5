// What is written next: an answer, the one question, an appointment, or what the user replied elsewhere.
import { useId, useState } from "preact/hooks";
import { officeDay, serverNow } from "@shared/clock.js";
import { patienceFor, useAttaching } from "@shared/attached.js";
import { page } from "@shared/page.js";
import { AttachButton, Attached, Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { useStaysIn } from "../console/desk.js";
import { Trouble } from "../staff/dialog.jsx";
import { useDraft } from "./opened.js";

const MOST = 20_000;
const OFFSET = page.now?.match(/([+-]\d\d:\d\d|Z)$/)?.[0] ?? "+07:00";
const CARRIES = new Set(["answer", "ask"]);
const TIME = "([01][0-9]|2[0-3])[.:][0-5][0-9]";

const kinds = (thread) => [
  { kind: "answer", icon: "talk", words: t("Jawab"), hint: t("Tulis jawaban untuk pengguna"), press: t("Jawab") },
  { kind: "ask", icon: "help", words: t("Tanya"), hint: t("Satu pertanyaan tertulis tentang yang belum jelas"), press: t("Tanyakan"),
    note: thread.steps.some(({ move }) => move === "ask") ? t("Jam hanya berhenti pada pertanyaan pertama.") : t("Jam berhenti sampai pengguna membalas.") },
  { kind: "hear", icon: "person", words: t("Pengguna membalas"), hint: t("Tempel balasan pengguna"), press: t("Catat balasan") },
  { kind: "appoint", icon: "calendar", words: t("Janji temu"), hint: t("Yang disampaikan kepada pengguna, misalnya tautan Zoom"), press: t("Buat janji") },
];

function Meeting({ meeting, setMeeting }) {
  const put = (name) => (event) => setMeeting({ ...meeting, [name]: event.currentTarget.value });
  return (
    <div class="meeting">
      <label>{t("Cara")}<select class="input" value={meeting.meeting} onChange={put("meeting")}><option value="zoom">{t("Zoom")}</option><option value="visit">{t("Datang ke kantor")}</option></select></label>
      <label>{t("Tanggal")}<input class="input" type="date" required min={officeDay(serverNow())} value={meeting.day} onInput={put("day")} /></label>
      <label>{t("Pukul")}<input class="input" inputMode="decimal" autoComplete="off" maxLength={5} pattern={TIME} title={t("Jam dan menit, misalnya 09.40")} placeholder="09.40" required value={meeting.time} onInput={put("time")} /></label>
    </div>
  );
}

function bodyOf(kind, text, files, whole, sent, { meeting, day, time }) {
  if (kind === "hear") return { text };
  if (kind === "answer") return { text, whole, sent, files };
  if (kind === "appoint") return { text, sent, meeting, at: `${day}T${time.replace(".", ":")}:00${OFFSET}` };
  return { text, sent, files };
}

function Tabs({ all, kind, choose }) {
  return (
    <div class="write-tabs" role="group" aria-label={t("Yang ditulis")}>
      {all.map((one) => <button key={one.kind} type="button" aria-pressed={one.kind === kind} onClick={() => choose(one.kind)}><Icon name={one.icon} />{one.words}</button>)}
    </div>
  );
}

// Whoever writes a long answer stays signed in: a session that ends takes nothing away that is being written.
export function Write({ thread, work, readAgain }) {
  const [kind, choose] = useState(thread.turn === "user" ? "hear" : "answer");
  const [whole, setWhole] = useState(true);
  const [sent, setSent] = useState(false);
  const [meeting, setMeeting] = useState({ meeting: "zoom", day: officeDay(serverNow()), time: "" });
  const [text, write] = useDraft(thread.id, kind);
  const carries = CARRIES.has(kind);
  const attached = useAttaching(`${thread.id}:${kind}`, { takes: carries, busy: work.busy });
  const field = useId();
  useStaysIn(Boolean(text || attached.files.length), readAgain);
  const all = kinds(thread);
  const { hint, press, note } = all.find((one) => one.kind === kind);
  async function send(event) {
    event.preventDefault();
    if (work.busy || !text.trim()) return;
    const files = await attached.read();
    if (!files) return;
    const answer = await work.verb(kind, bodyOf(kind, text.trim(), files, whole, sent, meeting), { patience: patienceFor(files) });
    if (!answer?.ok) return;
    write("");
    attached.clear();
    setSent(false);
    choose(answer.data.turn === "user" ? "hear" : "answer");
  }
  const pressed = (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.currentTarget.requestSubmit();
  return (
    <form class={`write${attached.isOver ? " drops" : ""}`} onSubmit={send} onKeyDown={pressed} onPaste={attached.paste}>
      <Tabs {...{ all, kind, choose }} />
      {kind === "appoint" && <Meeting {...{ meeting, setMeeting }} />}
      <label class="sr-only" htmlFor={field}>{hint}</label>
      <textarea id={field} class="input" rows={2} maxLength={MOST} placeholder={hint} value={text} onInput={(event) => write(event.currentTarget.value)} />
      {carries && <Attached attached={attached} busy={work.busy} />}
      <div class="write-foot">
        {carries && <AttachButton add={attached.add} busy={work.busy} />}
        {kind === "answer" && <label class="tick"><input type="checkbox" checked={!whole} onChange={(event) => setWhole(!event.currentTarget.checked)} /><span>{t("Baru sebagian, masih ada lanjutannya")}</span></label>}
        {thread.by_hand && kind !== "hear" && <label class="tick"><input type="checkbox" checked={sent} onChange={(event) => setSent(event.currentTarget.checked)} /><span>{t("Sudah saya kirim sendiri")}</span></label>}
        {note && <p class="soft">{note}</p>}
        {work.busy && carries && attached.files.length > 0 && <p class="write-sends" role="status">{t("Mengirim berkas…")}</p>}
        <button type="submit" class="button button--primary" disabled={!text.trim()} aria-disabled={work.busy ? "true" : undefined}>{press} <kbd>Ctrl Enter</kbd></button>
      </div>
      <Trouble words={work.notice?.words} />
    </form>
  );
}
