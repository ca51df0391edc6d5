// Indonesian is the source; English is a catalogue that is fetched once.
import { page, read } from "./page.js";
import { signal } from "./signal.js";

export const language = signal("id");
const catalogues = { id: {} };

export function t(text, values = {}) {
  const said = catalogues[language.value]?.[text] || text;
  return said.replace(/%\((\w+)\)s/g, (hole, name) => values[name] ?? hole);
}

// The office's own words come in both languages: {"id": …, "en": …}, or plain text.
export function inOurWords(text) {
  return typeof text === "string" ? text : text?.[language.value] || text?.id || "";
}

export async function loadWords(code) {
  if (!catalogues[code]) {
    const answer = await read(`/words/${code}.json`);
    if (answer.ok) catalogues[code] = answer.data;
  }
  return Boolean(catalogues[code]);
}

export async function setLanguage(code) {
  // Without the catalogue Indonesian stays: half a translation is worse than none.
  const known = await loadWords(code).catch(() => false);
  if (!known) return;
  document.documentElement.lang = code;
  language.value = code;
}

// Await this before the first render, so that an English page does not begin in Indonesian.
export const ready = setLanguage(page.language ?? "id");
