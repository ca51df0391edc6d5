// What hinders a message or a file, and what an officer does about it.
import { t } from "@shared/words.js";

export const problemWords = (problem) => ({
  unreachable: t("Layanan pesan belum dapat dihubungi. Dicoba lagi dengan sendirinya."),
  untrusted: t("Sertifikat layanan pesan tidak dapat dipercaya. Beri tahu pengelola sistem; pesan menunggu."),
  refused_login: t("Akun kantor ditolak oleh layanan pesan. Beri tahu pengelola sistem; pesan menunggu."),
  refused_message: t("Pesan ditolak penerima atau layanannya. Hubungi pengguna dengan cara lain."),
  no_address: t("Tidak ada nomor atau alamat untuk dikirimi."),
  window_closed: t("Sudah lebih dari 24 jam sejak pesan terakhir pengguna. Kirim dari WhatsApp Anda sendiri."),
  bounced: t("Surat kembali. Periksa alamatnya."),
  erased: t("Isi sudah dihapus, tidak ada yang dikirim."),
  too_large: t("Surat dengan berkasnya terlalu besar bagi layanan e-mail. Kirim lebih sedikit berkas, atau sebuah tautan."),
  refused_file: t("WhatsApp tidak menerima jenis berkas ini. Kirim sendiri, atau ubah menjadi PDF, Word, Excel, atau gambar."),
  unreadable: t("Segel pesan ini rusak, isinya tidak terbaca lagi. Beri tahu pengelola sistem, dan tulis sekali lagi."),
  restored: t("Data kantor dipulihkan dari cadangan. Periksa dulu apakah pesan ini sudah sampai, baru kirim."),
})[problem] ?? t("Belum terkirim karena gangguan. Dicoba lagi dengan sendirinya.");

export const missingWords = (missing) => ({
  gone: t("Sudah tidak disimpan oleh pengirimnya. Minta pengguna mengirimnya lagi."),
  too_large: t("Berkas lebih besar dari 10 MB. Minta pengguna mengirimnya lewat e-mail atau tautan."),
  erased: t("Isi sudah dihapus."),
  unreadable: t("Segelnya rusak. Beri tahu pengelola sistem, dan minta pengguna mengirimnya lagi."),
})[missing] ?? t("Ada gangguan.");
