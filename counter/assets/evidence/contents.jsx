import { Icon } from "@shared/pieces.jsx";
import { t } from "@shared/words.js";
import { count } from "../staff/days.js";

const satisfaction = (pack) => (pack.tells_satisfaction ? t("mulai lima responden") : t("hanya untuk bulan penuh"));

// What the pack holds, in the order in which somebody reads it, each with how much there is of it.
const parts = (pack) => [
  { icon: "paper", name: t("Ringkasan PDF dan penjelasan"), what: t("Untuk dibaca dan ditandatangani. Menyebut ujung rantai dan cara memeriksanya.") },
  { icon: "form", name: t("Standar pelayanan"), what: t("Kata demi kata, dengan nomor SK, masa berlaku, dan bacaan yang dipilih."), much: pack.standard.decree || t("nomor SK kosong dalam teks") },
  { icon: "log", name: t("Jurnal mentah"), what: t("Setiap kejadian sebagaimana ditulis saat terjadi, dirangkai dengan hash."), much: t("%(rows)s baris", { rows: count(pack.rows) }) },
  { icon: "clock", name: t("Jam tunggu dan putusannya"), what: t("Setiap kunjungan, ketentuan setiap hari, dan statistik menurut bulan dan layanan."), much: t("%(visits)s kunjungan, %(days)s hari", { visits: count(pack.visits), days: count(pack.days) }) },
  { icon: "phone", name: t("Permintaan tanpa datang"), what: t("WhatsApp, e-mail, telepon, dan daring: waktu, batas hari kerja, dan putusannya."), much: t("%(count)s permintaan", { count: count(pack.requests) }) },
  { icon: "talk", name: t("Register pengaduan"), what: t("Waktu, tenggat, dan keadaan setiap pengaduan, tanpa isinya."), much: t("%(count)s pengaduan", { count: count(pack.complaints) }) },
  { icon: "smile", name: t("Kepuasan masyarakat"), what: t("Indeks menurut unsur."), much: satisfaction(pack) },
  { icon: "users", name: t("Daftar jaga"), what: t("Petugas dengan nomornya: di meja mana, dari pukul berapa sampai pukul berapa.") },
  { icon: "ticket", name: t("Prioritas"), what: t("Banyaknya nomor yang didahulukan menurut layanan, tanpa sebabnya.") },
];

export function Contents({ pack }) {
  return (
    <section class="card" aria-labelledby="contents">
      <h2 id="contents">{t("Isi berkas")}</h2>
      <ul class="evidence__parts">
        {parts(pack).map(({ icon, name, what, much }) => (
          <li key={name}><Icon name={icon} /><span><b>{name}</b><small>{what}</small></span>{much && <span class="evidence__much">{much}</span>}</li>
        ))}
      </ul>
    </section>
  );
}

export function Nobody() {
  const lines = [
    t("Nama, telepon, e-mail, dan instansi pengunjung"),
    t("Kata-kata pengunjung: keperluan, komentar penilaian, isi dan kode pengaduan"),
    t("Sebab seseorang didahulukan, dan nama petugas"),
  ];
  return (
    <section class="card" aria-labelledby="nobody">
      <h2 id="nobody">{t("Tidak ada di dalamnya")}</h2>
      <ul class="evidence__nobody">{lines.map((words) => <li key={words}><Icon name="close" />{words}</li>)}</ul>
    </section>
  );
}
