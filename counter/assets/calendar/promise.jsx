import { useEffect, useState } from "preact/hooks";
import { ServerLost, read } from "@shared/page.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { longDay } from "../staff/days.js";
import { questionPath } from "../staff/question.js";
import { refusal } from "../staff/work.js";
import { clock, dayNames, hoursOf, weekdayDate } from "./words.js";

const reasons = () => ({ weekend: t("akhir pekan"), holiday: t("libur"), closure: t("kantor tutup") });

// The server counts: the same function as every due day of the product. `told` counts it anew after each change.
function useDue(received, days, told) {
  const [found, find] = useState(null);
  useEffect(() => {
    let mine = true;
    if (!received || !days) return undefined;
    read(questionPath("calendar/due", { received, days }))
      .then((answer) => mine && find(answer.ok ? answer.data : { trouble: refusal(answer) }))
      .catch((error) => {
        if (!(error instanceof ServerLost)) throw error;
        if (mine) find({ trouble: t("Server tidak menjawab.") });
      });
    return () => { mine = false; };
  }, [received, days, told]);
  return found;
}

function Counted({ found }) {
  const words = reasons();
  return (
    <>
      <p class="promise__due" role="status">{t("Paling lambat")} <b>{longDay(found.due)}</b></p>
      {found.unsure_years.map((year) => <p key={year} class="hint hint--warn"><Icon name="warning" />{t("Cuti bersama %(year)s belum pasti, jadi tanggal ini masih dapat bergeser.", { year })}</p>)}
      {found.left_out.length > 0 && (
        <details>
          <summary>{t("%(count)s hari tidak dihitung", { count: found.left_out.length })}</summary>
          <ul>{found.left_out.map((one) => <li key={one.day}>{weekdayDate(one.day)}: {one.name ? <span lang="id">{one.name}</span> : words[one.reason]}</li>)}</ul>
        </details>
      )}
    </>
  );
}

export function Promise({ told }) {
  const [received, receive] = useState(told.today);
  const [days, count] = useState("3");
  const found = useDue(received, days, told);
  return (
    <section class="card promise" aria-labelledby="promise">
      <h2 id="promise">{t("Coba hitung sebuah janji")}</h2>
      <div class="promise__asked">
        <label>{t("Diterima tanggal")}<input class="input" type="date" required value={received} onInput={(event) => receive(event.currentTarget.value)} /></label>
        <label>{t("Hari kerja")}<input class="input" type="number" required min={1} max={366} value={days} onInput={(event) => count(event.currentTarget.value)} /></label>
      </div>
      {found?.trouble && <p class="trouble"><Icon name="warning" />{found.trouble}</p>}
      {found?.due && <Counted found={found} />}
    </section>
  );
}

function Day({ hours }) {
  const pauses = hours.breaks.map(([start, end, name]) => <small key={start} lang="id">{name} {clock(start)}–{clock(end)}</small>);
  return <div><dt>{dayNames(hours.days)}</dt><dd>{hoursOf(hours)}{pauses}</dd></div>;
}

export function Hours({ told }) {
  return (
    <section class="card hours" aria-labelledby="hours">
      <h2 id="hours">{t("Jam layanan biasa")}</h2>
      <dl>{told.week.map((hours) => <Day key={hours.days[0]} hours={hours} />)}</dl>
      <p class="soft">{t("Selama istirahat jam janji berhenti. Jam biasa ditulis di berkas kantor.")}</p>
    </section>
  );
}
