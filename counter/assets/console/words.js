// The sentences of the console: what a state is called in the words of a clerk.
import { clockTime, clockTimeExact, zoneLetters } from "@shared/clock.js";
import { t } from "@shared/words.js";
import { deskName } from "../staff/names.js";
import { isFree } from "./state.js";

export const exactTime = (when) => `${clockTimeExact(when)} ${zoneLetters}`;

export const languageName = (code) => (code === "en" ? t("Bahasa Inggris") : t("Bahasa Indonesia"));

// At most three numbers by name; a long line is not read out.
export const someOf = (numbers) => numbers.slice(0, 3).join(", ") + (numbers.length > 3 ? " …" : "");

// Why this visitor stands at this place of the line: the part in bold, and the rest.
export function reasonWords(reason) {
  const since = t("menunggu sejak %(time)s", { time: clockTime(reason.since) });
  const passed = reason.passed?.length ? t("mendahului %(numbers)s", { numbers: someOf(reason.passed) }) : since;
  return ({
    priority: { lead: t("Prioritas"), rest: passed },
    returned: { lead: t("Kembali antre"), rest: since },
    transferred: { lead: t("Dialihkan"), rest: since },
  })[reason.key] ?? { lead: "", rest: since };
}

export const reasonLine = (reason) => {
  const { lead, rest } = reasonWords(reason);
  return lead ? `${lead}, ${rest}` : rest[0].toUpperCase() + rest.slice(1);
};

export const toneWord = (tone) => ({ calm: t("lagi"), soon: t("segera"), missed: t("lewat") })[tone];

export const toneIcon = (tone) => ({ calm: "clock", soon: "warning", missed: "stop-sign" })[tone];

export const printerReason = (reason) => ({
  unreachable: t("Pencetak tidak dapat dihubungi"),
  no_paper: t("Kertas pencetak habis"),
  offline: t("Pencetak mati atau tutupnya terbuka"),
  unsure: t("Tidak pasti apakah kertas tercetak"),
})[reason] ?? t("Pencetak bermasalah");

// Which counters are free, or else what each of them is doing.
export function counterSituation(queue) {
  const free = queue.counters.filter(isFree).map((desk) => deskName(desk.counter));
  if (free.length) return t("Meja bebas sekarang: %(names)s.", { names: free.join(", ") });
  const busy = queue.counters.filter((desk) => desk.ticket).map((desk) => {
    const parts = { desk: deskName(desk.counter), number: desk.ticket.number };
    return desk.ticket.state === "called" ? t("%(desk)s memanggil %(number)s", parts) : t("%(desk)s melayani %(number)s", parts);
  });
  return busy.length ? `${busy.join(", ")}.` : t("Belum ada meja yang dibuka.");
}
