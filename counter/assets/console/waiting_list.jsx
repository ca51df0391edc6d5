import { clockTime } from "@shared/clock.js";
import { TicketNumber } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { clockOf } from "../staff/clocks.js";
import { MiniClock } from "../staff/mini_clock.jsx";
import { deskNames, serviceName } from "../staff/names.js";
import { lineSeenFrom } from "./state.js";
import { counterSituation, expectedWords, languageName, reasonWords } from "./words.js";

// Numbers never break at their hyphen.
const Unbroken = ({ words }) => words.split(/([A-Z]+-\d+,?)/).map((part, index) => (index % 2 ? <span key={index} class="nowrap">{part}</span> : part));

function Why({ entry, elsewhere }) {
  const { lead, rest } = reasonWords(entry.reason);
  const expected = expectedWords(entry.ticket.estimate);
  return (
    <span class="wait__why">
      {lead && <><b>{lead}</b>, </>}<Unbroken words={rest} />{entry.request && <span class="nowrap">, {t("janji temu %(number)s", { number: entry.request.number })}</span>}{elsewhere && `, ${deskNames(entry.counters)}`}{expected && <span class="nowrap">, {expected}</span>}
    </span>
  );
}

const restWords = (entry, clock) =>
  entry.clock_started_at && !clock ? t("jam mulai %(time)s", { time: clockTime(entry.clock_started_at) }) : t("jam belum berjalan");

function Row({ entry, place, counter, queue, now, onOpen }) {
  const clock = clockOf(entry.clock_started_at, queue, now);
  const elsewhere = !entry.counters.includes(counter);
  const rest = queue.limit_seconds && restWords(entry, clock);
  return (
    <li class={`wait${clock ? ` wait--${clock.tone}` : ""}${elsewhere ? " wait--elsewhere" : ""}`}>
      <button type="button" onClick={() => onOpen(entry)} aria-haspopup="dialog">
        <span class="wait__place">{place}</span>
        <span class="wait__who">
          <TicketNumber number={entry.ticket.number} as="b" /><span class="wait__service">{serviceName(entry.ticket.service)}</span>
          {entry.language === "en" && <span class="chip"><span aria-hidden="true">EN</span><span class="sr-only">{languageName("en")}</span></span>}
        </span>
        <span class="wait__side"><MiniClock clock={clock} rest={rest} /></span>
        <Why entry={entry} elsewhere={elsewhere} />
      </button>
    </li>
  );
}

// Everyone who waits in this office, in calling order, each with the reason for the place.
export function WaitingList({ queue, counter, now, onOpen }) {
  const minutes = Math.round((queue.limit_seconds ?? 0) / 60);
  return (
    <>
      <header class="queue__head"><h2>{t("Menunggu, urutan panggil")}</h2><b>{queue.waiting.length}</b></header>
      {queue.waiting.length === 0
        ? <p class="queue__empty soft">{t("Antrean kosong")}</p>
        : <div class="queue__scroll">
            <ol>
              {lineSeenFrom(queue, counter).map((entry, index) => (
                <Row key={entry.ticket.id} place={index + 1} {...{ entry, counter, queue, now, onOpen }} />
              ))}
            </ol>
            {minutes > 0 && (
              <p class="queue__note">{t("Jam %(minutes)s menit berjalan untuk satu orang per meja yang bebas.", { minutes })} {counterSituation(queue)}</p>
            )}
          </div>}
    </>
  );
}
