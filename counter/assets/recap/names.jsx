import { useState } from "preact/hooks";
import { page } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { count, span } from "../staff/days.js";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { counterPath, refusal } from "../staff/work.js";

const reasons = () => [
  ["survey_contact", t("Menghubungi responden untuk SKD")],
  ["national_entry", t("Memasukkan ke aplikasi SKD nasional")],
  ["other", t("Alasan lain")],
];
const kinds = () => [
  ["xlsx", "respondents", t("XLSX, kedua blok")],
  ["csv", "respondents", t("CSV responden")],
  ["csv", "needs", t("CSV kebutuhan")],
];
const PATIENCE = 60_000; // a year of names is opened one by one

// The answer is a file, or a refusal as JSON.
async function fetchFile(body) {
  const headers = { Accept: "*/*", "Accept-Language": document.documentElement.lang, "Content-Type": "application/json", "X-CSRF-Token": page.csrf };
  const stop = AbortSignal.timeout?.(PATIENCE);
  const answer = await fetch(counterPath("recap/respondents"), { method: "POST", headers, body: JSON.stringify(body), cache: "no-store", signal: stop });
  if (answer.status === 401) location.assign(counterPath());
  if (!answer.ok) return { trouble: refusal({ data: await answer.json().catch(() => null) }) };
  const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition"))?.[1] ?? "skd";
  return { name, held: await answer.blob() };
}

function save({ name, held }) {
  const address = URL.createObjectURL(held);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function Choice({ name, title, choices, chosen, onChoose }) {
  return (
    <fieldset class="names__choice">
      <legend>{title}</legend>
      {choices.map(([value, words]) => (
        <label key={value}><input type="radio" name={name} value={value} checked={chosen === value} onChange={() => onChoose(value)} />{words}</label>
      ))}
    </fieldset>
  );
}

function useOpening(asked, onClose) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(null);
  async function open(why, kind) {
    const [format, part] = kinds()[kind];
    setBusy(true);
    setTrouble(null);
    const lost = () => ({ trouble: t("Server tidak menjawab. Coba lagi; setiap pembukaan tercatat.") });
    const found = await fetchFile({ from: asked.from, to: asked.to, format, part, ...why }).catch(lost);
    setBusy(false);
    if (found.trouble) return setTrouble(found.trouble);
    save(found);
    return onClose(found.name);
  }
  return { busy, trouble, open };
}

// Names leave the house only for a reason, and each visitor whose name does is written into the read log.
export function Names({ recap, asked, onClose }) {
  const [reason, setReason] = useState(null);
  const [text, write] = useState("");
  const [kind, setKind] = useState(0);
  const { busy, trouble, open } = useOpening(asked, onClose);
  const ready = reason && (reason !== "other" || text.trim());
  return (
    <Dialog wide title={t("Berkas SKD dengan nama")} onClose={() => onClose()}
      lead={t("Hanya %(count)s kunjungan yang menyetujui survei, %(days)s. Pembukaan tercatat bagi setiap pengguna atas nama Anda.", { count: count(recap.respondents.agreed), days: span(asked.from, asked.to) })}>
      <div class="names">
        <Choice name="reason" title={t("Untuk apa?")} choices={reasons()} chosen={reason} onChoose={setReason} />
        {reason === "other" && <label class="names__text">{t("Alasannya")}<input class="input" maxLength={500} value={text} onInput={(event) => write(event.currentTarget.value)} /></label>}
        <Choice name="kind" title={t("Bentuk berkas")} choices={kinds().map(([, , words], place) => [place, words])} chosen={kind} onChoose={setKind} />
      </div>
      <Trouble words={trouble} />
      <DialogFoot note={t("Nama berkas memuat kata DATA-PRIBADI. Hapus setelah dipakai.")}>
        <button type="button" class="button" onClick={() => onClose()}>{t("Batal")}</button>
        <button type="button" class="button button--primary" disabled={!ready || busy} onClick={() => open(reason === "other" ? { reason, text: text.trim() } : { reason }, kind)}><Icon name="down" />{t("Buka dan unduh")}</button>
      </DialogFoot>
    </Dialog>
  );
}
