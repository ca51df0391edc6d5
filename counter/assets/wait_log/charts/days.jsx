import { t } from "@shared/words.js";
import { useBehind } from "../narrow.jsx";
import { count, monthOf, percent, shortDay, span as spanWords } from "../../staff/days.js";
import { officeName } from "../words.js";
import { CHART_HEIGHT as HEIGHT, Chart } from "../../staff/chart.jsx";
import { Mark } from "./mark.jsx";
import { grouping, spansOf } from "./spans.js";

const LEFT = 34, RIGHT = 12;
const TOP = 20, FLOOR = 158; // of the shares
const BARS = 190, GROUND = 222; // of the counts
const WIDE_ENOUGH = 46, LABELLED = 20; // pixels that the name of a day and its share need

const titles = () => ({ day: t("Bagian tepat per hari, persen"), week: t("Bagian tepat per minggu, persen"), month: t("Bagian tepat per bulan, persen") });
const grouped = () => ({ day: t("Satu titik satu hari."), week: t("Satu titik satu minggu, agar setahun tetap terbaca."), month: t("Satu titik satu bulan, agar setahun tetap terbaca.") });

const told = (span) => [
  spanWords(span.since, span.until),
  span.share === null ? t("tidak ada yang dinilai") : t("%(share)s persen tepat, %(kept)s dari %(judged)s dinilai", { share: percent(span.share), kept: count(span.kept), judged: count(span.judged) }),
  t("%(missed)s lewat", { missed: count(span.missed) }),
].join(", ");

// The axis begins below the lowest share, at a quarter, so that small differences can be seen.
const lowest = (spans) => Math.floor(Math.min(0.75, ...spans.filter(({ share }) => share !== null).map(({ share }) => share)) * 4) / 4;

function Axis({ width, least }) {
  const ticks = [0, 0.25, 0.5, 0.75, 1].filter((tick) => tick >= least);
  const y = (share) => FLOOR - ((share - least) / (1 - least)) * (FLOOR - TOP);
  return ticks.map((tick) => (
    <g key={tick}>
      <line class={tick === 1 ? "axis axis--strong" : "axis"} x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
      <text class="tick" x={LEFT - 6} y={y(tick) + 4} text-anchor="end">{tick * 100}</text>
    </g>
  ));
}

function Dot({ x, y, span }) {
  if (span.missed === 0) return <circle class="dot" cx={x} cy={y} r="4" />;
  return <rect class="dot dot--missed" x={x - 4.5} y={y - 4.5} width="9" height="9" />;
}

// Under its mark, except where the words below would be covered.
const besideMark = (y) => (y + 18 > FLOOR ? y - 10 : y + 18);

function Bars({ x, wide, span, most }) {
  const high = (number) => (number / most) * (GROUND - BARS);
  const [judged, missed] = [high(span.judged), high(span.missed)];
  return (
    <>
      <rect class="fill-blue-line" x={x - wide / 2} y={GROUND - judged} width={wide} height={judged} />
      {span.missed > 0 && <rect class="fill-hatch" x={x - wide / 2} y={GROUND - Math.max(missed, 3)} width={wide} height={Math.max(missed, 3)} />}
    </>
  );
}

function Spans({ spans, by, width }) {
  const behind = useBehind();
  const pitch = (width - LEFT - RIGHT) / spans.length;
  const least = lowest(spans);
  const most = Math.max(1, ...spans.map(({ judged }) => judged));
  const x = (place) => LEFT + pitch * (place + 0.5);
  const y = (share) => FLOOR - ((share - least) / (1 - least)) * (FLOOR - TOP);
  const every = Math.ceil(WIDE_ENOUGH / pitch);
  const drawn = spans.map((span, place) => [place, span]).filter(([, { share }]) => share !== null);
  return (
    <>
      <Axis width={width} least={least} />
      <polyline class="line" points={drawn.map(([place, { share }]) => `${x(place)},${y(share)}`).join(" ")} />
      <text class="tick" x={LEFT} y={BARS - 8}>{t("Dinilai, alas bergaris: lewat")}</text>
      <line class="axis axis--strong" x1={LEFT} x2={width - RIGHT} y1={GROUND} y2={GROUND} />
      {spans.map((span, place) => (
        <Mark key={span.since} first={place === 0} told={told(span)} link={behind({ since: span.since, until: span.until })}>
          <rect class="hit" x={x(place) - pitch / 2} y={TOP - 12} width={pitch} height={HEIGHT - TOP} />
          <Bars x={x(place)} wide={Math.min(pitch * 0.7, 26)} span={span} most={most} />
          {span.share !== null && <Dot x={x(place)} y={y(span.share)} span={span} />}
        </Mark>
      ))}
      {pitch > LABELLED && drawn.filter(([, { missed }]) => missed > 0).map(([place, { since, share }]) => (
        <text key={since} class="tick tick--red" x={x(place)} y={besideMark(y(share))} text-anchor="middle" aria-hidden="true">{Math.round(share * 100)}</text>
      ))}
      {spans.map((span, place) => place % every === 0 && (
        <text key={span.since} class="tick" x={x(place)} y={HEIGHT - 4} text-anchor="middle">{by === "month" ? monthOf(span.since) : shortDay(span.since)}</text>
      ))}
    </>
  );
}

export function Days({ days }) {
  const by = grouping(days);
  const spans = spansOf(days, by);
  const least = Math.round(lowest(spans) * 100);
  return (
    <Chart title={titles()[by]} draw={(width) => <Spans spans={spans} by={by} width={width} />}
      source={[grouped()[by], t("Sumbu mulai dari %(least)s persen. Kotak merah: ada yang lewat. Sumber: jurnal antrean %(office)s.", { least, office: officeName() })].join(" ")} />
  );
}
