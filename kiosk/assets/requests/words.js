// What a request is called on its way, and what its promise says in words.
import { clockTime, longDate, zoneLetters } from "@shared/clock.js";
import { language, t } from "@shared/words.js";

// A date without an hour is the same day everywhere in the country at noon.
export const dayWords = (date) => longDate(`${date}T05:00:00Z`, language.value);
export const momentWords = (when) => `${longDate(when, language.value)}, ${clockTime(when)} ${zoneLetters}`;

const ends = {
  answered: () => t("Selesai"),
  nothing_more: () => t("Selesai"),
  withdrawn: () => t("Ditarik kembali"),
  duplicate: () => t("Digabung dengan permintaan lain"),
  handed_over: () => t("Diteruskan ke bagian lain"),
  misdirected: () => t("Bukan untuk kantor ini"),
};
const states = {
  received: () => t("Diterima, menunggu dibaca petugas"),
  complete: () => t("Jelas dan lengkap, sedang dikerjakan"),
  answering: () => t("Sedang dikerjakan"),
  waiting: () => t("Kami menunggu jawaban Anda"),
  answered: () => t("Sudah dijawab"),
  closed_for_silence: () => t("Ditutup karena tidak ada respons"),
  reopened: () => t("Dibuka kembali"),
};
export const stateWords = ({ state, end_reason: reason }) => (state === "closed" ? ends[reason] ?? ends.answered : states[state])();

// The promise as a number of days: whoever does not read its published sentence reads this.
export function daysWords({ working_days: days }) {
  if (days === null) return "";
  return days === 1 ? t("1 hari kerja.") : t("%(days)s hari kerja.", { days });
}

// When the days of a promise begin to count, and what ends them.
export function startWords({ start, end, working_days: days }) {
  if (days === null) return t("Dilayani langsung pada jam layanan.");
  if (start === "form_filled") return t("Dihitung sejak formulir ini terkirim, sampai informasinya diberikan.");
  const first = end === "first_answer" ? t("Yang dihitung adalah jawaban pertama petugas.") : "";
  const begins = start === "clear_and_complete"
    ? t("Bila ada yang kurang, kami menanyakannya satu kali, dalam satu hari kerja; hari dihitung sejak Anda menjawab. Bila tidak, sejak permintaan diterima.")
    : t("Dihitung sejak permintaan diterima.");
  return `${begins} ${first}`.trim();
}

const why = { weekend: () => t("akhir pekan"), holiday: () => t("hari libur"), closure: () => t("kantor tutup") };
export const leftOutWords = ({ day, reason, name }) => `${dayWords(day)}: ${name ?? why[reason]?.() ?? reason}`;
