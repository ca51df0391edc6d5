// One opened request: its words, read anew whenever something happened to it, and its verbs.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ServerLost, read } from "@shared/page.js";
import { t } from "@shared/words.js";
import { counterPath, refusal, useSending } from "../staff/work.js";

// What tells an old thread from a new one; looking at it is written down, so it is read no more often than it changes.
const version = (row) => row && JSON.stringify([row.id, row.events, row.not_gone, row.hindered, row.files, row.state]);

export function useThread(id, row) {
  const [thread, show] = useState(null);
  const [trouble, setTrouble] = useState(null);
  const turn = useRef(0);
  const seen = version(row);
  const look = useCallback(async () => {
    const mine = ++turn.current;
    if (id === null) return;
    try {
      const answer = await read(counterPath(`requests/${id}`));
      if (mine !== turn.current) return;
      if (answer.status === 401) location.assign(counterPath());
      setTrouble(answer.ok ? null : refusal(answer));
      show(answer.ok ? answer.data : null);
    } catch (error) {
      if (!(error instanceof ServerLost)) throw error;
      if (mine === turn.current) setTrouble(t("Server tidak menjawab. Coba lagi."));
    }
  }, [id, seen]);
  useEffect(() => { look(); }, [look]);
  const here = thread?.id === id ? thread : null;
  return { thread: here, trouble: here ? null : trouble };
}

// The verbs of one request. What came of a verb is on the screen before the buttons wake again.
export function useVerbs(thread, readAgain) {
  const { ask, busy, notice } = useSending();
  const verb = (name, body = {}, { patience } = {}) =>
    ask(counterPath(`requests/${thread.id}/${name}`), body, { moment: thread.events, after: readAgain, patience });
  return { verb, busy, notice };
}

const drafts = new Map();

// What is being written stays while another request is looked at. In this page's memory alone: it may name somebody.
export function useDraft(id, kind) {
  const key = `${id}:${kind}`;
  const [, again] = useState(0);
  const write = (text) => {
    if (text) drafts.set(key, text);
    else drafts.delete(key);
    again((count) => count + 1);
  };
  return [drafts.get(key) ?? "", write];
}
