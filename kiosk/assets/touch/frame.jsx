// The frame of every kiosk screen: sign above, language and the lamps for staff below.
import { clockTimeExact } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { Clock, Icon, OfficeMark, Tumpal } from "@shared/pieces.jsx";
import { language, setLanguage, t } from "@shared/words.js";

export function Bar({ children }) {
  return (
    <header class="bar">
      <div class="office">
        <OfficeMark />
        <p class="office__name">{page.office.name}</p>
      </div>
      {children ?? <Clock />}
      <Tumpal />
    </header>
  );
}

const tongues = [["id", "Indonesia"], ["en", "English"]];

export function LanguageSwitch() {
  return (
    <div class="lang" role="group" aria-label="Bahasa / Language">
      {tongues.map(([code, name]) => (
        <button key={code} type="button" lang={code} aria-pressed={String(language.value === code)} onClick={() => setLanguage(code)}>
          {language.value === code && <Icon name="check" />}
          <span>{code === "id" && <span class="lang__long">Bahasa </span>}{name}</span>
        </button>
      ))}
    </div>
  );
}

export function StandardsLink({ small }) {
  return (
    <a class="button button--start standards-link" href={`${page.root}/kiosk/standards#kiosk`}>
      <Icon name="list" />
      <span>{t("Standar pelayanan")}{small && <small>{t("Janji layanan, syarat, biaya")}</small>}</span>
    </a>
  );
}

export function RateButton({ onRate }) {
  return (
    <button class="button button--start rate-button" type="button" onClick={onRate}>
      <Icon name="talk" />
      <span>{t("Beri penilaian")}</span>
    </button>
  );
}

function Lamp({ state, children }) {
  return <span class={`lamp lamp--${state}`}>{children}</span>;
}

const printers = () => ({
  ready: <Lamp state="good">{t("Pencetak siap")}</Lamp>,
  trouble: <Lamp state="soon">{t("Pencetak bermasalah")}</Lamp>,
  none: <Lamp state="off">{t("Tanpa pencetak")}</Lamp>,
});

export function Foot({ lostAt, printer, children }) {
  return (
    <footer class="foot">
      <span class="foot__left">{children ?? page.device ?? "Kiosk"}</span>
      <p class="lamps">
        {lostAt
          ? <Lamp state="bad">{t("Server terputus sejak %(time)s", { time: clockTimeExact(lostAt) })}</Lamp>
          : <Lamp state="good">{t("Server tersambung")}</Lamp>}
        {printers()[printer]}
      </p>
    </footer>
  );
}

export function Notice({ icon, tone = "", title, children, nudge = false, action }) {
  return (
    <div class={`notice ${tone && `notice--${tone}`}`}>
      <span class={nudge ? "nudge" : undefined}><Icon name={icon} /></span>
      <p>{title && <strong>{title}</strong>}{children}</p>
      {action}
    </div>
  );
}

// A sentence with its **weighty words**, kept whole so that it can be translated.
export function Marked({ children }) {
  return children.split("**").map((part, index) => (index % 2 ? <strong key={index}>{part}</strong> : part));
}
