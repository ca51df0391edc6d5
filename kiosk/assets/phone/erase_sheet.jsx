import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "@shared/words.js";

// Asks once more: what is destroyed cannot come back. The safe answer has the focus.
export function EraseSheet({ busy, onErase, onStay }) {
  const stay = useRef();
  useLayoutEffect(() => {
    const opener = document.activeElement;
    const escape = (event) => event.key === "Escape" && onStay();
    stay.current.focus();
    document.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("keydown", escape);
      setTimeout(() => opener?.focus?.());
    };
  }, []);
  return (
    <div class="veil" onClick={(event) => event.target === event.currentTarget && onStay()}>
      <section class="sheet" role="alertdialog" aria-modal="true" aria-labelledby="erase">
        <h2 id="erase">{t("Hapus data Anda?")}</h2>
        <p>{t("Berlaku untuk semua kunjungan Anda di kantor ini dan tidak dapat dibatalkan. Kami mengerjakannya paling lambat 3 × 24 jam. Tempat Anda di antrean tetap.")}</p>
        <button ref={stay} class="button button--primary" type="button" disabled={busy} onClick={onStay}>{t("Batal, simpan data saya")}</button>
        <button class="button" type="button" disabled={busy} onClick={onErase}>{t("Ya, minta dihapus")}</button>
      </section>
    </div>
  );
}
