import { useEffect, useRef, useState } from "preact/hooks";
import { isNumbered } from "@shared/order.js";
import { newKey, page, post, ServerLost } from "@shared/page.js";
import { t } from "@shared/words.js";
import { Sheet } from "./sheet.jsx";

export function Leave({ ticket, onLeft, onStay }) {
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState(null);
  const key = useRef(null);
  const stay = useRef();
  key.current ??= newKey();
  useEffect(() => stay.current.focus(), []);

  async function leave() {
    setSending(true);
    setTrouble(null);
    try {
      const answer = await post(`${page.root}/kiosk/tickets/${ticket.token}/leave`, {}, { key: key.current });
      if (answer.ok) onLeft(answer.data);
      else setTrouble(answer.data?.detail ?? t("Belum berhasil. Silakan coba lagi."));
    } catch (error) {
      if (!(error instanceof ServerLost)) throw error;
      setTrouble(t("Belum terkirim karena sambungan terputus. Silakan coba lagi."));
    }
    setSending(false);
  }

  return (
    <Sheet label="leave" onClose={onStay}>
      <h2 id="leave">{t("Keluar dari antrean?")}</h2>
      <p>{isNumbered ? t("Nomor %(number)s dilepas. Kalau berubah pikiran, petugas dapat mengembalikannya dalam 30 menit.", { number: ticket.number }) : t("Tempat Anda dilepas. Kalau berubah pikiran, petugas dapat mengembalikannya dalam 30 menit.")}</p>
      {trouble && <p class="sheet__trouble" role="alert">{trouble}</p>}
      <button ref={stay} class="button button--primary" type="button" disabled={sending} onClick={onStay}>{t("Tetap mengantre")}</button>
      <button class="button" type="button" disabled={sending} onClick={leave}>{t("Ya, keluar")}</button>
    </Sheet>
  );
}
