// What the day's hours mean at this minute. Hours are [["08:00", "11:30"], ["13:00", "16:00"]] in office time.
import { minuteOfDay } from "@shared/clock.js";

const minutes = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
export const withDot = (text) => text.slice(0, 5).replace(":", ".");

// The next time that serving starts while numbers are already given ("08.00", "13.00"), or null while it runs.
export function servingStarts(hours = [], now) {
  const minute = minuteOfDay(now);
  const running = hours.some(([from, to]) => minutes(from) <= minute && minute < minutes(to));
  const next = hours.find(([from]) => minutes(from) > minute);
  return running || !next ? null : withDot(next[0]);
}

// The day as a band from 0 to 1: its marks, the pauses between its spans, and where now is (or null).
export function bandOf(hours, now) {
  const start = minutes(hours[0][0]);
  const length = minutes(hours.at(-1)[1]) - start;
  const share = (minute) => (minute - start) / length;
  const here = share(minuteOfDay(now));
  return {
    marks: hours.flat().map((text) => ({ at: share(minutes(text)), text: withDot(text) })),
    pauses: hours.slice(1).map(([from], index) => ({ from: share(minutes(hours[index][1])), to: share(minutes(from)) })),
    now: here >= 0 && here <= 1 ? here : null,
  };
}

// "50 menit", "2 jam 10 menit" as [hours, minutes]
export function until(when, now) {
  const whole = Math.max(1, Math.ceil((Date.parse(when) - now) / 60_000));
  return [Math.floor(whole / 60), whole % 60];
}
