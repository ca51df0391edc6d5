// What happened to a visit, in a sentence and a note. The journal keeps codes; here they get their words.
import { clockTimeExact } from "@shared/clock.js";
import { t } from "@shared/words.js";
import { deskName, serviceName } from "../../staff/names.js";
import { correctionReasons, reasonWords } from "../words.js";

const languageWords = (code) => (code === "en" ? t("bahasa Inggris") : t("bahasa Indonesia"));

const callReasons = () => ({
  visitor_asked: t("diminta pengguna"), officer_skill: t("perlu keahlian petugas"), urgent: t("mendesak"), other: t("lainnya"),
});

const cancelled = (event) => (event.reason === "visitor" ? t("Pengguna membatalkan sendiri") : t("Dibatalkan petugas"));

const transferred = ({ facts }) => (facts.to_counter
  ? t("Dialihkan ke %(counter)s", { counter: deskName(facts.to_counter) })
  : t("Dialihkan ke layanan %(service)s", { service: serviceName(facts.service) }));

const called = ({ nth }) => (nth === 1 ? t("Dipanggil, panggilan pertama") : t("Dipanggil, panggilan ke-%(nth)s", { nth }));

const titles = {
  take: () => t("Nomor terbit"),
  call: called,
  recall: called,
  start: () => t("Mulai dilayani"),
  hold: () => t("Ditunda"),
  put_back: () => t("Dikembalikan ke antrean"),
  finish: () => t("Selesai dilayani"),
  transfer: transferred,
  miss: () => t("Tidak hadir"),
  reinstate: () => t("Datang kembali, masuk antrean lagi"),
  cancel: cancelled,
  expire: () => t("Hari berakhir tanpa ditutup"),
  take_over: () => t("Meja diambil alih petugas lain"),
  undo: () => t("Langkah sebelumnya diurungkan"),
  breach_reason: (event) => t("Alasan lewat: %(reason)s", { reason: reasonWords(event.reason) }),
  correct: (event) => t("Dikoreksi: %(reason)s", { reason: correctionReasons()[event.reason] ?? event.reason }),
  comment: () => t("Komentar"),
  guest_book: () => t("Buku tamu diisi"),
  need: () => t("Kebutuhan dicatat"),
  right: () => t("Permintaan tentang data pribadi"),
  remind: () => t("Petugas diingatkan"),
  still_serving: () => t("Petugas menyatakan masih melayani"),
  shown: () => t("Papan: tampil"),
  sounded: () => t("Papan: terdengar"),
  passed: ({ number }) => t("Didahului %(number)s, prioritas", { number }),
  called_out_of_order: ({ number }) => t("%(number)s dipanggil lebih dahulu, di luar urutan", { number }),
  clock_started: () => t("Jam mulai berjalan"),
  clock_paused: ({ until }) => t("Jam berhenti sampai %(until)s", { until: clockTimeExact(until) }),
  limit_passed: () => t("Batas waktu terlewati"),
};

const pausedBy = ({ emergency }) => (emergency ? t("keadaan darurat, dihitung server") : t("istirahat, dihitung server"));

const sourceOf = (event) => ({
  shown: t("Papan ruang tunggu"), sounded: t("Papan ruang tunggu"),
  clock_started: t("dihitung server"), limit_passed: t("dihitung server"), clock_paused: pausedBy(event),
})[event.what];

// The journal keeps the visit's desk with what was said about it, also by somebody who never sat there.
const REMARKS = ["breach_reason", "comment", "correct"];

// Who and where, and what else the journal knows of it.
function particulars(event) {
  const { what, by, counter, reason, facts = {} } = event;
  return [
    by, counter && !REMARKS.includes(what) && deskName(counter),
    what === "take" && facts.language && languageWords(facts.language),
    what === "take" && facts.priority && t("prioritas"),
    facts.expected && t("di luar urutan, seharusnya %(number)s", { number: facts.expected }),
    facts.turn === "ordinary" && t("giliran biasa didahulukan sesudah beberapa prioritas"),
    (what === "call" || what === "called_out_of_order") && reason && callReasons()[reason],
    what === "passed" && (event.running ? t("jam sudah berjalan") : t("jam belum berjalan, tidak memengaruhi hasil")),
    event.undone && t("diurungkan"),
  ].filter(Boolean).join(", ");
}

export const eventTitle = (event) => (titles[event.what] ? titles[event.what](event) : event.what.replaceAll("_", " "));
export const eventNote = (event) => sourceOf(event) ?? particulars(event);
