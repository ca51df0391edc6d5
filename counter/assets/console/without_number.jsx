import { clockTime } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { serviceName } from "../staff/names.js";
import { waitedWords } from "../staff/words.js";
import { Fold } from "./aside_lists.jsx";
import { isWaitingGuest, minutesSince } from "./guests.js";

function Visit({ visit, children, onOpen }) {
  const time = clockTime(visit.at);
  return (
    <li>
      <b class="without__time">{time}</b>
      <small>
        {serviceName(visit.service)}
        {visit.group > 1 && <span class="chip"><Icon name="users" />{t("Rombongan %(count)s orang", { count: visit.group })}</span>}
        {children}
      </small>
      <button type="button" class="button" onClick={() => onOpen(visit)}>{t("Buka")}<span class="sr-only"> {serviceName(visit.service)} {time}</span></button>
    </li>
  );
}

// Guests who wait to be met, then what was written down: telephone, e-mail, WhatsApp, and guests who have been met.
export function WithoutNumber({ visits, now, onOpen, onNew }) {
  const guests = visits.filter(isWaitingGuest);
  const others = visits.filter((visit) => !isWaitingGuest(visit)).reverse();
  return (
    <>
      <section class="without" aria-label={t("Tanpa nomor hari ini")}>
        <header class="without__head">
          <h3>{t("Tanpa nomor hari ini")}</h3><b>{visits.length}</b>
          <button type="button" class="button" aria-haspopup="dialog" onClick={onNew}><Icon name="plus" />{t("Catat kunjungan")}</button>
        </header>
        {guests.length > 0 && (
          <ul class="without__guests">
            {guests.map((visit) => (
              <Visit key={visit.entry} {...{ visit, onOpen }}><span class="chip chip--good">{waitedWords(minutesSince(visit.at, now))}</span></Visit>
            ))}
          </ul>
        )}
      </section>
      <Fold icon="form" title={t("Tercatat tanpa nomor")} entries={others}>
        {(visit) => <Visit key={visit.entry} {...{ visit, onOpen }}>{visit.met_at && <span class="chip">{t("Ditemui %(time)s", { time: clockTime(visit.met_at) })}</span>}</Visit>}
      </Fold>
    </>
  );
}
