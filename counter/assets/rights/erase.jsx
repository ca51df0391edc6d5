import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { Dialog, DialogFoot, Trouble } from "../staff/dialog.jsx";
import { counterPath, useSending } from "../staff/work.js";

const goes = () => [t("Nama, nomor HP, e-mail, dan tahun lahir"), t("Instansi, asal, dan semua yang ditulis dengan kata-kata"), t("Catatan petugas tentang kunjungan ini"), t("Isi pengaduan yang ditautkan ke kunjungan ini")];
const stays = () => [t("Nomor antrean, semua waktu, dan hasil penilaian janji layanan"), t("Jawaban berupa kode, tanpa identitas, untuk statistik")];

function List({ title, icon, lines }) {
  return <div class="erase__list"><h3>{title}</h3><ul>{lines.map((line) => <li key={line}><Icon name={icon} />{line}</li>)}</ul></div>;
}

// Asks once more. What is destroyed is the key: no copy can be read any more, not even a backup.
export function Erase({ visit, onErased, onClose }) {
  const { ask, busy, notice } = useSending();
  async function erase() {
    const answer = await ask(counterPath(`tickets/${visit.ticket}/rights/erase`));
    if (answer?.ok) onErased();
  }
  return (
    <Dialog wide title={t("Hapus data %(number)s?", { number: visit.number })} onClose={onClose}
      lead={t("Berlaku untuk semua kunjungan pengguna ini. Tidak dapat dibatalkan, juga tidak dari cadangan.")}>
      <div class="erase">
        <List title={t("Yang dihapus")} icon="close" lines={goes()} />
        <List title={t("Yang tetap")} icon="check" lines={stays()} />
      </div>
      <Trouble words={notice?.words} />
      <DialogFoot note={t("Penghapusan tercatat atas nama Anda.")}>
        <button type="button" class="button" autoFocus onClick={onClose}>{t("Batal")}</button>
        <button type="button" class="button button--danger" disabled={busy} onClick={erase}><Icon name="close" />{t("Hapus selamanya")}</button>
      </DialogFoot>
    </Dialog>
  );
}
