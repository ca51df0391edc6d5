"""An entry of the guest book: what was answered, checked item by item. Nothing is compulsory for the queue itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from shared.domain.guest_book.checked import Answer, checked
from shared.domain.guest_book.items import BY_NAME, CONTACT, FOLLOWS
from shared.domain.guest_book.lists import age_band, may_be_minor
from shared.domain.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Entry:
    """Checked answers by the names of their items. An entry grows while its visitor waits; nothing is filled in."""

    answers: Mapping[str, Answer]

    @property
    def sealed(self) -> dict[str, Answer]:
        """What stands under the visitor's own key and is erased with it."""
        return {name: answer for name, answer in self.answers.items() if BY_NAME[name].sealed}

    @property
    def open(self) -> dict[str, Answer]:
        """Codes and counts: what statistics need, and what names nobody."""
        return {name: answer for name, answer in self.answers.items() if not BY_NAME[name].sealed}

    def band(self, day: date) -> int | None:
        """The SKD's age band, which outlives the year of birth."""
        year = self.answers.get("birth_year")
        return age_band(year, day) if isinstance(year, int) else None

    def is_of_minor(self, day: date) -> bool:
        """Whether whoever wrote it may be under 18."""
        year = self.answers.get("birth_year")
        return isinstance(year, int) and may_be_minor(year, day)


def entry_of(given: Mapping[str, object], day: date) -> Entry:
    """The answers of one visit, as they may be stored.

    Refuses what `checked` refuses, `contact_of_minor`, and `head_count` for a group that does not add up.
    """
    answers = checked(given, BY_NAME, FOLLOWS, day)
    entry = Entry(answers)
    if entry.is_of_minor(day) and any(name in answers for name in CONTACT):
        raise Refusal("contact_of_minor")
    _check_group(answers)
    return entry


def _check_group(answers: Mapping[str, Answer]) -> None:
    people, men, women = (answers.get(name) for name in ("group", "group_men", "group_women"))
    counts = [count for count in (men, women) if isinstance(count, int)]
    if not isinstance(people, int):
        return
    all_told = len(counts) == len((men, women))
    if sum(counts) > people or (all_told and sum(counts) < people):
        raise Refusal("head_count", people=people)
