import { clockTimeExact } from "@shared/clock.js";
import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { deskName } from "../staff/names.js";
import { printerReason } from "./words.js";

function Banner({ icon, children, strong = false }) {
  return <div class={strong ? "banner banner--strong" : "banner"} role="status"><Icon name={icon} />{children}</div>;
}

function PrinterBanner({ printer }) {
  if (printer?.state !== "trouble") return null;
  const unsure = printer.reason === "unsure";
  return (
    <Banner icon="printer">
      <p>
        <b>{printerReason(printer.reason)}.</b>{" "}
        {printer.waiting > 0 && `${t("Kertas yang belum keluar: %(count)s.", { count: printer.waiting })} `}
        {unsure ? t("Tanyakan kepada pengguna, lalu cetak ulang bila perlu.") : t("Nomor tetap berlaku dan tampil di kios.")}
      </p>
    </Banner>
  );
}

// What the officer must know before anything else; each banner goes by itself when its cause has gone.
export function Banners({ lostAt, queue, taken, onLeave, onTake, busy }) {
  return (
    <div class="banners">
      {lostAt && (
        <Banner icon="warning" strong>
          <p><b>{t("Sambungan ke server terputus.")}</b> {t("Layar ini menunjukkan keadaan pukul %(time)s.", { time: clockTimeExact(lostAt) })} {t("Terus mencoba.")}</p>
        </Banner>
      )}
      {taken && (
        <Banner icon="users" strong>
          <p><b>{t("%(desk)s sekarang dipakai %(name)s.", { desk: deskName(taken.counter), name: taken.officer.name })}</b></p>
          <button type="button" class="button" disabled={busy} onClick={onLeave}>{t("Pilih meja lain")}</button>
          <button type="button" class="button" disabled={busy} onClick={onTake}>{t("Ambil kembali")}</button>
        </Banner>
      )}
      <PrinterBanner printer={queue.printer} />
    </div>
  );
}
