import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { ask, narrowings, withoutNarrowings } from "./log.js";
import { count, span } from "../staff/days.js";
import { exclusionWords, hourSpan, reasonWords, verdictWords, weekdayName } from "./words.js";

const LAST_CLASS = 30; // clocks of half an hour and more stand in one class

const minuteWords = (minute) => (minute >= LAST_CLASS
  ? t("Jam %(minutes)s menit atau lebih", { minutes: LAST_CLASS })
  : t("Jam di atas %(from)s sampai %(to)s menit", { from: minute, to: minute + 1 }));

// Each narrowing as a chip: which parts of the question it takes away, and its words.
function chips(asked) {
  return [
    asked.since && { parts: ["since", "until"], words: span(asked.since, asked.until ?? asked.to) },
    asked.weekday !== undefined && { parts: ["weekday"], words: t("Hari %(weekday)s", { weekday: weekdayName(Number(asked.weekday)) }) },
    asked.hour !== undefined && { parts: ["hour"], words: t("Nomor terbit %(hour)s", { hour: hourSpan(Number(asked.hour)) }) },
    asked.first_leg !== undefined && { parts: ["first_leg"], words: t("Hanya nomor terbit") },
    asked.timed !== undefined && { parts: ["timed"], words: t("Jam terhitung") },
    asked.minute !== undefined && { parts: ["minute"], words: minuteWords(Number(asked.minute)) },
    asked.verdict && { parts: ["verdict"], words: verdictWords(asked.verdict) },
    asked.reason && { parts: ["reason"], words: t("Alasan: %(reason)s", { reason: reasonWords(asked.reason) }) },
    asked.exclusion && { parts: ["exclusion"], words: exclusionWords(asked.exclusion) },
  ].filter(Boolean);
}

// What the list shows, in a sentence, with a cross for everything that narrows it.
export function ListHead({ log, asked, go }) {
  const narrowed = narrowings(asked).length > 0;
  const without = (parts) => ask(asked, Object.fromEntries(parts.map((part) => [part, undefined])));
  return (
    <header class="list-head" id="daftar" tabIndex={-1}>
      <h2 aria-live="polite">
        {narrowed ? t("%(count)s dari %(visits)s kunjungan", { count: count(log.total), visits: count(log.summary.visits) }) : t("%(count)s kunjungan", { count: count(log.total) })}
      </h2>
      {chips(asked).map(({ parts, words }) => (
        <button key={parts[0]} type="button" class="chip-off" onClick={() => go(without(parts))} aria-label={t("Hapus saringan: %(words)s", { words })}>
          {words}<Icon name="close" />
        </button>
      ))}
      {narrowed && <button type="button" class="button button--link" onClick={() => go({ ...withoutNarrowings(asked), page: 1 })}>{t("Semua kunjungan")}</button>}
    </header>
  );
}
