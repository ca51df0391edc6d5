import { t } from "@shared/words.js";
import { Attention } from "../staff/attention.jsx";

// Nobody waits: a calm message, and the proof that this computer will call the officer back.
export function EmptyCard({ held }) {
  const calm = held ? t("Nomor yang ditunda masih menunggu panggilan Anda.") : t("Tidak ada jam yang berjalan.");
  return (
    <section class="card calm">
      <h2>{t("Tidak ada yang menunggu")}</h2>
      <p class="soft">{calm} {!held && t("Anda boleh meninggalkan meja: pengunjung baru membunyikan suara di komputer ini.")}</p>
      <Attention />
    </section>
  );
}
