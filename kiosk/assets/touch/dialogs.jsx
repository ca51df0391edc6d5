import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { useSettled } from "../settled.js";
import { Heading } from "./heading.jsx";

export function Veil({ children, label, role = "dialog", onOutside }) {
  const outside = (event) => event.target === event.currentTarget && onOutside();
  return (
    <div class="veil" onClick={outside}>
      <section class="dialog" role={role} aria-modal="true" aria-labelledby={label}>{children}</section>
    </div>
  );
}

function Ring({ left, of }) {
  return (
    <div class="ring">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle cx="50" cy="50" r="45" />
        <circle class="ring__left" cx="50" cy="50" r="45" pathLength="100" stroke-dasharray={`${(left / of) * 100} 100`} />
      </svg>
      <b role="timer">{Math.ceil(left)}</b>
    </div>
  );
}

export function StillHere({ idle, onDone }) {
  const settled = useSettled(300);
  return (
    <Veil role="alertdialog" label="still-here" onOutside={idle.stay}>
      <Ring left={idle.left} of={idle.of} />
      <div class="dialog__words">
        <Heading id="still-here">{t("Masih di sini?")}</Heading>
        <p class="hint">{t("Kalau tidak ada sentuhan, layar ini kembali ke awal untuk pengunjung berikutnya.")}</p>
      </div>
      <div class="dialog__actions">
        <button class="button button--primary button--tall" type="button" onClick={settled(idle.stay)}>{t("Ya, saya lanjutkan")}</button>
        <button class="button" type="button" onClick={settled(onDone)}>{t("Saya sudah selesai")}</button>
      </div>
    </Veil>
  );
}

function Tick({ checked, onChange, title, children }) {
  return (
    <button class="choice" type="button" role="checkbox" aria-checked={String(checked)} onClick={() => onChange(!checked)}>
      <span class="choice__mark"><Icon name="check" /></span>
      <span>{title}<small>{children}</small></span>
    </button>
  );
}

const SEEN = 350; // long enough to see the tick arrive, short enough to be no wait

// Ticking "didahulukan" closes the sheet: three taps to a number, never more.
export function Help({ wishes, onWish, onClose }) {
  const settled = useSettled(300);
  const prioritise = (priority) => {
    onWish({ priority });
    if (priority) setTimeout(onClose, SEEN);
  };
  return (
    <Veil label="help" onOutside={settled(onClose)}>
      <div class="dialog__words">
        <Heading id="help">{t("Butuh bantuan khusus?")}</Heading>
        <p class="hint">{t("Tidak perlu menyebut alasan.")}</p>
      </div>
      <div class="choices">
        <Tick checked={wishes.priority} onChange={prioritise} title={t("Dahulukan saya")}>
          {t("Untuk lansia, penyandang disabilitas, ibu hamil, dan yang membawa balita")}
        </Tick>
        <Tick checked={wishes.larger} onChange={(larger) => onWish({ larger })} title={t("Perbesar tulisan")}>
          {t("Berlaku sampai Anda selesai di layar ini")}
        </Tick>
      </div>
      <div class="dialog__actions">
        <button class="button button--primary button--tall" type="button" onClick={settled(onClose)}>{t("Lanjut pilih layanan")}</button>
      </div>
    </Veil>
  );
}
