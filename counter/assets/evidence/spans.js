// Whole months are what inspections ask for: only of them the satisfaction index may be told.
import { officeDay, serverNow } from "@shared/clock.js";
import { t } from "@shared/words.js";
import { moved } from "../staff/days.js";

export const today = () => officeDay(serverNow());

export function usualSpans() {
  const year = today().slice(0, 4);
  const monthEnds = moved(`${today().slice(0, 8)}01`, -1);
  const lastYear = Number(year) - 1;
  return [
    { name: t("Bulan lalu"), from: `${monthEnds.slice(0, 8)}01`, to: monthEnds },
    { name: t("Bulan ini"), from: `${today().slice(0, 8)}01`, to: today() },
    { name: t("Tahun ini"), from: `${year}-01-01`, to: today() },
    { name: t("Tahun lalu"), from: `${lastYear}-01-01`, to: `${lastYear}-12-31` },
  ];
}
