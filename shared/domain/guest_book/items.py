"""What a guest-book entry may hold, item by item, in the order of SKD Blok I."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shared.domain.guest_book import lists
from shared.domain.guest_book.options import Options
from shared.domain.text import Text


class Kind(StrEnum):
    """What an answer is."""

    WORDS = "words"
    PHONE = "phone"
    EMAIL = "email"
    YEAR = "year"
    BIRTH_YEAR = "birth_year"
    COUNT = "count"
    CODE = "code"
    CODES = "codes"


SEALED = frozenset({Kind.WORDS, Kind.PHONE, Kind.EMAIL, Kind.BIRTH_YEAR})
"""What may tell who somebody is, or may be made to tell it: kept under the visitor's own key, erased with it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question. `ask` is what the visitor reads; `codes` are the answers to choose from."""

    name: str
    kind: Kind
    ask: Text
    codes: Options | None = None
    most: int = 120
    """Signs of words, or the largest count."""

    @property
    def sealed(self) -> bool:
        """Whether the answer stands under the visitor's key."""
        return self.kind in SEALED


def _words(name: str, id: str, en: str, most: int = 120) -> Item:  # noqa: A002 # the languages' own codes
    return Item(name, Kind.WORDS, Text(id, en), most=most)


def _code(name: str, id: str, en: str, codes: Options) -> Item:  # noqa: A002 # the languages' own codes
    return Item(name, Kind.CODE, Text(id, en), codes)


ITEMS: tuple[Item, ...] = (
    _words("name", "Nama atau nama panggilan", "Name, or what we may call you"),
    Item("email", Kind.EMAIL, Text("Alamat e-mail", "E-mail address"), most=254),
    Item("phone", Kind.PHONE, Text("Nomor HP", "Phone number"), most=24),
    _code("sex", "Jenis kelamin", "Sex", lists.SEX),
    _code("schooling", "Pendidikan tertinggi yang ditamatkan", "Highest completed education", lists.SCHOOLING),
    Item("birth_year", Kind.BIRTH_YEAR, Text("Tahun lahir", "Year of birth")),
    _code("disability", "Penyandang atau pendamping disabilitas?", "Disability, own or accompanied?", lists.DISABILITY),
    _code("disability_kind", "Jenis disabilitas", "Kind of disability", lists.DISABILITY_KIND),
    _code("occupation", "Pekerjaan utama", "Main occupation", lists.OCCUPATION),
    _words("occupation_other", "Pekerjaan lainnya", "Other occupation"),
    _code("institution_kind", "Kategori instansi", "Kind of institution", lists.INSTITUTION_KIND),
    _words("institution_kind_other", "Kategori lainnya", "Other kind of institution"),
    _words("institution", "Nama instansi", "Name of the institution", 160),
    _code("use", "Pemanfaatan utama hasil kunjungan", "Main use of the visit", lists.USE),
    _words("use_other", "Pemanfaatan lainnya", "Other use"),
    Item("means", Kind.CODES, Text("Sarana yang digunakan", "Channels used"), lists.MEANS),
    _words("means_other", "Sarana lainnya", "Other channel"),
    _code("complained", "Apakah ada pengaduan?", "Do you have a complaint?", lists.COMPLAINED),
    _words("purpose", "Yang dibutuhkan", "What you need", 500),
    _words("country", "Negara", "Country", 60),
    _words("province", "Provinsi", "Province", 60),
    _words("city", "Kabupaten/Kota", "Regency or city", 60),
    Item("group", Kind.COUNT, Text("Jumlah orang dalam rombongan", "People in the group"), most=999),
    Item("group_men", Kind.COUNT, Text("Laki-laki", "Men"), most=999),
    Item("group_women", Kind.COUNT, Text("Perempuan", "Women"), most=999),
    _code("dtsen_kind", "Jenis konsultasi DTSEN", "Kind of DTSEN consultation", lists.DTSEN_KIND),
    _words("host", "Ingin bertemu", "Whom you want to meet"),
)
"""What a name means never changes. Never: identity-card number or picture, a face, why somebody has priority."""

BY_NAME = {item.name: item for item in ITEMS}
CONTACT = ("phone", "email")
"""Never asked of, and never stored for, somebody who may be under 18 (UU 27/2022 Pasal 25)."""
FOLLOWS = {
    "disability_kind": ("disability", 1),
    "occupation_other": ("occupation", 7),
    "institution_kind_other": ("institution_kind", 9),
    "use_other": ("use", 5),
    "means_other": ("means", 32),
}
"""Asked only where another answer was this one."""
