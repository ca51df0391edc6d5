// What is written next: an answer, the one question, an appointment, or what the user replied elsewhere.
import { useId, useState } from "preact/hooks";
import { patienceFor, useAttaching } from "@shared/attached.js";
import { AttachButton, Attached, Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { useStaysIn } from "../console/desk.js";
import { Trouble } from "../staff/dialog.jsx";
import { Moment, bodyOf as meetingBody, noMeeting } from "./appointment.jsx";
import { useDraft } from "./opened.js";

const MOST = 20_000;
const CARRIES = new Set(["answer", "ask"]);

const kinds = (thread) => [
  { kind: "answer", icon: "talk", words: t("Jawab"), hint: t("Tulis jawaban untuk pengguna"), press: t("Jawab") },
  { kind: "ask", icon: "help", words: t("Tanya"), hint: t("Satu pertanyaan tertulis tentang yang belum jelas"), press: t("Tanyakan"),
    note: thread.steps.some(({ move }) => move === "ask") ? t("Jam hanya berhenti pada pertanyaan pertama.") : t("Jam berhenti sampai pengguna membalas.") },
  { kind: "hear", icon: "person", words: t("Pengguna membalas"), hint: t("Tempel balasan pengguna"), press: t("Catat balasan") },
  { kind: "appoint", icon: "calendar", words: t("Janji temu"), hint: t("Yang disampaikan kepada pengguna, misalnya tautan Zoom"), press: t("Buat janji"), note: t("Kalimat dengan waktu dan tempat ditulis program di atas pesan Anda."), noteOfSent: t("Tempel pesan yang sudah Anda kirim, lengkap dengan waktu dan tempatnya.") },
].filter(({ kind }) => kind !== "appoint" || thread.appointment?.state !== "stands");

function bodyOf(kind, text, files, whole, sent, meeting) {
  if (kind === "hear") return { text };
  if (kind === "answer") return { text, whole, sent, files };
  if (kind === "appoint") return { ...meetingBody(meeting, text), sent };
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
  const [meeting, setMeeting] = useState(noMeeting);
  const [text, write] = useDraft(thread.id, kind);
  const carries = CARRIES.has(kind);
  const attached = useAttaching(`${thread.id}:${kind}`, { takes: carries, busy: work.busy });
  const field = useId();
  useStaysIn(Boolean(text || attached.files.length), readAgain);
  const all = kinds(thread);
  const { hint, press, note, noteOfSent } = all.find((one) => one.kind === kind) ?? all[0];
  const enough = text.trim() || (kind === "appoint" && meeting.meeting === "visit" && !sent); // when and where are told anyway
  async function send(event) {
    event.preventDefault();
    if (work.busy || !enough) return;
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
      {kind === "appoint" && <Moment {...{ meeting, setMeeting }} />}
      <label class="sr-only" htmlFor={field}>{hint}</label>
      <textarea id={field} class="input" rows={2} maxLength={MOST} placeholder={hint} value={text} onInput={(event) => write(event.currentTarget.value)} />
      {carries && <Attached attached={attached} busy={work.busy} />}
      <div class="write-foot">
        {carries && <AttachButton add={attached.add} busy={work.busy} />}
        {kind === "answer" && <label class="tick"><input type="checkbox" checked={!whole} onChange={(event) => setWhole(!event.currentTarget.checked)} /><span>{t("Baru sebagian, masih ada lanjutannya")}</span></label>}
        {thread.by_hand && kind !== "hear" && <label class="tick"><input type="checkbox" checked={sent} onChange={(event) => setSent(event.currentTarget.checked)} /><span>{t("Sudah saya kirim sendiri")}</span></label>}
        {note && <p class="soft">{sent && noteOfSent ? noteOfSent : note}</p>}
        {work.busy && carries && attached.files.length > 0 && <p class="write-sends" role="status">{t("Mengirim berkas…")}</p>}
        <button type="submit" class="button button--primary" disabled={!enough} aria-disabled={work.busy ? "true" : undefined}>{press} <kbd>Ctrl Enter</kbd></button>
      </div>
      <Trouble words={work.notice?.words} />
    </form>
  );
}
