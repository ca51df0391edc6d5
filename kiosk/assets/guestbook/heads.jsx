import { Icon } from "@shared/pieces.jsx";
import { inOurWords, t } from "@shared/words.js";
import { Field } from "./field.jsx";
import { countsOf, headsOf } from "./steps.js";

const DIGITS = 3;

function Count({ item, value, first, onValue, onEnter }) {
  const words = inOurWords(item.ask);
  const step = (by) => onValue(String(Math.min(item.most, Math.max(0, Number(value || 0) + by))));
  return (
    <div class="count">
      <label for={item.name}>{words}</label>
      <button class="button" type="button" aria-label={t("%(what)s: kurangi satu", { what: words })} disabled={!Number(value)} onClick={() => step(-1)}><Icon name="minus" /></button>
      <Field id={item.name} keys="digits" most={DIGITS} value={value} first={first} onValue={onValue} onEnter={onEnter} />
      <button class="button" type="button" aria-label={t("%(what)s: tambah satu", { what: words })} onClick={() => step(1)}><Icon name="plus" /></button>
    </div>
  );
}

// A group by the heads of its men and women; the sum is ours.
export function Heads({ step, values, onType, onEnter }) {
  const sum = headsOf(values).reduce((all, count) => all + count);
  return (
    <div class="heads">
      {countsOf(step).map((item, place) => (
        <Count key={item.name} item={item} value={values[item.name]} first={place === 0} onValue={(value) => onType(item.name, value)} onEnter={onEnter} />
      ))}
      <p class="heads__sum" role="status">{t("Seluruhnya %(count)s orang", { count: sum })}</p>
    </div>
  );
}
