import { duration } from "@shared/clock.js";
import { Icon, Ribbon } from "@shared/pieces.jsx";
import { clockWords } from "./clock_words.js";
import { toneIcon, toneWord } from "./words.js";

const figure = (clock) => (clock.tone === "missed" ? `+${duration(-clock.left)}` : duration(clock.left));

// The deadline stands out in its sentence.
function Sentence({ words, strong }) {
  const [before, ...after] = strong ? words.split(strong) : [words];
  return <p class="clock__sentence">{before}{after.length > 0 && <b>{strong}</b>}{after.join(strong)}</p>;
}

// The clock that matters at this counter: figure, ribbon, deadline. `tall` while it is the whole page.
export function ClockCard({ matter, limit }) {
  const { clock } = matter;
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
      <Sentence words={sentence} strong={deadline} />
    </section>
  );
}

// The same clock in one row of the waiting list.
export function MiniClock({ clock, rest }) {
  if (!clock) return <span class="mini mini--rest">{rest}</span>;
  return (
    <>
      <span class={`mini mini--${clock.tone}`}><Icon name={toneIcon(clock.tone)} />{figure(clock)} {toneWord(clock.tone)}</span>
      <Ribbon elapsed={clock.elapsed} limit={clock.limit} size="small" width={126} />
    </>
  );
}
