// The register as this page knows it: opened once, read again after each change.
import { useEffect, useState } from "preact/hooks";
import { counterPath, useSending } from "../staff/work.js";

export function useRegister() {
  const { ask, busy, notice } = useSending();
  const [register, setRegister] = useState(null);
  async function open() {
    const answer = await ask(counterPath("institutions/open"), {}, { moment: Date.now() });
    if (answer?.ok) setRegister(answer.data);
  }
  async function change(path, body = {}) {
    const answer = await ask(counterPath(`institutions/${path}`), body, { moment: Date.now() });
    if (answer?.ok) await open();
    return Boolean(answer?.ok);
  }
  useEffect(() => { open(); }, []);
  return {
    register, busy, trouble: notice?.words, open,
    merge: (one, into) => change(`${one.id}/merge`, { into: into.id }),
    part: (one) => change(`${one.id}/part`),
  };
}

// Institutions that stand for themselves, each with its other spellings and all their visits; the most frequent first.
export function standing(institutions) {
  const spellings = new Map();
  for (const one of institutions) if (one.merged_into) spellings.set(one.merged_into, [...(spellings.get(one.merged_into) ?? []), one]);
  return institutions
    .filter((one) => !one.merged_into)
    .map((one) => ({ ...one, spellings: spellings.get(one.id) ?? [] }))
    .map((one) => ({ ...one, all: one.spellings.reduce((sum, { visits }) => sum + visits, one.visits) }))
    .sort((a, b) => b.all - a.all || a.name.localeCompare(b.name));
}
