import { clockTimeExact, duration } from "@shared/clock.js";
import { t } from "@shared/words.js";

const WIDTH = 676, TALL = 30;
const LEAST = 8; // pixels of the shortest stretch that can still be seen
const WORDY = 60; // pixels that a duration needs

const at = (iso) => Date.parse(iso) / 1000;

// The visit as stretches of time: waiting without a clock, the clock up to its limit, beyond it, and the service.
// `seconds` is what counts of each: a clock stands still in a break.
function stretches(visit, limitAt, limit) {
  const began = visit.clock_started_at && at(visit.clock_started_at);
  const started = visit.started_at && at(visit.started_at);
  const over = started ?? (visit.clock_seconds !== null && began ? began + visit.clock_seconds : began);
  const late = visit.verdict === "missed" ? "late" : "clock";
  const passed = limitAt && over > at(limitAt) ? at(limitAt) : null;
  return [
    { look: "still", from: at(visit.issued_at), to: began ?? started ?? at(visit.issued_at) },
    began && { look: late, from: began, to: passed ?? over, seconds: passed ? limit : visit.clock_seconds },
    passed && { look: "beyond", from: passed, to: over, seconds: visit.clock_seconds - limit },
    started && visit.finished_at && { look: "service", from: started, to: at(visit.finished_at) },
  ].filter((stretch) => stretch && stretch.to > stretch.from).map((stretch) => ({ seconds: stretch.to - stretch.from, ...stretch }));
}

function placed(all) {
  const whole = all.reduce((sum, { from, to }) => sum + to - from, 0);
  const wide = all.map(({ from, to }) => Math.max(LEAST, ((to - from) / whole) * WIDTH));
  const scale = WIDTH / wide.reduce((sum, one) => sum + one, 0);
  let x = 0;
  return all.map((stretch, place) => {
    const box = { ...stretch, x, wide: wide[place] * scale };
    x += box.wide;
    return box;
  });
}

const words = () => ({ still: t("menunggu, jam belum berjalan"), clock: t("jam berjalan"), late: t("jam berjalan"), beyond: t("lewat batas"), service: t("dilayani") });

export function Bar({ visit, limitAt, limit }) {
  const all = placed(stretches(visit, limitAt, limit));
  if (all.length === 0) return null;
  const told = all.map(({ look, seconds }) => [words()[look], duration(seconds)].join(" ")).join(", ");
  return (
    <svg class="visit__bar" viewBox={`0 0 ${WIDTH} ${TALL + 12}`} role="img" aria-label={told}>
      {all.map(({ look, seconds, x, wide }) => (
        <g key={look}>
          <rect class={`stretch stretch--${look}`} x={x + 0.5} y="6" width={Math.max(1, wide - 1)} height={TALL} rx="3" />
          {wide > WORDY && look !== "beyond" && <text class={`stretch__words stretch__words--${look}`} x={x + wide / 2} y={6 + TALL / 2 + 4.5} text-anchor="middle">{duration(seconds)}</text>}
          {look === "beyond" && <line class="limit" x1={x} x2={x} y1="0" y2={TALL + 12} />}
        </g>
      ))}
    </svg>
  );
}

// What the colours stand for, each with its length.
export function Legend({ visit, limitAt, limit }) {
  return (
    <ul class="visit__legend">
      {stretches(visit, limitAt, limit).map(({ look, seconds }) => <li key={look}><i class={`swatch swatch--${look}`} aria-hidden="true" />{words()[look]} <b>{duration(seconds)}</b></li>)}
    </ul>
  );
}

export function Times({ visit, limitAt }) {
  const moments = [
    [t("Nomor terbit"), visit.issued_at], [t("Jam mulai"), visit.clock_started_at], [t("Batas"), limitAt],
    [t("Dipanggil"), visit.first_called_at], [t("Mulai dilayani"), visit.started_at], [t("Selesai"), visit.finished_at],
  ];
  return <dl class="visit__times">{moments.map(([name, moment]) => <div key={name}><dt>{name}</dt><dd>{moment ? clockTimeExact(moment) : "–"}</dd></div>)}</dl>;
}
