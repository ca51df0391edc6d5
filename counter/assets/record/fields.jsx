import { useEffect, useId, useRef } from "preact/hooks";
import { inOurWords, t } from "@shared/words.js";
import { label } from "./forms.js";

const LONG = 300; // signs; longer answers get several lines

function Text({ item, value = "", onChange, ...told }) {
  const given = { class: "input", value, autoComplete: "off", maxLength: item.most, onInput: (event) => onChange(event.currentTarget.value), ...told };
  return item.most >= LONG ? <textarea rows="2" {...given} class="input input--text" /> : <input {...given} />;
}

function Year({ value = "", onChange, ...told }) {
  return (
    <input class="input" inputMode="numeric" autoComplete="off" maxLength={4} pattern="[0-9]{4}" title={t("Tahun, empat angka")} value={value}
      onInput={(event) => onChange(event.currentTarget.value.replace(/\D/g, ""))} {...told} />
  );
}

// Pressing a chosen answer again takes it back: nothing is ever chosen for the officer.
function Chips({ item, value, onChange, describedBy }) {
  const several = item.kind === "codes";
  const chosen = [value ?? []].flat();
  const press = (code) => {
    const others = chosen.filter((one) => one !== code);
    const next = chosen.includes(code) ? others : [...(several ? others : []), code];
    onChange(several ? next : next[0]);
  };
  return (
    <div class="picks" role="group" aria-label={label(item)} aria-describedby={describedBy}>
      {item.options.map(({ code, text }) => (
        <button key={code} type="button" class="pick" aria-pressed={chosen.includes(code)} onClick={() => press(code)}>{inOurWords(text)}</button>
      ))}
    </div>
  );
}

// One question of a need, with what the server had against its answer.
export function Field({ item, value, onChange, fault }) {
  const id = useId();
  const place = useRef(null);
  useEffect(() => {
    if (!fault) return;
    place.current.scrollIntoView({ block: "center" });
    place.current.querySelector("input, textarea")?.focus({ preventScroll: true });
  }, [fault]);
  const told = { "aria-invalid": fault ? "true" : undefined, "aria-describedby": fault ? `${id}-fault` : undefined };
  const name = label(item);
  return (
    <div ref={place} class={`need-field need-field--${item.kind}`}>
      {item.options.length
        ? <><p class="need-field__name" aria-hidden="true">{name}</p><Chips {...{ item, value, onChange }} describedBy={told["aria-describedby"]} /></>
        : <><label for={id}>{name}</label>
            {item.kind === "year" ? <Year id={id} {...{ value, onChange, ...told }} /> : <Text id={id} {...{ item, value, onChange, ...told }} />}</>}
      {fault && <p class="need-field__fault" id={`${id}-fault`} role="alert">{fault}</p>}
    </div>
  );
}
