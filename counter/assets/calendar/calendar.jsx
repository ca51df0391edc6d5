// The office's year as its head reads and keeps it: the state's list, decreed days, closures, Ramadan.
import { useState } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { useValue } from "@shared/signal.js";
import { language, t } from "@shared/words.js";
import { longDay } from "../staff/days.js";
import { Trouble } from "../staff/dialog.jsx";
import { ManagerPage } from "../staff/manager_page.jsx";
import { questionPath, useAnswer, useQuestion } from "../staff/question.js";
import { Closure, Confirm, Holiday, Strike, TakeBack } from "./enter.jsx";
import { History, List } from "./list.jsx";
import { Months } from "./months.jsx";
import { Hours, Promise } from "./promise.jsx";
import { Ramadan } from "./ramadan.jsx";
import { entriesOf } from "./words.js";

function Head({ told, choose, show }) {
  const button = (name, icon, words) => <button type="button" class="button" aria-haspopup="dialog" onClick={() => show({ name })}><Icon name={icon} />{words}</button>;
  return (
    <header class="calendar__head">
      <h1>{t("Kalender kantor")}</h1>
      <div class="quick" role="group" aria-label={t("Tahun")}>
        {told.years.map((year) => <button key={year} type="button" aria-pressed={year === told.year} onClick={() => choose(year)}>{year}</button>)}
      </div>
      <span class="calendar__gap" />
      {button("closure", "door", t("Tutup kantor"))}
      {button("holiday", "plus", t("Tambah hari libur"))}
      {button("ramadan", "clock", t("Jam Ramadan"))}
    </header>
  );
}

// Whether the list of the year is known to be complete; without that every due day of the year is only likely.
function YearState({ told, show }) {
  const confirmed = told.changes.find(({ kind, taken_back: back }) => kind === "confirmed" && !back);
  const ahead = told.year >= Number(told.today.slice(0, 4));
  if (confirmed) {
    return (
      <p class="calendar__state">
        <Icon name="check" />
        <span>{t("Daftar %(year)s dinyatakan lengkap oleh %(name)s, %(day)s: %(decree)s.", { year: told.year, name: confirmed.by ?? "–", day: longDay(confirmed.at.slice(0, 10)), decree: confirmed.decree })}</span>
        {confirmed.may_take_back && <button type="button" class="button button--link" aria-haspopup="dialog" onClick={() => show({ name: "take-back", change: confirmed, words: t("Pernyataan bahwa daftar lengkap") })}><Icon name="undo" />{t("Cabut")}</button>}
      </p>
    );
  }
  if (!ahead) return null;
  const estimated = told.days.filter(({ estimated: one }) => one).length;
  return (
    <p class={`calendar__state ${told.is_unsure ? "calendar__state--warn" : ""}`}>
      <Icon name={told.is_unsure ? "warning" : "info"} />
      <span>
        {told.is_unsure ? t("Daftar cuti bersama %(year)s belum ada. Tanggal janji yang jatuh pada tahun itu disertai peringatan.", { year: told.year }) : t("Daftar %(year)s belum dinyatakan lengkap oleh kepala PST.", { year: told.year })}
        {estimated > 0 && ` ${t("%(count)s tanggal masih perkiraan.", { count: estimated })}`}
      </span>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => show({ name: "confirm" })}><Icon name="check" />{t("Nyatakan lengkap")}</button>
    </p>
  );
}

const WINDOWS = { closure: Closure, holiday: Holiday, ramadan: Ramadan, strike: Strike, confirm: Confirm, "take-back": TakeBack };

function Open({ open, told, onDone, onClose }) {
  const Shown = WINDOWS[open.name];
  return <Shown told={told} entry={open.entry} change={open.change} name={open.words} onDone={onDone} onClose={onClose} />;
}

export function Calendar() {
  useValue(language);
  const [asked, go] = useQuestion("calendar", ["year"]);
  const { told, slow, trouble, again } = useAnswer(questionPath("calendar", asked));
  const [open, show] = useState(null);
  const [done, say] = useState(false);
  const entries = entriesOf(told);
  const finish = () => { show(null); say(true); again(); };
  return (
    <ManagerPage here="calendar" title={t("Kalender kantor")}>
      <main class="calendar" aria-busy={slow}>
        <Head told={told} choose={(year) => { say(false); go({ ...asked, year }); }} show={show} />
        <Trouble words={trouble} />
        <YearState told={told} show={show} />
        <p class="sr-only" role="status">{done && t("Tersimpan. Semua layar sudah memakainya.")}</p>
        <div class="calendar__grid">
          <Months told={told} entries={entries} />
          <div>
            <div class="calendar__pair"><Promise told={told} /><Hours told={told} /></div>
            <List told={told} entries={entries} onStrike={(entry) => show({ name: "strike", entry })} onTakeBack={(change, words) => show({ name: "take-back", change, words })} />
            <History changes={told.changes} />
          </div>
        </div>
      </main>
      {open && <Open open={open} told={told} onDone={finish} onClose={() => show(null)} />}
    </ManagerPage>
  );
}
