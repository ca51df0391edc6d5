// One complaint on its way: what was touched and typed stands only here, and goes with whoever wrote it.
import { useEffect, useState } from "preact/hooks";
import { page, readSnapshot } from "@shared/page.js";
import { t } from "@shared/words.js";
import { useSending } from "../sending.js";

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

const nothing = { kind: null, text: "", name: "", contact: "", linked: false };

// `isOpen`: whether it is on the screen; a phone may have to show a call meanwhile.
export function useComplaint({ ticket = null, isOpen = true }) {
  const terms = useTerms(isOpen);
  const [at, setAt] = useState("kind");
  const [said, setSaid] = useState(nothing);
  const [problem, setProblem] = useState(null);
  const [made, setMade] = useState(null);
  const go = (step) => { setProblem(null); setAt(step); };
  const [state, post] = useSending("complaints", (complaint) => { setMade(complaint); setSaid(nothing); }, refused);

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
