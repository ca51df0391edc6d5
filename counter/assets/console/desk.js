// The verbs of one counter as this page asks for them.
import { useEffect } from "preact/hooks";
import { counterPath, useSending } from "../staff/work.js";

const ON_TICKET = new Set(["recall", "start", "hold", "put-back", "transfer", "no-show", "finish", "undo"]);
const STALE = new Set(["ticket_changed", "counter_taken", "nobody_waiting", "counter_busy", "illegal_move", "not_a_breach"]);

const SIGN_OF_LIFE = 10 * 60_000;

// A long consultation is no absence: whoever serves stays signed in, and can press Finish at its end.
export function useStaysIn(serving, readAgain) {
  useEffect(() => {
    const timer = serving && setInterval(readAgain, SIGN_OF_LIFE);
    return () => clearInterval(timer);
  }, [serving]);
}

// `desk` is what the officer sees: its ticket goes with every verb, so that a press
// on an old screen can never touch another visitor.
export function useDesk(desk, live) {
  const { ask, busy, notice, setNotice } = useSending();
  const number = desk.counter;
  const moment = [desk.ticket?.id, desk.ticket?.state, desk.called, desk.last_finished, desk.since].join(":");

  async function settle(before, answer) {
    const stale = !answer.ok && STALE.has(answer.data?.code);
    if (stale || live.seq() === before) await live.readAgain();
  }

  function verb(name, body = {}) {
    const before = live.seq();
    const seen = desk.ticket && ON_TICKET.has(name) ? { ticket: desk.ticket.id } : {};
    return ask(counterPath(`${number}/${name}`), { ...seen, ...body }, { moment, after: (answer) => settle(before, answer) });
  }

  function ticketVerb(ticket, name) {
    const before = live.seq();
    return ask(counterPath(`tickets/${ticket.id}/${name}`), {}, { moment: `${moment}:${before}`, after: (answer) => settle(before, answer) });
  }

  // What is said beside the work: a reason, a reminder. It goes to a path of its own and moves no ticket.
  function remark(path, body) {
    const before = live.seq();
    return ask(counterPath(path), body, { moment: `${moment}:${before}`, after: (answer) => settle(before, answer) });
  }

  return { verb, ticketVerb, remark, busy, notice, setNotice };
}
