"""What every kind of record shares: the connection and the office."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, false

from shared.domain.calendar import Change

Calendars = dict[str, tuple[str, tuple[Change, ...]]]
"""The newest calendar of each office that this process has read, by its link in the chain of the journal."""
LARGEST_NUMBER = 2**31 - 1
"""What an integer column holds on every database; a number in a link or a request may be any number."""


def has_number(column: ColumnElement[Any], number: int) -> ColumnElement[bool]:
    """The rows with this number; none where the number is larger than any row's could be."""
    return column == number if abs(number) <= LARGEST_NUMBER else false()


class Records:
    """Rows of one office, within the transaction of `connection`."""

    def __init__(self, connection: Connection, office: str, calendars: Calendars | None = None) -> None:
        self._connection = connection
        self.office = office
        self._calendars = {} if calendars is None else calendars

    def _here(self, table: Table) -> ColumnElement[bool]:
        here: ColumnElement[bool] = table.c.office == self.office
        return here
