// The end of a complaint: its code, what happens next, and the office's other doors.
import { page } from "@shared/page.js";
import { t } from "@shared/words.js";
import { dayWords } from "./words.js";

export function Code({ code, children }) {
  const [before, after] = code.split("-");
  return <p class="code"><small>{children}</small><strong><span class="code__before">{before}-</span>{after.slice(0, 4)}<i />{after.slice(4)}</strong></p>;
}

export function Next({ complaint }) {
  const rows = [
    [t("Jawaban pertama paling lambat"), dayWords(complaint.first_answer_due)],
    [t("Selesai paling lambat"), dayWords(complaint.settled_due)],
  ];
  return (
    <section class="next">
      <h2>{t("Sesudah ini")}</h2>
      <dl class="rows complaint-dates">{rows.map(([what, when]) => <div key={what}><dt>{what}</dt><dd>{when}</dd></div>)}</dl>
    </section>
  );
}

// Word for word, as the office has published them.
export function Channels() {
  if (!page.office.complaints.length) return null;
  return (
    <section class="channels">
      <h2>{t("Saluran pengaduan kantor ini")}</h2>
      <ul lang="id">{page.office.complaints.map((line) => <li key={line}>{line}</li>)}</ul>
    </section>
  );
}
