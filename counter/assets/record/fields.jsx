import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "@shared/words.js";
import { ItemChips } from "./chips.jsx";
import { label } from "./forms.js";

const LONG = 300; // signs; longer answers get several lines
const FEW = 2; // answers; they leave room for another question beside them
const KEYBOARDS = { phone: "tel", email: "email" };
const DIGITS = { year: 4, birth_year: 4, count: 3 };

function Text({ item, value = "", onChange, ...told }) {
  const given = { class: "input", value, autoComplete: "off", maxLength: item.most, onInput: (event) => onChange(event.currentTarget.value), ...told };
  return item.most >= LONG ? <textarea rows="2" {...given} class="input input--text" /> : <input inputMode={KEYBOARDS[item.kind]} {...given} />;
}

function Digits({ item, value = "", onChange, ...told }) {
  const year = DIGITS[item.kind] === DIGITS.year && { pattern: "[0-9]{4}", title: t("Tahun, empat angka") };
  return (
    <input class="input" inputMode="numeric" autoComplete="off" maxLength={DIGITS[item.kind]} value={value} {...year}
      onInput={(event) => onChange(event.currentTarget.value.replace(/\D/g, ""))} {...told} />
  );
}

// The name of a question, and whether the office's decree demands an answer.
export function Name({ item }) {
  return <>{label(item)}{item.required && <em class="need-field__wanted"> {t("diminta kantor")}</em>}</>;
}

// Brings a refused answer into sight, and the keys to it.
export function useFault(fault) {
  const place = useRef(null);
  useEffect(() => {
    if (!fault) return;
    place.current.scrollIntoView({ block: "center" });
    place.current.querySelector("input, textarea")?.focus({ preventScroll: true });
  }, [fault]);
  return place;
}

// One question, with what the server had against its answer.
export function Field({ item, value, onChange, fault }) {
  const id = useId();
  const place = useFault(fault);
  const told = { "aria-invalid": fault ? "true" : undefined, "aria-describedby": fault ? `${id}-fault` : undefined };
  const few = item.options.length > 0 && item.options.length <= FEW;
  const Written = item.kind in DIGITS ? Digits : Text;
  return (
    <div ref={place} class={`need-field need-field--${few ? "few" : item.kind}`}>
      {item.options.length
        ? <><p class="need-field__name" aria-hidden="true"><Name item={item} /></p><ItemChips {...{ item, value, onChange }} describedBy={told["aria-describedby"]} /></>
        : <><label for={id}><Name item={item} /></label><Written id={id} {...{ item, value, onChange, ...told }} /></>}
      {fault && <p class="need-field__fault" id={`${id}-fault`} role="alert">{fault}</p>}
    </div>
  );
}
