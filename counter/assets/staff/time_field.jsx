import { t } from "@shared/words.js";

const TIME = "([01][0-9]|2[0-3])[.:][0-5][0-9]";

// Hours and minutes as the office writes them; a time field of the browser would follow the machine's own language.
export function Time({ words, value, onChange, required = true }) {
  return (
    <label>
      {words}
      <input class="input" inputMode="decimal" autoComplete="off" maxLength={5} pattern={TIME} title={t("Jam dan menit, misalnya 09.40")} placeholder={required ? "09.40" : undefined} required={required}
        value={value} onInput={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}
