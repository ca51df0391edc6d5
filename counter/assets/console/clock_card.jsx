import { clockTimeExact } from "@shared/clock.js";
import { Icon, Ribbon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { mayRemind, reminderOf } from "../staff/clocks.js";
import { Sentence } from "../staff/mini_clock.jsx";
import { deskName } from "../staff/names.js";
import { figure, toneIcon, toneWord } from "../staff/words.js";
import { clockWords } from "./clock_words.js";

// While another free counter lets a clock run: remind its officer, and see that it was done.
export function Remind({ queue, free, ticket, now, busy, onRemind }) {
  const reminder = reminderOf(queue, free.counter, ticket.id);
  return (
    <div class="remind">
      {mayRemind(reminder, now) && (
        <button type="button" class="button" aria-disabled={busy ? "true" : undefined} onClick={() => !busy && onRemind(free.counter, ticket)}>
          <Icon name="bell" />{t("Ingatkan %(desk)s", { desk: deskName(free.counter) })}
        </button>
      )}
      {reminder && <p role="status"><Icon name="check" />{t("sudah diingatkan %(time)s", { time: clockTimeExact(reminder.at) })}</p>}
    </div>
  );
}

// The clock that matters at this counter: figure, ribbon, deadline. `tall` while it is the whole page.
export function ClockCard({ matter, queue, now, busy, onRemind }) {
  const { clock } = matter;
  const limit = queue.limit_seconds;
  const { head, sentence, deadline } = clockWords(matter, limit);
  const tall = ["ours", "called"].includes(matter.kind);
  const look = ["clock", `clock--${clock?.tone ?? "rest"}`, tall && "clock--tall", !clock && "clock--quiet"].filter(Boolean).join(" ");
  return (
    <section class={look} data-clock={clock?.tone ?? "rest"}>
      <h1 class="clock__head"><Icon name={clock ? toneIcon(clock.tone) : "hold"} />{head}</h1>
      {clock && (
        <p class="clock__figure" role="timer">
          <b>{figure(clock)}</b> <span>{toneWord(clock.tone)}</span>
        </p>
      )}
      {limit && <div class="clock__ribbon"><Ribbon elapsed={clock?.elapsed ?? null} limit={limit} size="large" width={tall ? 660 : 420} /></div>}
      {matter.free && <Remind {...{ queue, now, busy, onRemind }} free={matter.free} ticket={matter.entry.ticket} />}
      <Sentence class="clock__sentence" words={sentence} strong={deadline} />
    </section>
  );
}
