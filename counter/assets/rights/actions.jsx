import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";

const HELD = ["used", "restricted"];

// What a manager can do with the data of one visitor; the act that was asked for stands out.
export function Actions({ visit, stored, kind, busy, onCopy, onCorrect, onRestrict, onErase }) {
  if (!HELD.includes(stored)) return null;
  const look = (name) => (kind === name ? "button button--primary" : "button");
  const of = <span class="sr-only"> {visit.number}</span>;
  return (
    <div class="answers-row">
      <button type="button" class={look("export")} aria-haspopup="dialog" disabled={busy} onClick={() => onCopy(visit)}><Icon name="paper" />{t("Buka salinan")}{of}</button>
      <button type="button" class={look("correct")} aria-haspopup="dialog" disabled={busy} onClick={() => onCorrect(visit)}><Icon name="form" />{t("Perbaiki data")}{of}</button>
      {stored === "restricted"
        ? <button type="button" class={look("restrict")} disabled={busy} onClick={() => onRestrict(visit, kind === "restrict")}><Icon name={kind === "restrict" ? "lock" : "undo"} />{kind === "restrict" ? t("Tetap dibatasi") : t("Izinkan lagi")}{of}</button>
        : <button type="button" class={look("restrict")} disabled={busy} onClick={() => onRestrict(visit, true)}><Icon name="lock" />{t("Batasi pemakaian")}{of}</button>}
      <button type="button" class={kind === "erase" ? "button button--danger button--asked" : "button button--danger"} aria-haspopup="dialog" disabled={busy} onClick={() => onErase(visit)}><Icon name="close" />{t("Hapus data")}{of}</button>
    </div>
  );
}
