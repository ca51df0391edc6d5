"""Who answered, as far as a table may tell: sex, age, education, occupation and service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from counter.manager.satisfaction.asked import Found
from shared.domain.guest_book import lists
from shared.domain.guest_book.options import Options
from shared.domain.text import Text

OF_TRAIT: Mapping[str, tuple[Text, Options]] = {
    "sex": (Text("Jenis kelamin", "Sex"), lists.SEX),
    "age_band": (Text("Umur", "Age"), lists.AGE_BAND),
    "schooling": (Text("Pendidikan", "Education"), lists.SCHOOLING),
    "occupation": (Text("Pekerjaan", "Occupation"), lists.OCCUPATION),
}
SERVICE = Text("Layanan", "Service")


@dataclass(frozen=True, slots=True)
class Characteristic:
    """Respondents by one trait; `together` are those who did not say or whose group is too small."""

    name: str
    title: Text
    groups: list[tuple[Text, int]]
    together: int


def characteristics(found: Found) -> list[Characteristic]:
    """The five tables of a report, in its order."""
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
    return [*of_people, Characteristic("service", SERVICE, by_service, figures.services.together)]
