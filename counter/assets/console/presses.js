// What each button and key does in the present state.
import { useEffect, useState } from "preact/hooks";
import { t } from "@shared/words.js";
import { breachReason, breachReasons } from "../staff/words.js";
import { primaryVerb } from "./state.js";

const SETTLE = 600; // a second press that was meant for the button before must not hit the new one

// After the meaning of a button has changed, it rests for a moment.
export function useSettled(meaning) {
  const [known, know] = useState(null);
  useEffect(() => {
    const timer = setTimeout(() => know(meaning), SETTLE);
    return () => {
      clearTimeout(timer);
      know(null);
    };
  }, [meaning]);
  return known === meaning;
}

export const nothing = Object.fromEntries(["call-next", "start", "recall", "put-back", "finish", "hold", "transfer", "no-show"].map((verb) => [verb, false]));

// The keys 1 to 6, only while a reason is asked.
const reasonKeys = (breaches, explain) =>
  breaches.asked ? Object.fromEntries(breachReasons().map(({ code }, place) => [`reason${place + 1}`, () => explain(breaches.asked, code)])) : {};

export function presses({ work, desk, may, undo, settled, breaches, open }) {
  const when = (verb) => () => may[verb] && !work.busy && work.verb(verb);
  const primary = primaryVerb(desk);
  const explain = (breach, code) => breaches.settled && !work.busy && explainBreach(work, breach, code);
  return {
    primary: () => settled && when(primary)(),
    recall: when("recall"), miss: when("no-show"), hold: when("hold"), putBack: when("put-back"),
    transfer: () => may.transfer && open({ name: "transfer" }),
    undo: () => undo && !work.busy && work.verb("undo"),
    takeNumber: () => open({ name: "take_number" }),
    explain, ...reasonKeys(breaches, explain),
    remind: (counter, ticket) => !work.busy && work.remark(`${counter}/remind`, { ticket: ticket.id }),
    help: () => open({ name: "shortcuts" }),
  };
}

// Says why a visit began late, and confirms what was noted.
async function explainBreach(work, { ticket, leg, number }, reason) {
  const answer = await work.remark(`visits/${ticket}/${leg}/reason`, { reason });
  if (answer?.ok) work.setNotice({ calm: true, words: t("Alasan %(number)s tercatat: %(reason)s", { number, reason: breachReason(reason) }) });
}

// Prints the slip again, and says so: the paper comes out at the kiosk, out of sight.
export async function printAgain(work, ticket) {
  const answer = work.busy ? null : await work.ticketVerb(ticket, "print");
  if (answer?.ok) work.setNotice({ calm: true, words: t("Kertas %(number)s dikirim lagi ke pencetak", { number: ticket.number }) });
  return answer;
}
