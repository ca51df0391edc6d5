// The satisfaction of visitors in words: periods, grades, states of the plan.
import { officeDay, serverNow } from "@shared/clock.js";
import { language, t } from "@shared/words.js";
import { monthOf, moved, shortDay } from "../staff/days.js";

// "82.50" as the server computed it; only the sign between the figures is the reader's.
export const decimal = (text) => (text === null || text === undefined ? "–" : language.value === "en" ? text : text.replace(".", ","));

// The least index of each grade, and how it is called (Permenpan RB 14/2017).
export const GRADES = [
  { letter: "D", from: 25, words: () => t("tidak baik") },
  { letter: "C", from: 65, words: () => t("kurang baik") },
  { letter: "B", from: 76.61, words: () => t("baik") },
  { letter: "A", from: 88.31, words: () => t("sangat baik") },
];
export const LIMIT_B = 76.61;
export const NRR_LIMIT_B = 3.0644;

const ROMAN = ["I", "II", "III", "IV"];
const two = (number) => String(number).padStart(2, "0");
const firstOf = (year, month) => `${year + Math.floor(month / 12)}-${two((((month % 12) + 12) % 12) + 1)}-01`;
const parts = (day) => day.split("-").map(Number);

// How many whole months a period is; 0 for any other span.
export function wholeMonths({ from, to }) {
  const [year, month, day] = parts(from);
  const [endYear, endMonth, endDay] = parts(moved(to, 1));
  return day === 1 && endDay === 1 ? (endYear - year) * 12 + endMonth - month : 0;
}

// A period as it stands under an axis.
export function periodWords(period) {
  const months = wholeMonths(period);
  const [year, month] = parts(period.from);
  if (months === 12 && month === 1) return String(year);
  if (months === 3 && month % 3 === 1) return ROMAN[(month - 1) / 3];
  return months === 1 ? monthOf(period.from) : shortDay(period.from);
}

export function trendTitle(period) {
  return { 1: t("Indeks per bulan"), 3: t("Indeks per triwulan"), 12: t("Indeks per tahun") }[wholeMonths(period)] ?? t("Indeks per periode");
}

// The spans that are asked for most. A quarter under way is asked for whole: its sample is still growing.
export function quickSpans() {
  const [year, month] = parts(officeDay(serverNow()));
  const quarter = Math.floor((month - 1) / 3) * 3;
  const spanOf = (start, months) => ({ from: firstOf(year, start), to: moved(firstOf(year, start + months), -1) });
  return [
    { name: t("Triwulan ini"), ...spanOf(quarter, 3) },
    { name: t("Triwulan lalu"), ...spanOf(quarter - 3, 3) },
    { name: t("Bulan lalu"), ...spanOf(month - 2, 1) },
    { name: t("Tahun ini"), ...spanOf(0, 12) },
  ];
}

export const endOfYear = () => `${officeDay(serverNow()).slice(0, 4)}-12-31`;

export const stateWords = (state) => ({ planned: t("Belum"), running: t("Berjalan"), done: t("Selesai") })[state];
export const stateIcon = (state) => ({ planned: "clock", running: "play", done: "check" })[state];

export const quadrantWords = (code) => ({
  improve: t("Perbaiki dahulu"), keep: t("Pertahankan"), later: t("Prioritas rendah"), enough: t("Sudah cukup"),
}[code]);
