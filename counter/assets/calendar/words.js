// What the kinds of the calendar are called, and where a date comes from.
import { language, t } from "@shared/words.js";
import { shortDay, tongue } from "../staff/days.js";

export const kinds = () => ({
  holiday: t("Libur nasional"),
  joint_leave: t("Cuti bersama"),
  closure: t("Kantor tutup"),
  season: t("Jam Ramadan"),
  struck: t("Tanggal dicoret"),
  confirmed: t("Daftar tahun lengkap"),
});

const written = (day, options) => new Intl.DateTimeFormat(tongue(), { timeZone: "UTC", ...options }).format(new Date(`${day}T00:00:00Z`));
export const monthName = (month) => written(`${month}-01`, { month: "long" });
export const weekdayDate = (day) => written(day, { weekday: "short", day: "numeric", month: "short" });
export const spanDays = (first, last) => (first === last ? weekdayDate(first) : `${shortDay(first)} – ${shortDay(last)}`);
export const clock = (time) => (language.value === "en" ? time : time.replace(":", "."));

const DAY_NAMES = { monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 };
const dayName = (name) => written(`2024-01-0${DAY_NAMES[name]}`, { weekday: "long" });
export const dayNames = (days) => (days.length > 1 ? `${dayName(days[0])}–${dayName(days.at(-1))}` : dayName(days[0]));
export const hoursOf = ({ opens, closes }) => `${clock(opens)}–${clock(closes)}`;

export const weekdayLetters = () => [1, 2, 3, 4, 5, 6, 7].map((day) => written(`2024-01-0${day}`, { weekday: "narrow" }));

// Every date of a year that is not as usual: the state's list, the office's file, and what was entered and held.
export function entriesOf({ days, changes }) {
  const byId = new Map(changes.map((one) => [one.id, one]));
  const listed = days.map((one) => ({ ...one, strike: one.struck && byId.get(one.struck) }));
  const entered = changes
    .filter(({ kind, holds_until: until }) => !["struck", "confirmed"].includes(kind) && until)
    .map((one) => ({ ...one, source: "entered", last: one.holds_until }));
  return [...listed, ...entered].sort((a, b) => (a.first + a.kind).localeCompare(b.first + b.kind));
}
