"""What people write to the demonstration office, and what it writes back. All of them are invented."""

from __future__ import annotations

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
QUESTION = "Terima kasih atas pertanyaan Anda. Untuk kecamatan dan tahun berapa data itu diperlukan?"
REPLY = "Seluruh kota saja, lima tahun terakhir."
ANSWER = "Data itu ada di pekanbarukota.bps.go.id pada bagian Tabel Statistik. Semoga membantu."
APOLOGY = "Maaf, jawaban ini terlambat. "
