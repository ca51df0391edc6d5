import { useEffect, useRef } from "preact/hooks";

// False for a moment after a screen has appeared: the second tap of a double tap must not press
// what has just come under the finger.
export function useSettled(milliseconds = 800) {
  const settled = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => { settled.current = true; }, milliseconds);
    return () => clearTimeout(timer);
  }, []);
  return (action) => (event) => settled.current && action(event);
}
