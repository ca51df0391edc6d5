// Sends until an answer has come. The same words go out under the same key, so that the server takes them once.
import { useEffect, useRef, useState } from "preact/hooks";
import { newKey, page, post, ServerLost } from "@shared/page.js";

const AGAIN = 3000; // milliseconds

export function useSending(path, onMade, onRefused) {
  const [state, setState] = useState({ busy: false, isCut: false });
  const timer = useRef(null);
  const sent = useRef({});
  const hear = useRef();
  hear.current = { onMade, onRefused };
  useEffect(() => () => clearTimeout(timer.current), []);
  async function send(body, patience = undefined) {
    const words = JSON.stringify(body);
    if (sent.current.words !== words) sent.current = { words, key: newKey() };
    setState((now) => ({ ...now, busy: true }));
    try {
      const answer = await post(`${page.root}/kiosk/${path}`, body, { key: sent.current.key, patience });
      if (answer.ok) sent.current = {};
      setState({ busy: false, isCut: false });
      if (answer.ok) hear.current.onMade(answer.data);
      else hear.current.onRefused(answer.data);
    } catch (error) {
      if (!(error instanceof ServerLost)) throw error;
      setState({ busy: true, isCut: true });
      timer.current = setTimeout(() => send(body, patience), AGAIN);
    }
  }
  return [state, send];
}
