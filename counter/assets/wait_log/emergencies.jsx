import { clockTime } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { emergencyReason } from "../staff/words.js";
import { shortDay } from "../staff/days.js";

// Each documented emergency: from when until when every clock stood still, why, and who said so.
export function EmergencyList({ list, dated = false }) {
  return (
    <ul class="emergency-list">
      {list.map(({ day, from, until, reason, by, at, text }) => (
        <li key={at}>
          <b>{dated && `${shortDay(day)}, `}{clockTime(from)}–{clockTime(until)}</b>
          <span>{emergencyReason(reason)}</span>
          <small>{by ? t("dicatat %(name)s, %(time)s", { name: by.name, time: clockTime(at) }) : t("dicatat %(time)s", { time: clockTime(at) })}</small>
          {text && <p class="said">{text}</p>}
        </li>
      ))}
    </ul>
  );
}

// One quiet line above the table; it opens the list.
export function Emergencies({ list }) {
  if (list.length === 0) return null;
  return (
    <details class="emergencies-line">
      <summary><Icon name="warning" />{t("Keadaan darurat pada rentang ini: %(count)s", { count: list.length })}<Icon name="chevron-down" /></summary>
      <EmergencyList list={list} dated />
    </details>
  );
}
