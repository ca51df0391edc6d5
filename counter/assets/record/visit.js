// Which visit a record is of: one with a number, one without, or one that is only being written down.
import { newKey, page } from "@shared/page.js";
import { recordOf } from "../staff/names.js";
import { counterPath } from "../staff/work.js";

export const ofTicket = (ticket) => ({ key: `ticket-${ticket.id}`, ticket, service: ticket.service });
export const ofEntry = ({ entry, service }) => ({ key: `entry-${entry}`, entry, service });
export const newVisit = (service) => ({ key: newKey(), service });

export const isKept = (visit) => Boolean(visit.ticket || visit.entry);

// What is asked of a visit: its service knows the form.
export const formOf = ({ service }) => page.office.services.find(({ code }) => code === service)?.form ?? "skd";

// What is written down in a leg: needs of data, or the outcome of a DTSEN visit.
export const kindOfLeg = ({ legs }, leg) => recordOf(legs[Math.min(leg, legs.length) - 1]) ?? "needs";

export const visitPath = ({ ticket, entry }, rest) => counterPath(ticket ? `tickets/${ticket.id}/${rest}` : `entries/${entry}/${rest}`);

// Where its answers go, and what goes with them. A visit that is new bears one key until the desk has taken it down.
export function writing(visit) {
  return isKept(visit) ? { path: visitPath(visit, "guestbook"), more: {} } : { path: counterPath("entries"), more: { service: visit.service }, key: visit.key };
}
