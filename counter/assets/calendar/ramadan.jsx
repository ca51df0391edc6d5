import { useState } from "preact/hooks";
import { t } from "@shared/words.js";
import { typedTime, Time } from "../staff/time_field.jsx";
import { Decree, Field, Window } from "./enter.jsx";
import { clock } from "./words.js";

const shownHours = ({ opens, closes, pause }) => ({ opens: clock(opens), closes: clock(closes), from: pause ? clock(pause[0]) : "", until: pause ? clock(pause[1]) : "" });
const sent = ({ opens, closes, from, until }) => ({ opens: typedTime(opens), closes: typedTime(closes), pause: from || until ? [typedTime(from), typedTime(until)] : null });

function DayHours({ title, hours, write }) {
  const field = (name) => ({ value: hours[name], onChange: (value) => write({ ...hours, [name]: value }) });
  return (
    <fieldset class="day-hours">
      <legend>{title}</legend>
      <Time words={t("Buka")} {...field("opens")} />
      <Time words={t("Tutup")} {...field("closes")} />
      <Time words={t("Istirahat dari")} required={Boolean(hours.until)} {...field("from")} />
      <Time words={t("sampai")} required={Boolean(hours.from)} {...field("until")} />
    </fieldset>
  );
}

export function Ramadan({ told, ...window }) {
  const [first, from] = useState("");
  const [last, until] = useState("");
  const [ordinary, setOrdinary] = useState(() => shownHours(told.ramadan.ordinary));
  const [friday, setFriday] = useState(() => shownHours(told.ramadan.friday));
  const [decree, decreed] = useState("");
  const bounds = { type: "date", required: true, min: told.from_day, max: `${told.years.at(-1)}-12-31` };
  const body = { first, last, ordinary: sent(ordinary), friday: sent(friday), decree };
  return (
    <Window {...window} wide title={t("Jam Ramadan")} decree={<Decree value={decree} onChange={decreed} required={false} />} path="calendar/seasons" body={body} sends={t("Simpan")} note={t("Istirahat boleh kosong. Dapat dicabut kapan saja, untuk hari yang belum tiba.")}
      lead={t("Dari hari pertama sampai hari terakhir, kios, papan, dan jam janji memakai jam ini.")}>
      <div class="pair">
        <Field words={t("Hari pertama")} value={first} onChange={from} {...bounds} />
        <Field words={t("Hari terakhir")} value={last} onChange={until} {...bounds} min={first || told.from_day} />
      </div>
      <DayHours title={t("Senin sampai Kamis")} hours={ordinary} write={setOrdinary} />
      <DayHours title={t("Jumat")} hours={friday} write={setFriday} />
    </Window>
  );
}
