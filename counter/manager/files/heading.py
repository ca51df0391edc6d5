"""What stands above the figures of any file: whose they are, and by which program they were written."""

from __future__ import annotations

from importlib.metadata import version
from typing import NamedTuple

from flask_babel import gettext

from shared.domain.office import Office


class Fact(NamedTuple):
    """One line of the heading."""

    name: str
    text: str


def office_facts(office: Office) -> list[Fact]:
    """Where the office is reached, and the standard that it published."""
    standard = office.standard
    facts = [
        Fact(gettext("Kantor"), office.name),
        Fact(gettext("Alamat"), office.place),
        Fact(gettext("Telepon"), office.phone),
        Fact(gettext("Situs web"), office.website or ""),
        Fact(gettext("Standar pelayanan"), f"{standard.title}, {standard.decree}"),
    ]
    return [fact for fact in facts if fact.text]


def program() -> str:
    """The program and its version."""
    return f"PST front office {version('pst-front-office')}"
