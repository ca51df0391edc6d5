"""The few questions that come before the office is known: whose secret is this, whose ticket is that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from shared.database import tables
from shared.database.records.base import has_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Someone who showed a secret that we know."""

    access: int
    office: str
    identity: int
    kind: str
    name: str
    roles: str
    csrf: str | None
    seen_at: datetime
    expires_at: datetime | None


class HouseRecords:
    """Rows of all offices; used by nothing but sign-in, ticket links, start-up and the checker."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, hashed: str) -> Known | None:
        """Whose secret has this hash, unless it was revoked or its owner disabled."""
        access, identity = tables.access.c, tables.identity.c
        columns = [
            access.id.label("access"),
            access.office,
            access.identity,
            access.kind,
            identity.name,
            func.coalesce(access.roles, identity.roles).label("roles"),
            access.csrf,
            access.seen_at,
            access.expires_at,
        ]
        whose = tables.access.join(tables.identity, access.identity == identity.id)
        valid = (access.hash == hashed, access.revoked_at.is_(None), identity.disabled_at.is_(None))
        row = self._connection.execute(select(*columns).select_from(whose).where(*valid)).first()
        return Known(**row._mapping) if row else None

    def office_of_ticket(self, ticket: int) -> str | None:
        """Which office issued the ticket with this id."""
        found = select(tables.ticket.c.office).where(has_number(tables.ticket.c.id, ticket))
        return self._connection.execute(found).scalar_one_or_none()

    def last_moment(self) -> datetime | None:
        """The time of the newest journal row: a clock that stands before it cannot be right."""
        return self._connection.execute(select(func.max(tables.journal_head.c.at))).scalar_one_or_none()
