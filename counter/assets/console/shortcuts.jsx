import { t } from "@shared/words.js";
import { Dialog, DialogFoot } from "../staff/dialog.jsx";

const keys = () => [
  [t("Spasi"), t("Panggil berikutnya, mulai layani, selesai")],
  ["Enter", t("Sama dengan Spasi, pada papan angka")],
  ["R", t("Panggil ulang")],
  ["N", t("Tidak hadir")],
  ["H", t("Tunda")],
  ["B", t("Kembalikan ke antrean")],
  ["T", t("Alihkan")],
  ["U", t("Urungkan")],
  ["1–6", t("Alasan keterlambatan, hanya selama ditanyakan")],
  ["?", t("Bantuan ini")],
];

export function Shortcuts({ on, onSwitch, onClose }) {
  return (
    <Dialog title={t("Tombol pintas")} lead={t("Tidak berlaku selama Anda mengetik di sebuah isian.")} onClose={onClose}>
      <dl class={on ? "keys" : "keys keys--off"}>
        {keys().map(([key, words]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{words}</dd></div>)}
      </dl>
      <label class="tick">
        <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.currentTarget.checked)} />
        <span>{t("Pakai tombol pintas di komputer ini")}</span>
      </label>
      <DialogFoot><button type="button" class="button button--primary" onClick={onClose}>{t("Tutup")}</button></DialogFoot>
    </Dialog>
  );
}
