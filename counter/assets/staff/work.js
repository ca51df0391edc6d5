// How staff pages ask the front desk for a verb, and stay alive by its snapshots.
import { useEffect, useRef, useState } from "preact/hooks";
import { connect } from "@shared/link.js";
import { ServerLost, newKey, page, post, readSnapshot } from "@shared/page.js";
import { t } from "@shared/words.js";

export const counterPath = (rest = "") => `${page.root}/counter/${rest}`;

const openKeys = new Map();

// Sends one verb. When no answer came, the key is kept: pressing again repeats the same request
// instead of doing the work twice. `moment` tells one press from a later one of the same kind.
// Whoever keeps a `key` of their own may change the body before they press again.
export async function send(path, body = {}, moment = "", kept = null, patience = undefined) {
  const same = [path, JSON.stringify(body), moment].join(" ");
  const key = kept ?? openKeys.get(same) ?? newKey();
  openKeys.set(same, key);
  const answer = await post(path, body, { key, patience });
  openKeys.delete(same);
  if (answer.status === 401) location.assign(counterPath());
  return answer;
}

export const refusal = (answer) => answer.data?.detail || answer.data?.title || t("Permintaan ditolak.");

const NOTICE = 15_000; // a sentence about an old press must not stand beside a new visitor

// One request at a time: `busy` greys every button until the answer has come and is on the screen.
export function useSending() {
  const [busy, setBusy] = useState(false);
  const [notice, setNotice] = useState(null);
  const under = useRef(false);
  useEffect(() => {
    const timer = notice && setTimeout(() => setNotice(null), NOTICE);
    return () => clearTimeout(timer);
  }, [notice]);

  async function ask(path, body, { moment, after, key, patience } = {}) {
    if (under.current) return null;
    under.current = true;
    setBusy(true);
    setNotice(null);
    try {
      const answer = await send(path, body, moment, key, patience);
      await after?.(answer);
      if (!answer.ok) setNotice({ words: refusal(answer), code: answer.data?.code, item: answer.data?.item });
      return answer;
    } catch (error) {
      if (!(error instanceof ServerLost)) throw error;
      setNotice({ words: t("Server tidak menjawab. Tekan sekali lagi, tidak akan tercatat dua kali."), code: "server_lost" });
      return null;
    } finally {
      under.current = false;
      setBusy(false);
    }
  }

  return { ask, busy, notice, setNotice };
}

// The queue of this office, live.
export function useQueue() {
  const { shown, ...line } = useScreen("/counter", "queue");
  return { queue: shown, ...line };
}

// A page's snapshot, live: over the socket, and over HTTP (at the event's own address) when the socket is silent.
export function useScreen(namespace, event) {
  const [shown, show] = useState(page.snapshot);
  const [lostAt, setLostAt] = useState(null);
  const line = useRef(null);
  const seq = useRef(page.snapshot.seq);

  useEffect(() => {
    line.current = connect({
      namespace, auth: { office: page.office.code }, event,
      readSince: () => readSnapshot(counterPath(event)),
      onSnapshot: (snapshot) => { seq.current = snapshot.seq; show(snapshot); },
      onLost: setLostAt, onFound: () => setLostAt(null),
      // The door itself must not open the door again and again.
      onRefused: () => location.pathname !== counterPath() && location.assign(counterPath()),
    });
    line.current.start(page.snapshot);
    return () => line.current.close();
  }, []);

  return { shown, lostAt, seq: () => seq.current, readAgain: () => line.current?.readAgain() };
}
