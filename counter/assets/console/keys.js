// Keys of the console. Never while a form has the focus or a dialog is open, and never instead of
// what the focused button would do by itself.
import { useEffect, useRef, useState } from "preact/hooks";

const CHOICE = "pst.console.keys";

export function useKeysOn() {
  const [on, setOn] = useState(() => localStorage.getItem(CHOICE) !== "off");
  const change = (next) => {
    localStorage.setItem(CHOICE, next ? "on" : "off");
    setOn(next);
  };
  return [on, change];
}

const letters = { r: "recall", n: "miss", h: "hold", b: "putBack", t: "transfer", u: "undo" };
const typing = (target) => target.closest?.("input, textarea, select, [contenteditable], form");
const ownPress = (target) => target.closest?.("button, a, summary, label");

function actionFor(event) {
  if (event.key === "?") return "help";
  if (event.code === "NumpadEnter") return "primary";
  if (event.code === "Space") return ownPress(event.target) ? null : "primary";
  if (/^[1-6]$/.test(event.key)) return `reason${event.key}`;
  return letters[event.key.toLowerCase()] ?? null;
}

export function useKeys(press, on) {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    function pressed(event) {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const action = actionFor(event);
      if (!action || (!on && action !== "help")) return;
      event.preventDefault();
      latest.current[action]?.();
    }
    // A button that was clicked with the mouse would keep the focus and take the next Space for itself. It lets go
    // before it acts: a dialog would give the focus back to it.
    const letGo = (event) => event.detail > 0 && event.target.closest("button, summary") && !typing(event.target) && document.activeElement.blur();
    document.addEventListener("keydown", pressed);
    document.addEventListener("click", letGo, true);
    return () => {
      document.removeEventListener("keydown", pressed);
      document.removeEventListener("click", letGo, true);
    };
  }, [on]);
}
