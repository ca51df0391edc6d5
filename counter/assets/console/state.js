// What the console shows, worked out from the snapshot alone: no browser, no clock of its own.
// Times in the snapshot are RFC 3339 strings, `now` is in milliseconds, spans are in seconds.
import { urgency } from "@shared/pieces.jsx";

const seconds = (from, until) => (until - from) / 1000;
const at = (iso) => Date.parse(iso);

export const deskOf = (queue, number) => queue.counters.find((desk) => desk.counter === number) ?? { counter: number };

// "free" | "called" | "serving"
export const phaseOf = (desk) => (desk.ticket?.state === "called" || desk.ticket?.state === "serving" ? desk.ticket.state : "free");

// A visitor who was called and then set aside still waits: the clock runs on (domain.md 4.3a rule 8).
const heldWithClock = (queue) => queue.on_hold.filter((entry) => entry.clock_started_at).map((entry) => ({ ...entry, held: true }));

export const waitingFor = (queue, number) => queue.waiting.filter((entry) => entry.counters.includes(number));

export const primaryVerb = (desk) => ({ free: "call-next", called: "start", serving: "finish" })[phaseOf(desk)];

// Which verbs the state allows. The desk on the server has the last word; this only greys the buttons.
export function allowed(queue, number, now) {
  const desk = deskOf(queue, number);
  const phase = phaseOf(desk);
  const called = phase === "called";
  const present = phase !== "free";
  return {
    "call-next": phase === "free" && waitingFor(queue, number).length > 0,
    start: called, recall: called, "put-back": called, finish: phase === "serving",
    hold: present, transfer: present,
    "no-show": called && mayMiss(desk, now).open,
  };
}

// "Tidak hadir" opens after three calls and three minutes.
export function mayMiss(desk, now) {
  const opens = desk.may_miss_at ? at(desk.may_miss_at) : null;
  const calls = desk.called ?? 0;
  return { open: calls >= 3 && opens !== null && now >= opens, callsLeft: Math.max(0, 3 - calls), opens };
}

// Seconds on a clock: published breaks do not count (service_target judges; this only counts along).
export function secondsOn(startedAt, now, breaks = []) {
  const start = at(startedAt);
  const resting = breaks.reduce((sum, rest) => sum + overlap(start, now, at(rest.from), at(rest.until)), 0);
  return Math.max(0, Math.floor(seconds(start, now) - resting));
}

const overlap = (from, until, start, end) => Math.max(0, seconds(Math.max(from, start), Math.min(until, end)));

// The last moment at which this visitor may start and the promise is still kept.
export function deadlineOf(startedAt, limit, breaks = []) {
  const start = at(startedAt);
  let deadline = start + limit * 1000;
  for (const rest of [...breaks].sort((one, other) => at(one.from) - at(other.from))) {
    const from = Math.max(start, at(rest.from));
    if (at(rest.until) > start && from < deadline) deadline += at(rest.until) - from;
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

export const isFree = (desk) => Boolean(desk.officer) && !desk.ticket;

// The free counter that a waiting visitor's clock is running for.
export const freeDeskFor = (queue, entry) => queue.counters.find((desk) => isFree(desk) && entry.counters.includes(desk.counter));

// Which clock matters at this counter now. `kind` says why, the card finds the words.
export function clockThatMatters(queue, number, now) {
  const desk = deskOf(queue, number);
  const phase = phaseOf(desk);
  const here = waitingFor(queue, number);
  const near = nearestClock([...(phase === "free" ? here : queue.waiting), ...heldWithClock(queue)], queue, now);
  if (phase === "called") {
    const own = clockOf(desk.clock_started_at, queue, now);
    const nearer = near && (!own || near.clock.deadline < own.deadline) ? near : null;
    if (own) return { kind: "called", clock: own, desk, nearer };
    return nearer ? { kind: "other", ...nearer, desk, free: null } : { kind: "called_without_clock", desk };
  }
  if (near) {
    if (near.entry.held) return { kind: "held", ...near, desk };
    if (phase === "free") return { kind: "ours", ...near, desk, next: here[0] };
    return { kind: "other", ...near, desk, free: freeDeskFor(queue, near.entry) };
  }
  if (phase === "serving") return { kind: "resting", desk, waiting: queue.waiting.length };
  return here.length ? { kind: "not_yet", desk, next: here[0] } : { kind: "empty", desk };
}

// Did the board show and say the last call? `silent` = nobody confirmed it within eight seconds.
export function callHeard(queue, desk, now) {
  const call = desk.ticket ? queue.calls?.[desk.ticket.id] : null;
  const calledAt = call?.at ?? desk.ticket?.first_called_at;
  const waited = calledAt ? seconds(at(calledAt), now) : 0;
  const nobody = queue.boards?.connected === 0;
  return {
    shownAt: call?.shown_at ?? null, soundedAt: call?.sounded_at ?? null,
    silent: !call?.shown_at && (nobody || waited > 8),
    mute: Boolean(call?.shown_at) && !call.sounded_at && (queue.boards?.sounding === 0 || waited > 30),
  };
}

export function undoFor(desk, me, now) {
  const undo = desk.undo;
  if (!undo || (undo.by !== null && undo.by !== undefined && undo.by !== me.id)) return null;
  const left = Math.min(20, Math.ceil(seconds(now, at(undo.until))));
  return left > 0 ? { ...undo, left } : null;
}

export const takenByOther = (desk, me) => Boolean(desk.officer && desk.officer.id !== me.id);
