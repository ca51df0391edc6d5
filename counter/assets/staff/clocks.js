// The running clocks of an office, worked out from its snapshot alone: no browser, no clock of its own.
// Times in the snapshot are RFC 3339 strings, `now` is in milliseconds, spans are in seconds.
import { urgency } from "@shared/pieces.jsx";

export const at = (iso) => Date.parse(iso);
export const seconds = (from, until) => (until - from) / 1000;

export const SILENCE = 30 * 60; // how long a counter may serve without a press before we ask
export const REMINDED = 3 * 60; // how long a reminder stays on the console
export const REMIND_AGAIN = 60; // the desk writes no second reminder before that

export const deskOf = (queue, number) => queue.counters.find((desk) => desk.counter === number) ?? { counter: number };

// "free" | "called" | "serving"
export const phaseOf = (desk) => (desk.ticket?.state === "called" || desk.ticket?.state === "serving" ? desk.ticket.state : "free");

// A visitor who was called and then set aside still waits: the clock runs on (domain.md 4.3a rule 8).
export const heldWithClock = (queue) => queue.on_hold.filter((entry) => entry.clock_started_at).map((entry) => ({ ...entry, held: true }));

// Seconds on a clock: published breaks and emergencies do not count (service_target judges; this only counts along).
export function secondsOn(startedAt, now, breaks = []) {
  const start = at(startedAt);
  const resting = apart(breaks).reduce((sum, [from, until]) => sum + overlap(start, now, from, until), 0);
  return Math.max(0, Math.floor(seconds(start, now) - resting));
}

const overlap = (from, until, start, end) => Math.max(0, seconds(Math.max(from, start), Math.min(until, end)));

// Breaks in order, those that touch or overlap as one: an emergency may fall into a break.
function apart(breaks) {
  const inOrder = breaks.map((rest) => [at(rest.from), at(rest.until)]).sort((one, other) => one[0] - other[0]);
  const joined = [];
  for (const [from, until] of inOrder) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else joined.push([from, until]);
  }
  return joined;
}

// The last moment at which this visitor may start and the promise is still kept.
export function deadlineOf(startedAt, limit, breaks = []) {
  const start = at(startedAt);
  let deadline = start + limit * 1000;
  for (const [from, until] of apart(breaks)) {
    const begins = Math.max(start, from);
    if (until > start && begins < deadline) deadline += until - begins;
  }
  return deadline;
}

// A running clock as figures; null while it has not begun.
export function clockOf(startedAt, queue, now) {
  if (!startedAt || !queue.limit_seconds || at(startedAt) > now) return null;
  const limit = queue.limit_seconds;
  const elapsed = secondsOn(startedAt, now, queue.breaks);
  const tone = urgency(elapsed, limit);
  return { elapsed, limit, tone, left: limit - elapsed, startedAt, deadline: deadlineOf(startedAt, limit, queue.breaks) };
}

// The clock with the nearest deadline among these waiting visitors.
export function nearestClock(entries, queue, now) {
  const running = entries
    .map((entry) => ({ entry, clock: clockOf(entry.clock_started_at, queue, now) }))
    .filter((found) => found.clock);
  return running.sort((one, other) => one.clock.deadline - other.clock.deadline)[0] ?? null;
}

// Visitors who were called and have not been started: their clocks run on too.
export const calledDesks = (queue) => queue.counters.filter((desk) => phaseOf(desk) === "called");

export const isFree = (desk) => Boolean(desk.officer) && !desk.ticket;

// The free counter that a waiting visitor's clock is running for.
export const freeDeskFor = (queue, entry) => queue.counters.find((desk) => isFree(desk) && entry.counters?.includes(desk.counter));

// The rest that every clock has now, with its end in milliseconds; null while clocks run.
export function resting(queue, now) {
  const [, until] = apart(queue.breaks ?? []).find(([from, end]) => from <= now && now < end) ?? [];
  return until ? { until } : null;
}

// The newest reminder of this counter about this visitor (of any visitor where none is named).
export function reminderOf(queue, counter, ticket) {
  const mine = (queue.reminders ?? []).filter((one) => one.counter === counter && (ticket === undefined || one.ticket === ticket));
  return mine.sort((one, other) => at(other.at) - at(one.at))[0] ?? null;
}

export const mayRemind = (reminder, now) => !reminder || seconds(at(reminder.at), now) >= REMIND_AGAIN;

// For how many seconds the officer of a serving counter has not pressed anything; null while that is no question.
export function silenceOf(desk, now) {
  const silent = desk.silent_since ? seconds(at(desk.silent_since), now) : 0;
  return silent >= SILENCE ? silent : null;
}
