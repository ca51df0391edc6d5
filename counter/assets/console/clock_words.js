// What the clock card says in each situation (see clockThatMatters in state.js).
import { clockTimeExact } from "@shared/clock.js";
import { t } from "@shared/words.js";
import { deskName } from "../staff/names.js";
import { exactTime } from "../staff/words.js";

const deadlineLine = (number, clock) =>
  t("%(number)s paling lambat mulai dilayani pukul %(time)s.", { number, time: exactTime(clock.deadline) });

const freeSince = (desk) => {
  if (!desk.free_since) return "";
  const time = clockTimeExact(desk.free_since);
  return desk.last_finished
    ? t("Meja bebas sejak %(number)s selesai, %(time)s.", { number: desk.last_finished, time })
    : t("Meja bebas sejak %(time)s.", { time });
};

const sayings = {
  ours: ({ clock, entry, desk }) => ({
    head: clock.tone === "missed" ? t("Batas waktu terlewati, panggil sekarang") : t("Ada pengguna menunggu, meja ini bebas"),
    lines: [deadlineLine(entry.ticket.number, clock), freeSince(desk)],
  }),
  called: ({ clock, desk, nearer }) => ({
    head: t("%(number)s dipanggil, tunggu sampai duduk lalu mulai layani", { number: desk.ticket.number }),
    lines: [
      t("Paling lambat mulai dilayani %(time)s.", { time: exactTime(clock.deadline) }),
      t("Panggilan pertama %(time)s.", { time: clockTimeExact(desk.ticket.first_called_at) }),
      nearer && deadlineLine(nearer.entry.ticket.number, nearer.clock),
    ],
  }),
  other: ({ clock, entry, free }) => ({
    head: free
      ? t("%(number)s menunggu, %(desk)s bebas sejak %(time)s", {
          number: entry.ticket.number, desk: deskName(free.counter), time: clockTimeExact(free.free_since ?? clock.startedAt),
        })
      : t("%(number)s menunggu, jamnya berjalan sejak %(time)s", { number: entry.ticket.number, time: clockTimeExact(clock.startedAt) }),
    lines: [
      t("Paling lambat mulai dilayani %(time)s.", { time: exactTime(clock.deadline) }),
      free && t("%(desk)s belum memanggil siapa pun.", { desk: deskName(free.counter) }),
    ],
  }),
  held: ({ clock, entry }) => ({
    head: t("%(number)s ditunda, jamnya terus berjalan", { number: entry.ticket.number }),
    lines: [t("Paling lambat mulai dilayani %(time)s.", { time: exactTime(clock.deadline) }), t("Panggil lagi dari daftar Ditunda.")],
  }),
  called_without_clock: ({ desk }) => ({
    head: t("%(number)s dipanggil, tunggu sampai duduk lalu mulai layani", { number: desk.ticket.number }),
    lines: [
      t("Jam nomor ini belum berjalan."),
      desk.ticket.first_called_at && t("Panggilan pertama %(time)s.", { time: clockTimeExact(desk.ticket.first_called_at) }),
    ],
  }),
  resting: ({ waiting }) => ({
    head: t("Tidak ada jam yang berjalan"),
    lines: [waiting ? t("Menunggu: %(count)s. Jam mulai saat ada meja yang bebas.", { count: waiting }) : t("Tidak ada yang menunggu.")],
  }),
  not_yet: () => ({
    head: t("Ada pengguna menunggu, jam belum berjalan"),
    lines: [t("Jam mulai saat layanan dibuka dan giliran tiba. Memanggil sudah boleh.")],
  }),
  empty: ({ desk }) => ({
    head: t("Meja ini bebas, tidak ada yang menunggu"),
    lines: [
      desk.last_finished && desk.free_since && t("%(number)s selesai %(time)s.", { number: desk.last_finished, time: exactTime(desk.free_since) }),
      t("Bila ada nomor baru, jamnya mulai dari saat nomor terbit."),
    ],
  }),
};

// An office whose standard names no limit for walk-in visitors has no clock to show.
const withoutLimit = ({ next }) => ({
  head: next ? t("Ada pengguna menunggu") : t("Tidak ada jam yang berjalan"),
  lines: [t("Standar layanan kantor ini tidak menetapkan batas waktu tunggu.")],
});

export function clockWords(matter, limit) {
  const { head, lines } = (limit ? sayings[matter.kind] : withoutLimit)(matter);
  return { head, sentence: lines.filter(Boolean).join(" "), deadline: matter.clock ? exactTime(matter.clock.deadline) : null };
}
