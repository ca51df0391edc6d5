// One complaint: its steps, its words once somebody opens them, and what is done next.
import { useState } from "preact/hooks";
import { ServerLost, post } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Choice } from "../staff/choice.jsx";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { counterPath, refusal, useSending } from "../staff/work.js";
import { Clock } from "./table.jsx";
import { actNote, actWords, channelWords, kindWords, moment, stateWords } from "./words.js";

const MOST = 2000;
const NEEDS_WORDS = ["answered", "forwarded", "withdrawn"];
const pathOf = (row, act) => counterPath(`complaints/${row.code}/${act}`);
const plain = (code) => code.toUpperCase().replace(/[^0-9A-Z]/g, "").replace(/^PGD(?=.{8}$)/, "");

function useWords(row) {
  const [words, setWords] = useState(null);
  const [trouble, setTrouble] = useState(null);
  async function look() {
    try {
      const answer = await post(pathOf(row, "open"));
      if (answer.status === 401) location.assign(counterPath());
      setTrouble(answer.ok ? null : refusal(answer));
      if (answer.ok) setWords(answer.data);
    } catch (error) {
      if (!(error instanceof ServerLost)) throw error;
      setTrouble(t("Server tidak menjawab. Coba lagi."));
    }
  }
  return { words, trouble, look };
}

function Said({ row, words, onLook }) {
  if (row.erased) return <p class="hint"><Icon name="lock" />{t("Isi sudah dihapus atas permintaan. Baris dan waktunya tetap.")}</p>;
  if (!words) return <div class="hint"><Icon name="lock" /><p>{t("Isi tersegel. Membukanya tercatat atas nama Anda.")}</p><button type="button" class="button" onClick={onLook}>{t("Buka isi")}</button></div>;
  return (
    <div class="said" role="status">
      <blockquote>{words.text}</blockquote>
      {(words.name || words.contact) && <p><Icon name="person" />{[words.name, words.contact].filter(Boolean).join(", ")}</p>}
    </div>
  );
}

function Steps({ row, words }) {
  const answers = Object.fromEntries((words?.answers ?? []).map(({ position, text }) => [position, text]));
  return (
    <ol class="steps" aria-label={t("Langkah")}>
      {row.steps.map(({ position, state, at, by }) => (
        <li key={position}><b>{stateWords(state)}</b> <span>{[moment(at), by].filter(Boolean).join(", ")}</span>{answers[position] && <p>{answers[position]}</p>}</li>
      ))}
    </ol>
  );
}

function Act({ row, onDone }) {
  const [state, choose] = useState(null);
  const [text, write] = useState("");
  const { ask, busy, notice } = useSending();
  const wordless = !text.trim() && NEEDS_WORDS.includes(state) && !row.erased;
  async function save(event) {
    event.preventDefault();
    const answer = await ask(pathOf(row, "answer"), { state, ...(text.trim() && { text: text.trim() }) }, { moment: row.steps.length });
    if (!answer?.ok) return;
    choose(null);
    write("");
    onDone(answer.data);
  }
  if (!row.next.length) return null;
  return (
    <form class="form act-form" onSubmit={save}>
      <fieldset class="choices choices--two">
        <legend>{t("Langkah berikutnya")}</legend>
        {row.next.map((next) => <Choice key={next} group="step" value={next} chosen={state} onChoose={choose} title={actWords(next, row.state)} note={actNote(next)} />)}
      </fieldset>
      {state && !row.erased && (
        <label>{t("Yang disampaikan kepada pengadu")}
          <textarea class="input" rows={4} maxLength={MOST} value={text} onInput={(event) => write(event.currentTarget.value)} />
        </label>
      )}
      <Trouble words={notice?.words} />
      {state && <button type="submit" class="button button--primary" disabled={busy || wordless}><Icon name="check" />{t("Simpan langkah")}</button>}
    </form>
  );
}

// On request of whoever shows the code: typing it is the proof that they did.
function Erase({ row, onDone }) {
  const [typed, type] = useState("");
  const { ask, busy, notice } = useSending();
  const isIt = plain(typed) === plain(row.code);
  async function erase(event) {
    event.preventDefault();
    const answer = await ask(pathOf(row, "erase"));
    if (answer?.ok) onDone(answer.data);
  }
  if (row.erased) return null;
  return (
    <details class="erase-form">
      <summary><Icon name="close" />{t("Hapus isi atas permintaan pengadu")}</summary>
      <form class="form" onSubmit={erase}>
        <p class="soft">{t("Isi, nama, kontak, dan jawaban dihapus selamanya, juga dari cadangan. Baris, waktu, dan kedua jam tetap. Penghapusan tercatat atas nama Anda.")}</p>
        <label>{t("Kode yang ditunjukkan pengadu")}<input class="input" autoComplete="off" maxLength={20} value={typed} onInput={(event) => type(event.currentTarget.value)} /></label>
        <Trouble words={notice?.words} />
        <button type="submit" class="button button--danger" disabled={busy || !isIt}><Icon name="close" />{t("Hapus selamanya")}</button>
      </form>
    </details>
  );
}

export function Opened({ row, onChange, onClose }) {
  const { words, trouble, look } = useWords(row);
  const done = (changed) => { onChange(changed); if (words && !changed.erased) look(); };
  const about = [kindWords(row.kind), channelWords(row.channel), row.anonymous ? t("anonim") : t("bernama"), row.number && t("kunjungan %(number)s", { number: row.number })];
  return (
    <Dialog wide title={row.code} lead={about.filter(Boolean).join(", ")} onClose={onClose}>
      <div class="opened" tabIndex={0} role="region" aria-label={t("Pengaduan %(code)s", { code: row.code })}>
        <dl class="opened__clocks">
          <div><dt>{t("Jawaban pertama")}</dt><dd><Clock row={row} name="first_answer" /></dd></div>
          <div><dt>{t("Penyelesaian")}</dt><dd><Clock row={row} name="settled" /></dd></div>
        </dl>
        {!row.ended_at && row.unsure_years.map((year) => <p key={year} class="hint"><Icon name="warning" />{t("Cuti bersama %(year)s belum pasti, jadi tanggal ini masih dapat bergeser.", { year })}</p>)}
        <Said row={row} words={words} onLook={look} />
        <Trouble words={trouble} />
        <Steps row={row} words={words} />
        <Act key={row.steps.length} row={row} onDone={done} />
        <Erase row={row} onDone={done} />
      </div>
      <DialogFoot><button type="button" class="button" onClick={onClose}>{t("Tutup")}</button></DialogFoot>
    </Dialog>
  );
}
