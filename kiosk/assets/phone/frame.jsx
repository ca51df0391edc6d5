import { clockTimeExact, zoneLetters } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Icon, OfficeMark, Tumpal } from "@shared/pieces.jsx";
import { inOurWords, language, setLanguage, t } from "@shared/words.js";

export const serviceOf = (ticket) => page.office.services.find(({ code }) => code === ticket.service)?.name ?? ticket.service;

export function deskOf(ticket) {
  const desk = page.office.counters?.find(({ counter }) => counter === ticket.counter);
  return inOurWords(desk?.names ?? desk?.name ?? ticket.counter_name);
}

export function Bar() {
  const other = language.value === "id" ? "en" : "id";
  return (
    <header class="bar">
      <OfficeMark />
      <span class="bar__name">{page.office.name}</span>
      <button type="button" lang={other} onClick={() => setLanguage(other)}>
        <span>{other.toUpperCase()}<span class="sr-only">{other === "en" ? ", English" : ", Bahasa Indonesia"}</span></span>
      </button>
      <Tumpal />
    </header>
  );
}

export function Notice({ icon, tone = "", title, children }) {
  return (
    <div class={`notice ${tone && `notice--${tone}`}`}>
      <Icon name={icon} />
      <p>{title && <strong>{title}</strong>}{children}</p>
    </div>
  );
}

// Never looks alive when it is not.
export function Live({ line }) {
  const time = `${clockTimeExact(line.lostAt ?? line.updated)} ${zoneLetters}`;
  return line.lostAt
    ? <p class="live live--lost" role="status">{t("Sambungan terputus, data pukul %(time)s. Mencoba lagi…", { time })}</p>
    : <p class="live">{t("Tersambung, diperbarui %(time)s", { time })}</p>;
}

export function Page({ class: extra = "", children, foot }) {
  return (
    <div class={`page ${page.rehearsal ? "page--rehearsal" : ""} ${extra}`}>
      {page.rehearsal && <p class="rehearsal">{t("Latihan: jam buka diabaikan")}</p>}
      <Bar />
      <main class="page__main">{children}</main>
      {foot && <footer class="page__foot">{foot}</footer>}
    </div>
  );
}
