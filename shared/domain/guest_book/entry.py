"""An entry of the guest book: what was answered, checked item by item. Nothing is compulsory for the queue itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from email_validator import EmailNotValidError, validate_email
from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, is_possible_number, parse

from shared.domain.guest_book.items import BY_NAME, CONTACT, FOLLOWS, Item, Kind
from shared.domain.guest_book.lists import age_band, may_be_minor
from shared.domain.refusal import Refusal

Answer = str | int | tuple[int, ...]
EARLIEST_BIRTH = 1900
IDENTITY_NUMBER = re.compile(r"\d(?:[\s./-]*\d){15}")
"""Sixteen digits, however they are spaced: the length of a NIK, a family-card and most bank-card numbers."""


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


def entry_of(given: Mapping[str, object], day: date) -> Entry:
    """The answers of one visit, as they may be stored.

    Refuses `unknown_item`, `unknown_option`, `bad_answer`, `identity_number` (sixteen digits in a text),
    `bad_phone`, `bad_email`, `contact_of_minor` and `head_count` (a group that does not add up).
    """
    answers = {name: _checked(name, value, day) for name, value in given.items() if value not in (None, "", (), [])}
    _check_minor(answers, day)
    _check_group(answers)
    return Entry({name: answer for name, answer in answers.items() if _is_asked(name, answers)})


def refuse_identity_number(text: str, item: str) -> None:
    """Sixteen digits are never stored: they are an identity number more often than anything that we need."""
    if IDENTITY_NUMBER.search(text):
        raise Refusal("identity_number", item=item)


def _checked(name: str, value: object, day: date) -> Answer:
    item = BY_NAME.get(name)
    if item is None:
        raise Refusal("unknown_item", item=name)
    if item.kind in (Kind.WORDS, Kind.PHONE, Kind.EMAIL):
        return _checked_text(item, value)
    if item.kind is Kind.CODES:
        return _checked_codes(item, value, day)
    if not isinstance(value, int) or isinstance(value, bool):
        raise Refusal("bad_answer", item=name)
    return _checked_number(item, value, day)


def _checked_text(item: Item, value: object) -> str:
    if not isinstance(value, str) or len(value) > item.most:
        raise Refusal("bad_answer", item=item.name)
    refuse_identity_number(value, item.name)
    if item.kind is Kind.PHONE:
        return phone(value)
    if item.kind is Kind.EMAIL:
        return email(value)
    return value


def _checked_codes(item: Item, value: object, day: date) -> tuple[int, ...]:
    if not isinstance(value, list | tuple) or not all(type(code) is int for code in value) or not item.codes:
        raise Refusal("bad_answer", item=item.name)
    return tuple(sorted({item.codes.chosen(code, day).code for code in value}))


def _checked_number(item: Item, value: int, day: date) -> int:
    if item.codes:
        return item.codes.chosen(value, day).code
    least, most = (EARLIEST_BIRTH, day.year) if item.kind is Kind.YEAR else (0, item.most)
    if not least <= value <= most:
        raise Refusal("bad_answer", item=item.name)
    return value


def _check_minor(answers: Mapping[str, Answer], day: date) -> None:
    year = answers.get("birth_year")
    if isinstance(year, int) and may_be_minor(year, day) and any(name in answers for name in CONTACT):
        raise Refusal("contact_of_minor")


def _check_group(answers: Mapping[str, Answer]) -> None:
    people, men, women = (answers.get(name) for name in ("group", "group_men", "group_women"))
    counts = [count for count in (men, women) if isinstance(count, int)]
    if isinstance(people, int) and (
        sum(counts) > people or (len(counts) == len((men, women)) and sum(counts) < people)
    ):
        raise Refusal("head_count", people=people)


def _is_asked(name: str, answers: Mapping[str, Answer]) -> bool:
    if name not in FOLLOWS:
        return True
    asked, code = FOLLOWS[name]
    before = answers.get(asked)
    return code in before if isinstance(before, tuple) else before == code


def phone(text: str) -> str:
    """A phone number as it is dialled from anywhere (E.164), Indonesian where no country is named; or `bad_phone`."""
    try:
        number = parse(text, "ID")
    except NumberParseException:
        raise Refusal("bad_phone") from None
    if not is_possible_number(number):
        raise Refusal("bad_phone")
    return format_number(number, PhoneNumberFormat.E164)


def email(text: str) -> str:
    """An e-mail address in its usual spelling, or `bad_email`; whether anybody reads it is not tried."""
    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        raise Refusal("bad_email") from None
