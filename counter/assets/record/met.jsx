import { clockTime, zoneLetters } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Trouble } from "../staff/dialog.jsx";
import { waitedWords } from "../staff/words.js";
import { counterPath, useSending } from "../staff/work.js";

// A guest of the house waits until somebody has met them.
export function Met({ entry, minutes, metAt }) {
  const { ask, busy, notice } = useSending();
  if (metAt) return <p class="record__met"><Icon name="check" />{t("Sudah ditemui pukul %(time)s", { time: `${clockTime(metAt)} ${zoneLetters}` })}</p>;
  return (
    <div class="record__met">
      <span class="chip chip--good">{waitedWords(minutes)}</span>
      <button type="button" class="button button--primary" disabled={busy} onClick={() => ask(counterPath(`entries/${entry}/met`))}><Icon name="check" />{t("Sudah ditemui")}</button>
      <Trouble words={notice?.words} />
    </div>
  );
}
