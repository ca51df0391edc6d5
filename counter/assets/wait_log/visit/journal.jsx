import { useState } from "preact/hooks";
import { clockTimeExact, officeDay } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { shortDay } from "../../staff/days.js";
import { eventNote, eventTitle } from "./event_words.js";

const SIGNS = { clock_started: "clock", limit_passed: "close", clock_paused: "hold" };

function look(event) {
  if (event.what === "limit_passed") return "event event--late";
  return event.computed ? "event event--computed" : "event";
}

function Event({ event, day }) {
  const at = officeDay(event.at);
  const note = eventNote(event);
  return (
    <li class={event.undone ? `${look(event)} event--undone` : look(event)}>
      <time dateTime={event.at}>{clockTimeExact(event.at)}{at !== day && <small>{shortDay(at)}</small>}</time>
      <span class="event__sign" aria-hidden="true">{SIGNS[event.what] && <Icon name={SIGNS[event.what]} />}</span>
      <div>
        <p class="event__what">{eventTitle(event)}</p>
        {event.text && <p class="event__text">{event.text}</p>}
        {note && <p class="event__note">{note}</p>}
      </div>
    </li>
  );
}

// Everything that happened; nothing in it can be changed, only added to.
export function Journal({ events, visit }) {
  const [newestFirst, turn] = useState(false);
  const shown = newestFirst ? [...events].reverse() : events;
  return (
    <section class="visit__part">
      <header class="visit__head">
        <h3>{t("Jurnal, tidak dapat diubah")}</h3>
        <div class="switch" role="group" aria-label={t("Urutan")}>
          <button type="button" aria-pressed={!newestFirst} onClick={() => turn(false)}>{t("Dari awal")}</button>
          <button type="button" aria-pressed={newestFirst} onClick={() => turn(true)}>{t("Terbaru dahulu")}</button>
        </div>
      </header>
      <ol class="events">
        {shown.map((event, place) => <Event key={`${event.what}${event.at}${place}`} event={event} day={visit.day} />)}
      </ol>
    </section>
  );
}
