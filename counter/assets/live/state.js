// What the live page shows, worked out from the snapshot alone. Times are RFC 3339, `now` is in milliseconds.
import { at, calledDesks, clockOf, deskOf, freeDeskFor, heldWithClock, isFree, nearestClock, phaseOf, seconds, silenceOf } from "../staff/clocks.js";

const called = (office) => calledDesks(office).map((desk) => ({ ticket: desk.ticket, clock_started_at: desk.clock_started_at, calledTo: desk.counter, counters: [] }));

// Everyone whose clock may run: who waits, who was set aside, who was called and does not sit yet.
export const everyone = (office) => [...office.waiting, ...heldWithClock(office), ...called(office)];

// The nearest limit of the office and the counter that can keep it; null while no clock runs.
export function nearestLimit(office, now) {
  const near = nearestClock(everyone(office), office, now);
  if (!near) return null;
  const calling = near.entry.calledTo ? deskOf(office, near.entry.calledTo) : null;
  return { ...near, calling, free: calling ? null : freeDeskFor(office, near.entry) ?? null };
}

export const nobodyAtWork = (office) => office.counters.every((desk) => !desk.officer);

// What a counter does: absent, idle (nobody waits for it), due (free while a clock runs), called or serving; and since when.
export function doingOf(desk, office, now) {
  const phase = phaseOf(desk);
  if (phase === "serving") return { kind: "serving", since: desk.ticket.started_at, silent: silenceOf(desk, now) };
  if (phase === "called") return { kind: "called", since: desk.ticket.first_called_at, near: { entry: desk, clock: clockOf(desk.clock_started_at, office, now) } };
  if (!isFree(desk)) return { kind: "absent", since: null };
  const near = nearestClock(office.waiting.filter((entry) => entry.counters.includes(desk.counter)), office, now);
  return { kind: near ? "due" : "idle", since: desk.free_since ?? desk.since, near };
}

// The line of one service, in calling order.
export function lineOf(office, code, now) {
  const line = office.waiting.filter((entry) => entry.ticket.service === code);
  const came = line.map((entry) => at(entry.ticket.issued_at));
  return {
    count: line.length,
    near: nearestClock(everyone(office).filter((entry) => entry.ticket.service === code), office, now),
    longest: came.length ? seconds(Math.min(...came), now) : null,
    next: line[0]?.ticket.number ?? null,
  };
}

const HOUR = 3_600_000;
const SHORTEST = 3 * HOUR;

// The hours that the strip shows: whole ones around everything of the day.
export function hoursOf(office, now) {
  const moments = [...office.judged.map((mark) => at(mark.at)), now];
  const opens = office.opening.opens_at && office.opening.open ? at(office.opening.opens_at) : now;
  const from = Math.floor(Math.min(opens, ...moments) / HOUR) * HOUR;
  const until = Math.max(from + SHORTEST, Math.ceil(Math.max(...moments) / HOUR) * HOUR);
  return { from, until, marks: Array.from({ length: (until - from) / HOUR + 1 }, (_, nth) => from + nth * HOUR) };
}

export const leftOut = (summary) => Object.entries(summary.not_judged_for).filter(([reason]) => reason !== "still_waiting");

export const SEEN_LATELY = 150; // seconds: presence is noted once a minute
