import { useId } from "preact/hooks";
import { duration } from "../clock.js";
import { t } from "../words.js";

// How near the limit is: calm, soon (from 70 %), missed.
export function urgency(elapsed, limit = 600) {
  if (elapsed > limit) return "missed";
  return elapsed >= limit * 0.7 ? "soon" : "calm";
}

const sizes = { large: { width: 300, slot: 26, gap: 3, top: 6 }, medium: { width: 200, slot: 16, gap: 2, top: 5 }, small: { width: 150, slot: 10, gap: 1.5, top: 4 } };
const SLOTS = 10;
const BEYOND = 2;

function Patterns({ id }) {
  const square = (name, side, children, turned = true) => (
    <pattern id={`${id}-${name}`} width={side} height={side} patternUnits="userSpaceOnUse" patternTransform={turned ? "rotate(45)" : undefined}>{children}</pattern>
  );
  return (
    <defs>
      {square("stripe", 8, <><rect width="8" height="8" fill="#f6c48f" /><rect width="4.5" height="8" fill="var(--orange)" /></>)}
      {square("hatch", 7, <><rect width="7" height="7" fill="var(--red)" /><path d="M0 0H7M0 0V7" stroke="#fff" stroke-width="1.6" /></>)}
      {square("dots", 6, <><rect width="6" height="6" fill="#fff" /><circle cx="3" cy="3" r="1.5" fill="var(--green)" /></>, false)}
    </defs>
  );
}

function fillOf(slot, elapsed, limit, verdict, id) {
  const missed = elapsed > limit && verdict !== "called_in_time";
  if (slot >= SLOTS) return verdict === "called_in_time" ? `url(#${id}-dots)` : `url(#${id}-hatch)`;
  if (missed) return "var(--red)";
  return verdict || slot < 7 ? "var(--blue)" : `url(#${id}-stripe)`;
}

// Ten slots, one tenth of the limit each, a heavy line at the limit, and two slots beyond it.
// elapsed in seconds (null: the clock has not begun); verdict once the visit is judged.
export function Ribbon({ elapsed, limit = 600, size = "small", width, labels = size === "large", verdict = null }) {
  const id = `ribbon${useId().replace(/\W/g, "")}`;
  const { slot: height, gap, top, ...given } = sizes[size];
  const wide = width ?? given.width;
  const pitch = wide / (SLOTS + BEYOND);
  const share = ((elapsed ?? 0) / limit) * SLOTS;
  const limitAt = pitch * SLOTS;
  const spoken = t("%(gone)s dari %(limit)s menit", { gone: duration(elapsed ?? 0), limit: Math.round(limit / 60) });
  const slots = Array.from({ length: SLOTS + BEYOND }, (_, index) => {
    const box = { x: index * pitch + gap / 2, y: top, height, rx: Math.min(4, height / 4) };
    const filled = Math.min(1, Math.max(0, share - index)) * (pitch - gap);
    return (
      <g key={index}>
        <rect class={index < SLOTS ? "ribbon__slot" : "ribbon__slot ribbon__slot--beyond"} width={pitch - gap} {...box} />
        {filled > 0.5 && <rect width={filled} fill={fillOf(index, elapsed, limit, verdict, id)} {...box} />}
      </g>
    );
  });
  const whole = top + height + (labels ? 22 : 4);
  return (
    <svg class={`ribbon ribbon--${size}`} width={wide} height={whole} viewBox={`0 0 ${wide} ${whole}`} role="img" aria-label={elapsed === null ? t("Jam belum berjalan") : spoken}>
      <Patterns id={id} />
      {slots}
      <line class="ribbon__limit" x1={limitAt} x2={limitAt} y1="0" y2={top * 2 + height} />
      {labels && <>
        <text x="2" y={whole - 4}>0</text>
        <text x={pitch * 7} y={whole - 4} text-anchor="middle">{Math.round((limit / 600) * 7)}</text>
        <text class="ribbon__label" x={limitAt} y={whole - 4} text-anchor="middle">{t("batas %(limit)s menit", { limit: Math.round(limit / 60) })}</text>
      </>}
    </svg>
  );
}
