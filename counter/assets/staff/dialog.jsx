import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";

// What makes a <dialog> a window over the page. The browser keeps the focus inside it and closes it with Esc;
// whoever opened it has the focus again afterwards.
export function useModal(onClose) {
  const frame = useRef(null);
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const dialog = frame.current;
    dialog.showModal();
    return () => {
      dialog.close(); // while it is open, nothing outside it can have the focus
      opener?.focus({ preventScroll: true });
    };
  }, []);
  // The browser tells of a closed window later, when it may be gone and another one open.
  const closed = () => frame.current && onClose();
  const outside = (event) => event.target === frame.current && onClose();
  return { ref: frame, onClose: closed, onClick: outside };
}

export function Dialog({ title, lead, onClose, wide = false, children }) {
  const modal = useModal(onClose);
  const name = useId();
  return (
    <dialog {...modal} class={wide ? "dialog dialog--wide" : "dialog"} aria-labelledby={name}>
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
