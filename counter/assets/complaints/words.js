// Complaints in the words of staff: kinds, ways, states, and the two clocks in working days.
import { clockTime, officeDay, zoneLetters } from "@shared/clock.js";
import { t } from "@shared/words.js";
import { shortDay } from "../staff/days.js";

export const KINDS = ["complaint", "information", "suggestion", "objection", "inspection"];
export const STATES = ["received", "answered", "forwarded", "settled", "withdrawn"];
export const TOLD_TO_STAFF = ["officer", "telephone", "letter", "email"];

export const kindWords = (kind) => ({
  complaint: t("Pengaduan"),
  information: t("Permintaan informasi"),
  suggestion: t("Saran"),
  objection: t("Keberatan tanpa pemeriksaan lapangan"),
  inspection: t("Keberatan dengan pemeriksaan lapangan"),
})[kind] ?? kind;

export const channelWords = (channel) => ({
  kiosk: t("Kios"), phone: t("Ponsel pengguna"), officer: t("Lisan di meja"), telephone: t("Telepon"), letter: t("Surat"), email: t("E-mail"),
})[channel] ?? channel;

export const stateWords = (state) => ({
  received: t("Diterima"), answered: t("Dijawab"), forwarded: t("Diteruskan"), settled: t("Selesai"), withdrawn: t("Dicabut"),
})[state] ?? state;

// What a manager does to bring a complaint to a state; what is over is taken up again.
export const actWords = (state, from) => {
  if (from === "settled") return t("Buka kembali dengan jawaban");
  return { answered: t("Jawab"), forwarded: t("Teruskan"), settled: t("Selesaikan"), withdrawn: t("Catat sebagai dicabut") }[state] ?? state;
};
export const actNote = (state) => ({
  answered: t("Jam jawaban pertama berhenti, jam penyelesaian berjalan terus"),
  forwarded: t("Ditangani pihak lain; tulis siapa"),
  settled: t("Kedua jam berhenti"),
  withdrawn: t("Yang menyampaikan tidak melanjutkan; tulis sebabnya"),
})[state] ?? "";

export const moment = (when) => `${shortDay(officeDay(when))}, ${clockTime(when)} ${zoneLetters}`;

const SOON = 1; // working days: tomorrow is the last one

// One clock of a complaint: {tone, icon, words, due}. Colour, sign and words say the same.
export function clockOf(row, name) {
  const [left, due, done] = name === "first_answer"
    ? [row.first_answer_left, row.first_answer_due, row.answered_at] : [row.settled_left, row.settled_due, row.ended_at];
  const late = row.late.includes(name);
  const day = done && shortDay(officeDay(done));
  if (done) return { tone: late ? "missed" : "kept", icon: late ? "stop-sign" : "check", due, words: late ? t("lewat batas, %(day)s", { day }) : t("tepat, %(day)s", { day }) };
  if (late) return { tone: "missed", icon: "stop-sign", due, words: left < 0 ? t("lewat %(days)s hari kerja", { days: -left }) : t("lewat batas") };
  const tone = left <= SOON ? "soon" : "calm";
  return { tone, icon: tone === "soon" ? "warning" : "clock", due, words: left === 0 ? t("hari ini yang terakhir") : t("%(days)s hari kerja lagi", { days: left }) };
}
