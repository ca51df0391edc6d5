import { Clock, Icon, OfficeMark, Tumpal } from "@shared/pieces.jsx";
import { page } from "@shared/page.js";
import { t } from "@shared/words.js";

// A small lamp: an icon with a word, orange with a triangle when something is wrong.
export function Lamp({ icon, words, warn = false }) {
  return (
    <li class={warn ? "lamp lamp--warn" : "lamp"}>
      <Icon name={warn ? "warning" : icon} />
      <span>{words}</span>
    </li>
  );
}

export function TopBar({ where, menu, lamps, children }) {
  return (
    <header class="top">
      <span class="top__brand"><OfficeMark /><span class="top__office">{page.office.name}</span></span>
      {where && <strong class="top__where">{where}</strong>}
      {menu}
      {page.rehearsal && <span class="top__rehearsal">{t("Latihan")}</span>}
      <span class="top__gap" />
      {lamps && <ul class="top__lamps" aria-label={t("Perangkat")}>{lamps}</ul>}
      {children}
      <Clock class="top__clock" />
      <Tumpal />
    </header>
  );
}
