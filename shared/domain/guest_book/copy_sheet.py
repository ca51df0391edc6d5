"""The entry in the order of the national registration, to be copied field by field instead of asked again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from shared.domain.guest_book.items import BY_NAME
from shared.domain.text import Text

ORDER: tuple[tuple[str, Text], ...] = (
    ("name", Text("Nama lengkap", "Full name")),
    ("sex", Text("Jenis kelamin", "Sex")),
    ("institution", Text("Asal instansi", "Institution")),
    ("phone", Text("Nomor HP", "Phone number")),
    ("email", Text("E-mail", "E-mail")),
    ("occupation", Text("Pekerjaan", "Occupation")),
    ("birth_year", Text("Tahun lahir", "Year of birth")),
    ("schooling", Text("Pendidikan terakhir", "Education")),
    ("country", Text("Negara", "Country")),
    ("province", Text("Provinsi", "Province")),
    ("city", Text("Kabupaten/Kota", "Regency or city")),
    ("disability", Text("Penyandang disabilitas", "Disability")),
    ("disability_kind", Text("Tipe disabilitas", "Kind of disability")),
)
PURPOSE = Text("Keperluan", "Purpose")
NOBODY_ASKED = {"country": "Indonesia"}
"""The registration's own default; a foreigner names another country."""


class Line(NamedTuple):
    """One field: what it is called there, and what to write; empty where the visitor did not say."""

    label: Text
    value: str


def copy_sheet(answers: Mapping[str, Any], purpose: str) -> list[Line]:
    """The lines in the registration's order, in Indonesian as it wants them; `purpose` is its word for the service."""
    return [Line(label, _written(name, answers)) for name, label in ORDER] + [Line(PURPOSE, purpose)]


def _written(name: str, answers: Mapping[str, Any]) -> str:
    answer = answers.get(name)
    if answer is None:
        return NOBODY_ASKED.get(name, "")
    codes = BY_NAME[name].codes
    if codes is None:
        return str(answer)
    written, other = codes.text(answer).id, answers.get(f"{name}_other")
    return f"{written}: {other}" if other else written
