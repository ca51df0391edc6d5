// For whoever works at a counter at the same time: how many requests wait for the office, and how many are urgent.
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { countOf } from "../requests/clocks.js";
import { counterPath } from "./work.js";

export function RequestsDue({ requests, now }) {
  const { soon, late } = countOf(requests?.clocks ?? [], now);
  const open = requests?.open ?? 0;
  const urgent = [late && t("%(count)s lewat", { count: late }), soon && t("%(count)s segera", { count: soon })].filter(Boolean);
  const tone = late ? "late" : soon ? "soon" : "calm";
  return (
    <a class={`top__button due due--${tone}`} href={counterPath("requests")} data-level={tone}>
      <Icon name={{ late: "stop-sign", soon: "warning", calm: "talk" }[tone]} />
      <span>{[open ? t("Permintaan %(count)s", { count: open }) : t("Permintaan"), ...urgent].join(" · ")}</span>
    </a>
  );
}
