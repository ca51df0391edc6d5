// The live page's sentences: what happened, what a counter does, why the office is calm.
import { clockTime, longDate, zoneLetters } from "@shared/clock.js";
import { language, t } from "@shared/words.js";
import { deskName, serviceName } from "../staff/names.js";
import { breachReason, emergencyReason } from "../staff/words.js";

export const doingWords = (kind) => ({
  serving: { words: t("Melayani"), icon: "play", look: "blue" },
  called: { words: t("Memanggil"), icon: "megaphone", look: "blue" },
  due: { words: t("Bebas, belum memanggil"), icon: "warning", look: "orange" },
  idle: { words: t("Bebas"), icon: "check", look: "calm" },
  absent: { words: t("Tidak ada petugas"), icon: "no-show", look: "calm" },
})[kind];

export const sinceWords = (kind, since) => ({
  serving: t("melayani"),
  called: t("sejak panggilan pertama"),
  due: since && t("bebas sejak %(time)s", { time: clockTime(since) }),
  idle: since && t("bebas sejak %(time)s", { time: clockTime(since) }),
})[kind] ?? "";

const undone = ({ undid, number }) => ({
  call: t("Panggilan %(number)s diurungkan", { number }),
  finish: t("Selesai %(number)s diurungkan", { number }),
  miss: t("%(number)s tidak hadir, diurungkan", { number }),
  transfer: t("Pengalihan %(number)s diurungkan", { number }),
})[undid];

const left = ({ reason, number }) => (reason === "visitor" ? t("%(number)s pergi sendiri", { number }) : t("%(number)s dibatalkan", { number }));

const officer = () => t("Petugas");
const manager = () => t("Manajer");

const tellings = {
  open_day: () => t("Hari layanan dibuka"),
  close_day: () => t("Hari layanan ditutup"),
  take_counter: ({ desk, by }) => t("%(name)s membuka %(desk)s", { name: by ?? officer(), desk }),
  leave_counter: ({ desk, by }) => t("%(name)s meninggalkan %(desk)s", { name: by ?? officer(), desk }),
  take: ({ number }) => t("%(number)s mengambil nomor", { number }),
  call: ({ number, desk }) => t("%(number)s dipanggil, %(desk)s", { number, desk }),
  recall: ({ number, desk }) => t("%(number)s dipanggil ulang, %(desk)s", { number, desk }),
  start: ({ number, desk }) => t("%(number)s mulai dilayani, %(desk)s", { number, desk }),
  finish: ({ number, desk }) => t("%(number)s selesai, %(desk)s bebas", { number, desk }),
  hold: ({ number }) => t("%(number)s ditunda", { number }),
  put_back: ({ number }) => t("%(number)s dikembalikan ke antrean", { number }),
  miss: ({ number }) => t("%(number)s tidak hadir", { number }),
  reinstate: ({ number }) => t("%(number)s kembali antre", { number }),
  cancel: left,
  expire: ({ number }) => t("%(number)s berakhir bersama hari layanan", { number }),
  transfer: ({ number, to }) => (to ? t("%(number)s dialihkan ke %(service)s", { number, service: serviceName(to) }) : t("%(number)s dialihkan ke meja lain", { number })),
  undo: undone,
  breach_reason: ({ number, reason }) => t("%(number)s alasan: %(reason)s", { number, reason: breachReason(reason) }),
  remind: ({ number, desk, by }) => t("%(name)s mengingatkan %(desk)s: %(number)s", { name: by ?? officer(), desk, number }),
  still_serving: ({ number, desk }) => t("%(desk)s masih melayani %(number)s", { desk, number }),
  guest_met: ({ by }) => t("%(name)s menemui tamu", { name: by ?? officer() }),
  complaint: ({ reason }) => (reason ? t("Pengaduan: ada langkah baru") : t("Pengaduan baru masuk")),
  backup: () => t("Cadangan semua data dibuat"),
  restore: () => t("Data dipulihkan dari cadangan"),
  emergency: ({ reason, by }) => t("%(name)s mencatat keadaan darurat: %(reason)s", { name: by ?? manager(), reason: emergencyReason(reason) }),
};

export const happened = (event) => tellings[event.move]?.({ ...event, desk: event.counter && deskName(event.counter) }) ?? event.move;

// Why the office is closed now, and when it opens again.
export function closedWords({ reason, name, opens_at: opens }) {
  const why = {
    before_opening: t("Nomor belum dibagikan."),
    after_closing: t("Layanan hari ini sudah tutup."),
    weekend: t("Tutup akhir pekan."),
  }[reason] ?? (name ? t("Tutup: %(name)s.", { name }) : t("Kantor sedang tutup."));
  if (!opens) return why;
  const when = `${longDate(opens, language.value)}, ${clockTime(opens)} ${zoneLetters}`;
  return [why, t("Buka kembali %(when)s.", { when })].join(" ");
}
