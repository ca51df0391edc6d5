// When the board may show the standard, and which page of it. A call ends it in the same frame.
import { useEffect, useState } from "preact/hooks";
import { useNow } from "@shared/clock.js";
import { page } from "@shared/page.js";

const QUIET = 120_000; // milliseconds since the last call; who was called is on their way by then
const READING = 15_000; // a page
const SLOWER = 2; // for who asked for less motion

export const hasDesk = page.office.counters.length > 0;
export const showsCalls = hasDesk && page.office.calls_on_board;

// Numbers are called, so the board waits until nobody is; where nobody is ever called it need not.
export function useQuiet({ calling, last, lost }) {
  const now = useNow(5000);
  if (calling || lost) return false;
  return Boolean(page.always_standard) || !last || now - Date.parse(last.at) > QUIET;
}

// Pages turn by themselves while `running`, and by the arrow keys of a remote control or keyboard.
export function useTurn(count, running) {
  const [turn, setTurn] = useState(0);
  const [pressed, setPressed] = useState(0); // a page that somebody turned to stays its full time
  useEffect(() => {
    if (!running) return undefined;
    const slowly = matchMedia("(prefers-reduced-motion:reduce)").matches ? SLOWER : 1;
    const timer = setInterval(() => setTurn((now) => now + 1), READING * slowly);
    return () => clearInterval(timer);
  }, [running, pressed]);
  useEffect(() => {
    if (!running) return undefined;
    const press = ({ key, target }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (!step || target.closest("button,a")) return;
      setTurn((now) => now + step);
      setPressed((times) => times + 1);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [running]);
  return ((turn % count) + count) % count;
}
