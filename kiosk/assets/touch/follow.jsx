// What a visitor with a number does next.
import { isBookFirst, isNumbered } from "@shared/order.js";
import { page } from "@shared/page.js";
import { inOurWords, t } from "@shared/words.js";
import { Marked, Notice } from "./frame.jsx";

export function Follow({ ticket }) {
  const steps = [page.office.wifi && t("Sambungkan ke Wi-Fi **%(wifi)s**", { wifi: page.office.wifi }), t("Arahkan kamera ke kode ini")].filter(Boolean);
  return (
    <div class="take">
      <img class="qr" src={`${page.root}/kiosk/tickets/${ticket.token}/qr.svg`} alt={t("Kode QR halaman antrean Anda")} />
      <div>
        <h2>{t("Pantau dari ponsel Anda")}</h2>
        <ol class="steps">{steps.map((step, index) => <li key={index}>{steps.length > 1 && <b>{index + 1}</b>}<span><Marked>{step}</Marked></span></li>)}</ol>
      </div>
    </div>
  );
}

export function Where({ bookIsFilled = false }) {
  return (
    <Notice icon="chair" tone="plain" title={t("Silakan duduk di ruang tunggu PST.")}>
      {isNumbered ? t("Nomor Anda dipanggil lewat layar dan suara.") : t("Petugas memanggil Anda saat giliran Anda tiba.")} {!bookIsFilled && !isBookFirst && inOurWords(page.office.after_the_number)}
    </Notice>
  );
}
