// The sentences of the console: what a state is called in the words of a clerk.
import { clockTime } from "@shared/clock.js";
import { t } from "@shared/words.js";
import { isFree } from "../staff/clocks.js";
import { deskName } from "../staff/names.js";
import { someOf } from "../staff/words.js";

export const languageName = (code) => (code === "en" ? t("Bahasa Inggris") : t("Bahasa Indonesia"));

// Why this visitor stands at this place of the line: the part in bold, and the rest.
export function reasonWords(reason) {
  const since = t("menunggu sejak %(time)s", { time: clockTime(reason.since) });
  const passed = reason.passed?.length ? t("mendahului %(numbers)s", { numbers: someOf(reason.passed) }) : since;
  return ({
    priority: { lead: t("Prioritas"), rest: passed },
    returned: { lead: t("Kembali antre"), rest: since },
    ordinary_turn: { lead: t("Giliran biasa"), rest: t("sudah %(count)s prioritas mendahului", { count: reason.after }) },
    transferred: { lead: t("Dialihkan"), rest: since },
  })[reason.key] ?? { lead: "", rest: since };
}

export const reasonLine = (reason) => {
  const { lead, rest } = reasonWords(reason);
  return lead ? `${lead}, ${rest}` : rest[0].toUpperCase() + rest.slice(1);
};

// "kira-kira 5–12 menit"; nothing where too little is known.
export const expectedWords = (estimate) =>
  estimate && t("kira-kira %(from)s–%(to)s menit", { from: Math.floor(estimate.from / 60), to: Math.ceil(estimate.to / 60) });

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
