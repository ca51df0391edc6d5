// The rating on the visitor's own phone: a card beside the proof, then one question at a time.
import { useEffect, useState } from "preact/hooks";
import { isNumbered } from "@shared/order.js";
import { Icon, TicketNumber } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Waiting } from "../guestbook/walk.jsx";
import { byLink, useAsked } from "../rating/door.js";
import { answeredOf, useRating } from "../rating/rating.js";
import { countOf, pathOf } from "../rating/steps.js";
import { Actions, Step } from "../rating/walk.jsx";
import { useSettled } from "../settled.js";
import { Page } from "./frame.jsx";

const SECOND_TAP = 300; // milliseconds in which the second tap of a double tap must not answer the next question
const DUE = new Set(["serving", "served"]); // the published procedure: after the consultation, before "selesai"

// What this visit is asked, whether its rating is open, and what was answered meanwhile.
export const useVisitRating = (ticket) => useRatingOf(() => byLink(ticket.token), DUE.has(ticket.state));
export const useRequestRating = (request) => useRatingOf(() => byLink(request.token, "requests"), request.may_rate);

function useRatingOf(open, isDue) {
  const [isWanted, setWanted] = useState(false);
  const [door] = useState(open);
  const [asked, setAsked] = useAsked(door, isDue);
  const heard = (answered, anonymous) => setAsked((old) => ({
    ...old, anonymous, ...Object.fromEntries(Object.entries(answered).filter(([name]) => old[name]).map(([name, codes]) => [name, { ...old[name], answered: codes }])),
  }));
  return { door, asked, heard, isOpen: isWanted && isDue && Boolean(asked), open: () => setWanted(true), close: () => setWanted(false) };
}

export function RatingCard({ rating }) {
  const { asked } = rating;
  if (asked === false) return null;
  const { count, of } = asked ? countOf(pathOf(asked), answeredOf(asked), "skm") : { count: 0, of: 9 };
  const state = { [of]: t("sudah Anda berikan"), 0: t("%(of)s pertanyaan singkat", { of }) }[count] ?? t("%(count)s dari %(of)s terjawab", { count, of });
  const way = { [of]: t("Buka"), 0: t("Mulai") }[count] ?? t("Lanjutkan");
  return (
    <article class="paper card">
      <Icon name={count ? "check" : "talk"} />
      <div role="status">
        <h2>{t("Beri penilaian")}</h2>
        <p>{state}</p>
      </div>
      <button class="button" type="button" disabled={!asked} onClick={rating.open}>{way}</button>
    </article>
  );
}

function Place({ rating, ticket, onClose }) {
  const settled = useSettled(SECOND_TAP);
  useEffect(() => scrollTo(0, 0), []);
  return (
    <Page class={`book rate rate--${rating.step.kind}`} foot={<><Waiting entry={rating} /><Actions rating={rating} settled={settled} onLeave={onClose} onDone={onClose} /></>}>
      <Step rating={rating} settled={settled}>{ticket.channel ? <p class="kicker">{ticket.number}</p> : isNumbered && <TicketNumber number={ticket.number} as="p" />}</Step>
    </Page>
  );
}

export function Rating({ ticket, visit }) {
  const rating = useRating(visit.door, visit.asked, { onAnswered: visit.heard, request: ticket.channel ? ticket.number : null });
  return <Place key={rating.at} rating={rating} ticket={ticket} onClose={visit.close} />;
}
