"""What the clock of a period measures, in words: page, files and JSON say the same (domain.md 4.3)."""

from __future__ import annotations

from flask_babel import gettext

from shared.domain.office import Office
from shared.domain.standard import WalkInPromise
from shared.domain.wait_figures import Choice


def definition(office: Office, choice: Choice) -> list[str]:
    """The sentences of the promise that was in force at the end of the period."""
    promise = office.standard.walk_in_on(choice.last)
    if promise is None:
        return [gettext("Kantor ini tidak menjanjikan batas waktu tunggu pada rentang ini.")]
    sentences = [_begins(promise), _ends(promise), *_leaves_out(), _limit(promise)]
    if office.standard.walk_in_on(choice.first) != promise:
        sentences.append(gettext("Janji berubah pada rentang ini: tiap kunjungan dinilai menurut janji pada harinya."))
    return sentences


def _begins(promise: WalkInPromise) -> str:
    begins = {
        "previous_visitor_finished": gettext(
            "Batas waktu dihitung sejak saat terakhir dari tiga peristiwa: pengguna terdaftar dalam antrean; jam "
            "layanan dibuka, pertama kali hari itu atau kembali sesudah istirahat yang diumumkan; pengguna menjadi "
            "giliran dan ada meja yang melayani jenis layanan itu bebas."
        ),
        "number_issued": gettext("Batas waktu dihitung sejak nomor terbit, paling awal sejak jam layanan dibuka."),
        "guest_book_filled": gettext("Batas waktu dihitung sejak buku tamu diisi, paling awal sejak layanan dibuka."),
        "previous_number_finished": gettext(
            "Batas waktu dihitung sejak nomor sebelumnya selesai dilayani, paling awal sejak jam layanan dibuka."
        ),
    }
    return str(begins[promise.start])


def _ends(promise: WalkInPromise) -> str:
    ends = {
        "service_started": gettext("Batas waktu berakhir saat pengguna mulai dilayani petugas di meja layanan."),
        "first_called": gettext("Batas waktu berakhir saat nomor pengguna pertama kali dipanggil."),
    }
    return str(ends[promise.end])


def _leaves_out() -> list[str]:
    return [
        gettext(
            "Waktu di luar jam layanan, istirahat yang diumumkan, dan keadaan darurat yang dicatat tidak dihitung."
        ),
        gettext("Pengguna yang dipanggil tetapi tidak hadir dianggap tidak pernah mengantre."),
        gettext("Hari latihan tidak dihitung bersama hari layanan."),
    ]


def _limit(promise: WalkInPromise) -> str:
    minutes, rest = divmod(promise.limit_seconds, 60)
    if rest:
        return str(gettext("Batasnya %(seconds)s detik.", seconds=promise.limit_seconds))
    sentence = gettext(
        "Maksimal %(minutes)s menit berarti paling lama %(seconds)s detik.",
        minutes=minutes,
        seconds=promise.limit_seconds,
    )
    return str(sentence)
