import { useEffect, useId, useRef, useState } from "preact/hooks";

const FIRST_GUESS = 400;
export const CHART_HEIGHT = 244;

// Charts are drawn to the pixels that they have, so that their words keep their size on every screen.
function useWidth() {
  const box = useRef(null);
  const [width, setWidth] = useState(FIRST_GUESS);
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.round(entry.contentRect.width)));
    watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);
  return [box, width];
}

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

// A chart is one stop of the Tab key; the arrows lead from mark to mark.
function walk(event) {
  const step = STEPS[event.key];
  if (!step) return;
  const marks = [...event.currentTarget.querySelectorAll("a")];
  const next = marks[marks.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function restAt(event) {
  for (const mark of event.currentTarget.querySelectorAll("a")) mark.setAttribute("tabindex", mark === event.target.closest("a") ? "0" : "-1");
}

// `draw(width)` gives the marks; `source` says what was counted, `head` stands beside the title.
export function Chart({ title, source, head, height = CHART_HEIGHT, draw, foot }) {
  const [box, width] = useWidth();
  const name = useId();
  return (
    <section class="card chart" aria-labelledby={name}>
      <header class="chart__head"><h2 id={name}>{title}</h2>{head}</header>
      <div class="chart__box" ref={box}>
        <svg role="group" aria-labelledby={name} width={width} height={height} viewBox={`0 0 ${width} ${height}`} onKeyDown={walk} onFocusIn={restAt}>
          <Patterns />
          {draw(width)}
        </svg>
      </div>
      {foot}
      <p class="chart__source">{source}</p>
    </section>
  );
}

// The page's own patterns, so that red and green differ without colour too.
function Patterns() {
  return (
    <defs>
      <pattern id="missed-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" class="fill-red" /><path d="M0 0H7M0 0V7" class="hatch" />
      </pattern>
      <pattern id="called-dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" class="fill-paper" /><circle cx="3" cy="3" r="1.5" class="fill-green" />
      </pattern>
    </defs>
  );
}
