// The form as the steps that one visitor meets. `values` is what stands on the screen so far, as it was typed or touched.
export const ALONE = "alone";
export const MANY = "many";
const CONTACT = ["phone", "email"];
const HEADS = ["group_men", "group_women"];

const chosen = (value, code) => (Array.isArray(value) ? value.includes(code) : value === code);
const isAsked = ({ follows }, values) => !follows || chosen(values[follows.item], follows.code);
const only = (items, names) => items.filter(({ name }) => names.includes(name));

const isMinor = (form, values) => /^\d{4}$/.test(values.birth_year) && Number(values.birth_year) >= form.minors_born_since;

function groupSteps(item, form, values) {
  const items = [item, ...only(form.items, HEADS)];
  const company = { ...item, name: "company", kind: "group", items };
  return values.company === MANY ? [company, { ...item, name: "heads", kind: "heads", items, isFurther: true }] : [company];
}

// Phone and e-mail come last, under the notice. Whoever may be a minor reads why they are not asked.
function lastStep(form, values) {
  const items = only(form.items, CONTACT);
  if (!items.length) return [];
  return isMinor(form, values) ? [{ name: "minor", kind: "minor", items: [] }] : [{ name: "contact", kind: "contact", items }];
}

export function stepsOf(form, values) {
  const single = form.items.filter(({ name }) => !CONTACT.includes(name) && !HEADS.includes(name));
  const steps = single.filter((item) => isAsked(item, values))
    .flatMap((item) => (item.name === "group" ? groupSteps(item, form, values) : [{ ...item, isFurther: Boolean(item.follows) }]));
  return [...steps, ...lastStep(form, values)];
}

// The items that a step is about.
export const itemsOf = (step) => step.items?.map(({ name }) => name) ?? [step.name];

// A further question bears the number of the one that it follows, so that the count never jumps.
export function placeOf(steps, step) {
  const counted = steps.filter(({ isFurther }) => !isFurther);
  return { number: steps.slice(0, steps.indexOf(step) + 1).filter(({ isFurther }) => !isFurther).length, of: counted.length };
}

const words = (value) => value?.trim() ?? "";
export const countsOf = (step) => only(step.items, HEADS);
export const headsOf = (values) => HEADS.map((name) => Number(values[name] || 0));

const complete = {
  words: (step, values) => words(values[step.name]) !== "",
  birth_year: (step, values) => /^\d{4}$/.test(values[step.name]),
  codes: (step, values) => values[step.name]?.length > 0,
  heads: (_, values) => headsOf(values).reduce((sum, count) => sum + count) > 1,
  contact: (step, values) => step.items.some(({ name }) => words(values[name])),
  minor: () => true,
};
export const isComplete = (step, values) => (complete[step.kind] ?? (() => values[step.name] !== undefined))(step, values);

const answers = {
  words: (step, values) => ({ [step.name]: words(values[step.name]) }),
  // Also takes back what was given elsewhere before the year was known (UU 27/2022 Pasal 25).
  birth_year: (step, values, form) => ({ [step.name]: Number(values[step.name]), ...(isMinor(form, values) && { phone: null, email: null }) }),
  group: () => ({ group: 1, group_men: null, group_women: null }),
  heads: (_, values) => {
    const [men, women] = headsOf(values);
    return { group: men + women, group_men: men, group_women: women };
  },
  contact: (step, values) => Object.fromEntries(step.items.map(({ name }) => [name, words(values[name])]).filter(([, said]) => said)),
  minor: () => ({}),
};
// What a step says to the server.
export const answersOf = (step, values, form) => (answers[step.kind] ?? (() => ({ [step.name]: values[step.name] })))(step, values, form);
