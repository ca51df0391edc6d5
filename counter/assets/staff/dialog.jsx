import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";

// A window over the page. The browser keeps the focus inside it and closes it with Esc.
export function Dialog({ title, lead, onClose, wide = false, children }) {
  const frame = useRef(null);
  const name = useId();
  useLayoutEffect(() => {
    const opener = document.activeElement;
    frame.current.showModal();
    return () => opener?.focus?.();
  }, []);
  const outside = (event) => event.target === frame.current && onClose();
  return (
    <dialog ref={frame} class={wide ? "dialog dialog--wide" : "dialog"} aria-labelledby={name} onClose={onClose} onClick={outside}>
      <div class="dialog__sheet">
        <header class="dialog__head">
          <h2 id={name}>{title}</h2>
          <button type="button" class="button button--link" onClick={onClose}>
            <Icon name="close" />{t("Tutup")} <kbd>Esc</kbd>
          </button>
        </header>
        {lead && <p class="dialog__lead">{lead}</p>}
        {children}
      </div>
    </dialog>
  );
}

// The foot of a dialog: a note at the left, the buttons at the right.
export function DialogFoot({ note, children }) {
  return (
    <footer class="dialog__foot">
      <p class="soft">{note}</p>
      {children}
    </footer>
  );
}

// What went wrong, said once, as a plain sentence.
export function Trouble({ words }) {
  return (
    <div role="alert">
      {words && <p class="trouble"><Icon name="warning" />{words}</p>}
    </div>
  );
}
