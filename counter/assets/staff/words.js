// What consoles and manager's pages call the same things.
import { clockTimeExact, duration, zoneLetters } from "@shared/clock.js";
import { t } from "@shared/words.js";
import { breachReasons as reasonNames } from "../wait_log/words.js";

export const exactTime = (when) => `${clockTimeExact(when)} ${zoneLetters}`;

// At most three numbers by name; a long line is not read out.
export const someOf = (numbers) => numbers.slice(0, 3).join(", ") + (numbers.length > 3 ? " …" : "");

// How long a guest without a number has waited: no clock runs for them.
export const waitedWords = (minutes) => (minutes ? t("Menunggu %(minutes)s menit", { minutes }) : t("Baru datang"));

export const toneWord = (tone) => ({ calm: t("lagi"), soon: t("segera"), missed: t("lewat") })[tone];

export const toneIcon = (tone) => ({ calm: "clock", soon: "warning", missed: "stop-sign" })[tone];

// What is left of a clock, or by how much it is over.
export const figure = (clock) => (clock.tone === "missed" ? `+${duration(-clock.left)}` : duration(clock.left));

export const printerReason = (reason) => ({
  unreachable: t("Pencetak tidak dapat dihubungi"),
  no_paper: t("Kertas pencetak habis"),
  offline: t("Pencetak mati atau tutupnya terbuka"),
  unsure: t("Tidak pasti apakah kertas tercetak"),
})[reason] ?? t("Pencetak bermasalah");

const reasonIcons = {
  long_consultation: "talk", system_down: "server", visitor_late: "steps", single_officer: "person", unscheduled_pause: "hold", other: "plus",
};

// Why a visit began late, in the order of the keys 1 to 6.
export const breachReasons = () => Object.entries(reasonNames()).map(([code, words]) => ({ code, words, icon: reasonIcons[code] }));

export const breachReason = (code) => reasonNames()[code] ?? code;

export const emergencyReasons = () => [
  { code: "power_cut", words: t("Listrik padam") },
  { code: "network_down", words: t("Jaringan putus") },
  { code: "evacuation", words: t("Evakuasi") },
  { code: "other", words: t("Lainnya") },
];

export const emergencyReason = (code) => emergencyReasons().find((one) => one.code === code)?.words ?? code;
