import { t } from "@shared/words.js";
import { useBehind } from "../narrow.jsx";
import { count } from "../../staff/days.js";
import { inMinutes, length, officeName } from "../words.js";
import { CHART_HEIGHT, Chart } from "../../staff/chart.jsx";
import { Mark } from "./mark.jsx";

const LEFT = 8, RIGHT = 8;
const TOP = 44, GROUND = CHART_HEIGHT - 48;
const AT_LEAST = 14; // minutes on the axis
const LAST_CLASS = 30;
const DIGIT = 7.5; // pixels of a digit above a bar
const APART = 3;
const MEDIAN_WORDS = 92, HALF_P90_WORDS = 50; // pixels under the axis

const total = (one) => one.kept + one.called_in_time + one.missed;

function told(one) {
  const said = { from: one.minute, to: one.minute + 1, count: count(total(one)), kept: count(one.kept), called: count(one.called_in_time), missed: count(one.missed) };
  return one.minute >= LAST_CLASS
    ? t("%(from)s menit atau lebih: %(count)s kunjungan, %(kept)s tepat, %(called)s tepat panggil, %(missed)s lewat", said)
    : t("%(from)s sampai %(to)s menit: %(count)s kunjungan, %(kept)s tepat, %(called)s tepat panggil, %(missed)s lewat", said);
}

function Bar({ x, wide, one, high }) {
  let ground = GROUND;
  const parts = [["fill-blue", one.kept], ["fill-dots", one.called_in_time], ["fill-hatch", one.missed]].filter(([, number]) => number > 0);
  return parts.map(([look, number]) => {
    const tall = Math.max(high(number), 3);
    ground -= tall;
    return <rect key={look} class={look} x={x} y={ground} width={wide} height={tall} />;
  });
}

function Pointer({ x, words, at = x, end }) {
  return (
    <g>
      <path class="fill-ink" d={`M${x} ${GROUND + 20}l-5 8h10z`} />
      <text class="tick tick--strong" x={at} y={GROUND + 43} text-anchor={end}>{words}</text>
    </g>
  );
}

// The counts that fit above their bars without touching each other, the highest bars first; every mark tells its own
// when it is pointed at.
function labelled(minutes, x) {
  const taken = [];
  return [...minutes].sort((one, other) => total(other) - total(one)).filter((one) => {
    const [centre, half] = [x(one.minute + 0.5), (String(total(one)).length * DIGIT) / 2];
    const fits = taken.every(([start, end]) => centre - half > end + APART || centre + half < start - APART);
    if (fits) taken.push([centre - half, centre + half]);
    return fits;
  });
}

function Limit({ minute, x, summary }) {
  return (
    <>
      <line class="limit" x1={x} x2={x} y1="16" y2={GROUND + 4} />
      <text class="tick tick--strong" x={x} y="11" text-anchor="middle">{t("batas %(minutes)s menit", { minutes: minute })}</text>
      <text class="tick tick--blue" x={x - 8} y="30" text-anchor="end">{t("%(count)s tepat", { count: count(summary.kept) })}</text>
      <text class="tick tick--red" x={x + 8} y="30">{t("%(count)s lewat", { count: count(summary.missed) })}</text>
      {summary.called_in_time > 0 && <text class="tick tick--green" x={x + 8} y="46">{t("%(count)s tepat panggil", { count: count(summary.called_in_time) })}</text>}
    </>
  );
}

function Classes({ minutes, summary, limit, width }) {
  const behind = useBehind();
  const limitAt = limit && limit / 60;
  const classes = Math.max(AT_LEAST, minutes.length, Math.ceil(limitAt) + 4);
  const pitch = (width - LEFT - RIGHT) / classes;
  const most = Math.max(1, ...minutes.map(total));
  const high = (number) => (number / most) * (GROUND - TOP - 14);
  const x = (minute) => LEFT + pitch * minute;
  const pointed = (seconds) => x(Math.min(seconds / 60, LAST_CLASS + 0.5));
  const p90Words = Math.min(pointed(summary.clock_p90 ?? 0), width - RIGHT - HALF_P90_WORDS);
  return (
    <>
      <line class="axis axis--strong" x1={LEFT} x2={width - RIGHT} y1={GROUND} y2={GROUND} />
      {minutes.filter(total).map((one, place) => (
        <Mark key={one.minute} first={place === 0} told={told(one)} link={behind({ minute: one.minute })}>
          <rect class="hit" x={x(one.minute)} y={TOP} width={pitch} height={GROUND - TOP} />
          <Bar x={x(one.minute) + 1} wide={pitch - 2} one={one} high={high} />
        </Mark>
      ))}
      {labelled(minutes.filter(total), x).map((one) => (
        <text key={one.minute} class="tick tick--strong" x={x(one.minute + 0.5)} y={GROUND - Math.max(3, high(total(one))) - 7} text-anchor="middle">{count(total(one))}</text>
      ))}
      {Array.from({ length: Math.floor(classes / 2) + 1 }, (_, index) => index * 2).filter((minute) => pitch * 2 > 20 || minute % 10 === 0).map((minute) => (
        <text key={minute} class={minute === limitAt ? "tick tick--strong" : "tick"} x={x(minute)} y={GROUND + 15} text-anchor="middle">{minute}</text>
      ))}
      {limitAt && <Limit minute={inMinutes(limit)} x={x(limitAt)} summary={summary} />}
      {summary.clock_median !== null && <Pointer x={pointed(summary.clock_median)} words={`median ${length(summary.clock_median)}`} end="start" />}
      {summary.clock_p90 !== null && p90Words - HALF_P90_WORDS > pointed(summary.clock_median) + MEDIAN_WORDS && (
        <Pointer x={pointed(summary.clock_p90)} at={p90Words} words={t("9 dari 10: %(time)s", { time: length(summary.clock_p90) })} end="middle" />
      )}
    </>
  );
}

export function Minutes({ minutes, summary, limit }) {
  const counted = minutes.reduce((sum, one) => sum + total(one), 0);
  return (
    <Chart title={t("Lama jam sampai mulai dilayani")} draw={(width) => <Classes minutes={minutes} summary={summary} limit={limit} width={width} />}
      source={t("Menit, kelas satu menit, %(count)s kunjungan yang dilayani. Sumber: jurnal antrean %(office)s.", { count: count(counted), office: officeName() })} />
  );
}
