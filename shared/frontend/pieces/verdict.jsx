import { duration } from "../clock.js";
import { t } from "../words.js";

const seal = (path) => <><circle cx="8" cy="8" r="8" fill="currentColor" /><path d={path} fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" /></>;
const marks = {
  kept: seal("M4.3 8.3l2.6 2.6 4.9-5.3"),
  called_in_time: <><circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.8" /><path d="M4.5 6.8v2.4h1.6l3.4 2V4.800l-3.400 2z" fill="currentColor" /><path d="M11.200 6.300q1 1.700 0 3.400" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" /></>,
  missed: <><path d="M4.7 0h6.6L16 4.700v6.600L11.300 16H4.700L0 11.300V4.700z" fill="#fff" /><path d="M5 5l6 6M11 5l-6 6" stroke="var(--red)" stroke-width="2.2" stroke-linecap="round" /></>,
  not_judged: <><circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.6 2.2" /><path d="M5 8h6" stroke="currentColor" stroke-width="2" stroke-linecap="round" /></>,
};

function wordOf(verdict, late) {
  if (verdict === "kept") return t("Tepat");
  if (verdict === "called_in_time") return t("Tepat panggil");
  if (verdict === "missed") return late ? t("Lewat %(late)s", { late: duration(late) }) : t("Lewat");
  return t("Tidak dinilai");
}

// One of the four outcomes; `late` (seconds beyond the limit) is named when it was missed.
export function Verdict({ verdict, late = 0 }) {
  return (
    <span class={`verdict verdict--${verdict}`}>
      <svg class="verdict__mark" viewBox="0 0 16 16" aria-hidden="true">{marks[verdict]}</svg>
      {wordOf(verdict, late)}
    </span>
  );
}
