// One complaint on its way: what was touched and typed stands only here, and goes with whoever wrote it.
import { useEffect, useRef, useState } from "preact/hooks";
import { newKey, page, post, readSnapshot, ServerLost } from "@shared/page.js";
import { t } from "@shared/words.js";

const AGAIN = 3000; // milliseconds
const IDENTITY_NUMBER = /\d(?:[\s./-]*\d){15}/;
export const STEPS = ["kind", "text", "send"]; // the contact is a way round, for those who want it

// The kinds with their limits, or null until the server has told them.
function useTerms(isWanted) {
  const [terms, setTerms] = useState(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    let timer;
    const ask = () => readSnapshot(`${page.root}/kiosk/complaints`).then(setTerms, () => { timer = setTimeout(ask, AGAIN); });
    ask();
    return () => clearTimeout(timer);
  }, [isWanted]);
  return terms;
}

// Sends until an answer has come: the key makes one complaint of all attempts.
function useSending(onMade, onRefused) {
  const [state, setState] = useState({ busy: false, isCut: false });
  const timer = useRef(null);
  useEffect(() => () => clearTimeout(timer.current), []);
  async function send(body, key = newKey()) {
    setState((now) => ({ ...now, busy: true }));
    try {
      const answer = await post(`${page.root}/kiosk/complaints`, body, { key });
      setState({ busy: false, isCut: false });
      if (answer.ok) onMade(answer.data);
      else onRefused(answer.data);
    } catch (error) {
      if (!(error instanceof ServerLost)) throw error;
      setState({ busy: true, isCut: true });
      timer.current = setTimeout(() => send(body, key), AGAIN);
    }
  }
  return [state, send];
}

const nothing = { kind: null, text: "", name: "", contact: "", linked: false };

// `isOpen`: whether it is on the screen; a phone may have to show a call meanwhile.
export function useComplaint({ ticket = null, isOpen = true }) {
  const terms = useTerms(isOpen);
  const [at, setAt] = useState("kind");
  const [said, setSaid] = useState(nothing);
  const [problem, setProblem] = useState(null);
  const [made, setMade] = useState(null);
  const go = (step) => { setProblem(null); setAt(step); };
  const [state, post] = useSending((complaint) => { setMade(complaint); setSaid(nothing); }, refused);

  function refused(answer) {
    setProblem(answer?.detail ?? t("Belum berhasil. Silakan coba lagi."));
    if (answer?.code === "identity_number") setAt(IDENTITY_NUMBER.test(said.text) ? "text" : "contact");
  }

  function send(named) {
    setProblem(null);
    const who = named ? { name: said.name.trim(), contact: said.contact.trim() } : {};
    const given = Object.fromEntries(Object.entries(who).filter(([, words]) => words));
    post({ kind: said.kind, text: said.text, ...given, ...(said.linked && ticket && { ticket: ticket.token }) });
  }

  return {
    terms, at, said, problem, made, ticket, ...state, send, go,
    say: (change) => setSaid((now) => ({ ...now, ...change })),
    choose: (kind) => { setSaid((now) => ({ ...now, kind })); go("text"); },
    reset: () => { setSaid(nothing); setMade(null); go("kind"); },
  };
}
