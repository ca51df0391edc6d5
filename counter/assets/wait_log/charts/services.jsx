import { t } from "@shared/words.js";
import { serviceName } from "../../staff/names.js";
import { useBehind } from "../narrow.jsx";
import { count } from "../../staff/days.js";
import { length, officeName } from "../words.js";
import { CHART_HEIGHT, Chart } from "../../staff/chart.jsx";
import { Mark } from "./mark.jsx";

const TOP = 22, FOOT = 22;
const ROWS = [32, 46]; // pixels of a row, the least and the most
const RIGHT = 14;
const MINUTES = [15, 20]; // the axis reaches the longest clock, within these
const NARROWEST = 92, WIDEST = 132; // pixels for the names
const LETTER = 6.6;
const FIGURE = 36; // pixels of "12:34"

function told(one) {
  const said = { service: serviceName(one.service), count: count(one.count), missed: count(one.missed) };
  if (one.count === 0) return t("%(service)s: tidak ada jam yang dihitung, %(missed)s lewat", said);
  const figures = { median: length(one.median), p90: length(one.p90), longest: length(one.longest) };
  return t("%(service)s: %(count)s kunjungan, median %(median)s, sembilan dari sepuluh %(p90)s, terpanjang %(longest)s, %(missed)s lewat", { ...said, ...figures });
}

const short = (words, room) => (words.length * LETTER <= room ? words : `${words.slice(0, Math.max(3, Math.floor(room / LETTER) - 1)).trimEnd()}…`);

function Shapes({ one, y, x, late, beyond }) {
  return (
    <>
      <line class="whisker" x1={x(0)} x2={x(one.longest)} y1={y} y2={y} />
      <rect class="fill-blue-line" x={x(one.median)} y={y - 6} width={Math.max(0, x(one.p90) - x(one.median))} height="12" />
      <circle class="fill-blue" cx={x(one.median)} cy={y} r="5" />
      {beyond ? <path class="fill-red" d={`M${x(one.longest) + 6} ${y}l-10 -6v12z`} /> : <rect class={late ? "dot dot--missed" : "fill-blue"} x={x(one.longest) - 4} y={y - 4} width="8" height="8" />}
    </>
  );
}

// The longest stands behind its mark, and above the line where the edge leaves no room for it.
function longestAt({ one, y, x, width }) {
  return x(one.longest) + 8 + FIGURE < width ? { x: x(one.longest) + 8, y: y + 4 } : { x: width, y: y - 10, "text-anchor": "end" };
}

function Figures({ one, y, x, late, width }) {
  return (
    <>
      {one.median !== one.longest && <text class="tick tick--strong" x={Math.max(x(one.median), x(0) + 14)} y={y - 10} text-anchor="middle">{length(one.median)}</text>}
      <text class={late ? "tick tick--red" : "tick"} {...longestAt({ one, y, x, width })}>{length(one.longest)}</text>
    </>
  );
}

// Of a service that everybody left too late only the missed can be told.
function Words({ names, ...look }) {
  const { one, y, x } = look;
  return (
    <g aria-hidden="true">
      <text class="tick tick--strong" x="0" y={y - 2}>{short(serviceName(one.service), names)}</text>
      <text class="tick" x="0" y={y + 13}>{`n = ${count(one.count)}`}</text>
      {one.count > 0 ? <Figures {...look} /> : <text class="tick tick--red" x={x(0)} y={y + 4}>{t("%(count)s lewat", { count: count(one.missed) })}</text>}
    </g>
  );
}

function Row({ one, y, x, end, limit, names, width, children, ...mark }) {
  const look = { one, y, x, late: limit && one.longest > limit, beyond: one.longest > end * 60 };
  return (
    <>
      <Mark told={told(one)} {...mark}>{children}{one.count > 0 && <Shapes {...look} />}</Mark>
      <Words {...look} names={names} width={width} />
    </>
  );
}

const behindRow = ({ service, count: timed }) => (timed > 0 ? { service, timed: true, sort: "clock_seconds", down: true } : { service, verdict: "missed" });

function Limit({ x, height }) {
  return (
    <>
      <text class="tick tick--strong" x={x} y="11" text-anchor="middle">{t("batas")}</text>
      <line class="limit" x1={x} x2={x} y1="16" y2={height - FOOT + 2} />
    </>
  );
}

function Rows({ services, limit, width, height, row }) {
  const behind = useBehind();
  const end = Math.min(MINUTES[1], Math.max(MINUTES[0], ...services.map(({ longest }) => Math.ceil((longest ?? 0) / 60))));
  const names = Math.min(WIDEST, Math.max(NARROWEST, width * 0.3));
  const x = (seconds) => names + 8 + (Math.min(seconds / 60, end) / end) * (width - names - 8 - RIGHT);
  return (
    <>
      {limit && <Limit x={x(limit)} height={height} />}
      {services.map((one, place) => {
        const y = TOP + row * (place + 0.5) + 6;
        return (
          <Row key={one.service} one={one} y={y} x={x} end={end} limit={limit} names={names} width={width} first={place === 0}
            link={behind(behindRow(one))}>
            <rect class="hit" x="0" y={y - row / 2 - 4} width={width} height={row} />
          </Row>
        );
      })}
      {[0, 5, 10, 15, 20].filter((minute) => minute <= end).map((minute) => (
        <text key={minute} class={minute * 60 === limit ? "tick tick--strong" : "tick"} x={x(minute * 60)} y={height - 4} text-anchor="middle">{minute}</text>
      ))}
    </>
  );
}

export function Services({ services, limit }) {
  const row = Math.min(ROWS[1], Math.max(ROWS[0], (CHART_HEIGHT - TOP - FOOT - 8) / services.length));
  const height = Math.max(CHART_HEIGHT, TOP + row * services.length + FOOT + 8);
  const counted = services.reduce((sum, one) => sum + one.count, 0);
  return (
    <Chart title={t("Lama jam per layanan, menit")} height={height} draw={(width) => <Rows services={services} limit={limit} width={width} height={height} row={row} />}
      source={t("Titik median, pita sampai 9 dari 10, garis sampai terpanjang. %(count)s kunjungan. Sumber: jurnal antrean %(office)s.", { count: count(counted), office: officeName() })} />
  );
}
