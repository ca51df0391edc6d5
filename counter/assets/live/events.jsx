import { clockTimeExact } from "@shared/clock.js";
import { Verdict } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { happened } from "./words.js";

// The last rows of the journal, in words.
export function Events({ events }) {
  return (
    <section class="card events">
      <h2>{t("Kejadian terakhir")}</h2>
      {events.length === 0
        ? <p class="soft">{t("Belum ada kejadian hari ini.")}</p>
        : <ol>
            {events.map((event) => (
              <li key={event.seq}><b>{clockTimeExact(event.at)}</b><span>{happened(event)}</span>{event.verdict && <Verdict verdict={event.verdict} />}</li>
            ))}
          </ol>}
    </section>
  );
}
