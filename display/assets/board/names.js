// The office's names for what a call carries as codes.
import { page } from "@shared/page.js";
import { inOurWords } from "@shared/words.js";

export function serviceName(code) {
  const service = page.office.services.find((one) => one.code === code);
  return service ? inOurWords(service.name) : code;
}

export function counterName(number) {
  const counter = page.office.counters.find((one) => one.counter === number);
  return counter ? inOurWords(counter.name) : String(number);
}

// Widths of the typeface in em, so that a long number or name is set smaller before it is cut.
const widths = [[/[0-9]/, 0.64], [/-/, 0.26], [/\s/, 0.3], [/[mwMW]/, 0.92], [/[A-Z]/, 0.7], [/[ijltf.,]/, 0.34]];
const widthOf = (sign) => widths.find(([signs]) => signs.test(sign))?.[1] ?? 0.6;
export const ems = (text) => [...text].reduce((sum, sign) => sum + widthOf(sign), 0).toFixed(2);
