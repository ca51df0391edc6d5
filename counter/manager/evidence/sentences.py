"""What a pack says of itself, in the readme and on paper: how it is checked, and what that proves."""

from __future__ import annotations


def _paragraphs(text: str) -> tuple[str, ...]:
    """Paragraphs that are written with line ends, each as one line."""
    return tuple(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


CHECKED = _paragraphs("""\
Pemeriksaan tidak memerlukan data kantor. Program menghitung ulang hash setiap berkas dan setiap baris jurnal, lalu
menghitung ulang putusan, statistik jam, daftar jaga, dan hitungan prioritas dari baris jurnal itu saja. Bila basis
data kantor ada, ujung rantai juga dibandingkan dengannya.""")

EXITS = _paragraphs("""\
Keluar dengan 0: semuanya cocok. Dengan 1: ada yang tidak cocok, dan setiap ketidakcocokan disebut. Dengan 2: berkas
tidak dapat dibaca sebagai berkas bukti.""")

PROVED = _paragraphs("""\
Setiap baris jurnal membawa hash baris sebelumnya. Satu baris yang diubah, disisipkan, dihapus, atau ditukar di
tengah mematahkan rantai, juga bila hash setiap berkas ditulis ulang.""")

NOT_PROVED = _paragraphs("""\
Siapa yang menulis ulang seluruh rantai sampai ujungnya membuat rantai lain yang utuh. Karena itu ujung rantai
dicetak di halaman pertama: bandingkan dengan catatan lama, dengan cadangan, atau dengan basis data kantor.

Rantai tidak membuktikan bahwa kejadian dicatat tepat waktu atau bahwa semua orang yang datang mengambil nomor.
Jawaban papan antrean, tenggat pengaduan dan permintaan menurut kalender kerja, indeks kepuasan, dan naskah standar
berada di luar rantai; yang menjaganya hanya hash berkas dan basis data kantor.""")

NOBODY = _paragraphs("""\
Tidak ada nama, telepon, e-mail, instansi, dan kata-kata pengunjung dalam berkas ini, juga tidak ada isi pengaduan,
kode pengaduan, komentar penilaian, dan sebab seseorang didahulukan. Indeks kepuasan hanya disebut mulai lima
responden dan hanya untuk bulan penuh.

Bila kolom withheld terisi, kode pengaduan dari versi lama ditahan dan detiknya dibulatkan: siapa memegang kode itu
dapat membaca jawabannya. Baris itu tetap diikat hash baris sesudahnya, tetapi hash-nya sendiri tidak dapat dihitung
ulang tanpa basis data kantor.""")

COLUMNS = _paragraphs("""\
jurnal.csv ditulis apa adanya dengan nama kolom program: seq nomor baris; at waktu (UTC); day hari kantor; move
kejadian; ticket dan leg kunjungan; from_state dan to_state keadaan sebelum dan sesudah; counter meja; actor nomor
petugas atau perangkat (kosong: pengunjung atau program); reason kode alasan; undoes baris yang dibatalkan; request
permintaan; facts rincian (JSON); suspect jam komputer diragukan; hash mata rantai; withheld yang ditahan.

Hash sebuah baris = SHA-256 dari hash baris sebelumnya (64 huruf) yang langsung disambung isi baris itu sebagai JSON:
semua kolom dari seq sampai suspect dan office (kode kantor), kunci berurutan abjad, tanpa spasi, huruf di luar ASCII
ditulis \\uXXXX, kolom kosong ditulis null, dan request hanya bila terisi. Hash sebelum baris pertama ada di
manifest.json (hash_before). Siapa pun dapat menghitungnya dengan program lain.

Permintaan tanpa datang terhitung pada hari barisnya (receive) ditulis, dan diterima pada waktu baris itu, atau pada
arrived_at di rinciannya bila pesan sudah tiba di kotak surat sebelum diambil; balasan pengguna (hear) juga demikian.
Pesan kantor dengan rincian queued baru terhitung pada waktu baris go_out yang menyebut nomor pesan itu (message), dan
tidak terhitung lagi sesudah come_back sampai ia keluar sekali lagi.

Baris yang membawa hari lain ikut disertakan bila terletak di antara baris periode, agar rantai tidak terputus;
baris itu tidak dihitung dalam statistik.

Putusan: kept tepat; called_in_time tepat panggil, pengguna terlambat hadir; missed lewat; not_judged tidak dinilai.
Dinilai = tepat + lewat. Sembilan dari sepuluh = persentil ke-90 menurut peringkat terdekat.

Waktu di berkas selain jurnal adalah waktu kantor. Petugas disebut dengan nomornya; kantor memegang daftar namanya.

Hari latihan tidak dihitung. Standar yang ditulis adalah standar saat berkas dibuat; janji yang berubah dalam
periode ditulis keduanya dengan masa berlakunya.""")
