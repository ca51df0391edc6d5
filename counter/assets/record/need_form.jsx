import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Trouble } from "../staff/dialog.jsx";
import { useSending } from "../staff/work.js";
import { Field } from "./fields.jsx";
import { isAsked } from "./forms.js";
import { kindOfLeg, visitPath } from "./visit.js";

const IDENTITY_NUMBER = /\d(?:[\s./-]*\d){15}/;
const said = (value) => (typeof value === "string" ? value.trim() : value);
const isEmpty = (value) => value === undefined || value === "" || (Array.isArray(value) && !value.length);

// What stands in the form and is asked, as the server wants it.
export function answersIn({ values }, items, answers) {
  const asked = items.filter((item) => isAsked(item, values, answers)).map((item) => [item, said(values[item.name])]);
  return Object.fromEntries(asked.filter(([, value]) => !isEmpty(value)).map(([{ name, kind }, value]) => [name, kind === "year" ? Number(value) : value]));
}

// Which field a refusal is about, where it can be told.
function faultAt(notice, values) {
  if (notice?.code === "years_back") return "year_to";
  if (notice?.code !== "identity_number") return null;
  return Object.keys(values).find((name) => IDENTITY_NUMBER.test(values[name]));
}

// One need of data (SKD Blok III). Every field is empty until the officer fills it.
export function NeedForm({ visit, record, draft, onChange, onSaved, onLeave }) {
  const { ask, busy, notice } = useSending();
  const kind = kindOfLeg(record, draft.leg);
  const items = record.asks.needs[kind];
  const { values } = draft;
  const answers = answersIn(draft, items, record.answers);
  const at = faultAt(notice, values);
  async function save(event) {
    event.preventDefault();
    const answer = await ask(visitPath(visit, "needs"), { position: draft.position, leg: draft.leg, answers });
    if (answer?.ok) onSaved({ position: draft.position, leg: draft.leg, ...answers });
  }
  return (
    <form class="need-form" onSubmit={save} aria-label={kind === "dtsen" ? t("Hasil DTSEN") : t("Kebutuhan data %(place)s", { place: draft.position })}>
      {items.filter((item) => isAsked(item, values, record.answers)).map((item) => (
        <Field key={item.name} item={item} value={values[item.name]} fault={at === item.name ? notice.words : null}
          onChange={(value) => onChange({ ...values, [item.name]: value })} />
      ))}
      <Trouble words={at ? null : notice?.words} />
      <div class="need-form__foot">
        <button type="button" class="button" onClick={onLeave}>{t("Batal")}</button>
        <button type="submit" class="button button--primary" disabled={busy || !Object.keys(answers).length}><Icon name="check" />{kind === "dtsen" ? t("Simpan hasil") : t("Simpan kebutuhan")}</button>
      </div>
    </form>
  );
}
