"""The tables of a recapitulation in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator

from flask_babel import format_decimal, get_locale, gettext

from shared.domain.text import Text
from shared.front_desk.recap import Recap


def titles() -> dict[str, str]:
    """What each table counts."""
    return {
        "service": gettext("Layanan"),
        "month": gettext("Bulan"),
        "number": gettext("Nomor antrean"),
        "state": gettext("Akhir kunjungan"),
        "channel": gettext("Buku tamu diisi di"),
        "means": gettext("Sarana yang digunakan"),
        "obtained": gettext("Data diperoleh"),
        "level": gettext("Level data"),
        "period": gettext("Periode data"),
        "sources": gettext("Jenis sumber data"),
        "dtsen_result": gettext("Hasil konsultasi DTSEN"),
        "sex": gettext("Jenis kelamin"),
        "age_band": gettext("Umur"),
        "schooling": gettext("Pendidikan"),
        "occupation": gettext("Pekerjaan"),
        "use": gettext("Pemanfaatan"),
        "institution_kind": gettext("Kategori instansi"),
        "institution": gettext("Instansi"),
        "groups": gettext("Rombongan, orang"),
        "dtsen_kind": gettext("Konsultasi DTSEN"),
    }


def units() -> dict[str, str]:
    """What a table's counts are counts of."""
    return {"visits": gettext("kunjungan"), "needs": gettext("kebutuhan"), "persons": gettext("orang")}


def said(text: Text) -> str:
    """A text of the domain."""
    return text.in_language(str(get_locale() or "id"))


def remarks(found: Recap) -> Iterator[str]:
    """What the counts must be read with."""
    told = {"visits": found.visits, "entries": found.entries, "restricted": found.restricted}
    counts = {name: format_decimal(count) for name, count in told.items()}
    yield gettext("%(entries)s dari %(visits)s kunjungan mengisi buku tamu.", **counts)
    if found.restricted:
        yield gettext("%(restricted)s kunjungan tidak dirinci: pemakaian datanya dibatasi.", **counts)
    yield gettext("Jawaban dengan kurang dari lima orang digabungkan, agar tidak ada orang yang dapat dikenali.")
    if not found.tells_people:
        yield gettext("Angka tentang orang hanya untuk bulan, triwulan, atau tahun penuh.")
    if found.rehearsed.left_out:
        days = ", ".join(f"{day:%d-%m-%Y}" for day in found.rehearsed.left_out)
        yield gettext("Hari latihan yang tidak dihitung: %(days)s.", days=days)
