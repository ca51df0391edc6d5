import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { formOf } from "../guestbook/form.js";

// How many items are answered, never with what: the phone may be in other hands.
export function BookCard({ ticket, answered, onFill, onAgain }) {
  if (!formOf(ticket)) return null;
  const count = answered.length;
  return (
    <article class="paper card">
      <Icon name={count ? "check" : "form"} />
      <div role="status">
        <h2>{t("Buku tamu")}</h2>
        <p>{count ? t("%(count)s isian tersimpan", { count }) : t("belum diisi")}</p>
      </div>
      <button class="button" type="button" onClick={onFill}>{count ? t("Lanjutkan") : t("Isi sekarang")}</button>
      {!count && <button class="read-more card__again" type="button" onClick={onAgain}>{t("Pernah mengisi di sini? Pakai jawaban lalu")}</button>}
    </article>
  );
}
