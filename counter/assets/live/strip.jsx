import { clockTime, duration } from "@shared/clock.js";
import { t } from "@shared/words.js";
import { at, clockOf } from "../staff/clocks.js";
import { everyone, hoursOf } from "./state.js";

const WIDE = 400;
const HIGH = 226;
const EDGE = { left: 24, right: 14, top: 22, bottom: 24 };
const LINE = 15; // names nearer than this would stand on each other
const NAMED = 3; // so many visitors are named, late ones and running clocks each; more would stand on each other

const seals = {
  kept: <><circle r="6" class="seal seal--kept" /><path class="seal__sign" d="M-2.8 .2l1.900 1.900 3.700-4" /></>,
  called_in_time: <><circle r="5" class="seal seal--called" /><path class="seal__dot" d="M-2 0h4" /></>,
  missed: <><path class="seal seal--missed" d="M-3-7h6l4 4v6l-4 4h-6l-4-4v-6z" /><path class="seal__sign" d="M-2.500-2.500l5 5M2.500-2.500l-5 5" /></>,
};

function scales(office, now, running) {
  const { from, until, marks } = hoursOf(office, now);
  const limit = office.limit_seconds;
  const most = Math.max(limit * 1.3, ...office.judged.map((mark) => mark.seconds), ...running.map(({ clock }) => clock.elapsed));
  return {
    x: (moment) => EDGE.left + ((moment - from) / (until - from)) * (WIDE - EDGE.left - EDGE.right),
    y: (seconds) => HIGH - EDGE.bottom - (Math.min(seconds, most) / most) * (HIGH - EDGE.top - EDGE.bottom),
    hours: marks.filter((_, nth) => marks.length <= 7 || nth % 2 === 0),
  };
}

// A name stands at the side of its mark that has room.
function Name({ x, y, words, look }) {
  const turned = x > WIDE * 0.7;
  return <text class={`strip__name ${look}`} x={turned ? x - 11 : x + 11} y={y + 4} text-anchor={turned ? "end" : "start"}>{words}</text>;
}

function Axes({ x, y, hours, limit }) {
  return (
    <>
      <line class="strip__rest" x1={EDGE.left} x2={WIDE - EDGE.right} y1={y(limit / 2)} y2={y(limit / 2)} />
      <line class="strip__limit" x1={EDGE.left} x2={WIDE - EDGE.right} y1={y(limit)} y2={y(limit)} />
      <line class="strip__base" x1={EDGE.left} x2={WIDE - EDGE.right} y1={y(0)} y2={y(0)} />
      <text class="strip__label" x={EDGE.left} y={y(limit) - 7}>{t("batas %(limit)s menit", { limit: Math.round(limit / 60) })}</text>
      {[0, limit / 2, limit].map((one) => <text key={one} x={EDGE.left - 8} y={y(one) + 4} text-anchor="end">{Math.round(one / 60)}</text>)}
      {hours.map((hour) => <text key={hour} x={x(hour)} y={HIGH - 6} text-anchor="middle">{clockTime(hour)}</text>)}
    </>
  );
}

// Where the names of the longest running clocks stand: beside their marks, each above the shorter one before it.
function nameLines(running, y) {
  const lines = [];
  for (const { clock } of running.slice(0, NAMED).reverse()) {
    const lowest = lines.length ? lines[0] - LINE : y(0) - LINE;
    lines.unshift(Math.min(y(clock.elapsed), lowest));
  }
  const above = Math.max(0, LINE - lines[0]);
  return lines.map((line) => line + above);
}

function Running({ entry, clock, named, now, x, y }) {
  const at = { x: x(now), y: y(clock.elapsed) };
  return (
    <g class={`strip__running strip__running--${clock.tone}`}>
      <line x1={at.x} x2={at.x} y1={y(0)} y2={at.y} />
      <circle cx={at.x} cy={at.y} r="5.5" />
      {named && <Name x={at.x} y={named} look="strip__name--running" words={t("%(number)s berjalan", { number: entry.ticket.number })} />}
    </g>
  );
}

function runningClocks(office, now) {
  const clocks = everyone(office).map((entry) => ({ entry, clock: clockOf(entry.clock_started_at, office, now) }));
  return clocks.filter(({ clock }) => clock).sort((one, other) => other.clock.elapsed - one.clock.elapsed);
}

// One mark for each visitor of the day: how long their clock had run when they were served.
export function Strip({ office, now }) {
  const limit = office.limit_seconds;
  if (!limit) return null;
  const running = runningClocks(office, now);
  const { x, y, hours } = scales(office, now, running);
  const lines = nameLines(running, y);
  const named = office.judged.filter((mark) => mark.verdict === "missed").slice(-NAMED);
  const spoken = t("Jam setiap pengguna saat mulai dilayani: %(kept)s tepat, %(missed)s lewat.", { kept: office.summary.kept, missed: office.summary.missed });
  return (
    <section class="card strip">
      <h2>{t("Jam setiap pengguna saat mulai dilayani, menit")}</h2>
      <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={spoken}>
        <Axes {...{ x, y, hours, limit }} />
        {office.judged.map((mark) => (
          <g key={`${mark.number}${mark.at}`} transform={`translate(${x(at(mark.at))} ${y(mark.seconds)})`}>{seals[mark.verdict]}</g>
        ))}
        {named.map((mark) => (
          <Name key={`${mark.number}${mark.at}`} x={x(at(mark.at))} y={y(mark.seconds)} look="strip__name--missed"
            words={t("%(number)s lewat %(late)s", { number: mark.number, late: duration(mark.seconds - limit) })} />
        ))}
        {running.map((one, place) => <Running key={one.entry.ticket.id} {...one} named={lines[place]} {...{ now, x, y }} />)}
      </svg>
      <p class="soft">{t("Satu tanda satu pengguna, menurut waktu mulai dilayani. Sumber: jurnal antrean.")}</p>
    </section>
  );
}
