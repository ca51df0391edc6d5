// The wait log in words. Reasons are codes in the journal; here they get their sentence.
import { duration, officeDay, serverNow } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { t } from "@shared/words.js";
import { moved, tongue } from "../staff/days.js";

// In the order of the console's keys 1 to 6.
export const breachReasons = () => ({
  long_consultation: t("Konsultasi panjang"),
  system_down: t("Gangguan sistem"),
  visitor_late: t("Pengguna terlambat"),
  single_officer: t("Petugas tunggal"),
  unscheduled_pause: t("Jeda tak terjadwal"),
  other: t("Lainnya"),
});

export const correctionReasons = () => ({
  forgot_start: t("Lupa menekan Mulai layani"),
  forgot_finish: t("Lupa menekan Selesai"),
  wrong_number: t("Salah nomor"),
  trial: t("Hanya percobaan"),
  other: t("Lainnya"),
});

const judgedReasons = () => ({
  overtaken_by_priority: t("Didahului prioritas"),
  left_before_service: t("Pergi sebelum dilayani"),
  no_show: t("Tidak hadir saat dipanggil"),
  cancelled: t("Dibatalkan petugas"),
  transferred: t("Dialihkan sebelum dilayani"),
  expired: t("Tidak ditutup sampai hari berakhir"),
  still_waiting: t("Masih menunggu"),
  no_promise: t("Di luar janji layanan"),
  unexplained: t("Belum diisi"),
});

export const reasonWords = (code) => (code ? judgedReasons()[code] ?? breachReasons()[code] ?? code.replaceAll("_", " ") : "");

export const exclusionWords = (code) => ({
  expired: t("Tidak pernah ditutup"),
  auto_closed: t("Lupa menekan Selesai"),
  corrected: t("Dikoreksi"),
  implausible: t("Lama layanan tidak masuk akal"),
  rehearsal: t("Latihan"),
}[code]);

export const verdictWords = (code) => ({
  kept: t("Tepat"), called_in_time: t("Tepat panggil"), missed: t("Lewat"), not_judged: t("Tidak dinilai"),
}[code]);

export const readingWords = (code) => ({
  default: t("Menurut definisi ini"),
  first_call: t("Sampai panggilan pertama"),
  number_order: t("Menurut urutan nomor"),
  from_ticket: t("Sejak nomor terbit"),
  from_guest_book: t("Sejak buku tamu, dalam 5 menit"),
}[code]);

export const length = (seconds) => (seconds === null || seconds === undefined ? "–" : duration(seconds));
export const inMinutes = (seconds) => Math.round(seconds / 60);
const MONDAY = Date.UTC(2024, 0, 1);
const weekday = (number, style) => new Intl.DateTimeFormat(tongue(), { timeZone: "UTC", weekday: style }).format(new Date(MONDAY + number * 86_400_000));
export const weekdayName = (number) => weekday(number, "long");
export const weekdayShort = (number) => weekday(number, "short");
const two = (number) => String(number).padStart(2, "0");
export const hourSpan = (hour) => `${two(hour)}.00–${two(hour + 1)}.00`;

// The spans that are asked for most, each with its first and last day.
export function quickSpans() {
  const today = officeDay(serverNow());
  const first = `${today.slice(0, 8)}01`;
  const lastOfBefore = moved(first, -1);
  return [
    { name: t("Hari ini"), from: today, to: today },
    { name: t("7 hari"), from: moved(today, -6), to: today },
    { name: t("Bulan ini"), from: first, to: today },
    { name: t("Bulan lalu"), from: `${lastOfBefore.slice(0, 8)}01`, to: lastOfBefore },
  ];
}

export const officeName = () => page.office.name;
