import { duration } from "@shared/clock.js";
import { Icon, urgency } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { at, seconds } from "../staff/clocks.js";
import { toneIcon, toneWord } from "../staff/words.js";
import { moment } from "./words.js";

const DAYS = 3;

// How much of the time for an answer is gone. It runs day and night: the law counts hours, not working days.
export function clockOf({ asked_at: asked, due_at: due }, now) {
  const limit = seconds(at(asked), at(due));
  const elapsed = Math.max(0, seconds(at(asked), now));
  return { limit, elapsed, tone: urgency(elapsed, limit), left: limit - elapsed };
}

function Days({ share }) {
  return (
    <span class="days" aria-hidden="true">
      {Array.from({ length: DAYS }, (_, day) => (
        <i key={day} style={{ "--gone": Math.min(1, Math.max(0, share * DAYS - day)) }} />
      ))}
    </span>
  );
}

export function Countdown({ request, now }) {
  const clock = clockOf(request, now);
  const figure = clock.tone === "missed" ? `+${duration(-clock.left)}` : duration(clock.left);
  return (
    <div class="countdown">
      <p class="countdown__figure" role="timer"><Icon name={toneIcon(clock.tone)} /><b>{figure}</b> <span>{toneWord(clock.tone)}</span></p>
      <Days share={clock.elapsed / clock.limit} />
      <p class="countdown__due">{t("paling lambat %(when)s", { when: moment(request.due_at) })}</p>
    </div>
  );
}
