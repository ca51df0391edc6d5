import { t } from "@shared/words.js";
import { Dialog, DialogFoot } from "../staff/dialog.jsx";

export function HowCounted({ onClose }) {
  return (
    <Dialog wide title={t("Bagaimana dihitung")} onClose={onClose}>
      <dl class="keys">
        <div><dt>NRR</dt><dd>{t("Jumlah nilai satu unsur dibagi banyaknya responden yang menjawab unsur itu. Tidak dibulatkan sebelum dipakai.")}</dd></div>
        <div><dt>IKM</dt><dd>{t("Jumlah NRR kesembilan unsur × 1/9 × 25, dibulatkan sekali menjadi dua desimal. Dengan pembobot yang dibulatkan 0,11 nilai sempurna hanya 99,00; angkanya ada di samping indeks.")}</dd></div>
        <div><dt>{t("Mutu")}</dt><dd>{t("A mulai 88,31, B mulai 76,61, C mulai 65,00, di bawahnya D (Permenpan RB 14/2017).")}</dd></div>
        <div><dt>{t("Sementara")}</dt><dd>{t("Selama jawaban belum mencapai ukuran sampel Krejcie dan Morgan dari pengunjung yang dilayani pada periode itu. Penilaian atas permintaan dari jauh ikut dihitung dalam IKM, tetapi tidak dalam ukuran sampel.")}</dd></div>
        <div><dt>SKD</dt><dd>{t("Enam belas rincian berskala 1 sampai 10. Kesenjangan: kepuasan dikurangi kepentingan dari orang yang menjawab keduanya. Nilai SKD tidak pernah diubah menjadi SKM atau sebaliknya.")}</dd></div>
        <div><dt>{t("Kerahasiaan")}</dt><dd>{t("Kurang dari lima jawaban tidak ditampilkan. Penilaian tidak terhubung dengan kunjungan.")}</dd></div>
      </dl>
      <DialogFoot><button type="button" class="button button--primary" onClick={onClose}>{t("Tutup")}</button></DialogFoot>
    </Dialog>
  );
}
