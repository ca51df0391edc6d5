import { Icon, Ribbon } from "@shared/pieces.jsx";
import { figure, toneIcon, toneWord } from "./words.js";

// A running clock in one line of a list, or the words for one that rests.
export function MiniClock({ clock, rest, width = 126 }) {
  if (!clock) return <span class="mini mini--rest">{rest}</span>;
  return (
    <>
      <span class={`mini mini--${clock.tone}`}><Icon name={toneIcon(clock.tone)} />{figure(clock)} {toneWord(clock.tone)}</span>
      <Ribbon elapsed={clock.elapsed} limit={clock.limit} size="small" width={width} />
    </>
  );
}

// The words of a sentence, one part of which stands out.
export function Sentence({ words, strong, class: look }) {
  const [before, ...after] = strong ? words.split(strong) : [words];
  return <p class={look}>{before}{after.length > 0 && <b>{strong}</b>}{after.join(strong)}</p>;
}
