// What the guest book and the record of a need ask, and what their codes mean. The same for every visitor, so it is kept.
import { page, read } from "@shared/page.js";
import { inOurWords, t } from "@shared/words.js";
import { counterPath, refusal } from "../staff/work.js";

// An entry may have been begun for another service than the one that the visitor has now.
const FORMS = ["skd", "dtsen", "reception"];
const RECORDS = ["needs", "dtsen"];
const CONTACT = ["phone", "email"];
const OBTAINED_SOME = [1, 2];
const OF_WHAT_WAS_OBTAINED = ["sources", "publication", "publication_year"];
const AGENCIES = [1, 2, 3, 4]; // only they are asked what the data plan (SKD Blok III)

async function fetched(path) {
  const answer = await read(path);
  if (!answer.ok) throw new Error(refusal(answer));
  return answer.data;
}

async function fetchForms() {
  const [needs, dtsen, ...books] = await Promise.all([
    ...RECORDS.map((record) => fetched(counterPath(`needs-form?record=${record}`))), ...FORMS.map((form) => fetched(`${page.root}/kiosk/guestbook?form=${form}`)),
  ]);
  const items = new Map(books.flatMap((book) => book.items).map((item) => [item.name, item]));
  const { consents, notice, minors_born_since: minorsBornSince } = books[0];
  return {
    items: [...items.values()], needs: { needs: needs.items, dtsen: dtsen.items }, books: Object.fromEntries(books.map((book) => [book.form, book.items])),
    consents, notice, minorsBornSince,
  };
}

let kept = null;
export function forms() {
  kept ??= fetchForms().catch((error) => { kept = null; throw error; });
  return kept;
}

export const isContact = ({ name }) => CONTACT.includes(name);
export const label = (item) => inOurWords(item.ask);
export const labelOf = (items, name) => label(items.find((item) => item.name === name) ?? { ask: name });

const codeWords = (item, code) => inOurWords(item.options.find((option) => option.code === code)?.text) || t("kode %(code)s", { code });

// An answer as a clerk reads it.
export function plain(item, value) {
  if (item.kind === "phone") return value.replace(/^\+62/, "0");
  if (item.options.length) return [value].flat().map((code) => codeWords(item, code)).join(", ");
  return String(value);
}

// "08••••1234", "k••••@example.com": enough to recognise, too little to note down.
export function masked(item, value) {
  const said = plain(item, value);
  if (item.kind === "phone") return `${said.slice(0, 2)}••••${said.slice(-4)}`;
  return `${said[0]}••••${said.slice(said.lastIndexOf("@"))}`;
}

export const answered = (items, answers) => items.filter(({ name }) => answers[name] !== undefined && answers[name] !== null);

// A follow-up is a question only where the answer before asks for it.
export function isAsked({ name, follows }, values, answers) {
  if (follows) return values[follows.item] === follows.code;
  if (OF_WHAT_WAS_OBTAINED.includes(name)) return OBTAINED_SOME.includes(values.obtained);
  return name !== "planning" || AGENCIES.includes(answers.institution_kind);
}
