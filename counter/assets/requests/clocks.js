// The clock of a request in working time, counted along between two snapshots: no browser, no clock of its own.
// `service` are the stretches of service of each working day; `now` is in milliseconds, spans are in seconds.
import { officeDay } from "@shared/clock.js";

const at = (iso) => Date.parse(iso);
const dayOf = (stretches) => stretches[0][0].slice(0, 10); // the server writes with the office's offset
const within = (stretches, from, until) =>
  stretches.reduce((sum, [opens, closes]) => sum + Math.max(0, Math.min(at(closes), until) - Math.max(at(opens), from)), 0) / 1000;

// "calm" | "soon" | "late", by the moments that the server gave.
export function levelOf({ soon_at, due_at }, now) {
  if (due_at && now > at(due_at)) return "late";
  return soon_at && now >= at(soon_at) ? "soon" : "calm";
}

// Whole working days and the rest of today until `due`; or, once it is over, by how much.
export function workingTime(service, due, now) {
  const end = at(due);
  const [today, last] = [officeDay(now), officeDay(end)];
  const late = now > end;
  const [first, until] = late ? [last, today] : [today, last];
  const between = service.filter((stretches) => dayOf(stretches) > first && (late ? dayOf(stretches) < until : dayOf(stretches) <= until));
  const todays = service.filter((stretches) => dayOf(stretches) === today).flat();
  return { late, days: between.length, seconds: late ? within(todays, end, now) : within(todays, now, end) };
}

// Words that wait for an officer's hand are the office's turn, whoever writes next.
export const isUnsent = ({ not_gone: gone }) => gone.by_hand + gone.failed > 0;
export const isOurs = (row) => row.turn === "office" || isUnsent(row);

// How many of the office's clocks are orange and red now.
export function countOf(clocks, now) {
  const levels = clocks.map((clock) => levelOf(clock, now));
  return { soon: levels.filter((level) => level === "soon").length, late: levels.filter((level) => level === "late").length };
}
