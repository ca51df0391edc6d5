import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { ask, logPath, withoutNarrowings } from "./log.js";

// The question and how to ask another; every figure and mark of the page may lead to the visits behind it.
export const Question = createContext(null);

const plain = (event) => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;

// A link to the visits behind a figure. Other narrowings go: they would have been left out of the figure's count.
export function useBehind() {
  const { asked, go, showList } = useContext(Question);
  return (narrowing) => {
    const next = ask(withoutNarrowings(asked), narrowing);
    return {
      href: logPath(next),
      onClick: (event) => {
        if (!plain(event)) return;
        event.preventDefault();
        go(next);
        showList();
      },
    };
  };
}

export function Behind({ narrowing, class: name = "behind", label, children }) {
  const behind = useBehind();
  return <a class={name} aria-label={label} {...behind(narrowing)}>{children}</a>;
}

// The panel of one visit, over the list as it stands.
export function useVisitLink() {
  const { asked, go } = useContext(Question);
  return ({ ticket, leg }) => {
    const next = { ...asked, visit: `${ticket}.${leg}` };
    return {
      href: logPath(next),
      onClick: (event) => {
        if (!plain(event)) return;
        event.preventDefault();
        event.stopPropagation();
        go(next);
      },
    };
  };
}
