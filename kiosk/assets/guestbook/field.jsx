import { createContext } from "preact";
import { useContext, useLayoutEffect, useRef } from "preact/hooks";

// How a page types: a phone with its own keyboard, a kiosk with ours, which attends the field that has the focus.
export const Typing = createContext({ native: true, attend: () => {}, leave: () => {} });

const LONG = 200; // signs; longer answers get several lines

// `keys`: words, email, tel or digits. Nothing is completed, checked or remembered by the browser.
export function Field({ id, keys, value = "", most, onValue, onEnter, first = false, problem, ...described }) {
  const typing = useContext(Typing);
  const field = useRef();
  useLayoutEffect(() => {
    const { current } = field;
    if (first) current.focus({ preventScroll: true });
    return () => typing.leave(current);
  }, []);
  const Tag = keys === "words" && most > LONG ? "textarea" : "input";
  const natively = { words: "text", digits: "numeric" }[keys] ?? keys;
  const typed = ({ currentTarget }) => {
    const taken = keys === "digits" ? currentTarget.value.replace(/\D/g, "") : currentTarget.value;
    currentTarget.value = taken;
    onValue(taken);
  };
  const enter = (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    onEnter?.();
  };
  return (
    <Tag ref={field} id={id} class="field" rows={Tag === "textarea" ? 3 : undefined} value={value} maxLength={most}
      inputMode={typing.native ? natively : "none"} enterKeyHint="next"
      autocomplete="off" autocorrect="off" autocapitalize={keys === "words" ? "sentences" : "none"} spellcheck={false}
      aria-invalid={problem ? "true" : undefined} aria-errormessage={problem ? "problem" : undefined} {...described}
      onInput={typed} onKeyDown={enter} onFocus={() => typing.attend(field.current, keys)} />
  );
}
