import { useEffect, useRef } from "preact/hooks";

// The heading of a new screen takes the focus, so that a screen reader says where one is.
export function Heading({ children, class: extra, id }) {
  const heading = useRef();
  useEffect(() => heading.current.focus({ preventScroll: true }), []);
  return <h1 ref={heading} tabIndex={-1} id={id} class={extra}>{children}</h1>;
}
