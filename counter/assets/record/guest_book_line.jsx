import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";

function howMuch(book) {
  if (!book?.answered) return t("Buku tamu: belum diisi");
  return t("Buku tamu: %(count)s isian", { count: book.answered });
}

const toTheRecord = () => document.querySelector(".record h2").focus();

// How far the guest book is, without a word of what stands in it, and the way to the record.
export function GuestBookLine({ desk, isOpen, onRecord }) {
  const book = desk.guest_book;
  return (
    <div class="guest-book">
      <Icon name="form" />
      <p>
        <b>{howMuch(book)}</b>
        {book?.missing.length > 0 && <span>{t("%(count)s yang diminta belum ada", { count: book.missing.length })}</span>}
        {book?.group > 1 && <span class="chip"><Icon name="users" />{t("Rombongan %(count)s orang", { count: book.group })}</span>}
      </p>
      <button type="button" class="button" aria-expanded={isOpen} onClick={isOpen ? toTheRecord : onRecord}>
        <Icon name="log" />{isOpen ? t("Catatan terbuka") : t("Buka catatan kunjungan")}
      </button>
    </div>
  );
}
