// How far a complaint is: its state and its dates, never what was said.
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { dayWords, momentWords, stateWords, stepWords } from "./words.js";

const isOpen = (complaint) => !["settled", "withdrawn"].includes(complaint.state);

// What happens next, with the last day that is in time; what is over says when it was.
export function Dates({ complaint }) {
  const answered = complaint.steps.find(({ state }) => state !== "received");
  const rows = [
    [t("Diterima"), momentWords(complaint.received_at)],
    answered ? [t("Jawaban pertama"), momentWords(answered.at)] : [t("Jawaban pertama paling lambat"), dayWords(complaint.first_answer_due)],
    isOpen(complaint) && [t("Selesai paling lambat"), dayWords(complaint.settled_due)],
  ].filter(Boolean);
  return <dl class="rows complaint-dates">{rows.map(([what, when]) => <div key={what}><dt>{what}</dt><dd>{when}</dd></div>)}</dl>;
}

function Late({ complaint }) {
  const waits = complaint.late.includes("first_answer") && complaint.state === "received";
  const unsettled = complaint.late.includes("settled") && isOpen(complaint);
  if (!waits && !unsettled) return null;
  return <div class="notice notice--missed"><Icon name="stop-sign" /><p><strong>{t("Kami terlambat. Mohon maaf.")}</strong>{waits ? t("Batas jawaban pertama sudah lewat.") : t("Batas penyelesaian sudah lewat.")}</p></div>;
}

function Steps({ steps }) {
  return (
    <ol class="complaint-steps" aria-label={t("Langkah sejauh ini")}>
      {steps.map(({ state, at }) => <li key={`${state}${at}`}><Icon name="check" /><span><b>{stepWords(state)}</b>{momentWords(at)}</span></li>)}
    </ol>
  );
}

export function Standing({ complaint }) {
  return (
    <article class="paper standing" role="status">
      <p class="kicker">{complaint.code}</p>
      <h2>{stateWords(complaint.state)}</h2>
      <Late complaint={complaint} />
      <Dates complaint={complaint} />
      {isOpen(complaint) && complaint.unsure_years.map((year) => <div key={year} class="notice"><Icon name="info" /><p>{t("Cuti bersama %(year)s belum pasti, jadi tanggal ini masih dapat bergeser.", { year })}</p></div>)}
      {complaint.steps.length > 1 && <Steps steps={complaint.steps} />}
      {complaint.erased && <div class="notice"><Icon name="lock" /><p>{t("Isi pengaduan ini sudah dihapus. Yang tersisa hanya waktu dan keadaannya.")}</p></div>}
    </article>
  );
}
