import { t } from "@shared/words.js";
import { Attention } from "../staff/attention.jsx";

// Nobody waits: a calm message, and the proof that this computer will call the officer back.
export function EmptyCard({ held, guests }) {
  const calm = held ? t("Nomor yang ditunda masih menunggu panggilan Anda.") : t("Tidak ada jam yang berjalan.");
  return (
    <section class="card calm">
      <h2>{guests ? t("Tidak ada nomor yang menunggu") : t("Tidak ada yang menunggu")}</h2>
      {guests > 0 && <p>{t("Tamu yang menunggu ditemui: %(count)s.", { count: guests })}</p>}
      <p class="soft">{calm} {!held && !guests && t("Anda boleh meninggalkan meja: pengunjung baru membunyikan suara di komputer ini.")}</p>
      <Attention />
    </section>
  );
}
