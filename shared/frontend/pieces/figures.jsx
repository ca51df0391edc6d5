import { clockTime, useNow, zoneLetters } from "../clock.js";
import { t } from "../words.js";

// "K-014" with its hyphen narrowed; read aloud as "K 014".
export function TicketNumber({ number, class: extra = "", as: Tag = "strong" }) {
  const [series, digits] = number.split("-");
  return (
    <Tag class={`ticket-number ${extra}`}>
      <span aria-hidden="true">{series}<i>-</i>{digits}</span>
      <span class="sr-only">{`${series} ${digits}`}</span>
    </Tag>
  );
}

// Where visitors have no number, they are told which place in line is theirs.
export const PlaceInLine = ({ ahead }) => <strong class="ticket-number ticket-number--place">{t("ke-%(place)s", { place: ahead + 1 })}</strong>;

// Without `at` it is the running office clock.
export function Clock({ at, class: extra = "" }) {
  const now = useNow();
  const shown = clockTime(at ?? now);
  return (
    <div class={`wall-clock ${extra}`}>
      <time>{shown}</time><span class="wall-clock__zone"> {zoneLetters}</span>
    </div>
  );
}
