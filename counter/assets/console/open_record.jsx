import { useRef, useState } from "preact/hooks";
import { recordOf } from "../staff/names.js";
import { RecordPanel } from "../record/panel.jsx";
import { aboutVisit } from "./guests.js";

// The visit whose record is open. It gives way to another only where nothing in it would be lost.
export function useOpenRecord() {
  const [visit, show] = useState(null);
  const guard = useRef(null);
  return {
    visit, guard, close: () => show(null),
    open: (next) => (guard.current?.() ?? true) && show(next),
    keep: (entry) => show((now) => (now.ticket ? now : { ...now, entry })),
  };
}

// `desk`: the counter at which the visitor with a number sits, where there is one.
export function OpenRecord({ queue, now, desk, record }) {
  const { visit, guard, keep, close } = record;
  const about = visit.ticket
    ? { guest_book: desk.guest_book, record: recordOf(visit.ticket.service), isGone: desk.ticket?.id !== visit.ticket.id }
    : aboutVisit(queue, visit, now);
  return <RecordPanel key={visit.key} {...{ visit, about, guard }} onKept={keep} onClose={close} />;
}
