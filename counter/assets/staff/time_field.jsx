import { officeDay, serverNow } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { t } from "@shared/words.js";

const TIME = "([01][0-9]|2[0-3])[.:][0-5][0-9]";
const OFFSET = page.now?.match(/([+-]\d\d:\d\d|Z)$/)?.[0] ?? "+07:00";

// What was typed, as the server reads it.
export const typedTime = (typed) => typed.trim().replace(".", ":");
export const momentOf = (typed, day = officeDay(serverNow())) => `${day}T${typedTime(typed)}:00${OFFSET}`;

// Hours and minutes as the office writes them; a time field of the browser would follow the machine's own language.
export function Time({ words, value, onChange, required = true, placeholder = required ? "09.40" : undefined }) {
  return (
    <label>
      {words}
      <input class="input" inputMode="decimal" autoComplete="off" maxLength={5} pattern={TIME} title={t("Jam dan menit, misalnya 09.40")} placeholder={placeholder} required={required}
        value={value} onInput={(event) => onChange(event.currentTarget.value)} />
    </label>
  );
}
