import { t } from "@shared/words.js";
import { count } from "../staff/days.js";

const inEights = (hash) => hash.match(/.{8}/g).join(" ");

// The end of the chain, to be written down, and how anybody checks the pack without this office.
export function Proof({ pack }) {
  return (
    <section class="card" aria-labelledby="proof">
      <h2 id="proof">{t("Cara memeriksa")}</h2>
      <p>{t("Siapa pun yang memiliki program ini dapat memeriksa berkas tanpa data kantor:")}</p>
      <p><code class="evidence__code">{["pst fsck --evidence", pack.name].join(" ")}</code></p>
      <p class="soft">{t("Baris yang diubah, dihapus, atau ditukar di tengah mematahkan rantai. Yang menulis ulang seluruh rantai hanya ketahuan dari ujungnya, karena itu ujungnya dicetak di PDF.")}</p>
      {pack.last_hash && (
        <>
          <h3>{t("Ujung rantai sekarang, baris %(seq)s", { seq: count(pack.last_seq) })}</h3>
          <p><code class="evidence__code">{inEights(pack.last_hash)}</code></p>
          <p class="soft">{t("Catat deretan ini di luar kantor, misalnya di berita acara pemeriksaan.")}</p>
        </>
      )}
    </section>
  );
}
