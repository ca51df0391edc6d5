// Numbers and calendar days as people read them.
import { language } from "@shared/words.js";

export const tongue = () => (language.value === "en" ? "en-GB" : "id-ID");
export const count = (number) => new Intl.NumberFormat(tongue()).format(number);

export const percent = (share) =>
  new Intl.NumberFormat(tongue(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(share * 100);

// A calendar day ("2026-11-19") is the same day in every zone.
const written = (day, options) => new Intl.DateTimeFormat(tongue(), { timeZone: "UTC", ...options }).format(new Date(`${day}T00:00:00Z`));
export const shortDay = (day) => written(day, { day: "numeric", month: "short" });
export const longDay = (day) => written(day, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
export const monthOf = (day) => written(day, { month: "short", year: "2-digit" });
export const dayOfYear = (day) => written(day, { day: "numeric", month: "short", year: "numeric" });
export const span = (first, last) => (first === last ? longDay(first) : `${first.slice(0, 4) === last.slice(0, 4) ? shortDay(first) : dayOfYear(first)} – ${dayOfYear(last)}`);

export const moved = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
