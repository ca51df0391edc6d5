// Requests in the words of staff: channels, states, why one is not judged, and how long it took.
import { t } from "@shared/words.js";

export const CHANNELS = ["whatsapp", "email", "telephone", "pst_online", "halopst", "web_form", "zoom"];
export const VERDICTS = ["kept", "missed", "running", "stands", "not_started", "not_judged"];

export const channelWords = (channel) => ({
  whatsapp: t("WhatsApp"), email: t("E-mail"), telephone: t("Telepon"), pst_online: t("pst.bps.go.id"), halopst: t("HaloPST"), web_form: t("Formulir web"), zoom: t("Zoom"),
})[channel] ?? channel;

export const stateWords = (state) => ({
  received: t("Diterima"), complete: t("Jelas dan lengkap"), answering: t("Sedang dijawab"), waiting: t("Menunggu pengguna"),
  answered: t("Dijawab"), closed: t("Selesai"), closed_for_silence: t("Ditutup karena tidak ada respons"), reopened: t("Dibuka kembali"),
})[state] ?? state;

export const verdictWords = (verdict) => ({
  kept: t("Tepat"), missed: t("Lewat"), running: t("Berjalan"), stands: t("Menunggu jawaban pengguna"), not_started: t("Jam belum mulai"), not_judged: t("Tidak dinilai"),
})[verdict] ?? verdict;

export const reasonWords = (reason) => ({
  no_promise: t("Standar tidak menjanjikan waktu pada saluran ini"), silence: t("Pengguna tidak merespons"), withdrawn: t("Dicabut pengguna"),
  duplicate: t("Sama dengan permintaan lain"), handed_over: t("Dialihkan"), misdirected: t("Salah alamat"), outside_hours: t("Di luar jam layanan"),
  nothing_more: t("Tidak ada yang ditanyakan lagi"),
})[reason] ?? reason;

// Working days after the day on which the promise began.
export function daysWords(days) {
  if (days === null) return "–";
  return days === 0 ? t("hari yang sama") : t("%(days)s hari kerja", { days });
}
