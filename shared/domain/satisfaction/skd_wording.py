"""The sixteen statements of Blok II of BPS's Survei Kebutuhan Data (SKD), by the year in which they were put.

Codes are S1 to S16 in SKD's own numbering. A later year may put a statement in other words; such answers are kept and
counted by version, since "easily found out" (2025) and "easily reached" (2026) are not the same praise.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from shared.domain.satisfaction.questionnaire import Questionnaire, Wording
from shared.domain.text import Text


def _statement(number: int, indonesian: str, english: str) -> Wording:
    return Wording(code=f"S{number}", question=Text(indonesian, english))


_PLACES_TO_COMPLAIN = Text(
    "Contoh: kotak saran dan pengaduan, https://webapps.bps.go.id/pengaduan, bpshq@bps.go.id.",
    "For example: the box for suggestions and complaints, https://webapps.bps.go.id/pengaduan, bpshq@bps.go.id.",
)

_OVERALL = Wording(
    code="overall",
    question=Text(
        "Secara keseluruhan, seberapa puas Anda dengan pelayanan ini?",
        "On the whole, how satisfied are you with this service?",
    ),
)

_STATEMENTS = (
    _statement(
        1,
        "Informasi pelayanan pada unit layanan ini tersedia melalui media elektronik maupun non elektronik.",
        "Information about the services of this unit is available through electronic and non-electronic media.",
    ),
    _statement(
        2,
        "Persyaratan pelayanan yang ditetapkan mudah dipenuhi/disiapkan oleh konsumen.",
        "The requirements set for the service are easy for consumers to meet or prepare.",
    ),
    _statement(
        3,
        "Prosedur/alur pelayanan yang ditetapkan mudah diikuti/dilakukan.",
        "The procedure set for the service is easy to follow.",
    ),
    _statement(
        4,
        "Jangka waktu penyelesaian pelayanan yang diterima sesuai dengan yang ditetapkan.",
        "The service was completed within the time that was set.",
    ),
    _statement(
        5,
        "Biaya pelayanan yang dibayarkan sesuai dengan biaya yang ditetapkan.",
        "The fee that was paid for the service is the fee that was set.",
    ),
    _statement(
        6,
        "Produk pelayanan yang diterima sesuai dengan yang dijanjikan.",
        "The product of the service that was received is what was promised.",
    ),
    _statement(
        7,
        "Sarana dan prasarana pendukung pelayanan memberikan kenyamanan.",
        "The facilities and infrastructure that support the service are comfortable.",
    ),
    _statement(
        8,
        "Data BPS mudah diakses melalui sarana utama yang digunakan.",
        "BPS data are easy to access through the main means that was used.",
    ),
    _statement(
        9,
        "Petugas pelayanan dan/atau aplikasi pelayanan online merespon dengan baik.",
        "The service officer and/or the online service application responds well.",
    ),
    _statement(
        10,
        "Petugas pelayanan dan/atau aplikasi pelayanan online mampu memberikan informasi yang jelas.",
        "The service officer and/or the online service application is able to give clear information.",
    ),
    replace(
        _statement(
            11,
            "Fasilitas pengaduan PST mudah diakses.",
            "The facilities for complaints about PST are easy to reach.",
        ),
        note=_PLACES_TO_COMPLAIN,
    ),
    _statement(
        12,
        "Tidak ada diskriminasi dalam pelayanan.",
        "There is no discrimination in the service.",
    ),
    _statement(
        13,
        "Tidak ada pelayanan di luar prosedur/kecurangan pelayanan.",
        "There is no service outside the procedure and no cheating in the service.",
    ),
    _statement(
        14,
        "Tidak ada penerimaan gratifikasi.",
        "No gratification is accepted.",
    ),
    _statement(
        15,
        "Tidak ada pungutan liar (pungli) dalam pelayanan.",
        "There are no illegal charges (pungli) in the service.",
    ),
    _statement(
        16,
        "Tidak ada praktik percaloan dalam pelayanan.",
        "There is no brokering (percaloan) in the service.",
    ),
)

_IN_2025 = {
    "S7": replace(
        _STATEMENTS[6],
        note=Text(
            "Sarana prasarana meliputi ruang khusus pelayanan, ruang tunggu, tempat parkir, toilet khusus pengguna "
            "layanan, sarana bagi yang berkebutuhan khusus, dan aplikasi pelayanan online.",
            "They comprise the service room, the waiting room, parking, toilets for service users, facilities for "
            "people with special needs, and the online service application.",
        ),
    ),
    "S8": _statement(
        8,
        "Data BPS mudah diakses melalui fasilitas utama yang digunakan.",
        "BPS data are easy to access through the main facility that was used.",
    ),
    "S11": replace(
        _statement(
            11,
            "Keberadaan fasilitas pengaduan PST mudah diketahui.",
            "It is easy to find out that there are facilities for complaints about PST.",
        ),
        note=_PLACES_TO_COMPLAIN,
    ),
}

SKD_2025 = Questionnaire(
    version="skd-2025",
    valid_from=date(2025, 1, 1),
    highest=10,
    importance=True,
    overall=_OVERALL,
    wordings=tuple(_IN_2025.get(statement.code, statement) for statement in _STATEMENTS),
)

SKD_2026 = Questionnaire(
    version="skd-2026",
    valid_from=date(2026, 4, 1),
    highest=10,
    overall=_OVERALL,
    wordings=_STATEMENTS,
)

SKD_VERSIONS: tuple[Questionnaire, ...] = (SKD_2025, SKD_2026)
"""Every version that was ever asked, oldest first. A new wording is a new version at the end; none is taken away."""
