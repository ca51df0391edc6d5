import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { dayOfYear, longDay } from "../staff/days.js";
import { hoursOf, kinds, dayNames, monthName, spanDays } from "./words.js";

const dated = (at) => dayOfYear(at.slice(0, 10));
const entered = ({ by, at }) => (by ? t("dimasukkan oleh %(name)s, %(day)s", { name: by, day: dated(at) }) : dated(at));

// The decree, who entered it and when, and what they wrote about it.
function Entered({ change }) {
  return <small>{change.decree && <><b>{change.decree}</b>, </>}{entered(change)}{change.why && <i>. “{change.why}”</i>}</small>;
}

function source(entry) {
  if (entry.source === "entered") return null;
  if (entry.source === "profile") return t("berkas kantor");
  return entry.estimated ? t("daftar nasional, masih perkiraan") : t("daftar nasional");
}

const isWeekend = (day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

// One button at most: strike a date of the state's list that still may be, or take back what was entered.
function Act({ entry, told, onStrike, onTakeBack }) {
  const change = entry.strike ?? (entry.source === "entered" ? entry : null);
  const about = <span class="sr-only"> {entry.name}, {longDay(entry.first)}</span>;
  if (change?.may_take_back) return <button type="button" class="button button--link" aria-haspopup="dialog" onClick={() => onTakeBack(change, entry.name)}><Icon name="undo" />{t("Cabut")}{about}</button>;
  if (entry.source === "state" && !entry.struck && entry.first >= told.from_day && !isWeekend(entry.first)) return <button type="button" class="button button--link" aria-haspopup="dialog" onClick={() => onStrike(entry)}>{t("Coret")}{about}</button>;
  return null;
}

function Row({ entry, ...acts }) {
  const names = kinds();
  const kind = [names[entry.kind], source(entry)].filter(Boolean).join(", ");
  return (
    <li class={entry.struck ? "entry entry--struck" : "entry"}>
      <span class={`mark mark--${entry.kind}`} aria-hidden="true" />
      <span class="entry__day">{spanDays(entry.first, entry.last)}</span>
      <span class="entry__what">
        <b lang="id">{entry.name}</b> <span class="entry__kind">{kind}</span>
        {entry.week?.length > 0 && <small>{entry.week.map((hours) => `${dayNames(hours.days)} ${hoursOf(hours)}`).join(", ")}</small>}
        {entry.strike && <small><b>{t("Dicoret, dihitung hari kerja.")}</b></small>}
        {(entry.strike || entry.source === "entered") && <Entered change={entry.strike ?? entry} />}
      </span>
      <Act entry={entry} {...acts} />
    </li>
  );
}

function Rows({ entries, ...acts }) {
  const monthOf = ({ first }) => (first.slice(0, 4) < String(acts.told.year) ? `${acts.told.year}-01` : first.slice(0, 7));
  return [...new Set(entries.map(monthOf))].map((month) => (
    <section key={month} aria-label={monthName(month)}>
      <h3>{monthName(month)}</h3>
      <ul>{entries.filter((entry) => monthOf(entry) === month).map((entry) => <Row key={`${entry.source}${entry.id ?? entry.first}`} entry={entry} {...acts} />)}</ul>
    </section>
  ));
}

// What is still to come first; of this year what has passed stands below.
export function List({ told, entries, ...acts }) {
  const isThisYear = String(told.year) === told.today.slice(0, 4);
  const ahead = isThisYear ? entries.filter(({ last }) => last >= told.today) : entries;
  const passed = isThisYear ? entries.filter(({ last }) => last < told.today) : [];
  return (
    <section class="card entries" aria-labelledby="entries">
      <h2 id="entries">{isThisYear ? t("Yang akan datang, %(year)s", { year: told.year }) : t("Hari libur dan hari tutup, %(year)s", { year: told.year })}</h2>
      <p class="soft">{t("Daftar nasional berasal dari pustaka holidays versi %(version)s. Yang lain dimasukkan di sini, dengan nomor keputusannya.", { version: told.library })}</p>
      {ahead.length > 0 ? <Rows told={told} entries={ahead} {...acts} /> : <p class="entries__none">{t("Tidak ada lagi hari libur tahun ini.")}</p>}
      {passed.length > 0 && <details><summary>{t("Sudah lewat: %(count)s", { count: passed.length })}</summary><Rows told={told} entries={passed} {...acts} /></details>}
    </section>
  );
}

// What was entered and taken back: nothing is ever lost from the calendar.
export function History({ changes }) {
  const ended = changes.filter(({ taken_back: back }) => back);
  if (!ended.length) return null;
  const names = kinds();
  return (
    <details class="card history">
      <summary>{t("Pernah dimasukkan, lalu dicabut: %(count)s", { count: ended.length })}</summary>
      <ul>
        {ended.map((one) => (
          <li key={one.id}>
            <b>{spanDays(one.first, one.last)}</b> {names[one.kind]}{one.name && <>: <span lang="id">{one.name}</span></>}{one.decree && ` (${one.decree})`}
            <small>{entered(one)}; {t("dicabut oleh %(name)s, %(day)s", { name: one.taken_back.by ?? "–", day: dated(one.taken_back.at) })}{one.taken_back.why && <i>. “{one.taken_back.why}”</i>}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
