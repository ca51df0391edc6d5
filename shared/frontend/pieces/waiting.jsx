import { t } from "../words.js";

const figure = "M10 0a6 6 0 1 1 0 12A6 6 0 0 1 10 0zM10 13.5c6.500 0 9 4 9 10.500H1c0-6.500 2.500-10.500 9-10.500z";

// One figure for one visitor, at most four; beyond that the number beside it says the rest.
export function People({ count, you = false, most = 4 }) {
  const others = Math.min(count, you ? most - 1 : most);
  return (
    <span class="people" aria-hidden="true">
      {Array.from({ length: others }, (_, index) => <svg key={index} viewBox="0 0 20 24"><path d={figure} /></svg>)}
      {you && <svg class="people__you" viewBox="0 0 20 24"><path d={figure} /></svg>}
    </span>
  );
}

const scale = (to) => [30, 60, 90, 120, 180, 240].find((end) => to <= end) ?? Math.ceil(to / 60) * 60;

// "12–20 menit" the way a statistician draws it: a band on an axis of minutes.
export function Interval({ from, to, ticks = 6 }) {
  const end = scale(to);
  const marks = Array.from({ length: ticks + 1 }, (_, index) => Math.round((end / ticks) * index));
  const label = (mark) => {
    if (mark === 0) return t("sekarang");
    return mark === end ? t("%(minutes)s menit", { minutes: mark }) : mark;
  };
  return (
    <div class="interval" role="img" aria-label={t("Perkiraan %(from)s sampai %(to)s menit", { from, to })}>
      <div class="interval__line">
        <span class="interval__band" style={{ "--from": String(from / end), "--to": String(to / end) }} />
      </div>
      <ol class="interval__ticks" aria-hidden="true">
        {marks.map((mark) => <li key={mark} style={{ "--at": String(mark / end) }}><span>{label(mark)}</span></li>)}
      </ol>
    </div>
  );
}

// What is left of a countdown, 0 to 1.
export function Timeline({ left }) {
  return <div class="timeline" aria-hidden="true"><i style={{ "--left": `${Math.max(0, left) * 100}%` }} /></div>;
}
