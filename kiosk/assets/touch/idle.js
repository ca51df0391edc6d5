import { useEffect, useRef, useState } from "preact/hooks";

const TO_ANSWER = 20; // seconds to say "I am still here" (WCAG 2.2.1)
const SIGNS_OF_LIFE = ["pointerdown", "keydown"];

// Counts down once per second while `running`; calls `onEnd` at 0. Returns [seconds left, start again].
export function useCountdown(seconds, onEnd, running = true) {
  const [left, setLeft] = useState(seconds);
  const ends = useRef(0);
  const again = () => {
    ends.current = performance.now() + seconds * 1000;
    setLeft(seconds);
  };
  useEffect(() => {
    if (!running) return undefined;
    again();
    const timer = setInterval(() => {
      const rest = (ends.current - performance.now()) / 1000;
      setLeft(Math.max(0, rest));
      if (rest <= 0) {
        clearInterval(timer);
        onEnd();
      }
    }, 200);
    return () => clearInterval(timer);
  }, [seconds, running]);
  return [left, again];
}

// After `quiet` seconds without a touch we ask, then `onEnd`. Returns {asking, left, stay}.
export function useIdle(quiet, onEnd, running) {
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    setAsking(false);
    if (!running) return undefined;
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setAsking(true), quiet * 1000);
    };
    wait();
    SIGNS_OF_LIFE.forEach((name) => document.addEventListener(name, wait));
    return () => {
      clearTimeout(timer);
      SIGNS_OF_LIFE.forEach((name) => document.removeEventListener(name, wait));
    };
  }, [quiet, running]);
  const [left] = useCountdown(TO_ANSWER, () => { setAsking(false); onEnd(); }, asking);
  return { asking, left, of: TO_ANSWER, stay: () => setAsking(false) };
}
