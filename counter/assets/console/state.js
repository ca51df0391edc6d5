// What the console shows, worked out from the snapshot alone: no browser, no clock of its own.
// Times in the snapshot are RFC 3339 strings, `now` is in milliseconds, spans are in seconds.
import { REMINDED, at, clockOf, deskOf, freeDeskFor, heldWithClock, nearestClock, phaseOf, reminderOf, seconds, silenceOf } from "../staff/clocks.js";

// The line of this counter in the order in which it will call: the desk says who is next, and why.
export function waitingFor(queue, number) {
  const mine = queue.waiting.filter((entry) => entry.counters.includes(number));
  const { next } = deskOf(queue, number);
  const first = mine.find((entry) => entry.ticket.id === next?.ticket);
  return first ? [{ ...first, reason: next.reason }, ...mine.filter((entry) => entry !== first)] : mine;
}

// Everyone who waits: whoever this counter calls next first, the others in calling order.
export function lineSeenFrom(queue, number) {
  const [first] = waitingFor(queue, number);
  return first ? [first, ...queue.waiting.filter((entry) => entry.ticket.id !== first.ticket.id)] : queue.waiting;
}

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

// The late visits whose reason this counter is asked for: its own, and those who left a line that it serves.
export function breachesAt(queue, number, services) {
  return (queue.unexplained ?? []).filter((one) => (one.counter === null ? services.includes(one.service) : one.counter === number));
}

// A breach asks by itself about the visitor who sits here, or while no clock needs this counter; else it waits as a chip.
export const mayAskNow = (breach, matter) => breach.ticket === matter.desk.ticket?.id || !matter.clock;

// Somebody says that a visitor waits for this counter; forgotten after three minutes.
export function remindedHere(queue, number, me, now) {
  const reminder = reminderOf(queue, number);
  const over = !reminder || reminder.by?.id === me.id || seconds(at(reminder.at), now) > REMINDED;
  if (over) return null;
  const entry = queue.waiting.find((one) => one.ticket.id === reminder.ticket);
  const startedAt = entry?.clock_started_at ?? deskOf(queue, number).clock_started_at;
  return { ...reminder, clock: clockOf(startedAt, queue, now) };
}

// "Lupa menekan Selesai?": the minutes that this visitor has been served, once the counter was silent for too long.
export function forgottenFinish(desk, now) {
  if (phaseOf(desk) !== "serving" || silenceOf(desk, now) === null) return null;
  return { number: desk.ticket.number, minutes: Math.floor(seconds(at(desk.ticket.started_at), now) / 60) };
}
