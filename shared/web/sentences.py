"""What each refusal says to a person, in the language of the request."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from flask import g
from flask_babel import format_date, get_locale, gettext

Facts = Mapping[str, Any]


def sentence(key: str, facts: Facts) -> str:
    """The sentence for a refusal's key; an unknown key still gets an honest one."""
    say = _SENTENCES.get(key)
    said: str = say(facts) if say else gettext("Permintaan ini tidak dapat dipenuhi.")
    return said


def _closed(facts: Facts) -> str:
    why = _why_closed(facts)
    when = _moment(facts.get("opens_at"))
    return f"{why} {gettext('Buka kembali %(when)s.', when=when)}" if when else why


def _appointment_closed(facts: Facts) -> str:
    why = {
        "before_opening": gettext("Pada waktu itu kantor belum buka."),
        "after_closing": gettext("Pada waktu itu kantor sudah tutup."),
        "break": gettext("Pada waktu itu kantor istirahat."),
    }.get(str(facts.get("reason")))
    when = _moment(facts.get("opens_at"))
    why = str(why or _why_closed(facts))
    nearest = gettext("Terdekat: %(when)s.", when=when)
    return f"{why} {nearest}" if when else why


def _why_closed(facts: Facts) -> str:
    why = {
        "before_opening": gettext("Nomor belum dibagikan."),
        "after_closing": gettext("Layanan hari ini sudah tutup."),
        "weekend": gettext("Kantor tutup pada hari ini."),
        "holiday": gettext("Kantor tutup: %(name)s.", name=facts.get("name")),
        "closure": gettext("Kantor tutup: %(name)s.", name=facts.get("name")),
    }.get(str(facts.get("reason")), gettext("Kantor sedang tutup."))
    return str(why)


def _moment(moment: datetime | None) -> str:
    """A day with its clock and zone, as the reader's language writes it; nothing for none."""
    if moment is None:
        return ""
    local = moment.astimezone(g.asking.office.time_zone) if "asking" in g else moment
    english = str(get_locale()) == "en"
    clock = f"{local:%H:%M}" if english else f"{local:%H.%M}"
    zone = g.asking.office.zone_letters if "asking" in g else ""
    return f"{format_date(local.date(), 'full')}, {clock} {zone}".strip()


def _day(day: Any) -> str:
    return str(format_date(day, "long")) if isinstance(day, date) else ""


def _already_closed(facts: Facts) -> str:
    if facts.get("name"):
        return str(gettext("Pada tanggal itu kantor memang tutup: %(name)s.", name=facts["name"]))
    return str(gettext("Pada tanggal itu kantor memang tutup."))


_SENTENCES: Mapping[str, Callable[[Facts], str]] = {
    "unauthenticated": lambda _: gettext("Silakan masuk dahulu."),
    "sign_in_failed": lambda _: gettext("Nama pengguna atau kata sandi salah."),
    "forbidden": lambda _: gettext("Anda tidak berwenang melakukan ini."),
    "csrf": lambda _: gettext("Halaman ini sudah usang. Muat ulang, lalu coba lagi."),
    "officer_needed": lambda _: gettext("Hanya petugas yang dapat melakukan ini."),
    "unknown_office": lambda _: gettext("Kantor ini tidak dikenal."),
    "unknown_ticket": lambda _: gettext("Nomor ini tidak ditemukan."),
    "unknown_counter": lambda _: gettext("Meja ini tidak dikenal."),
    "file_awaited": lambda _: gettext("Berkas ini belum dapat diambil dari pengirimnya."),
    "unknown_service": lambda _: gettext("Layanan ini tidak dikenal."),
    "unknown_staff": lambda _: gettext("Petugas ini tidak dikenal."),
    "unknown_token": lambda _: gettext("Token ini tidak dikenal."),
    "unknown_code": lambda _: gettext("Kode ini tidak dikenal atau sudah lewat waktunya."),
    "unknown_entry": lambda _: gettext("Kunjungan ini tidak ditemukan."),
    "no_walk_ins": lambda _: gettext("Kantor ini melayani lewat saluran lain, tidak dengan kunjungan langsung."),
    "no_number_given": lambda _: gettext("Untuk keperluan ini tidak perlu nomor antrean. Silakan isi buku tamu."),
    "unknown_item": lambda _: gettext("Buku tamu tidak mengenal isian ini."),
    "unknown_option": lambda _: gettext("Pilihan ini tidak ada."),
    "unknown_purpose": lambda _: gettext("Persetujuan ini tidak dikenal."),
    "bad_answer": lambda _: gettext("Isian ini tidak dapat disimpan. Periksa kembali."),
    "bad_phone": lambda _: gettext("Nomor HP tidak lengkap atau terlalu panjang. Contoh: 0812 3456 7890."),
    "bad_email": lambda _: gettext("Alamat e-mail tidak lengkap. Contoh: nama@contoh.id."),
    "identity_number": lambda _: gettext(
        "Mohon jangan menulis NIK atau nomor kartu di sini. Kami tidak membutuhkannya dan tidak menyimpannya."
    ),
    "contact_of_minor": lambda _: gettext("Di bawah 18 tahun nomor HP dan e-mail tidak diminta dan tidak disimpan."),
    "head_count": lambda _: gettext("Jumlah laki-laki dan perempuan tidak sama dengan jumlah rombongan."),
    "day_over": lambda _: gettext("Hari kunjungan ini sudah ditutup."),
    "erased": lambda _: gettext("Isi dan namanya sudah dihapus selamanya, jadi tidak dapat dilanjutkan."),
    "unknown_question": lambda _: gettext("Kuesioner ini tidak mengenal pertanyaan itu."),
    "answer_out_of_range": lambda _: gettext("Nilai ini di luar pilihan."),
    "not_asked": lambda _: gettext("Pertanyaan ini tidak diajukan."),
    "not_served": lambda _: gettext("Penilaian diberikan sesudah dilayani."),
    "rating_over": lambda _: gettext("Penilaian dapat diberikan sampai tujuh hari sesudah kunjungan."),
    "restricted": lambda _: gettext("Data kunjungan ini dibatasi atas permintaan pengguna."),
    "seal_unreadable": lambda _: gettext("Isian ini tersegel dengan kunci lain dan tidak dapat dibuka."),
    "unknown_institution": lambda _: gettext("Instansi ini tidak ada, atau sudah digabungkan."),
    "unknown_complaint": lambda _: gettext("Pengaduan dengan kode ini tidak ditemukan."),
    "own_phone_needed": lambda _: gettext(
        "Halaman permintaan dibuka di ponsel atau komputer Anda sendiri, tidak di layar bersama."
    ),
    "email_needed": lambda _: gettext("Tulis alamat e-mail yang aktif, syarat standar pelayanan kantor ini."),
    "phone_needed": lambda _: gettext("Tulis nomor WhatsApp, syarat standar pelayanan kantor ini."),
    "contact_needed": lambda _: gettext("Tulis alamat e-mail atau nomor HP, salah satu cukup."),
    "hidden_field_filled": lambda _: gettext(
        "Isian yang tidak tampak ikut terisi, mungkin oleh pengisi otomatis. Silakan kirim sekali lagi."
    ),
    "unknown_kind": lambda _: gettext("Jenis pengaduan ini tidak dikenal."),
    "nothing_said": lambda _: gettext("Tulis dahulu isinya."),
    "text_too_long": lambda f: gettext("Tulisan ini lebih dari %(most)s huruf.", most=f.get("most")),
    "unknown_request": lambda _: gettext("Permintaan ini tidak ditemukan."),
    "unknown_message": lambda _: gettext("Pesan ini tidak ditemukan."),
    "unknown_file": lambda _: gettext("Berkas ini tidak ditemukan."),
    "too_many_files": lambda f: gettext("Paling banyak %(most)s berkas dalam satu pesan.", most=f.get("most")),
    "file_empty": lambda _: gettext("Ada berkas yang kosong. Periksa berkasnya, lalu lampirkan lagi."),
    "file_too_large": lambda f: gettext("Satu berkas paling besar %(most)s MB.", most=f.get("most")),
    "files_too_large": lambda f: gettext(
        "Semua berkas satu pesan bersama-sama paling besar %(most)s MB, agar muat di kotak surat.", most=f.get("most")
    ),
    "unknown_requirement": lambda _: gettext("Persyaratan ini tidak ada dalam standar."),
    "requirements_open": lambda f: gettext("Masih ada %(left)s persyaratan yang belum dicentang.", left=f.get("left")),
    "illegal_request_move": lambda _: gettext("Itu tidak dapat dilakukan pada permintaan ini sekarang."),
    "reopen_too_late": lambda f: gettext(
        "Permintaan yang ditutup lebih dari %(days)s hari lalu tidak dapat dibuka kembali. Buat yang baru.",
        days=f.get("days"),
    ),
    "appointment_past": lambda _: gettext("Waktu janji temu sudah lewat."),
    "appointment_far": lambda f: gettext("Janji temu dibuat paling jauh %(days)s hari ke depan.", days=f.get("days")),
    "appointment_closed": _appointment_closed,
    "appointment_stands": lambda _: gettext("Sudah ada janji temu. Pindahkan atau batalkan yang itu."),
    "appointment_ahead": lambda _: gettext(
        "Masih ada janji temu. Batalkan dahulu, supaya pengguna diberi tahu dan tidak datang sia-sia."
    ),
    "appointment_not_yet": lambda _: gettext("Waktu janji temu ini belum tiba."),
    "appointment_not_today": lambda _: gettext(
        "Janji temu ini bukan untuk hari ini. Pindahkan dahulu, atau ambilkan nomor seperti biasa."
    ),
    "no_appointment": lambda _: gettext("Permintaan ini tidak punya janji temu yang masih berlaku."),
    "service_needed": lambda _: gettext("Pilih dahulu layanannya."),
    "not_answered": lambda _: gettext("Permintaan ini belum dijawab. Jawab dahulu, atau pilih alasan lain."),
    "not_sent": lambda _: gettext("Jawaban belum terkirim. Kirim dahulu dan tandai terkirim, baru tutup."),
    "bad_call_time": lambda _: gettext("Waktu telepon harus sudah lewat, dan dalam tujuh hari terakhir."),
    "unknown_outcome": lambda _: gettext("Hasil telepon ini tidak dikenal."),
    "unknown_follow_up": lambda _: gettext("Baris rencana ini sudah tidak ada."),
    "nothing_planned": lambda _: gettext("Tulis dahulu tindakan dan penanggung jawabnya."),
    "unknown_change": lambda _: gettext("Perubahan kalender ini tidak ada."),
    "bad_span": lambda _: gettext("Tanggal akhir mendahului tanggal awal."),
    "bad_hours": lambda _: gettext("Jam buka, istirahat, dan jam tutup harus berurutan."),
    "bad_year": lambda _: gettext("Tahun ini tidak dikenal."),
    "span_long": lambda f: gettext("Paling lama %(most)s hari. Periksa tahunnya.", most=f.get("most")),
    "calendar_far": lambda f: gettext("Kalender diisi paling jauh sampai tahun %(year)s.", year=f.get("year")),
    "calendar_past": lambda f: gettext(
        "Hari yang sudah berjalan tidak diubah: pengguna dinilai menurut jam yang berlaku saat mereka datang. "
        "Perubahan berlaku paling cepat mulai %(earliest)s. Keadaan darurat hari ini dicatat di halaman Langsung.",
        earliest=_day(f.get("earliest")),
    ),
    "name_needed": lambda _: gettext("Tulis namanya, seperti yang akan dibaca pengguna."),
    "decree_needed": lambda _: gettext("Tulis nomor keputusan atau surat yang menetapkannya."),
    "private_words": lambda _: gettext(
        "Nama dan nomor keputusan dibaca semua orang. Jangan menulis nomor telepon, alamat e-mail, atau NIK di sini."
    ),
    "words_long": lambda f: gettext(
        "Nama paling panjang %(name)s huruf, nomor keputusan %(decree)s huruf.",
        name=f.get("name"),
        decree=f.get("decree"),
    ),
    "already_closed": _already_closed,
    "no_such_holiday": lambda _: gettext("Pada tanggal ini tidak ada hari libur yang dapat dicoret."),
    "season_overlaps": lambda f: gettext(
        "Pada tanggal itu sudah ada jam %(name)s, %(first)s sampai %(last)s. Cabut dahulu yang lama.",
        name=f.get("name"),
        first=_day(f.get("first")),
        last=_day(f.get("last")),
    ),
    "already_confirmed": lambda f: gettext("Daftar libur tahun %(year)s sudah dinyatakan lengkap.", year=f.get("year")),
    "illegal_step": lambda _: gettext("Langkah ini tidak dapat menyusul keadaan sekarang."),
    "no_needs": lambda _: gettext("Layanan ini tidak mencatat kebutuhan data."),
    "years_back": lambda _: gettext("Tahun akhir mendahului tahun awal."),
    "nothing_stored": lambda _: gettext("Tidak ada data pribadi yang tersimpan untuk nomor ini."),
    "no_earlier_answers": lambda _: gettext("Tidak ada jawaban kunjungan lalu yang cocok. Silakan isi seperti biasa."),
    "nobody_sits": lambda _: gettext("Tidak ada petugas di meja ini."),
    "unknown_call": lambda _: gettext("Panggilan ini tidak dikenal."),
    "not_found": lambda _: gettext("Halaman ini tidak ditemukan."),
    "method_not_allowed": lambda _: gettext("Alamat ini tidak menerima permintaan seperti itu."),
    "bad_request": lambda _: gettext("Permintaan ini tidak dapat dibaca."),
    "bad_dates": lambda _: gettext("Tanggal tidak dapat dibaca, atau rentangnya lebih dari 366 hari."),
    "too_large": lambda _: gettext("Isian terlalu besar."),
    "not_json": lambda _: gettext("Permintaan ini harus berupa JSON."),
    "invalid_body": lambda _: gettext("Isian tidak sesuai. Periksa kembali isian Anda."),
    "idempotency_key_missing": lambda _: gettext("Permintaan ini perlu kunci Idempotency-Key."),
    "idempotency_key_invalid": lambda _: gettext("Kunci Idempotency-Key tidak dapat dipakai."),
    "idempotency_key_reused": lambda _: gettext("Kunci ini sudah dipakai untuk permintaan lain."),
    "nobody_waiting": lambda _: gettext("Tidak ada yang menunggu."),
    "nobody_called": lambda _: gettext("Belum ada yang dipanggil ke meja ini."),
    "counter_busy": lambda f: gettext("Meja ini masih melayani %(number)s.", number=f.get("number")),
    "counter_taken": lambda f: gettext("Meja ini sedang dipakai %(officer)s.", officer=f.get("officer")),
    "ticket_changed": lambda _: gettext("Nomor di meja ini sudah berubah. Layar diperbarui."),
    "reason_needed": lambda f: gettext("Memanggil %(number)s di luar urutan perlu alasan.", number=f.get("number")),
    "illegal_move": lambda f: gettext("Itu tidak dapat dilakukan pada %(number)s sekarang.", number=f.get("number")),
    "nobody_serves": lambda _: gettext("Meja tujuan tidak melayani layanan ini."),
    "whole_months_needed": lambda _: gettext("Ini hanya untuk bulan, triwulan, atau tahun penuh."),
    "why_needed": lambda _: gettext("Tulis alasannya."),
    "unknown_reason": lambda _: gettext("Alasan ini tidak dikenal."),
    "not_a_breach": lambda f: gettext("%(number)s tidak melewati batas waktu.", number=f.get("number")),
    "bad_times": lambda _: gettext("Waktu mulai dan selesai harus hari ini, dan sudah lewat."),
    "transfer_where": lambda _: gettext("Pilih satu layanan atau satu meja tujuan."),
    "nothing_to_undo": lambda _: gettext("Tidak ada yang dapat diurungkan."),
    "quota_reached": lambda _: gettext("Nomor untuk layanan ini sudah habis hari ini."),
    "office_closed": _closed,
    "clock_suspect": lambda _: gettext("Jam komputer tampaknya salah. Mohon petugas memeriksa tanggal dan jam."),
    "no_slip": lambda _: gettext("Belum ada karcis yang dicetak."),
    "no_printer": lambda _: gettext("Tidak ada pencetak yang dipasang."),
    "login_taken": lambda _: gettext("Nama pengguna ini sudah dipakai."),
    "password_short": lambda f: gettext("Kata sandi paling sedikit %(least)s huruf.", least=f.get("least")),
    "too_many": lambda _: gettext("Terlalu banyak permintaan. Mohon tunggu sebentar."),
    "storage_unavailable": lambda _: gettext("Sistem sedang tidak dapat menyimpan. Mohon coba lagi sebentar lagi."),
    "internal": lambda _: gettext("Terjadi kesalahan pada sistem. Mohon hubungi petugas."),
}
