// The whole form of a visit while an officer fills it in: what is asked, what changed, what is said to the server.
// Nothing is filled in by the program, and only what was changed is sent: the visitor may be writing on their phone.
export const ALONE = "alone";
export const MANY = "many";
const CONTACT = ["phone", "email"];
const HEADS = ["group_men", "group_women"];
const NUMBERS = ["year", "birth_year", "count"];

const PARTS = {
  purpose: "visit", dtsen_kind: "visit", host: "visit",
  name: "person", group: "person", sex: "person", birth_year: "person", schooling: "person",
  occupation: "work", occupation_other: "work", institution_kind: "work", institution_kind_other: "work", institution: "work",
  use: "use", use_other: "use", means: "use", means_other: "use", disability: "use", disability_kind: "use", complained: "use",
  phone: "contact", email: "contact", country: "origin", province: "origin", city: "origin",
};

const isEmpty = (value) => value === undefined || value === null || value === "" || (Array.isArray(value) && !value.length);
const chosen = (value, code) => (Array.isArray(value) ? value.includes(code) : value === code);
const inOrder = (value) => (Array.isArray(value) ? [...value].sort((one, other) => one - other) : value);
const same = (one, other) => JSON.stringify(inOrder(one) ?? null) === JSON.stringify(inOrder(other) ?? null);

function companyOf({ group, group_men: men, group_women: women }) {
  if (group === undefined && men === undefined && women === undefined) return undefined;
  return group === 1 && !men && !women ? ALONE : MANY;
}

// What stands in the form when it is opened: what was answered before, and nothing else.
export function draftOf({ answers, consents }) {
  const values = { ...answers, company: companyOf(answers) };
  return { values, before: values, consents, given: consents, sent: [] };
}

export const isChanged = (draft) =>
  Boolean(draft) && (JSON.stringify(draft.values) !== JSON.stringify(draft.before) || JSON.stringify(draft.consents) !== JSON.stringify(draft.given));

export const mayBeMinor = ({ birth_year: year }, asks) => /^\d{4}$/.test(year ?? "") && Number(year) >= asks.minorsBornSince;

// The questions of this visit's form, and whatever was answered in another one before a follow-on service.
export function itemsOf(asks, form, answers) {
  const own = asks.books[form];
  return [...own, ...asks.items.filter((item) => !own.some(({ name }) => name === item.name) && !isEmpty(answers[item.name]))];
}

const isAsked = ({ name, follows }, values) => !HEADS.includes(name) && (!follows || chosen(values[follows.item], follows.code));

// The questions in their order, those that belong together as one part.
export function partsOf(items, values) {
  const parts = [];
  for (const item of items.filter((one) => isAsked(one, values))) {
    const name = PARTS[item.name] ?? "visit";
    if (parts.at(-1)?.name !== name) parts.push({ name, items: [] });
    parts.at(-1).items.push(item);
  }
  return parts;
}

export const headsIn = (values) => HEADS.map((name) => Number(values[name] || 0));

// The sum of a group is ours; a number that was told without its men and women stays.
function groupIn(values) {
  if (!values.company) return { group: null, group_men: null, group_women: null };
  if (values.company === ALONE) return { group: 1, group_men: null, group_women: null };
  const [men, women] = headsIn(values);
  return men + women ? { group: men + women, group_men: men, group_women: women } : { group: values.group > 1 ? values.group : null, group_men: null, group_women: null };
}

function said({ name, kind }, values, minor) {
  const value = minor && CONTACT.includes(name) ? null : values[name];
  if (isEmpty(value)) return null;
  return NUMBERS.includes(kind) ? Number(value) : typeof value === "string" ? value.trim() || null : value;
}

// Everything that the form says now, by item; null where it says nothing.
function everything(values, items, minor) {
  const plain = items.filter((item) => isAsked(item, values) && item.name !== "group").map((item) => [item.name, said(item, values, minor)]);
  const asksGroup = items.some(({ name }) => name === "group");
  return { ...Object.fromEntries(plain), ...(asksGroup && groupIn(values)) };
}

// What a send says: what differs from what is stored, and again whatever an unanswered send may have stored.
export function newsIn(draft, items, asks) {
  const minor = mayBeMinor(draft.values, asks);
  const now = everything(draft.values, items, minor);
  const answers = Object.fromEntries(Object.entries(now).filter(([name, value]) => draft.sent.includes(name) || !same(value, draft.before[name])));
  const agreed = minor ? Object.fromEntries(Object.keys(draft.consents).map((purpose) => [purpose, false])) : draft.consents;
  const consents = Object.fromEntries(Object.entries(agreed).filter(([purpose, given]) => draft.sent.includes(purpose) || given !== (draft.given[purpose] ?? false)));
  return { answers, consents };
}

// What is known after a send, without reading it back: the server names the items that it kept.
export function knownAfter(before, news, answered) {
  const all = Object.entries({ ...before, ...news });
  return Object.fromEntries(all.filter(([name, value]) => !isEmpty(value) && answered.includes(name)));
}

const FAULTS = { bad_phone: "phone", bad_email: "email", contact_of_minor: "birth_year", head_count: "group" };

// Which question a refusal is about, where it can be told.
export function faultAt(notice) {
  const item = notice?.item ?? FAULTS[notice?.code] ?? null;
  return HEADS.includes(item) ? "group" : item;
}
