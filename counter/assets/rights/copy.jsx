import { useEffect, useState } from "preact/hooks";
import { ServerLost, post } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { answered, forms, label, plain } from "../record/forms.js";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { counterPath, refusal } from "../staff/work.js";
import { longDay } from "../staff/days.js";
import { kindWords as complaintWords } from "../complaints/words.js";
import { kindWords, moment, purposeWords, readWords } from "./words.js";

async function fetched(visit) {
  const [answer, asks] = await Promise.all([post(counterPath(`tickets/${visit.ticket}/rights/export`)), forms()]);
  if (answer.status === 401) location.assign(counterPath());
  if (!answer.ok) throw new Error(refusal(answer));
  return { told: answer.data, asks };
}

// Made in this browser: the file is never on a disk of the server.
function download(told, { number, day }) {
  const address = URL.createObjectURL(new Blob([JSON.stringify(told, null, 2)], { type: "application/json" }));
  Object.assign(document.createElement("a"), { href: address, download: `data-${number}-${day}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function Rows({ items, answers }) {
  return (
    <dl class="answers">
      {answered(items, answers).map((item) => <div key={item.name}><dt>{label(item)}</dt><dd>{plain(item, answers[item.name])}</dd></div>)}
    </dl>
  );
}

const itemsOf = (need, { needs, dtsen }) => ("dtsen_result" in need ? dtsen : needs);

function Part({ title, children, none }) {
  return <section class="copy__part"><h3>{title}</h3>{none ? <p class="soft">{t("Tidak ada.")}</p> : children}</section>;
}

function consentLine({ purpose, given, at }) {
  const said = given ? t("setuju") : t("tidak setuju");
  return `${purposeWords(purpose)}: ${said}, ${moment(at)}`;
}

const requestLine = ({ kind, asked_at: asked, done_at: done }) => `${kindWords(kind)}, ${moment(asked)}${done ? `, ${t("dijawab %(when)s", { when: moment(done) })}` : ""}`;
function readLine({ actor, what, at }) {
  const who = actor ?? t("Sistem");
  return `${who} ${readWords(what)}, ${moment(at)}`;
}

function Complaint({ complaint }) {
  const { kind, text, name, contact, answers, received_at: received } = complaint;
  const said = [text, [name, contact].filter(Boolean).join(", "), ...answers.map((answer) => answer.text)].filter(Boolean);
  return <Lines lines={[`${complaintWords(kind)}, ${moment(received)}`, ...(said.length ? said : [t("Isi dihapus")])]} />;
}

const Lines = ({ lines }) => <ul class="copy__lines">{lines.map((line) => <li key={line}>{line}</li>)}</ul>;

function Visit({ visit: { number, day, answers, needs }, asks }) {
  const which = [number, longDay(day)].filter(Boolean).join(", ");
  return (
    <>
      <Part title={t("Isian buku tamu %(visit)s", { visit: which })} none={!Object.keys(answers).length}><Rows items={asks.items} answers={answers} /></Part>
      <Part title={t("Kebutuhan data yang dicatat %(visit)s", { visit: which })} none={!needs.length}>{needs.map((need) => <Rows key={need.position} items={itemsOf(need, asks.needs)} answers={need} />)}</Part>
    </>
  );
}

function Told({ told, asks }) {
  return (
    <div class="copy" tabIndex={0} role="region" aria-label={t("Salinan data")}>
      {told.visits.map((visit, place) => <Visit key={place} visit={visit} asks={asks} />)}
      <Part title={t("Pengaduan yang ditautkan")} none={!told.complaints.length}>{told.complaints.map((one) => <Complaint key={one.received_at} complaint={one} />)}</Part>
      <Part title={t("Persetujuan")} none={!told.consents.length}><Lines lines={told.consents.map(consentLine)} /></Part>
      <Part title={t("Permintaan")} none={!told.requests.length}><Lines lines={told.requests.map(requestLine)} /></Part>
      <Part title={t("Siapa yang membuka data ini")} none={!told.reads.length}><Lines lines={told.reads.map(readLine)} /></Part>
    </div>
  );
}

// Everything that stands here of one visitor, to be read together with them. Closed, nothing of it is left on the page.
export function Copy({ visit, onOpened, onClose }) {
  const [copy, setCopy] = useState(null);
  const [trouble, setTrouble] = useState(null);
  useEffect(() => {
    fetched(visit).then((found) => { setCopy(found); onOpened(); },
      (error) => setTrouble(error instanceof ServerLost ? t("Server tidak menjawab. Tutup, lalu coba lagi.") : error.message));
  }, []);
  return (
    <Dialog wide title={t("Salinan data %(number)s", { number: visit.number })} lead={t("Pembukaan ini tercatat dan tampil di salinan berikutnya.")} onClose={onClose}>
      <Trouble words={trouble} />
      {copy && <Told {...copy} />}
      <DialogFoot note={t("Berkas dibuat di peramban ini. Hapus setelah diserahkan.")}>
        <button type="button" class="button" onClick={onClose}>{t("Tutup")}</button>
        <button type="button" class="button button--primary" disabled={!copy} onClick={() => download(copy.told, visit)}><Icon name="down" />{t("Unduh JSON")}</button>
      </DialogFoot>
    </Dialog>
  );
}
