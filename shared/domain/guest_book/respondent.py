"""The respondent file of the SKD: Blok I one row for each respondent, Blok III one row for each need (domain.md 1.1).

The columns stand in the order of the questionnaire and hold its codes. What names somebody, and every word that they
wrote, is a `personal` column; so is disability, which is health data (UU 27/2022 Pasal 4).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from shared.domain.guest_book import lists
from shared.domain.guest_book.options import Options
from shared.domain.text import Text

Value = str | int | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: what it is called, whose answer it holds, and the list that its codes stand in."""

    name: str
    title: Text
    codes: Options | None = None
    personal: bool = False


def _words(name: str, id: str, en: str) -> Column:  # noqa: A002 # the languages' own codes
    return Column(name=name, title=Text(id, en), personal=True)


def _code(name: str, id: str, en: str, codes: Options, *, personal: bool = False) -> Column:  # noqa: A002 # as above
    return Column(name=name, title=Text(id, en), codes=codes, personal=personal)


RESPONDENT = Column(name="respondent", title=Text("Responden", "Respondent"))
BLOCK_ONE: tuple[Column, ...] = (
    RESPONDENT,
    Column(name="day", title=Text("Tanggal kunjungan", "Day of the visit"), personal=True),
    Column(name="month", title=Text("Bulan kunjungan", "Month of the visit")),
    _words("name", "1. Nama lengkap", "1. Full name"),
    _words("email", "2. E-mail", "2. E-mail"),
    _words("phone", "3. Nomor handphone", "3. Mobile number"),
    _code("sex", "4. Jenis kelamin", "4. Sex", lists.SEX),
    _code("schooling", "5. Pendidikan tertinggi", "5. Highest education", lists.SKD_SCHOOLING),
    _code("age_band", "6. Umur", "6. Age", lists.AGE_BAND),
    _code("disability", "7. Disabilitas", "7. Disability", lists.DISABILITY, personal=True),
    _code("occupation", "8. Pekerjaan utama", "8. Main occupation", lists.OCCUPATION),
    _words("occupation_other", "8. Pekerjaan lainnya", "8. Other occupation"),
    _code("institution_kind", "9. Kategori instansi", "9. Kind of institution", lists.INSTITUTION_KIND),
    _words("institution_kind_other", "9. Kategori lainnya", "9. Other kind"),
    Column(name="institution", title=Text("9. Nama instansi", "9. Name of the institution")),
    _code("use", "10. Pemanfaatan utama", "10. Main use", lists.USE),
    _words("use_other", "10. Pemanfaatan lainnya", "10. Other use"),
    Column(name="services", title=Text("11. Jenis layanan", "11. Services")),
    _code("means", "12. Sarana", "12. Channels used", lists.MEANS),
    _words("means_other", "12. Sarana lainnya", "12. Other channel"),
    _code("complained", "13. Ada pengaduan", "13. Has a complaint", lists.COMPLAINED),
)
BLOCK_THREE: tuple[Column, ...] = (
    RESPONDENT,
    Column(name="position", title=Text("Kebutuhan ke-", "Need no.")),
    _words("detail", "Data yang dibutuhkan", "Data that were needed"),
    _words("region", "Wilayah data", "Region of the data"),
    Column(name="year_from", title=Text("Tahun awal", "First year")),
    Column(name="year_to", title=Text("Tahun akhir", "Last year")),
    _code("level", "Level data", "Level of the data", lists.LEVEL),
    _words("level_other", "Level lainnya", "Other level"),
    _code("period", "Periode data", "Period of the data", lists.PERIOD),
    _words("period_other", "Periode lainnya", "Other period"),
    _code("obtained", "Data diperoleh", "Data obtained", lists.OBTAINED),
    _code("sources", "Jenis sumber data", "Kind of source", lists.SOURCE),
    _words("publication", "Judul publikasi", "Title of the publication"),
    Column(name="publication_year", title=Text("Tahun publikasi", "Year of the publication")),
    _code("planning", "Untuk perencanaan pembangunan", "For development planning", lists.PLANNING),
)
NAMED_ONLY = ("month",)
"""Without names the month stands for the day: the day and the wait log together would tell who it was."""


def columns(block: tuple[Column, ...], *, personal: bool) -> list[Column]:
    """The columns of a file with personal data or without."""
    if personal:
        return [column for column in block if column.name not in NAMED_ONLY]
    return [column for column in block if not column.personal]


def row(of: list[Column], answers: Mapping[str, Any]) -> tuple[Value, ...]:
    """The answers in these columns, by the SKD's codes; of several codes a text, as the questionnaire writes them."""
    return tuple(_value(answers, column) for column in of)


def _value(answers: Mapping[str, Any], column: Column) -> Value:
    answer = answers.get(column.name)
    if column.codes is lists.SKD_SCHOOLING and isinstance(answer, int):
        return lists.skd_schooling(answer)
    if isinstance(answer, list | tuple):
        return ", ".join(str(code) for code in answer) or None
    return answer if isinstance(answer, str | int | date) else None
