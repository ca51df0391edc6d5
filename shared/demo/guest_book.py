"""What visitors of the demonstration write into the guest book, and what they needed: codes and invented institutions.

Nobody has a name here. The same number of the same day writes the same each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from shared.domain.guest_book import FormName
from shared.domain.ticket import Ticket
from shared.front_desk.guest_book import Said

WRITES = 0.72
"""So many of all visitors fill in the book."""
AGREE = 0.25
"""So many may be asked for the survey."""
IN_GROUPS = 0.03
CHANNELS = (("phone", 55), ("kiosk", 25), ("officer", 20))
# Who comes: education, occupation, category of institution and use, with the institutions that they write.
KINDS: tuple[tuple[int, dict[str, int], tuple[str, ...]], ...] = (
    (
        34,
        {"schooling": 4, "occupation": 1, "institution_kind": 6, "use": 1},
        ("Universitas Riau", "UNRI", "Univ. Riau"),
    ),
    (12, {"schooling": 4, "occupation": 1, "institution_kind": 6, "use": 1}, ("UIN Suska Riau", "UIN Suska")),
    (
        16,
        {"schooling": 6, "occupation": 3, "institution_kind": 4, "use": 2},
        ("Bappeda Kota Pekanbaru", "Bapeda Pekanbaru"),
    ),
    (8, {"schooling": 7, "occupation": 3, "institution_kind": 4, "use": 2}, ("Dinas Kesehatan Kota Pekanbaru",)),
    (
        9,
        {"schooling": 7, "occupation": 2, "institution_kind": 6, "use": 4},
        ("Universitas Riau", "Lembaga riset contoh"),
    ),
    (9, {"schooling": 6, "occupation": 5, "institution_kind": 8, "use": 3}, ("PT Sinar Contoh", "Sinar Contoh")),
    (7, {"schooling": 6, "occupation": 6, "institution_kind": 8, "use": 3}, ("Kedai contoh", "Toko contoh")),
    (3, {"schooling": 5, "occupation": 4, "institution_kind": 7, "use": 3}, ("PDAM contoh",)),
    (2, {"schooling": 8, "occupation": 2, "institution_kind": 5, "use": 4}, ("Research institute (example)",)),
)
AGES = {1: (18, 24), 2: (27, 58), 3: (26, 57), 4: (28, 55), 5: (24, 50), 6: (25, 62)}
DTSEN_KINDS = ((6, 40), (3, 25), (4, 20), (1, 10), (2, 5))
LEVELS = ((3, 48), (2, 22), (4, 12), (5, 8), (1, 7), (6, 3))
PERIODS = ((4, 62), (7, 14), (6, 12), (5, 8), (2, 4))
OBTAINED = ((1, 68), (2, 11), (3, 13), (4, 8))
SOURCES = ((1, 40), (5, 35), (4, 15), (2, 7), (3, 3))


def said_by(ticket: Ticket, form: FormName, *, with_institution: bool) -> Said | None:
    """What the visitor with this number writes, or None for one who writes nothing."""
    chance = _chance(ticket, "book")
    if chance.random() > WRITES:
        return None
    answers: dict[str, Any] = {"sex": chance.choice((1, 2))}
    if form == "dtsen":
        answers |= {"dtsen_kind": _one_of(chance, DTSEN_KINDS)}
    elif chance.random() < IN_GROUPS:
        men, women = chance.randint(3, 16), chance.randint(4, 18)
        answers |= {
            "group": men + women,
            "group_men": men,
            "group_women": women,
            **_kind(chance, ticket, with_institution),
        }
    else:
        answers |= _kind(chance, ticket, with_institution)
    agrees = {"survey": True} if with_institution and form == "skd" and chance.random() < AGREE else {}
    channel = _one_of(chance, CHANNELS)
    return Said(answers=answers, consents=agrees, form=form, channel=channel, language=ticket.language)


def needs_of(ticket: Ticket) -> list[Mapping[str, object]]:
    """What the officer writes down at the end, without words: often one need, sometimes two."""
    chance = _chance(ticket, "needs")
    count = chance.choices((0, 1, 2), (20, 65, 15))[0]
    return [_need(chance, ticket.day.year) for _ in range(count)]


def _kind(chance: Random, ticket: Ticket, with_institution: bool) -> dict[str, Any]:
    _, traits, institutions = chance.choices(KINDS, [kind[0] for kind in KINDS])[0]
    means = [1] if chance.random() < 0.6 else [1, 4]  # noqa: PLR2004 # a share of visitors
    answers: dict[str, Any] = {**traits, "means": means, "complained": 2}
    if with_institution:
        born = ticket.day.year - chance.randint(*AGES[traits["occupation"]])
        answers |= {"institution": chance.choice(institutions), "birth_year": born}
    return answers


def _need(chance: Random, year: int) -> dict[str, object]:
    obtained = _one_of(chance, OBTAINED)
    first = year - chance.randint(2, 10)
    need = {"level": _one_of(chance, LEVELS), "period": _one_of(chance, PERIODS), "obtained": obtained}
    return need | {"year_from": first, "year_to": year - 1, "sources": [_one_of(chance, SOURCES)]}


def _one_of(chance: Random, shares: tuple[tuple[Any, int], ...]) -> Any:
    return chance.choices([one for one, _ in shares], [share for _, share in shares])[0]


def _chance(ticket: Ticket, what: str) -> Random:
    return Random(f"{ticket.day} {ticket.label} {what}")  # noqa: S311 # a story, not a secret
