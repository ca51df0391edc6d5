import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { count, shortDay } from "../staff/days.js";

// Rehearsals are counted with nothing, and the page says which days that are.
export function Rehearsals({ alone, leftOut }) {
  if (alone) return <p class="rehearsals"><Icon name="clock" />{t("Latihan: tidak ada kunjungan nyata pada rentang ini.")}</p>;
  if (!leftOut.length) return null;
  const days = leftOut.map(shortDay).join(", ");
  return <p class="rehearsals"><Icon name="clock" />{t("Hari latihan yang tidak dihitung: %(count)s (%(days)s).", { count: count(leftOut.length), days })}</p>;
}
