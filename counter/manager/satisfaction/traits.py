"""Who answered, as far as a table may tell: sex, age, education, occupation, service, and how they asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counter.manager.satisfaction.asked import Found
from shared.domain.guest_book import lists
from shared.domain.guest_book.options import Options
from shared.domain.standard_text import CHANNELS
from shared.domain.text import Text
from shared.front_desk.satisfaction import VISIT

OF_TRAIT: Mapping[str, tuple[Text, Options]] = {
    "sex": (Text("Jenis kelamin", "Sex"), lists.SEX),
    "age_band": (Text("Umur", "Age"), lists.AGE_BAND),
    "schooling": (Text("Pendidikan", "Education"), lists.SCHOOLING),
    "occupation": (Text("Pekerjaan", "Occupation"), lists.OCCUPATION),
}
SERVICE = Text("Layanan", "Service")
CHANNEL = Text("Cara meminta", "How they asked")
WAYS: Mapping[str, Text] = {VISIT: Text("datang langsung", "in person"), **dict(CHANNELS.items())}


@dataclass(frozen=True, slots=True)
class Characteristic:
    """Respondents by one trait; `together` are those who did not say or whose group is too small."""

    name: str
    title: Text
    groups: list[tuple[Text, int]]
    together: int


def characteristics(found: Found) -> list[Characteristic]:
    """The tables of a report, in its order; how they asked only where somebody did so from afar and may be told."""
    figures = found.report.figures
    of_people = [
        Characteristic(
            name,
            title,
            [
                (option.text, figures.traits[name].apart[option.code])
                for option in options.of
                if option.code in figures.traits[name].apart
            ],
            figures.traits[name].together,
        )
        for name, (title, options) in OF_TRAIT.items()
    ]
    by_service = [(found.office.name_of_service(code), count) for code, count in sorted(figures.services.apart.items())]
    told = [*of_people, Characteristic("service", SERVICE, by_service, figures.services.together)]
    if figures.channels.apart.keys() <= {VISIT}:
        return told
    ways = [(WAYS[code], count) for code, count in sorted(figures.channels.apart.items())]
    return [*told, Characteristic("channel", CHANNEL, ways, figures.channels.together)]
