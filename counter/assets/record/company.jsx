import { useId } from "preact/hooks";
import { t } from "@shared/words.js";
import { ALONE, MANY, headsIn } from "./book.js";
import { Chips } from "./chips.jsx";
import { useFault } from "./fields.jsx";

const DIGITS = 3;

function Count({ name, value = "", onValue, ...told }) {
  const id = useId();
  const typed = (event) => onValue(event.currentTarget.value.replace(/\D/g, ""));
  return (
    <div class="heads__one">
      <label for={id}>{name}</label>
      <input id={id} class="input" inputMode="numeric" autoComplete="off" maxLength={DIGITS} value={value} onInput={typed} {...told} />
    </div>
  );
}

// Alone, or a group by the heads of its men and women; the sum is ours.
export function Company({ values, onValues, fault }) {
  const place = useFault(fault);
  const id = useId();
  const options = [{ code: ALONE, words: t("Sendiri") }, { code: MANY, words: t("Rombongan") }];
  const [men, women] = headsIn(values);
  const sum = men + women || Number(values.group || 0);
  const told = { "aria-invalid": fault ? "true" : undefined, "aria-describedby": fault ? id : undefined };
  return (
    <div class={values.company === MANY ? "need-field" : "need-field need-field--few"} ref={place}>
      <p class="need-field__name" aria-hidden="true">{t("Datang sendiri atau rombongan?")}</p>
      <Chips name={t("Datang sendiri atau rombongan?")} options={options} value={values.company} onChange={(company) => onValues({ company })} />
      {values.company === MANY && (
        <div class="heads">
          <Count name={t("Laki-laki")} value={values.group_men} onValue={(group_men) => onValues({ group_men })} {...told} />
          <Count name={t("Perempuan")} value={values.group_women} onValue={(group_women) => onValues({ group_women })} {...told} />
          <p role="status">{sum > 0 && t("Rombongan %(count)s orang", { count: sum })}</p>
        </div>
      )}
      {fault && <p class="need-field__fault" id={id} role="alert">{fault}</p>}
    </div>
  );
}
