// A page that answers a question: the question stands in its address, and the server answers it.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ServerLost, page, read } from "@shared/page.js";
import { language, t } from "@shared/words.js";
import { counterPath, refusal } from "./work.js";

const PATIENCE_BEFORE_DIMMING = 300; // milliseconds in which old figures may stand as if they were new

// The question with other words in place of old ones; an empty one goes.
export function changed(asked, change) {
  return Object.fromEntries(Object.entries({ ...asked, ...change }).filter(([, value]) => value !== undefined && value !== "" && value !== null));
}

// The language that stands in the address is no part of the question, and stays in every address made from it.
function inAddress() {
  const { lang, ...asked } = Object.fromEntries(new URLSearchParams(location.search));
  return { asked, language: lang ? { lang } : {} };
}

export function questionPath(place, asked, more = {}) {
  return `${counterPath(place)}?${new URLSearchParams({ ...asked, ...more, ...inAddress().language })}`;
}

// A file speaks the language of the page that it is taken from; the browser's own may be another.
export const filePath = (place, asked, more) => questionPath(place, asked, { ...more, lang: language.value });

// What an address leaves out, the server filled in when the page was opened.
function readAddress(always) {
  const opened = always.filter((name) => page.chosen[name] !== undefined).map((name) => [name, page.chosen[name]]);
  return { ...Object.fromEntries(opened), ...inAddress().asked };
}

export function useQuestion(place, always) {
  const [asked, setAsked] = useState(() => readAddress(always));
  useEffect(() => {
    const back = () => setAsked(readAddress(always));
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  const go = useCallback((next, write = "pushState") => {
    history[write](null, "", questionPath(place, next));
    setAsked(next);
  }, []);
  return [asked, go];
}

function useSlow(busy) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = busy && setTimeout(() => setSlow(true), PATIENCE_BEFORE_DIMMING);
    if (!busy) setSlow(false);
    return () => clearTimeout(timer);
  }, [busy]);
  return slow;
}

// The last answer wins, even when an earlier question is answered later. Old figures stay until new ones have come.
export function useAnswer(question) {
  const [told, tell] = useState(page.snapshot);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(null);
  const turn = useRef(0);
  const again = useCallback(async () => {
    const mine = ++turn.current;
    setBusy(true);
    try {
      const answer = await read(question);
      if (mine !== turn.current) return;
      if (answer.status === 401) location.assign(counterPath());
      setTrouble(answer.ok ? null : refusal(answer));
      if (answer.ok) tell(answer.data);
    } catch (error) {
      if (!(error instanceof ServerLost)) throw error;
      if (mine === turn.current) setTrouble(t("Server tidak menjawab. Angka di bawah ini adalah yang terakhir terbaca."));
    } finally {
      if (mine === turn.current) setBusy(false);
    }
  }, [question]);
  const opened = useRef(question);
  useEffect(() => {
    if (opened.current === question) return; // the page came with the answer to its first question
    opened.current = null;
    again();
  }, [again]);
  return { told, slow: useSlow(busy), trouble, again };
}
