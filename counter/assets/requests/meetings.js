// Appointments in the words of an officer, and which of them matter today: no browser, no clock of its own.
import { officeDay } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { isNumbered } from "@shared/order.js";
import { t } from "@shared/words.js";

export const hasDesks = () => page.office.counters.length > 0;
export const wayIcon = ({ meeting }) => (meeting === "zoom" ? "camera" : "door");
export const meetingWords = ({ meeting }) => (meeting === "zoom" ? t("Zoom") : t("Datang ke kantor"));

export const isToday = ({ at }, now) => officeDay(at) === officeDay(now);
export const isOver = ({ at }, now) => Date.parse(at) <= now;

// What became of it, or what is still to be written down.
export function outcomeWords({ at, state, number }, now) {
  if (state === "kept") return number && isNumbered ? t("sudah datang, nomor %(number)s", { number }) : t("sudah bertemu");
  if (state === "missed") return t("tidak hadir");
  if (state === "cancelled") return t("dibatalkan");
  return isOver({ at }, now) ? t("belum dicatat hasilnya") : "";
}

// Today's, in order of time, and earlier ones of which nobody wrote down what became of them.
export function ofToday(requests, now) {
  const matters = ({ appointment }) => appointment && appointment.state !== "cancelled"
    && (isToday(appointment, now) || (appointment.state === "stands" && isOver(appointment, now)));
  return requests.filter(matters).sort((a, b) => Date.parse(a.appointment.at) - Date.parse(b.appointment.at));
}
