// The rights of visitors in the words of a manager, and the three days in which each is answered.
import { clockTime, officeDay, zoneLetters } from "@shared/clock.js";
import { t } from "@shared/words.js";
import { shortDay } from "../staff/days.js";

export const kindWords = (kind) => ({
  export: t("Minta salinan data"),
  correct: t("Minta perbaikan data"),
  restrict: t("Minta pemakaian data dibatasi"),
  withdraw: t("Menarik persetujuan"),
  erase: t("Minta data dihapus"),
})[kind];

export const kindIcon = (kind) => ({ export: "paper", correct: "form", restrict: "lock", withdraw: "undo", erase: "close" })[kind];

export const whatToDo = (kind) => ({
  export: t("Buka salinan, periksa bersama peminta, lalu unduh atau bacakan."),
  correct: t("Hubungi atau temui peminta, lalu perbaiki bersama. Permintaan selesai saat disimpan."),
  restrict: t("Data tetap disimpan, tetapi tidak dipakai untuk apa pun."),
  withdraw: t("Persetujuan berhenti seketika. Tidak ada yang perlu dikerjakan."),
  erase: t("Kunci data pengguna dihancurkan. Angka dan waktu tetap ada."),
})[kind];

export const storedWords = (stored) => ({
  nothing: t("Tidak ada data pribadi untuk nomor ini. Tidak ada yang perlu dikerjakan."),
  erased: t("Data pribadi kunjungan ini sudah dihapus."),
  restricted: t("Pemakaian data sedang dibatasi."),
  used: t("Data pribadi tersimpan dan dipakai untuk melayani."),
})[stored];

export const readWords = (what) => ({ visit: t("membuka catatan kunjungan"), export: t("membuka salinan data"), complaint: t("membuka isi pengaduan"), returning: t("memeriksa kunjungan sebelumnya"), skd_file: t("membuka berkas SKD") })[what] ?? what;

export const purposeWords = (purpose) => ({
  follow_up: t("Dihubungi tentang permintaan data ini"), survey: t("Dihubungi untuk survei kepuasan (SKD)"),
})[purpose] ?? purpose;

export const moment = (when) => `${shortDay(officeDay(when))}, ${clockTime(when)} ${zoneLetters}`;
