// One entry on its way through the form: what stands on the screen, which question is asked, what is saved.
import { useEffect, useRef, useState } from "preact/hooks";
import { page, post } from "@shared/page.js";
import { language } from "@shared/words.js";
import { PATIENCE, saver } from "./saver.js";
import { answersOf, isComplete, itemsOf, MANY, stepsOf } from "./steps.js";

const END = "end";

const without = (values, names) => Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

const firstOpen = (form, answered) => {
  const steps = stepsOf(form, {});
  return (steps.find((step) => !itemsOf(step).some((name) => answered.includes(name))) ?? steps[0]).name;
};

function useSaver(entry, key, onRefused) {
  const [answered, setAnswered] = useState(null);
  const [state, setState] = useState({ unsaved: 0, isCut: false });
  const refused = useRef(onRefused);
  refused.current = onRefused;
  const made = useRef(null);
  const tell = (said) => post(`${page.root}/kiosk/guestbook`, { ...entry, ...said, language: language.value }, { key, patience: PATIENCE });
  made.current ??= saver(tell, { onSaved: setAnswered, onChange: (news) => setState((now) => ({ ...now, ...news })), onRefused: (...said) => refused.current(...said) });
  useEffect(() => () => made.current.close(), []);
  return { save: made.current.save, answered, ...state };
}

// `known`: what was already answered elsewhere, without saying with what.
// `visit`: {service, key} where there is no ticket to write for.
export function useEntry({ form, ticket, visit, channel, known = [] }) {
  const [values, setValues] = useState({});
  const [consents, setConsents] = useState({});
  const [at, setAt] = useState(() => firstOpen(form, known));
  const [problem, setProblem] = useState(null);
  const [busy, setBusy] = useState(false);
  const given = useRef(new Set());
  const here = useRef(at);
  here.current = at;
  const { save, answered, unsaved, isCut } = useSaver({ ticket, service: visit?.service, form: form.form, channel }, visit?.key, (step, refusal) => {
    setAt(step);
    setProblem(refusal);
  });
  const steps = stepsOf(form, values);
  const step = steps.find(({ name }) => name === at) ?? null;

  function move(by, now = values) {
    const path = stepsOf(form, now);
    const next = path[path.findIndex(({ name }) => name === at) + by];
    setProblem(null);
    setAt(next?.name ?? END);
  }

  function put(now, agreed) {
    const said = answersOf(step, now, form);
    const takenBack = itemsOf(step).filter((name) => given.current.has(name) && !(name in said));
    Object.keys(said).forEach((name) => given.current.add(name));
    return save(step.name, { answers: { ...Object.fromEntries(takenBack.map((name) => [name, null])), ...said }, consents: agreed ?? {} });
  }

  // One touch answers and goes on: the list came from the server, so it is saved behind the visitor's back.
  function choose(value) {
    const now = { ...values, [step.name]: value };
    setValues(now);
    if (value !== MANY) put(now);
    move(1, now);
  }

  async function confirm() {
    if (step.kind === "minor") return move(1);
    setBusy(true);
    setProblem(null);
    const goesOn = await put(values, step.kind === "contact" ? consents : {});
    setBusy(false);
    return goesOn && here.current === step.name && move(1); // unless somebody said meanwhile that it is enough
  }

  function skip() {
    const names = itemsOf(step);
    const now = without(values, [step.name, ...names]);
    const takenBack = names.filter((name) => given.current.delete(name));
    if (takenBack.length) save(step.name, { answers: Object.fromEntries(takenBack.map((name) => [name, null])) });
    setValues(now);
    move(1, now);
  }

  return {
    form, steps, step, values, consents, problem, busy, unsaved, isCut, choose, confirm, skip,
    answered: answered ?? known,
    isFirst: step === steps[0],
    isEnough: steps.every((asked) => !asked.required || isComplete(asked, values)),
    announce: () => save(END, {}),
    type: (name, value) => { setProblem(null); setValues((now) => ({ ...now, [name]: value })); },
    agree: (purpose, agreed) => setConsents((now) => ({ ...now, [purpose]: agreed })),
    back: () => move(-1),
    forth: () => move(1),
    stop: () => setAt(END),
  };
}
