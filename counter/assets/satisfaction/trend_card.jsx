import { t } from "@shared/words.js";
import { Chart } from "../staff/chart.jsx";
import { count, span } from "../staff/days.js";
import { LIMIT_B, decimal, periodWords, trendTitle } from "./words.js";

const HEIGHT = 222, TOP = 26, GROUND = 166;
const SIDE = 26;
const ROOM = 3; // points of the index above and below

const told = (one) => (one.index
  ? t("%(period)s: %(index)s, mutu %(grade)s, %(count)s responden", { period: span(one.from, one.to), index: decimal(one.index), grade: one.grade, count: count(one.respondents) })
  : t("%(period)s: tanpa indeks, %(count)s responden", { period: span(one.from, one.to), count: count(one.respondents) }));

function Point({ one, x, y, here }) {
  return (
    <g>
      <title>{told(one)}</title>
      <circle class={one.provisional ? "dot" : "fill-blue"} cx={x} cy={y} r={here ? 6 : 4.5} />
      <text class="tick tick--strong" x={x} y={y - 11} text-anchor="middle">{decimal(one.index)}</text>
    </g>
  );
}

function Under({ one, x, here }) {
  return (
    <>
      <text class={here ? "tick tick--strong" : "tick"} x={x} y={GROUND + 20} text-anchor="middle">{periodWords(one)}</text>
      <text class="tick" x={x} y={GROUND + 37} text-anchor="middle">{count(one.respondents)}</text>
    </>
  );
}

function Points({ periods, width }) {
  const known = periods.filter((one) => one.index).map((one) => Number(one.index));
  const low = Math.min(LIMIT_B, ...known) - ROOM, high = Math.max(LIMIT_B, ...known) + ROOM;
  const y = (index) => GROUND - ((index - low) / (high - low)) * (GROUND - TOP);
  const x = (place) => (periods.length === 1 ? width / 2 : SIDE) + (place * (width - 2 * SIDE)) / Math.max(1, periods.length - 1);
  const marks = periods.map((one, place) => ({ one, x: x(place), y: one.index && y(Number(one.index)), here: place === periods.length - 1 }));
  const line = marks.filter((mark) => mark.one.index).map((mark) => `${mark.x},${mark.y}`).join(" ");
  return (
    <>
      <line class="satisfaction__limit" x1="0" x2={width} y1={y(LIMIT_B)} y2={y(LIMIT_B)} />
      <text class="tick" x="0" y={y(LIMIT_B) + 14}>{t("batas mutu B %(index)s", { index: decimal("76.61") })}</text>
      <polyline class="line" points={line} />
      {marks.map((mark) => <Under key={mark.one.from} {...mark} />)}
      {marks.filter((mark) => mark.one.index).map((mark) => <Point key={mark.one.from} {...mark} />)}
    </>
  );
}

export function TrendCard({ told: { trend, from, to, skm, sample } }) {
  const now = { from, to, index: skm.index, grade: skm.grade, respondents: skm.respondents, provisional: sample.provisional };
  const first = trend.findIndex((one) => one.respondents > 0);
  if (![...trend, now].some((one) => one.index)) {
    return <section class="card chart" aria-label={trendTitle(now)}><h2>{trendTitle(now)}</h2><p class="chart__none">{t("Belum ada indeks pada periode ini dan sebelumnya.")}</p></section>;
  }
  const periods = first < 0 ? [now] : [...trend.slice(first), now];
  return (
    <Chart title={trendTitle(now)} height={HEIGHT} draw={(width) => <Points periods={periods} width={width} />}
      source={t("Angka di bawah sumbu: banyak responden. Lingkaran kosong: sementara. Sumbu tidak mulai dari nol.")} />
  );
}
