import { useEffect } from "preact/hooks";

// A question over the page, from below, where the thumb is; Esc and a tap beside it take it back.
export function Sheet({ label, onClose, children }) {
  useEffect(() => {
    const escape = (event) => event.key === "Escape" && onClose();
    document.addEventListener("keydown", escape);
    return () => document.removeEventListener("keydown", escape);
  }, []);
  return (
    <div class="veil" onClick={(event) => event.target === event.currentTarget && onClose()}>
      <section class="sheet" role="alertdialog" aria-modal="true" aria-labelledby={label}>{children}</section>
    </div>
  );
}
