import { clockTime, longDate, zoneLetters } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { language, t } from "@shared/words.js";

export const kinds = () => [
  { kind: "export", icon: "paper", words: t("Salinan data saya"), what: t("Semua yang tersimpan tentang Anda, dan siapa yang pernah membukanya.") },
  { kind: "correct", icon: "form", words: t("Perbaikan data"), what: t("Ada yang salah? Petugas memperbaikinya bersama Anda.") },
  { kind: "restrict", icon: "lock", words: t("Batasi pemakaian"), what: t("Data tetap disimpan, tetapi tidak dipakai.") },
  { kind: "erase", icon: "close", words: t("Hapus data saya"), what: t("Nama, kontak, dan tulisan Anda dimusnahkan. Tempat Anda di antrean tetap.") },
];

const moment = (when) => `${longDate(when, language.value)}, ${clockTime(when)} ${zoneLetters}`;

// Each request with the end of its 3 × 24 hours, or with its answer.
export function Asked({ requests }) {
  return requests.map(({ asked_at: asked, due_at: due, done_at: done }) => (
    <p key={asked} class={`asked ${done ? "asked--done" : ""}`} role="status">
      <Icon name={done ? "check" : "clock"} />
      <span>
        {done
          ? t("Selesai %(when)s", { when: moment(done) })
          : <><strong>{t("Diminta %(when)s", { when: moment(asked) })}</strong> {t("Dijawab paling lambat %(when)s (3 × 24 jam).", { when: moment(due) })}</>}
      </span>
    </p>
  ));
}
