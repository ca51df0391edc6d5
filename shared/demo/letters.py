"""What people write to the demonstration office, and what it writes back. All of them are invented."""

from __future__ import annotations

from shared.domain.text import Text

LETTERS = (
    ("Siti Maharani", "Ada data inflasi bulanan Pekanbaru? Mau dipakai untuk menghitung kenaikan sewa.", "id"),
    ("Mohammad Faiz", "Saya memohon data IPM Kota Pekanbaru beserta komponennya untuk tugas akhir.", "id"),
    ("Michael Tan", "I need the number of tourists who stayed in hotels of Pekanbaru, month by month.", "en"),
    ("Nurlaila", "Mohon luas panen dan produktivitas padi, berikut metodologinya.", "id"),
    ("Hendra Gunawan", "Perlu klasifikasi KBLI 2020 untuk usaha kedai kopi dengan pengiriman daring.", "id"),
    ("Putri Ayu Ningtyas", "Data pengangguran lulusan SMK tahun terakhir, buat lomba karya tulis.", "id"),
    ("Bambang Setiaji", "Kami akan mengadakan survei kepuasan. Bagaimana mengajukan rekomendasinya?", "id"),
)
"""Name, words, language."""
QUESTION = Text(
    "Terima kasih atas pertanyaan Anda. Untuk kecamatan dan tahun berapa data itu diperlukan?",
    "Thank you for your question. For which districts and which years do you need these data?",
)
REPLY = Text("Seluruh kota saja, lima tahun terakhir.", "The whole city, the last five years.")
ANSWER = Text(
    "Data itu ada di pekanbarukota.bps.go.id pada bagian Tabel Statistik. Semoga membantu.",
    "You find these data on pekanbarukota.bps.go.id, under Statistics Tables. We hope that this helps.",
)
APOLOGY = Text("Maaf, jawaban ini terlambat.", "We are sorry that this answer is late.")
