"""Somebody who has been here before: when two entries may be of one person, and what the earlier one gives the later.

A number or an address alone proves nobody: families and offices share them, and anybody can type one (BPS Kota Malang's
kiosk gave another person's phone and age to whoever typed their e-mail).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from shared.domain.guest_book.checked import Answer
from shared.domain.guest_book.entry import Entry, entry_of
from shared.domain.guest_book.items import CONTACT
from shared.domain.guest_book.lists import may_be_minor
from shared.domain.guest_book.spelling import spelling

TAKEN_OVER = frozenset(
    {"sex", "schooling", "occupation", "occupation_other", "country", "province", "city"}
    | {"institution_kind", "institution_kind_other", "institution"}
)
"""What seldom changes between two visits. Not what a visit is about, and not a disability: that is asked anew."""


def is_same_person(typed: Mapping[str, Answer], stored: Mapping[str, Answer]) -> bool:
    """Whether name and contact are the same in both, and no year of birth speaks against it.

    Names are compared by their letters alone. Whoever may be under 18 has no contact here, and so is never found.
    """
    return (
        _name(typed) != ""
        and _name(typed) == _name(stored)
        and any(name in typed and typed[name] == stored.get(name) for name in CONTACT)
        and len({answers["birth_year"] for answers in (typed, stored) if "birth_year" in answers}) < 2  # noqa: PLR2004 # two years, two people
    )


def may_be_asked(typed: Mapping[str, Answer], day: date) -> bool:
    """Whether somebody with these answers may be taken for an earlier visitor at all."""
    year = typed.get("birth_year")
    return any(name in typed for name in CONTACT) and not (isinstance(year, int) and may_be_minor(year, day))


def with_earlier(
    typed: Mapping[str, Answer], person: Mapping[str, Answer], visit: Mapping[str, Answer], asked: set[str], day: date
) -> Entry:
    """The later entry, with whatever of the earlier one is still missing; nothing that was typed is changed.

    `person` is what belongs to whoever came, `visit` the answers of the earlier visit, `asked` the items of the form.
    """
    fits = {name: answer for name, answer in visit.items() if name in TAKEN_OVER & asked}
    return entry_of({**fits, **person, **typed}, day)


def _name(answers: Mapping[str, Answer]) -> str:
    return spelling(str(answers.get("name", "")))
