"""What every kind of record shares: the connection and the office."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Table


class Records:
    """Rows of one office, within the transaction of `connection`."""

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection = connection
        self.office = office

    def _here(self, table: Table) -> ColumnElement[bool]:
        here: ColumnElement[bool] = table.c.office == self.office
        return here
