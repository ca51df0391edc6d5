// The periods that are asked for most: quarters, months and the year, the running ones up to today.
import { officeDay, serverNow } from "@shared/clock.js";
import { t } from "@shared/words.js";
import { moved } from "../staff/days.js";

const two = (number) => String(number).padStart(2, "0");
const monthBegins = (year, month) => `${year}-${two(month)}-01`;
const quarterBegins = (day) => monthBegins(day.slice(0, 4), Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1);
const before = (begins) => moved(begins, -1);

export const today = () => officeDay(serverNow());

export function usualSpans() {
  const now = today();
  const month = `${now.slice(0, 8)}01`;
  const quarter = quarterBegins(now);
  return [
    { name: t("Triwulan ini"), from: quarter, to: now },
    { name: t("Triwulan lalu"), from: quarterBegins(before(quarter)), to: before(quarter) },
    { name: t("Bulan ini"), from: month, to: now },
    { name: t("Bulan lalu"), from: `${before(month).slice(0, 8)}01`, to: before(month) },
    { name: t("Tahun ini"), from: `${now.slice(0, 4)}-01-01`, to: now },
  ];
}
