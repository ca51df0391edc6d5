import { t } from "@shared/words.js";
import { moved } from "../staff/days.js";
import { kinds, monthName, weekdayLetters } from "./words.js";

const WEEKEND = [0, 6];
const MARKS = ["holiday", "joint_leave", "closure", "season"]; // the first that a day has gives its mark

// Every marked day of the year, by its date.
function marksOf(entries) {
  const marks = new Map();
  for (const entry of entries) {
    if (entry.struck) continue;
    for (let day = entry.first; day <= entry.last; day = moved(day, 1)) {
      const known = marks.get(day);
      if (!known || MARKS.indexOf(entry.kind) < MARKS.indexOf(known)) marks.set(day, entry.kind);
    }
  }
  return marks;
}

function daysOf(month) {
  const first = `${month}-01`;
  const days = [];
  for (let day = first; day.startsWith(month); day = moved(day, 1)) days.push(day);
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  return { before, days };
}

// The list beside it says the same in words, so a reader of the screen hears only how many days there are.
function Month({ month, marks, today }) {
  const { before, days } = daysOf(month);
  const closed = days.filter((day) => marks.has(day) && marks.get(day) !== "season").length;
  return (
    <figure class="month">
      <figcaption>{monthName(month)}<span class="sr-only">{closed ? t(", %(count)s tanggal merah atau tutup", { count: closed }) : t(", tanpa tanggal merah")}</span></figcaption>
      <div class="month__days" aria-hidden="true">
        {weekdayLetters().map((letter, at) => <small key={at}>{letter}</small>)}
        {days.map((day, at) => (
          <span key={day} style={at ? undefined : { gridColumnStart: before + 1 }}
            class={["month__day", marks.get(day) && `mark mark--${marks.get(day)}`, WEEKEND.includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && "month__day--weekend", day === today && "month__day--today"].filter(Boolean).join(" ")}>
            {Number(day.slice(8))}
          </span>
        ))}
      </div>
    </figure>
  );
}

function Legend() {
  const names = kinds();
  return (
    <ul class="legend">
      {MARKS.map((kind) => <li key={kind}><span class={`mark mark--${kind}`} aria-hidden="true">7</span>{names[kind]}</li>)}
      <li><span class="mark month__day--today" aria-hidden="true">7</span>{t("Hari ini")}</li>
    </ul>
  );
}

export function Months({ told, entries }) {
  const marks = marksOf(entries);
  const months = Array.from({ length: 12 }, (_, at) => `${told.year}-${String(at + 1).padStart(2, "0")}`);
  return (
    <section class="card months" aria-label={t("Setahun")}>
      <div class="months__grid">{months.map((month) => <Month key={month} month={month} marks={marks} today={told.today} />)}</div>
      <Legend />
    </section>
  );
}
