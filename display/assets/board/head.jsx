import { Clock, Icon, OfficeMark } from "@shared/pieces.jsx";
import { clockTime, longDate, useNow } from "@shared/clock.js";
import { page } from "@shared/page.js";
import { language, t } from "@shared/words.js";

function Today() {
  return <div class="head__date">{longDate(useNow(60_000), language.value)}</div>;
}

export function Head({ lostSince }) {
  if (lostSince !== null) return <Lost since={lostSince} />;
  return (
    <header class="head">
      <OfficeMark />
      <div class="head__office">
        <h1>{page.office.name}</h1>
        <p>{t("Pelayanan Statistik Terpadu")}</p>
      </div>
      <div class="head__now"><Clock /><Today /></div>
    </header>
  );
}

// A screen without the server must never look alive: the clock goes, the time of the last news stays.
function Lost({ since }) {
  return (
    <header class="head head--lost">
      <Icon name="plug" />
      <h1><span role="alert">{t("Sambungan terputus, diperbarui pukul %(time)s", { time: clockTime(since) })}</span></h1>
      <p>{t("Nomor dipanggil langsung oleh petugas")}</p>
    </header>
  );
}

export function Rehearsal() {
  return <aside class="strip strip--rehearsal" aria-label={t("Latihan")}>{t("LATIHAN: jam buka diabaikan, nomor ini bukan antrean sungguhan")}</aside>;
}

export function SoundOff({ onUnlock }) {
  return (
    <aside class="strip strip--sound" aria-label={t("Suara")}>
      <Icon name="muted" />
      <span>{t("Panggilan di layar ini belum bersuara")}</span>
      <button type="button" onClick={onUnlock}><Icon name="sound" />{t("Aktifkan suara")}</button>
    </aside>
  );
}
