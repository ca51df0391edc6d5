import { t } from "@shared/words.js";

// A field of the question with a list of choices; without one everything counts.
export function Select({ title, value, choices, onChoose }) {
  return (
    <label class="field"><small>{title}</small>
      <select value={value ?? ""} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{t("Semua")}</option>
        {choices.map(([value, words]) => <option key={value} value={value}>{words}</option>)}
      </select>
    </label>
  );
}
