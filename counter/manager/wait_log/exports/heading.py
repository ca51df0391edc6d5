"""What stands above the figures of a file: whose they are, of which days, narrowed to what, made when and by what."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from typing import NamedTuple

from flask_babel import gettext

from counter.manager.wait_log.exports.words import Words, at_clock, days
from counter.manager.wait_log.found import Found


class Fact(NamedTuple):
    """One line of the heading."""

    name: str
    text: str


def office_facts(found: Found) -> list[Fact]:
    """Where the office is reached, and the standard that it published."""
    office, standard = found.office, found.office.standard
    facts = [
        Fact(gettext("Kantor"), office.name),
        Fact(gettext("Alamat"), office.place),
        Fact(gettext("Telepon"), office.phone),
        Fact(gettext("Situs web"), office.website or ""),
        Fact(gettext("Standar pelayanan"), f"{standard.title}, {standard.decree}"),
    ]
    return [fact for fact in facts if fact.text]


def file_facts(found: Found, words: Words) -> list[Fact]:
    """Period, what the figures and the list are narrowed to, when it was made and by which program."""
    return [
        Fact(gettext("Periode"), days(found.choice.first, found.choice.last)),
        Fact(gettext("Angka dihitung dari"), ", ".join(_counted(found, words)) or gettext("semua kunjungan")),
        Fact(gettext("Daftar memuat"), ", ".join(_listed(found, words)) or gettext("semua kunjungan yang dihitung")),
        Fact(gettext("Dibuat"), at_clock(found.made_at, found.office)),
        Fact(gettext("Program"), program()),
    ]


def program() -> str:
    """The program and its version."""
    return f"PST front office {version('pst-front-office')}"


def promises(found: Found) -> list[str]:
    """The sentences of the standard, word for word, that were in force within the period; the latest first."""
    standard, choice = found.office.standard, found.choice
    every = (standard.walk_in, *standard.earlier_walk_in)
    return [
        promise.sentence
        for promise in every
        if promise
        and (promise.valid_from or choice.last) <= choice.last
        and (promise.valid_to or choice.first) >= choice.first
    ]


def limit_seconds(found: Found) -> int | None:
    """The limit that was in force at the end of the period; None where nothing was promised."""
    promise = found.office.standard.walk_in_on(found.choice.last)
    return promise.limit_seconds if promise else None


def _counted(found: Found, words: Words) -> Iterator[str]:
    choice = found.choice
    if choice.service is not None:
        yield words.service(choice.service)
    if choice.counter is not None:
        yield words.counter(choice.counter)
    if choice.officer is not None:
        yield found.names.get(choice.officer, gettext("petugas %(id)s", id=choice.officer))


def _listed(found: Found, words: Words) -> Iterator[str]:
    choice = found.choice
    if choice.verdict is not None:
        yield words.verdicts[choice.verdict]
    if choice.reason is not None:
        yield words.reason(choice.reason)
    if choice.exclusion is not None:
        yield words.exclusions[choice.exclusion]
    if choice.weekday is not None:
        yield words.weekdays[choice.weekday]
    if choice.hour is not None:
        yield gettext("jam kantor %(hour)s", hour=f"{choice.hour:02d}")
    if choice.minute is not None:
        yield gettext("jam %(from)s–%(to)s menit", **{"from": choice.minute, "to": choice.minute + 1})
