import { useRef, useState } from "preact/hooks";
import { t } from "@shared/words.js";

const EARLIEST = "2000-01-01"; // a year that is still being typed is earlier
const OPENS_CALENDAR = [" ", "F4"];

// A day that is asked for when it is chosen in the calendar, or typed and then left: every key on the way makes a
// whole date of its own.
function Day({ name, value, onDay, ...bounds }) {
  const [draft, write] = useState(null);
  const typing = useRef(false);
  const leave = ({ currentTarget: field }) => {
    typing.current = false;
    write(null);
    if (field.value < EARLIEST) field.value = value;
    else if (field.value !== value) onDay(field.value);
  };
  const wrote = (event) => (typing.current ? write(event.currentTarget.value) : leave(event));
  const pressed = (event) => {
    if (event.key === "Enter") leave(event);
    else if (event.key !== "Tab") typing.current = !OPENS_CALENDAR.includes(event.key);
  };
  const pointed = () => { typing.current = false; };
  return (
    <label class="field"><small>{name}</small>
      <input type="date" required value={draft ?? value} {...bounds} onPointerDown={pointed} onKeyDown={pressed} onInput={wrote} onBlur={leave} />
    </label>
  );
}

// A period: spans to press, and its first and last day. `change` is given what the question's days become.
export function Dates({ asked, spans, latest, change }) {
  return (
    <>
      <div class="quick" role="group" aria-label={t("Rentang tanggal")}>
        {spans.map(({ name, from, to }) => (
          <button key={name} type="button" aria-pressed={asked.from === from && asked.to === to} onClick={() => change({ from, to })}>{name}</button>
        ))}
      </div>
      <Day name={t("Dari")} value={asked.from} max={asked.to} onDay={(from) => change({ from })} />
      <Day name={t("Sampai")} value={asked.to} min={asked.from} max={latest} onDay={(to) => change({ to })} />
    </>
  );
}
