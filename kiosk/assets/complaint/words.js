// What a complaint is called on its way, for kiosk and phone.
import { clockTime, longDate, zoneLetters } from "@shared/clock.js";
import { language, t } from "@shared/words.js";

export const stateWords = (state) => ({
  received: t("Diterima, menunggu jawaban pertama"),
  answered: t("Sudah dijawab, belum selesai"),
  forwarded: t("Diteruskan ke yang berwenang"),
  settled: t("Selesai"),
  withdrawn: t("Dicabut"),
})[state] ?? state;

export const stepWords = (state) => ({
  received: t("Diterima"), answered: t("Dijawab"), forwarded: t("Diteruskan"), settled: t("Selesai"), withdrawn: t("Dicabut"),
})[state] ?? state;

// A date without an hour is the same day everywhere in the country at noon.
export const dayWords = (date) => longDate(`${date}T05:00:00Z`, language.value);

export const momentWords = (when) => `${longDate(when, language.value)}, ${clockTime(when)}\u00a0${zoneLetters}`;
