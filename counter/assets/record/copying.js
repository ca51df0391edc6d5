// The clipboard needs a secure context and an office LAN is plain HTTP: whoever asks must be ready for a no.
import { useEffect, useState } from "preact/hooks";

const SAID_FOR = 3000; // milliseconds

// "closed" | "copied" | "by hand": then the text is to be selected, for the officer's own Ctrl+C.
export function useCopy(text) {
  const [state, setState] = useState("closed");
  useEffect(() => {
    const timer = state === "copied" && setTimeout(() => setState("closed"), SAID_FOR);
    return () => clearTimeout(timer);
  }, [state]);
  async function copy() {
    const done = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    setState(done ? "copied" : "by hand");
  }
  return [state, copy];
}
