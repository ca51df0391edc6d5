// One rating under way: where the visitor is, what they touched here, what the server has. Only codes come back from it.
import { useEffect, useRef, useState } from "preact/hooks";
import { ServerLost } from "@shared/page.js";
import { t } from "@shared/words.js";
import { saver } from "../guestbook/saver.js";
import { firstOpen, firstOpenOfLong, pathOf, questionsOf, saidOf } from "./steps.js";

const INSTRUMENTS = ["skm", "skd"];
const keyOf = (step) => `${step.instrument}/${step.code}`;

export const answeredOf = (asked) => Object.fromEntries(INSTRUMENTS.map((name) => [name, asked[name]?.answered ?? []]));

function useSaver(door, { onAnswered, onRefused }) {
  const [state, setState] = useState({ unsaved: 0, isCut: false });
  const made = useRef(null);
  const hear = useRef();
  hear.current = { onAnswered, onRefused };
  made.current ??= saver(door.save, {
    onSaved: (codes, { instrument }) => hear.current.onAnswered(instrument, codes),
    onRefused: (place, problem) => hear.current.onRefused(place, problem),
    onChange: (news) => setState((now) => ({ ...now, ...news })),
  });
  useEffect(() => () => made.current.close(), []);
  return { save: made.current.save, ...state };
}

// `start`: at the opening, or at the end where all is answered already. `request`: its number, for who asked from afar.
export function useRating(door, asked, { onAnswered = () => {}, request = null } = {}) {
  const path = pathOf(asked);
  const [answered, setAnswered] = useState(() => answeredOf(asked));
  const [at, setAt] = useState(() => (path[firstOpen(path, answered)].kind === "end" ? firstOpen(path, answered) : 0));
  const [values, setValues] = useState({});
  const [isAnonymous, setAnonymous] = useState(asked.anonymous);
  const [problem, setProblem] = useState(null);
  const [busy, setBusy] = useState(false);
  const [isTakenBack, setTakenBack] = useState(false);
  const { save, unsaved, isCut } = useSaver(door, {
    onAnswered: (instrument, codes) => setAnswered((now) => ({ ...now, [instrument]: codes })),
    onRefused: (place, refusal) => { setAt(place); setProblem(refusal); },
  });
  useEffect(() => onAnswered(answered, isAnonymous), [answered, isAnonymous]);
  const step = path[at];
  const begun = INSTRUMENTS.filter((name) => answered[name].length);

  function go(to) {
    setProblem(null);
    setAt(to);
  }
  const put = (value) => save(at, { ...saidOf(step, value), anonymous: isAnonymous });

  // One touch answers and goes on; it is saved behind the visitor's back.
  function choose(value) {
    setValues((now) => ({ ...now, [keyOf(step)]: value }));
    put(value);
    go(at + 1);
  }

  async function write(text) {
    setBusy(true);
    setProblem(null);
    const goesOn = await put(text);
    setBusy(false);
    return goesOn && go(at + 1);
  }

  function hide(anonymous) {
    setAnonymous(anonymous);
    begun.forEach((instrument) => save(at, { instrument, anonymous }));
  }

  async function takeBack() {
    setBusy(true);
    setProblem(null);
    try {
      for (const instrument of begun) {
        const answer = await door.takeBack(instrument);
        if (!answer.ok) throw new ServerLost(String(answer.status));
        setAnswered((now) => ({ ...now, [instrument]: [] }));
      }
      setValues({});
      setTakenBack(true);
    } catch (error) {
      if (!(error instanceof ServerLost)) throw error;
      setProblem({ detail: t("Belum berhasil. Silakan coba lagi.") });
    }
    setBusy(false);
  }

  return {
    isLast: at === path.length - 1 && questionsOf(path, "skd").length > 0,
    asked, request, path, at, step, answered, begun, isAnonymous, isTakenBack, problem, busy, unsaved, isCut, choose, write, hide, takeBack,
    value: values[keyOf(step)],
    isKnown: step.code !== undefined && !(keyOf(step) in values) && answered[step.instrument].includes(step.code),
    type: (text) => { setProblem(null); setValues((now) => ({ ...now, [keyOf(step)]: text })); },
    begin: () => { setTakenBack(false); go(firstOpen(path, answered)); },
    beginLong: () => go(firstOpenOfLong(path, answered)),
    back: () => go(at - 1),
    forth: () => go(at + 1),
    stop: () => go(path.findIndex(({ kind }, place) => kind === "end" && place > at)),
  };
}
