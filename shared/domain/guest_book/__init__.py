"""The guest book: one entry for the visit, the SKD's respondent block and the national registration."""

from __future__ import annotations

from shared.domain.guest_book.checked import Answer, refuse_identity_number
from shared.domain.guest_book.entry import Entry, entry_of
from shared.domain.guest_book.items import BY_NAME, CONTACT, FOLLOWS, ITEMS, Item, Kind
from shared.domain.guest_book.options import Option, Options
from shared.domain.guest_book.rules import FORMS, FormName, GuestBookRules

__all__ = [
    "BY_NAME",
    "CONTACT",
    "FOLLOWS",
    "FORMS",
    "ITEMS",
    "Answer",
    "Entry",
    "FormName",
    "GuestBookRules",
    "Item",
    "Kind",
    "Option",
    "Options",
    "entry_of",
    "refuse_identity_number",
]
