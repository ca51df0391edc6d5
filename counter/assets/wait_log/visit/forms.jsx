import { useId, useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Choice } from "../../staff/choice.jsx";
import { Trouble } from "../../staff/dialog.jsx";
import { counterPath, useSending } from "../../staff/work.js";
import { breachReasons, correctionReasons } from "../words.js";

const TEXT_LENGTH = 500;

const forms = () => ({
  reason: { title: t("Mengapa lewat?"), codes: breachReasons(), send: t("Simpan alasan") },
  comment: { title: t("Komentar"), wordsNeeded: true, send: t("Simpan komentar") },
  correction: {
    title: t("Mengapa waktunya tidak dapat dipercaya?"), codes: correctionReasons(), words: t("Keterangan, boleh kosong"), send: t("Catat koreksi"),
    note: t("Hasil penilaian tetap. Waktunya tidak dihitung lagi dalam median dan yang terpanjang."),
  },
});

function Text({ label, text, onText, needed }) {
  const name = useId();
  return (
    <div class="say__text">
      <label for={name}>{label}</label>
      <textarea id={name} class="input" rows="3" maxLength={TEXT_LENGTH} required={needed} value={text} onInput={(event) => onText(event.currentTarget.value)} />
      <small>{t("Jangan menulis nama atau data pengguna.")}</small>
    </div>
  );
}

// One thing to say about the visit; it becomes a new line of its journal.
function Say({ what, visit, onSaid, onLeave }) {
  const { title, codes, words, wordsNeeded, note, send } = forms()[what];
  const [code, choose] = useState(what === "reason" ? visit.explained : null);
  const [text, write] = useState("");
  const { ask, busy, notice } = useSending();
  const ready = (codes ? Boolean(code) : true) && (wordsNeeded ? Boolean(text.trim()) : true);
  async function say(event) {
    event.preventDefault();
    const body = { ...(codes && { reason: code }), ...(text.trim() && { text: text.trim() }) };
    const answer = await ask(counterPath(`visits/${visit.ticket}/${visit.leg}/${what}`), body);
    if (answer?.ok) onSaid();
  }
  return (
    <form class="say" onSubmit={say} aria-label={title}>
      {codes
        ? <fieldset class="choices choices--two"><legend>{title}</legend>{Object.entries(codes).map(([value, name]) => <Choice key={value} group={what} value={value} chosen={code} onChoose={choose} title={name} />)}</fieldset>
        : null}
      {(wordsNeeded || words) && <Text label={words ?? title} text={text} onText={write} needed={wordsNeeded} />}
      {note && <p class="soft">{note}</p>}
      <Trouble words={notice?.words} />
      <div class="say__foot">
        <button type="button" class="button" onClick={onLeave}>{t("Batal")}</button>
        <button type="submit" class="button button--primary" disabled={busy || !ready}>{send}</button>
      </div>
    </form>
  );
}

export function Remarks({ visit, onSaid }) {
  const [saying, say] = useState(null);
  if (saying) return <Say key={saying} what={saying} visit={visit} onLeave={() => say(null)} onSaid={() => { say(null); onSaid(); }} />;
  return (
    <div class="say__open">
      {visit.verdict === "missed" && <button type="button" class="button" onClick={() => say("reason")}><Icon name="help" />{visit.explained ? t("Ubah alasan") : t("Isi alasan")}</button>}
      <button type="button" class="button" onClick={() => say("comment")}><Icon name="talk" />{t("Tulis komentar")}</button>
      <button type="button" class="button" onClick={() => say("correction")}><Icon name="form" />{t("Catat koreksi")}</button>
    </div>
  );
}
