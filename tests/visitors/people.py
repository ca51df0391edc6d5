"""Who the thirty visitors are, and how each would answer the guest book."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shared.domain.guest_book import BY_NAME, Options
from shared.domain.guest_book.lists import INSTITUTION_KIND, LEVEL, OCCUPATION, PERIOD, SEX, USE

FILE = Path(__file__).parent.parent / "data" / "demo_visitors.json"
SCHOOLING = {"≤ SLTA/Sederajat": 4, "D1/D2/D3": 5, "D4/S1": 6, "S2": 7, "S3": 8}
MEANS = {"langsung": 1, "pst.bps.go.id": 2, "HaloPST": 2, "email": 9, "WhatsApp": 16, "telepon": 32}
LEAST_AGE_OF_SENIOR_SCHOOL = 2009  # a pupil born then or later cannot have finished it
COMES = "langsung"


@dataclass(frozen=True)
class Guest:
    """One of the thirty."""

    told: Mapping[str, Any]

    @property
    def name(self) -> str:
        """As the guest book has it."""
        return str(self.told["nama"])

    @property
    def wish(self) -> str:
        """What is asked of the officer."""
        return str(self.told["permintaan"])

    @property
    def service(self) -> str:
        """The letter of the service."""
        return str(self.told["layanan"])

    @property
    def answers(self) -> dict[str, Any]:
        """What they say, by item; nothing where they say nothing."""
        told = self.told
        born = told["lahir"]
        said = {
            "purpose": self.wish,
            "name": self.name,
            "sex": _code(SEX, {"L": "Laki-laki", "P": "Perempuan"}[told["jk"]]),
            "birth_year": born,
            "schooling": 3 if born >= LEAST_AGE_OF_SENIOR_SCHOOL else SCHOOLING[told["pendidikan"]],
            "occupation": _code(OCCUPATION, told["pekerjaan"]),
            "institution_kind": _code(INSTITUTION_KIND, told["kategori_instansi"]),
            "institution": told["instansi"],
            "use": _code(USE, told["pemanfaatan"]),
            "means": [MEANS[told["kanal"]]],
            "disability": 1 if told["prioritas"] == "disabilitas" else 2,
            "complained": 2,
            "phone": told.get("hp"),
            "email": told.get("email"),
        }
        if ": " in told["pekerjaan"]:
            said["occupation_other"] = told["pekerjaan"].split(": ")[1]
        if told["kategori_instansi"] == "Lainnya":
            said["institution_kind_other"] = "Perorangan"
        if told["pemanfaatan"] == "Lainnya":
            said["use_other"] = "Keperluan pribadi"
        if told["kanal"] == "telepon":
            said["means_other"] = "Telepon"
        return {name: value for name, value in said.items() if value is not None}

    @property
    def need(self) -> dict[str, Any]:
        """The data that they need, as the officer writes them down (SKD Blok III)."""
        told = self.told
        years = [int(year) for year in re.findall(r"\d{4}", told["tahun"])]
        period = _code(PERIOD, told["periode"])
        level = _code(LEVEL, told["level"])
        return {
            "detail": self.wish,
            "region": told["wilayah"],
            "year_from": years[0],
            "year_to": years[-1],
            "level": level,
            "period": period,
            **({"period_other": "Tidak berkala"} if BY_OTHER["period"] == period else {}),
        }


BY_OTHER = {"period": 10}


def _code(options: Options, words: str) -> int:
    wanted = words.split(":", maxsplit=1)[0].casefold()
    return next(option.code for option in options.of if option.text.id.casefold() == wanted)


def guest(number: int) -> Guest:
    """A visitor by number, from 1."""
    return Guest(json.loads(FILE.read_text(encoding="utf-8"))[number - 1])


def in_words(item: str, code: int, language: str = "id") -> str:
    """An answer's words on the screen."""
    options = BY_NAME[item].codes
    assert options is not None
    return options.text(code).in_language(language)
