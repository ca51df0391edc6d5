// The wait log in words. Reasons are codes in the journal; here they get their sentence.
import { duration } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { language, t } from "@shared/words.js";

export const reasonWords = (code) => (code ? {
  overtaken_by_priority: t("Didahului prioritas"),
  left_before_service: t("Pergi sebelum dilayani"),
  no_show: t("Tidak hadir saat dipanggil"),
  cancelled: t("Dibatalkan petugas"),
  transferred: t("Dialihkan sebelum dilayani"),
  expired: t("Tidak ditutup sampai hari berakhir"),
  still_waiting: t("Masih menunggu"),
  no_promise: t("Di luar janji layanan"),
}[code] ?? code.replaceAll("_", " ") : "");

export const length = (seconds) => (seconds === null || seconds === undefined ? "–" : duration(seconds));

const tongue = () => (language.value === "en" ? "en-GB" : "id-ID");

export const percent = (share) =>
  new Intl.NumberFormat(tongue(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(share * 100);

export const shortDate = (iso) =>
  new Intl.DateTimeFormat(tongue(), { timeZone: page.office.zone, day: "numeric", month: "short" }).format(new Date(iso));
