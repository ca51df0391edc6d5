import { useState } from "preact/hooks";
import { zoneLetters } from "@shared/clock.js";
import { t } from "@shared/words.js";
import { Behind, useBehind } from "../narrow.jsx";
import { count } from "../../staff/days.js";
import { hourSpan, officeName, weekdayName, weekdayShort } from "../words.js";
import { CHART_HEIGHT, Chart } from "../../staff/chart.jsx";
import { Mark } from "./mark.jsx";

const HEIGHT = CHART_HEIGHT - 28; // a sentence stands below
const LEFT = 38, TOP = 22;
const WORKDAYS = [0, 1, 2, 3, 4];
const OFFICE_HOURS = [8, 15];
const SHADES = 4;
const DIGIT = 7.5; // pixels
const HOUR_WIDE = 20; // pixels that the name of an hour needs

const told = (one) => t("%(weekday)s %(hour)s: %(arrivals)s nomor terbit, %(missed)s lewat dari %(judged)s dinilai", {
  weekday: weekdayName(one.weekday), hour: hourSpan(one.hour), arrivals: count(one.arrivals), missed: count(one.missed), judged: count(one.judged),
});

const shade = (number, most) => (number === 0 ? 0 : Math.max(1, Math.ceil((number / most) * SHADES)));

function Cells({ hours, lateOnly, width }) {
  const behind = useBehind();
  const days = [...new Set([...WORKDAYS, ...hours.map(({ weekday }) => weekday)])].sort();
  const [from, to] = [Math.min(OFFICE_HOURS[0], ...hours.map(({ hour }) => hour)), Math.max(OFFICE_HOURS[1], ...hours.map(({ hour }) => hour))];
  const pitch = { x: (width - LEFT) / (to - from + 1), y: (HEIGHT - TOP) / days.length };
  const number = (one) => (lateOnly ? one.missed : one.arrivals);
  const most = Math.max(1, ...hours.map(number));
  const place = (one) => ({ x: LEFT + pitch.x * (one.hour - from), y: TOP + pitch.y * days.indexOf(one.weekday) });
  const marks = hours.filter((one) => number(one) > 0);
  return (
    <>
      {Array.from({ length: to - from + 1 }, (_, index) => index).filter((index) => index % Math.ceil(HOUR_WIDE / pitch.x) === 0).map((index) => (
        <text key={index} class="tick" x={LEFT + pitch.x * (index + 0.5)} y="13" text-anchor="middle">{String(from + index).padStart(2, "0")}</text>
      ))}
      {days.map((weekday, row) => (
        <g key={weekday}>
          <text class="tick tick--strong" x="0" y={TOP + pitch.y * (row + 0.5) + 4}>{weekdayShort(weekday)}</text>
          <rect class="cell-ground" x={LEFT} y={TOP + pitch.y * row + 1} width={width - LEFT} height={pitch.y - 2} />
        </g>
      ))}
      {marks.map((one, index) => (
        <Mark key={`${one.weekday} ${one.hour}`} first={index === 0} told={told(one)}
          link={behind({ weekday: one.weekday, hour: one.hour, ...(lateOnly ? { verdict: "missed" } : { first_leg: true }) })}>
          <rect class={`cell cell--${lateOnly ? "missed" : "busy"}-${shade(number(one), most)}`} x={place(one).x + 1} y={place(one).y + 1} width={pitch.x - 2} height={pitch.y - 2} />
        </Mark>
      ))}
      {marks.filter((one) => String(number(one)).length * DIGIT < pitch.x).map((one) => (
        <text key={`${one.weekday} ${one.hour}`} class={shade(number(one), most) === SHADES ? "cell-count cell-count--light" : "cell-count"}
          x={place(one).x + pitch.x / 2} y={place(one).y + pitch.y / 2 + 4} text-anchor="middle" aria-hidden="true">{count(number(one))}</text>
      ))}
    </>
  );
}

function Switch({ lateOnly, onSwitch }) {
  return (
    <div class="switch" role="group" aria-label={t("Yang dihitung")}>
      <button type="button" aria-pressed={!lateOnly} onClick={() => onSwitch(false)}>{t("Nomor terbit")}</button>
      <button type="button" aria-pressed={lateOnly} onClick={() => onSwitch(true)}>{t("Lewat")}</button>
    </div>
  );
}

function Worst({ worst }) {
  if (!worst) return <p class="chart__say">{t("Tidak ada jam dengan yang lewat.")}</p>;
  return (
    <p class="chart__say">
      <Behind narrowing={{ weekday: worst.weekday, hour: worst.hour, verdict: "missed" }}>
        {t("Terbanyak lewat: %(weekday)s %(hour)s, %(missed)s dari %(judged)s", { weekday: weekdayName(worst.weekday), hour: hourSpan(worst.hour), missed: count(worst.missed), judged: count(worst.judged) })}
      </Behind>
    </p>
  );
}

export function Hours({ hours, worst }) {
  const [lateOnly, onSwitch] = useState(false);
  const arrivals = hours.reduce((sum, one) => sum + one.arrivals, 0);
  return (
    <Chart title={t("Menurut hari dan jam")} height={HEIGHT} head={<Switch lateOnly={lateOnly} onSwitch={onSwitch} />}
      draw={(width) => <Cells hours={hours} lateOnly={lateOnly} width={width} />} foot={<Worst worst={worst} />}
      source={t("%(count)s nomor, jam terbit %(zone)s. Sumber: jurnal antrean %(office)s.", { count: count(arrivals), zone: zoneLetters, office: officeName() })} />
  );
}
