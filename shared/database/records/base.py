"""What every kind of record shares: the connection and the office."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, false

LARGEST_NUMBER = 2**31 - 1
"""What an integer column holds on every database; a number in a link or a request may be any number."""


def has_number(column: ColumnElement[Any], number: int) -> ColumnElement[bool]:
    """The rows with this number; none where the number is larger than any row's could be."""
    return column == number if abs(number) <= LARGEST_NUMBER else false()


class Records:
    """Rows of one office, within the transaction of `connection`."""

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection = connection
        self.office = office

    def _here(self, table: Table) -> ColumnElement[bool]:
        here: ColumnElement[bool] = table.c.office == self.office
        return here
