// The office's own names of its services and counters.
import { page } from "@shared/page.js";
import { inOurWords, t } from "@shared/words.js";

export function serviceName(code) {
  const service = page.office.services.find((one) => one.code === code);
  return service ? inOurWords(service.name) : code;
}

// What is written down of a visit for this service: needs, dtsen, or nothing.
export const recordOf = (code) => page.office.services.find((one) => one.code === code)?.record ?? null;

export const serviceNames = (codes) => page.office.services.filter((one) => codes.includes(one.code)).map((one) => inOurWords(one.name)).join(", ");

export function deskName(number) {
  const desk = page.office.counters.find((one) => one.counter === number);
  return desk ? inOurWords(desk.names ?? desk.name) : t("Meja %(number)s", { number });
}

export const deskNames = (numbers) => numbers.map(deskName).join(", ");
