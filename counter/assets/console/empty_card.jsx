import { t } from "@shared/words.js";
import { Attention } from "../staff/attention.jsx";

// Nobody waits: a calm message, and the proof that this computer will call the officer back.
export function EmptyCard() {
  return (
    <section class="card calm">
      <h2>{t("Tidak ada yang menunggu")}</h2>
      <p class="soft">{t("Tidak ada jam yang berjalan. Anda boleh meninggalkan meja: pengunjung baru membunyikan suara di komputer ini.")}</p>
      <Attention />
    </section>
  );
}
