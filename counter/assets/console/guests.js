// The visits without a number, as the snapshot tells them: guests of the house, and what was written down.
import { recordOf } from "../staff/names.js";

export const isWaitingGuest = (visit) => visit.form === "reception" && !visit.met_at;

export const waitingGuests = (queue) => (queue.without_number ?? []).filter(isWaitingGuest);

// A guest whom the officer wrote down needs no bell.
export const guestsWhoCame = (queue) => waitingGuests(queue).filter(({ channel }) => channel !== "officer");

export const minutesSince = (iso, now) => Math.max(0, Math.floor((now - Date.parse(iso)) / 60_000));

// What the record of a visit without a number may know of it beside its answers.
export function aboutVisit(queue, { entry }, now) {
  const known = (queue.without_number ?? []).find((one) => one.entry === entry);
  const guest = known?.form === "reception" ? { entry, minutes: minutesSince(known.at, now), metAt: known.met_at } : null;
  return { guest_book: null, record: known && recordOf(known.service), isGone: false, guest };
}
