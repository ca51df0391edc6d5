// Office time. The wall clock of a kiosk or phone may be wrong, so time is the server's word
// plus what has passed since then on the browser's own steady clock.
import { useEffect, useState } from "preact/hooks";
import { page, whenAnswered } from "./page.js";

const office = page.office ?? {};
const zone = office.zone ?? "Asia/Jakarta";
const arrived = performance.getEntriesByType?.("navigation")[0]?.responseStart ?? performance.now();
let ahead = (page.now ? Date.parse(page.now) : Date.now()) - (page.now ? arrived : performance.now());

export const zoneLetters = office.zone_letters ?? "WIB";

// A message is always late, never early: the later of two readings is the better one,
// unless the difference is so large that the steady clock must have stood still or jumped.
export function hearServerTime(iso) {
  const heard = Date.parse(iso) - performance.now();
  if (heard > ahead || ahead - heard > 1500) ahead = heard;
}

// Dates are cut to the second, so they only ever move us forward: the steady clock of a machine that slept stood still.
whenAnswered((date) => { ahead = Math.max(ahead, Date.parse(date) - performance.now() || ahead); });

export function serverNow() {
  return performance.now() + ahead;
}

const moment = (when) => (typeof when === "string" ? Date.parse(when) : when);
const format = (options, tongue = "en-GB") => new Intl.DateTimeFormat(tongue, { timeZone: zone, ...options });
const toTheSecond = format({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const dates = Object.fromEntries(
  [["id", "id-ID"], ["en", "en-GB"]].map(([code, tongue]) => [
    code, format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }, tongue),
  ]),
);
const parts = (formatter, when) =>
  Object.fromEntries(formatter.formatToParts(moment(when)).map((part) => [part.type, part.value]));

// "09.15": Indonesian clock times have a dot, durations a colon.
export function clockTime(when) {
  const { hour, minute } = parts(toTheSecond, when);
  return `${hour}.${minute}`;
}

// "09.15.04"
export function clockTimeExact(when) {
  const { hour, minute, second } = parts(toTheSecond, when);
  return `${hour}.${minute}.${second}`;
}

export function minuteOfDay(when) {
  const { hour, minute } = parts(toTheSecond, when);
  return Number(hour) * 60 + Number(minute);
}

// "07:12", from an hour on "1:07:12"
export function duration(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (number) => String(number).padStart(2, "0");
  const short = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return whole < 3600 ? short : `${Math.floor(whole / 3600)}:${short}`;
}

// "Kamis, 19 November 2026"
export function longDate(when, lang = "id") {
  const { weekday, day, month, year } = parts(dates[lang] ?? dates.id, when);
  return `${weekday}, ${day} ${month} ${year}`;
}

// "2026-11-19", to compare days in the office's zone
export function officeDay(when) {
  return format({ year: "numeric", month: "2-digit", day: "2-digit" }, "en-CA").format(moment(when));
}

// The office's time, read again on each full step (a second unless told otherwise).
export function useNow(step = 1000) {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    let timer;
    const tick = () => {
      setNow(serverNow());
      timer = setTimeout(tick, step - (serverNow() % step) + 5);
    };
    tick();
    return () => clearTimeout(timer);
  }, [step]);
  return now;
}
