import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Banner, LostBanner } from "../staff/banner.jsx";
import { deskName } from "../staff/names.js";
import { figure, printerReason, toneWord } from "../staff/words.js";

function PrinterBanner({ printer }) {
  if (printer?.state !== "trouble") return null;
  const unsure = printer.reason === "unsure";
  return (
    <Banner icon="printer">
      <p>
        <b>{printerReason(printer.reason)}.</b>{" "}
        {printer.waiting > 0 && t("Kertas yang belum keluar: %(count)s.", { count: printer.waiting })}{" "}
        {unsure ? t("Tanyakan kepada pengguna, lalu cetak ulang bila perlu.") : t("Nomor tetap berlaku dan tampil di kios.")}
      </p>
    </Banner>
  );
}

// A banner is spoken when it comes; what changes each second in it is not spoken again.
function ReminderBanner({ reminder: { by, number, clock } }) {
  return (
    <Banner icon="bell" strong>
      <p>
        <b>{by?.name ? t("%(name)s mengingatkan: %(number)s menunggu.", { name: by.name, number }) : t("Pengingat: %(number)s menunggu.", { number })}</b>{" "}
        {clock && <span class="num" aria-live="off">{figure(clock)} {toneWord(clock.tone)}</span>}
      </p>
    </Banner>
  );
}

function ForgottenBanner({ forgotten: { number, minutes }, busy, onFinish, onStillServing }) {
  return (
    <Banner icon="help">
      <p><b>{t("%(number)s sudah dilayani %(minutes)s menit.", { number, minutes })}</b> {t("Lupa menekan Selesai?")}</p>
      <button type="button" class="button" disabled={busy} onClick={onFinish}><Icon name="check" />{t("Selesai")}</button>
      <button type="button" class="button" disabled={busy} onClick={onStillServing}>{t("Masih melayani")}</button>
    </Banner>
  );
}

// What the officer must know before anything else; each banner goes by itself when its cause has gone.
export function Banners({ lostAt, queue, taken, reminder, forgotten, busy, onLeave, onTake, onFinish, onStillServing }) {
  return (
    <div class="banners">
      <LostBanner lostAt={lostAt} />
      {taken && (
        <Banner icon="users" strong>
          <p><b>{t("%(desk)s sekarang dipakai %(name)s.", { desk: deskName(taken.counter), name: taken.officer.name })}</b></p>
          <button type="button" class="button" disabled={busy} onClick={onLeave}>{t("Pilih meja lain")}</button>
          <button type="button" class="button" disabled={busy} onClick={onTake}>{t("Ambil kembali")}</button>
        </Banner>
      )}
      {reminder && <ReminderBanner reminder={reminder} />}
      {forgotten && <ForgottenBanner {...{ forgotten, busy, onFinish, onStillServing }} />}
      <PrinterBanner printer={queue.printer} />
    </div>
  );
}
