"""The lists of SKD Blok I and Blok III and of the national registration, each with the codes that are stored.

Codes of Blok I and III are those of the SKD questionnaire. Schooling is asked as finely as the national registration
wants it, because the five levels of the SKD follow from the eight, and not the other way round.
"""

from __future__ import annotations

from datetime import date

from shared.domain.guest_book.options import Option, Options, options
from shared.domain.text import Text

SEX = options("sex", (1, "Laki-laki", "Male"), (2, "Perempuan", "Female"))
SCHOOLING = options(
    "schooling",
    (1, "Tidak/belum sekolah", "No schooling yet"),
    (2, "SD", "Primary school"),
    (3, "SMP", "Lower secondary school"),
    (4, "SMA/sederajat", "Upper secondary school"),
    (5, "D1/D2/D3", "Diploma (D1 to D3)"),
    (6, "D4/S1", "Bachelor (D4, S1)"),
    (7, "S2", "Master (S2)"),
    (8, "S3", "Doctorate (S3)"),
)
SKD_SCHOOLING = options(
    "skd_schooling",
    (1, "≤ SLTA/Sederajat", "Upper secondary school or less"),
    (2, "D1/D2/D3", "Diploma (D1 to D3)"),
    (3, "D4/S1", "Bachelor (D4, S1)"),
    (4, "S2", "Master (S2)"),
    (5, "S3", "Doctorate (S3)"),
)
AGE_BAND = options(
    "age_band",
    (1, "< 17 tahun", "Under 17"),
    (2, "17–25 tahun", "17 to 25"),
    (3, "26–34 tahun", "26 to 34"),
    (4, "35–44 tahun", "35 to 44"),
    (5, "45–54 tahun", "45 to 54"),
    (6, "55–65 tahun", "55 to 65"),
    (7, "> 65 tahun", "Over 65"),
)
DISABILITY = options("disability", (1, "Ya", "Yes"), (2, "Tidak", "No"))
DISABILITY_KIND = options(
    "disability_kind",
    (1, "Disabilitas fisik", "Physical"),
    (2, "Disabilitas intelektual", "Intellectual"),
    (3, "Disabilitas mental", "Mental"),
    (4, "Disabilitas sensorik", "Sensory"),
)
OCCUPATION = options(
    "occupation",
    (1, "Pelajar/Mahasiswa", "Pupil or student"),
    (2, "Peneliti/Dosen", "Researcher or lecturer"),
    (3, "ASN/TNI/Polri", "Civil servant, military or police"),
    (4, "Pegawai BUMN/BUMD", "Employee of a state-owned company"),
    (5, "Pegawai swasta", "Employee of a private company"),
    (6, "Wiraswasta", "Self-employed"),
    (7, "Lainnya…", "Other…"),
)
INSTITUTION_KIND = options(
    "institution_kind",
    (1, "Lembaga Negara", "State institution"),
    (2, "Kementerian & Lembaga Pemerintah", "Ministry or government agency"),
    (3, "TNI/POLRI/BIN/Kejaksaan", "Military, police, intelligence or prosecution"),
    (4, "Pemerintah Daerah", "Local government"),
    (5, "Lembaga Internasional", "International institution"),
    (6, "Lembaga Penelitian & Pendidikan", "Research or education"),
    (7, "BUMN/BUMD", "State-owned company"),
    (8, "Swasta", "Private company"),
    (9, "Lainnya…", "Other…"),
)
USE = options(
    "use",
    (1, "Tugas Sekolah/Kuliah", "School or university work"),
    (2, "Pemerintahan", "Government"),
    (3, "Komersial", "Commercial"),
    (4, "Penelitian", "Research"),
    (5, "Lainnya…", "Other…"),
)
MEANS = Options(
    "means",
    (
        Option(1, Text("PST (datang langsung)", "Visit to the service desk")),
        Option(2, Text("PST Online (pst.bps.go.id)", "PST Online (pst.bps.go.id)")),
        Option(4, Text("Website BPS / AllStats BPS", "BPS website or AllStats BPS")),
        # The SKD gave letters and e-mail another code from 2026 on; answers of before keep theirs.
        Option(8, Text("Surat / E-mail", "Letter or e-mail"), until=date(2026, 1, 1)),
        Option(9, Text("Surat / E-mail", "Letter or e-mail"), since=date(2026, 1, 1)),
        Option(16, Text("Aplikasi chat (WhatsApp, Telegram, dll.)", "Chat (WhatsApp, Telegram, …)")),
        Option(32, Text("Lainnya", "Other"), asks_words=True),
    ),
)
COMPLAINED = options("complained", (1, "Ya", "Yes"), (2, "Tidak", "No"))

LEVEL = options(
    "level",
    (1, "Nasional", "National"),
    (2, "Provinsi", "Province"),
    (3, "Kabupaten/Kota", "Regency or city"),
    (4, "Kecamatan", "District"),
    (5, "Desa/Kelurahan", "Village"),
    (6, "Individu", "Individual"),
    (7, "Lainnya…", "Other…"),
)
PERIOD = options(
    "period",
    (1, "Sepuluh tahunan", "Every ten years"),
    (2, "Lima tahunan", "Every five years"),
    (3, "Tiga tahunan", "Every three years"),
    (4, "Tahunan", "Yearly"),
    (5, "Semesteran", "Half-yearly"),
    (6, "Triwulanan", "Quarterly"),
    (7, "Bulanan", "Monthly"),
    (8, "Mingguan", "Weekly"),
    (9, "Harian", "Daily"),
    (10, "Lainnya…", "Other…"),
)
PLANNING = options("planning", (1, "Ya", "Yes"), (2, "Tidak", "No"))
OBTAINED = options(
    "obtained",
    (1, "Ya, sesuai", "Yes, as needed"),
    (2, "Ya, tidak sesuai", "Yes, but not as needed"),
    (3, "Tidak diperoleh", "Not obtained"),
    (4, "Belum diperoleh", "Not yet obtained"),
)
SOURCE = options(
    "source",
    (1, "Publikasi", "Publication"),
    (2, "Data mikro", "Microdata"),
    (3, "Peta wilkerstat", "Wilkerstat map"),
    (4, "Tabulasi data", "Tabulation"),
    (5, "Tabel di website", "Table on the website"),
)
DTSEN_KIND = options(
    "dtsen_kind",
    (1, "Verifikasi data penerima", "Check of a recipient's data"),
    (2, "Pengaduan data", "Complaint about data"),
    (3, "Permintaan pemutakhiran data (desil)", "Request to update data (decile)"),
    (4, "Sanggahan/keberatan", "Objection"),
    (6, "Pengecekan desil", "Check of the decile"),
    (5, "Lainnya…", "Other…"),
)
DTSEN_RESULT = options(
    "dtsen_result",
    (1, "Selesai di tempat", "Settled here"),
    (2, "Perlu tindak lanjut", "Needs follow-up"),
    (3, "Data tidak ditemukan", "Data not found"),
    (4, "Persyaratan belum lengkap", "Requirements not complete"),
)
AGENCIES = frozenset({1, 2, 3, 4})
"""Kinds of institution that are asked whether the data serve national or regional planning."""

_SKD_LEVEL_OF = {1: 1, 2: 1, 3: 1, 4: 1, 5: 2, 6: 3, 7: 4, 8: 5}
OF_AGE = 18
_BAND_ENDS = (16, 25, 34, 44, 54, 65)


def skd_schooling(schooling: int) -> int:
    """The SKD's level of schooling for one of the national registration's."""
    return _SKD_LEVEL_OF[schooling]


def age_band(birth_year: int, day: date) -> int:
    """The SKD's age band of somebody born in this year: by the birthday that the year of `day` brings."""
    age = day.year - birth_year
    return next((code for code, end in enumerate(_BAND_ENDS, 1) if age <= end), len(_BAND_ENDS) + 1)


def first_year_of_minors(day: date) -> int:
    """Whoever is born in this year or later may be under 18: only the year is known, so doubt protects (UU 27/2022)."""
    return day.year - OF_AGE


def may_be_minor(birth_year: int, day: date) -> bool:
    """Whether somebody born in this year may be under 18."""
    return birth_year >= first_year_of_minors(day)
