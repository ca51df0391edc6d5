"""Answers checked against the items that a form knows, one by one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from email_validator import EmailNotValidError, validate_email
from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, is_possible_number, parse

from shared.domain.guest_book.items import Item, Kind
from shared.domain.refusal import Refusal

Answer = str | int | tuple[int, ...]
Follows = Mapping[str, tuple[str, int]]
EARLIEST_YEAR = 1900
YEARS_AHEAD = 10
IDENTITY_NUMBER = re.compile(r"\d(?:[\s./-]*\d){15}")
"""Sixteen digits, however they are spaced: the length of a NIK, a family-card and most bank-card numbers."""


def checked(given: Mapping[str, object], items: Mapping[str, Item], follows: Follows, day: date) -> dict[str, Answer]:
    """The answers as they may be stored; an empty one is none, and one that nobody asked for is dropped.

    Refuses `unknown_item`, `unknown_option`, `bad_answer`, `identity_number`, `bad_phone` and `bad_email`.
    """
    if unknown := given.keys() - items.keys():  # also with an empty answer: the journal keeps the names of items
        raise Refusal("unknown_item", item=min(unknown))
    answers = {
        name: _checked(items, name, value, day) for name, value in given.items() if value not in (None, "", (), [])
    }
    return {name: answer for name, answer in answers.items() if _is_asked(name, answers, follows)}


def refuse_identity_number(text: str, item: str) -> None:
    """Sixteen digits are never stored: they are an identity number more often than anything that we need."""
    if IDENTITY_NUMBER.search(text):
        raise Refusal("identity_number", item=item)


def without_identity_numbers(text: str) -> str:
    """What somebody wrote to us, with every identity number made unreadable: a letter cannot be refused."""
    return IDENTITY_NUMBER.sub(lambda found: "•" * len(found.group()), text)


def phone(text: str) -> str:
    """A phone number as it is dialled from anywhere (E.164), Indonesian where no country is named; or `bad_phone`."""
    try:
        number = parse(text, "ID")
    except NumberParseException:
        raise Refusal("bad_phone", item="phone") from None
    if not is_possible_number(number):
        raise Refusal("bad_phone", item="phone")
    return format_number(number, PhoneNumberFormat.E164)


def email(text: str) -> str:
    """An e-mail address in its usual spelling, or `bad_email`; whether anybody reads it is not tried."""
    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        raise Refusal("bad_email", item="email") from None


def _checked(items: Mapping[str, Item], name: str, value: object, day: date) -> Answer:
    item = items[name]
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
    return email(value) if item.kind is Kind.EMAIL else value


def _checked_codes(item: Item, value: object, day: date) -> tuple[int, ...]:
    if not isinstance(value, list | tuple) or not all(type(code) is int for code in value) or not item.codes:
        raise Refusal("bad_answer", item=item.name)
    return tuple(sorted({item.codes.chosen(code, day).code for code in value}))


def _checked_number(item: Item, value: int, day: date) -> int:
    if item.codes:
        return item.codes.chosen(value, day).code
    least, most = {
        Kind.BIRTH_YEAR: (EARLIEST_YEAR, day.year),
        Kind.YEAR: (EARLIEST_YEAR, day.year + YEARS_AHEAD),
        Kind.COUNT: (0, item.most),
    }[item.kind]
    if not least <= value <= most:
        raise Refusal("bad_answer", item=item.name)
    return value


def _is_asked(name: str, answers: Mapping[str, Answer], follows: Follows) -> bool:
    if name not in follows:
        return True
    asked, code = follows[name]
    before = answers.get(asked)
    return code in before if isinstance(before, tuple) else before == code
