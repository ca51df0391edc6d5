// Requests in the words of an officer: what is due, who is expected to write, and what became of a message.
import { clockTime, officeDay, serverNow, zoneLetters } from "@shared/clock.js";
import { t } from "@shared/words.js";
import { reasonWords, stateWords, verdictWords } from "../request_log/words.js";
import { shortDay } from "../staff/days.js";
import { isUnsent, levelOf, workingTime } from "./clocks.js";

export const channelIcon = (channel) => ({ whatsapp: "talk", email: "mail", telephone: "call", zoom: "camera" })[channel] ?? "form";

// "14.00" today, "23 Nov, 14.00" on another day.
export function moment(when) {
  const day = officeDay(when);
  return day === officeDay(serverNow()) ? clockTime(when) : `${shortDay(day)}, ${clockTime(when)}`;
}

export const exactMoment = (when) => `${shortDay(officeDay(when))}, ${clockTime(when)} ${zoneLetters}`;

function clockWords(seconds) {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 3 || (hours && !(minutes % 60))) return t("%(hours)s jam", { hours });
  return hours ? t("%(hours)s jam %(minutes)s menit", { hours, minutes: minutes % 60 }) : t("%(minutes)s menit", { minutes });
}

// "1 hari kerja 3 jam"
function spanWords({ days, seconds }) {
  const clock = seconds >= 60 || !days ? clockWords(seconds) : "";
  return [days ? t("%(days)s hari kerja", { days }) : "", clock].filter(Boolean).join(" ");
}

function dueWords(row, service, now) {
  const time = workingTime(service, row.due_at, now);
  if (!time.late) return t("sisa %(span)s", { span: spanWords(time) });
  return time.days || time.seconds >= 60 ? t("lewat %(span)s", { span: time.days ? spanWords(time) : t("%(clock)s kerja", { clock: clockWords(time.seconds) }) }) : t("baru saja lewat");
}

export const unsureWords = (row) => (row.unsure_years.length ? t("Tanggal dapat bergeser: cuti bersama %(year)s belum ditetapkan.", { year: row.unsure_years[0] }) : "");

function silenceWords({ silence }) {
  if (!silence) return "";
  return silence.reminded ? t("sudah diingatkan, ditutup %(moment)s", { moment: moment(silence.closes_at) }) : t("ditutup %(moment)s bila diam", { moment: moment(silence.closes_at) });
}

// How a request stands: {tone, icon, words, note}. Colour, sign and words say the same.
export function standing(row, service, now) {
  if (row.ended_at) return { tone: "rest", icon: "check", words: stateWords(row.state), note: moment(row.ended_at) };
  if (row.turn === "user" && isUnsent(row)) return { tone: "hand", icon: "warning", words: t("belum dikirim"), note: row.stands ? t("jam sudah berhenti") : "" };
  if (row.stands) return { tone: "rest", icon: "hold", words: t("menunggu pengguna"), note: t("jam berhenti, sisa %(clock)s kerja", { clock: clockWords(row.left_seconds ?? 0) }) };
  if (row.owed && row.due_at) {
    const tone = levelOf(row, now);
    return { tone, icon: { calm: "clock", soon: "warning", late: "stop-sign" }[tone], words: dueWords(row, service, now), note: t("paling lambat %(moment)s", { moment: moment(row.due_at) }) };
  }
  if (row.turn === "user" && row.state === "answered") return { tone: "rest", icon: "check", words: t("sudah dijawab"), note: [verdictWords(row.verdict), silenceWords(row)].filter(Boolean).join(", ") };
  if (row.turn === "user") return { tone: "rest", icon: "hold", words: t("menunggu pengguna"), note: silenceWords(row) };
  if (row.verdict === "not_started") return { tone: "rest", icon: "hold", words: t("jam belum mulai"), note: "" };
  if (row.verdict === "not_judged") return { tone: "rest", icon: "clock", words: t("tanpa batas waktu"), note: reasonWords(row.reason) };
  return { tone: "rest", icon: "check", words: t("sudah dijawab"), note: verdictWords(row.verdict) };
}

export const closeReasons = () => [
  ["answered", t("Sudah dijawab")], ["nothing_more", t("Tidak ada yang ditanyakan lagi")], ["withdrawn", t("Dicabut pengguna")], ["handed_over", t("Dialihkan ke pihak lain")],
  ["duplicate", t("Sama dengan permintaan lain")], ["misdirected", t("Salah alamat")],
];

export const deliveryWords = ({ delivery, by_letter: byLetter }) => (byLetter && delivery === "sent" ? t("Terkirim lewat e-mail") : ({
  queued: t("Menunggu terkirim"), by_hand: t("Belum terkirim, kirim sendiri"), sent: t("Terkirim"), delivered: t("Sampai di ponsel pengguna"), failed: t("Gagal terkirim"),
})[delivery] ?? "");

export const kindWords = (kind) => ({
  ask: t("Pertanyaan"), answer: t("Jawaban"), answer_part: t("Jawaban sebagian"), appoint: t("Janji temu"), move_meeting: t("Janji temu dipindahkan"), cancel_meeting: t("Janji temu dibatalkan"),
  remind: t("Pengingat otomatis"), fall_silent: t("Penutupan otomatis"), greet: t("Salam otomatis"), by_machine: t("Balasan mesin"), gesture: t("Tanda"),
})[kind] ?? "";
