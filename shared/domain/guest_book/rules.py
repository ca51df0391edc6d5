"""How an office keeps its guest book: which forms there are, in which order, and what it must ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from shared.domain.guest_book.items import BY_NAME, CONTACT, FOLLOWS, Item

FormName = Literal["skd", "dtsen", "reception"]
Order = Literal["number_first", "book_first", "no_number"]

FORMS: dict[FormName, tuple[str, ...]] = {
    "skd": (
        *("purpose", "name", "group", "group_men", "group_women", "sex", "birth_year", "schooling"),
        *("occupation", "occupation_other", "institution_kind", "institution_kind_other", "institution"),
        *("use", "use_other", "means", "means_other", "disability", "disability_kind", "complained"),
        *("phone", "email", "country", "province", "city"),
    ),
    "dtsen": ("dtsen_kind", "purpose", "name", "sex", "birth_year", "phone", "province", "city"),
    "reception": ("name", "institution", "host", "purpose", "group", "group_men", "group_women"),
}
"""What each form asks, in order: contacts after the year of birth, because a minor is not asked for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuestBookRules:
    """The office's own rules. `required` is what its decree demands; everything else may be skipped by the visitor.

    `number_first`: the number, then the book while waiting (Kota Pekanbaru). `book_first`: the book, then the number.
    `no_number`: the book alone; the visitor has a place in line all the same (Kota Kediri, Maluku Utara).
    """

    order: Order = "number_first"
    required: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ("disability_kind",)
    keeps_days: int = 90
    """So many days after the visit name, contact and words are kept (UU 27/2022 asks for a limit and names none)."""

    def __post_init__(self) -> None:
        if unknown := {*self.required, *self.skipped} - BY_NAME.keys():
            raise ValueError(f"the guest book knows no item {', '.join(sorted(unknown))}")
        if both := set(self.required) & set(self.skipped):
            raise ValueError(f"both required and skipped: {', '.join(sorted(both))}")
        if contact := set(self.required) & set(CONTACT):
            raise ValueError(f"{', '.join(sorted(contact))} cannot be required: a minor has none to give")
        if self.keeps_days < 1:
            raise ValueError("keeps_days must be at least 1")

    def items(self, form: FormName) -> list[Item]:
        """What the form asks, in order; whatever follows from a skipped item is skipped too."""
        skipped = set(self.skipped)
        skipped |= {name for name, (asked, _) in FOLLOWS.items() if asked in skipped}
        return [BY_NAME[name] for name in FORMS[form] if name not in skipped]

    def missing(self, form: FormName, answered: set[str]) -> list[str]:
        """The required items of the form that have no answer yet."""
        return [item.name for item in self.items(form) if item.name in self.required and item.name not in answered]
