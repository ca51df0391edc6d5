import { t } from "@shared/words.js";
import { Chart } from "../staff/chart.jsx";
import { decimal, quadrantWords } from "./words.js";

const HEIGHT = 340, TOP = 16, GROUND = 300, LEFT = 40, RIGHT = 16;
const ROOM = 0.15; // of the scale, around the outermost marks

function scale(values, low, high) {
  const least = Math.min(...values) - ROOM, most = Math.max(...values) + ROOM;
  return (value) => low + ((value - least) / (most - least)) * (high - low);
}

// Where several marks would lie on each other their numbers stand beside one another.
function spread(marks) {
  const placed = [];
  for (const mark of marks) {
    while (placed.some((other) => Math.abs(other.x - mark.x) < 20 && Math.abs(other.y - mark.y) < 18)) mark.x += 20;
    placed.push(mark);
  }
  return placed;
}

function Corner({ x, y, end, code }) {
  return <text class="tick tick--strong" x={x} y={y} text-anchor={end}>{quadrantWords(code)}</text>;
}

function Plot({ skd, width }) {
  const both = Object.entries(skd.statements).filter(([, one]) => one.quadrant);
  const x = scale([...both.map(([, one]) => Number(one.satisfaction)), Number(skd.lines.satisfaction)], LEFT, width - RIGHT);
  const y = scale([...both.map(([, one]) => Number(one.importance)), Number(skd.lines.importance)], GROUND, TOP);
  const marks = spread(both.map(([code, one]) => ({ code, one, x: x(Number(one.satisfaction)), y: y(Number(one.importance)) })));
  return (
    <>
      <line class="satisfaction__limit" x1={x(Number(skd.lines.satisfaction))} x2={x(Number(skd.lines.satisfaction))} y1={TOP - 8} y2={GROUND} />
      <line class="satisfaction__limit" x1={LEFT} x2={width} y1={y(Number(skd.lines.importance))} y2={y(Number(skd.lines.importance))} />
      <Corner x={LEFT} y={TOP - 2} code="improve" /><Corner x={width} y={TOP - 2} end="end" code="keep" />
      <Corner x={LEFT} y={GROUND - 4} code="later" /><Corner x={width} y={GROUND - 4} end="end" code="enough" />
      {marks.map(({ code, one, x: across, y: up }) => (
        <g key={code} class={`place place--${one.quadrant}`}>
          <title>{`${code.slice(1)}: ${decimal(one.satisfaction)}, ${decimal(one.importance)}, ${quadrantWords(one.quadrant)}`}</title>
          <circle cx={across} cy={up} r="10" /><text x={across} y={up + 4} text-anchor="middle">{code.slice(1)}</text>
        </g>
      ))}
      <text class="tick" x={(LEFT + width) / 2} y={HEIGHT - 12} text-anchor="middle">{t("Kepuasan, garis %(mean)s", { mean: decimal(skd.lines.satisfaction) })}</text>
      <text class="tick" x="12" y={(TOP + GROUND) / 2} text-anchor="middle" transform={`rotate(-90 12 ${(TOP + GROUND) / 2})`}>{t("Kepentingan, garis %(mean)s", { mean: decimal(skd.lines.importance) })}</text>
    </>
  );
}

export function Quadrants({ skd }) {
  return (
    <Chart title={t("Kepentingan dan kepuasan")} height={HEIGHT} draw={(width) => <Plot skd={skd} width={width} />}
      source={t("Garis putus: rata-rata semua rincian. Angka: nomor rincian. Kiri atas: penting, tetapi kurang memuaskan.")} />
  );
}
