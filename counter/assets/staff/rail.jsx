import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { hasRole } from "./menu.jsx";
import { counterPath } from "./work.js";

const places = () => [
  { name: "console", role: "officer", icon: "megaphone", words: t("Konsol"), path: counterPath() },
  { name: "requests", role: "staff", icon: "mail", words: t("Kotak permintaan"), path: counterPath("requests") },
  { name: "live", role: "manager", icon: "clock", words: t("Langsung"), path: counterPath("live") },
  { name: "wait-log", role: "manager", icon: "log", words: t("Waktu tunggu"), path: counterPath("wait-log") },
  { name: "request-log", role: "manager", icon: "letters", words: t("Log permintaan"), path: counterPath("request-log") },
  { name: "satisfaction", role: "manager", icon: "smile", words: t("Kepuasan"), path: counterPath("satisfaction") },
  { name: "recap", role: "manager", icon: "form", words: t("Rekapitulasi"), path: counterPath("recap") },
  { name: "complaints", role: "manager", icon: "talk", words: t("Pengaduan"), path: counterPath("complaints") },
  { name: "calendar", role: "manager", icon: "calendar", words: t("Kalender"), path: counterPath("calendar") },
  { name: "standard", role: "manager", icon: "paper", words: t("Standar"), path: counterPath("standard") },
  { name: "evidence", role: "manager", icon: "box", words: t("Berkas bukti"), path: counterPath("evidence") },
  { name: "rights", role: "manager", icon: "lock", words: t("Data pribadi"), path: counterPath("rights") },
];

// The same pages in the same order, in the menu of whoever also works at a desk.
export function ManagerPages() {
  return places().filter(({ role }) => role === "manager" && hasRole(role)).map(({ name, path, icon, words }) => (
    <a key={name} href={path}><Icon name={icon} />{words}</a>
  ));
}

// The side menu shows only what this person may open.
export function Rail({ here }) {
  return (
    <nav class="rail" aria-label={t("Menu")}>
      {places().filter(({ role }) => role === "staff" || hasRole(role)).map((place) => (
        <a key={place.name} href={place.path} aria-current={place.name === here ? "page" : undefined} title={place.words}>
          <Icon name={place.icon} /><span>{place.words}</span>
        </a>
      ))}
    </nav>
  );
}
