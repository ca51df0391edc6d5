import { t } from "@shared/words.js";
import { Dialog, DialogFoot } from "../staff/dialog.jsx";
import { count, percent, span } from "../staff/days.js";
import { readingWords } from "./words.js";

const SHOWN = ["default", "first_call", "number_order", "from_ticket", "from_guest_book"];

function Share({ verdicts }) {
  const kept = verdicts.kept ?? 0;
  const judged = kept + (verdicts.missed ?? 0);
  return judged === 0 ? "–" : t("%(share)s persen tepat, %(kept)s dari %(judged)s", { share: percent(kept / judged), kept: count(kept), judged: count(judged) });
}

// What the same days would look like if the promise's words were read otherwise.
function Readings({ readings, asked }) {
  const known = SHOWN.filter((name) => readings[name]);
  return (
    <section class="readings">
      <h3>{t("Bila janji dibaca lain")}</h3>
      <p class="soft">{known.length > 0
        ? t("Semua kunjungan pada hari yang sudah ditutup, %(span)s.", { span: span(asked.from, asked.to) })
        : t("Belum ada hari yang ditutup dalam rentang ini.")}</p>
      <dl class="keys">
        {known.map((name) => <div key={name}><dt>{readingWords(name)}</dt><dd><Share verdicts={readings[name]} /></dd></div>)}
      </dl>
    </section>
  );
}

export function HowCounted({ log, asked, onClose }) {
  return (
    <Dialog wide title={t("Bagaimana dihitung")} onClose={onClose}>
      <p class="definition">{log.definition.join(" ")}</p>
      <dl class="keys">
        <div><dt>{t("Tepat")}</dt><dd>{t("Mulai dilayani dalam batas waktu.")}</dd></div>
        <div><dt>{t("Tepat panggil")}</dt><dd>{t("Dipanggil dalam batas waktu dan terdengar, tetapi pengguna terlambat datang. Berdiri sendiri, tidak menambah bagian tepat.")}</dd></div>
        <div><dt>{t("Lewat")}</dt><dd>{t("Mulai dilayani, atau pergi, setelah batas waktu.")}</dd></div>
        <div><dt>{t("Tidak dinilai")}</dt><dd>{t("Tidak pernah mulai dilayani selama batasnya belum lewat, atau di luar janji layanan.")}</dd></div>
      </dl>
      <Readings readings={log.readings} asked={asked} />
      <DialogFoot><button type="button" class="button button--primary" onClick={onClose}>{t("Tutup")}</button></DialogFoot>
    </Dialog>
  );
}
