"""Staff, tokens and paired devices, and the secrets by which they are known (only their hashes are kept)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from shared.database import tables
from shared.database.records.base import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A member of staff, a token or a device."""

    id: int
    kind: str
    name: str
    login: str | None
    password: str | None
    roles: str
    created_at: datetime
    disabled_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """A way in: whose it is, and until when."""

    id: int
    identity: int
    kind: str
    name: str
    roles: str
    created_at: datetime
    seen_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """A kiosk or board that shows a code and waits to be accepted."""

    hash: str
    room: str
    code: str
    expires_at: datetime
    identity: int | None


_IDENTITY = [tables.identity.c[name] for name in Identity.__slots__]
_PAIRING = [tables.pairing.c[name] for name in Pairing.__slots__]


class PeopleRecords(Records):
    """Who may ask this office for something."""

    def identity(self, identity_id: int) -> Identity | None:
        """By id."""
        return self._identity(tables.identity.c.id == identity_id)

    def by_login(self, login: str) -> Identity | None:
        """A member of staff by the name they sign in with."""
        return self._identity(tables.identity.c.login == login)

    def by_token_name(self, name: str) -> Identity | None:
        """The identity that a named token shares with its namesakes."""
        return self._identity(tables.identity.c.kind == "token", tables.identity.c.name == name)

    def identities(self, kind: str) -> list[Identity]:
        """Everyone of one kind, by name."""
        rows = select(*_IDENTITY).where(self._here(tables.identity), tables.identity.c.kind == kind)
        return [Identity(**row._mapping) for row in self._connection.execute(rows.order_by(tables.identity.c.name))]

    def names(self) -> dict[int, str]:
        """Everyone's name by id."""
        rows = select(tables.identity.c.id, tables.identity.c.name).where(self._here(tables.identity))
        return {row.id: row.name for row in self._connection.execute(rows)}

    def add_identity(self, kind: str, name: str, roles: str, now: datetime, **more: str) -> int:
        """Add someone and return their id."""
        row = {"office": self.office, "kind": kind, "name": name, "roles": roles, "created_at": now, **more}
        added = insert(tables.identity).values(row).returning(tables.identity.c.id)
        return int(self._connection.execute(added).scalar_one())

    def change_identity(self, identity_id: int, **values: Any) -> None:
        """Change a name, roles, password, or disable."""
        this = (self._here(tables.identity), tables.identity.c.id == identity_id)
        self._connection.execute(update(tables.identity).where(*this).values(**values))

    def add_access(self, hashed: str, identity_id: int, kind: str, now: datetime, **more: Any) -> None:
        """Let someone in by the secret with this hash."""
        row = {"office": self.office, "hash": hashed, "identity": identity_id, "kind": kind}
        self._connection.execute(insert(tables.access).values(**row, created_at=now, seen_at=now, **more))

    def accesses(self, kind: str) -> list[Access]:
        """Every way in of one kind, oldest first."""
        whose = tables.access.join(tables.identity, tables.access.c.identity == tables.identity.c.id)
        columns = [
            tables.access.c.id,
            tables.access.c.identity,
            tables.access.c.kind,
            tables.identity.c.name,
            tables.access.c.roles,
            tables.access.c.created_at,
            tables.access.c.seen_at,
            tables.access.c.revoked_at,
        ]
        rows = select(*columns).select_from(whose).where(self._here(tables.access), tables.access.c.kind == kind)
        return [Access(**row._mapping) for row in self._connection.execute(rows.order_by(tables.access.c.id))]

    def revoke(
        self,
        now: datetime,
        *,
        access: int | None = None,
        hashed: str | None = None,
        identity: int | None = None,
    ) -> int:
        """Close ways in, by id, by hash or all of one person; returns how many."""
        column, value = next(
            (column, value)
            for column, value in (
                (tables.access.c.id, access),
                (tables.access.c.hash, hashed),
                (tables.access.c.identity, identity),
            )
            if value is not None
        )
        this = (self._here(tables.access), column == value, tables.access.c.revoked_at.is_(None))
        return int(self._connection.execute(update(tables.access).where(*this).values(revoked_at=now)).rowcount)

    def touch(self, access: int, now: datetime) -> None:
        """Remember when someone was last here."""
        this = (self._here(tables.access), tables.access.c.id == access)
        self._connection.execute(update(tables.access).where(*this).values(seen_at=now))

    def add_pairing(self, hashed: str, room: str, code: str, now: datetime, expires_at: datetime) -> None:
        """A device shows a code."""
        row = {"hash": hashed, "office": self.office, "room": room, "code": code}
        self._connection.execute(insert(tables.pairing).values(**row, created_at=now, expires_at=expires_at))

    def pairing(self, *, hashed: str | None = None, code: str | None = None) -> Pairing | None:
        """The newest request of a device, by the device's secret or by the code that it shows."""
        which = tables.pairing.c.hash == hashed if hashed is not None else tables.pairing.c.code == code
        rows = select(*_PAIRING).where(self._here(tables.pairing), which)
        row = self._connection.execute(rows.order_by(tables.pairing.c.created_at.desc())).first()
        return Pairing(**row._mapping) if row else None

    def accept_pairing(self, hashed: str, identity_id: int) -> None:
        """Staff recognised the device."""
        this = (self._here(tables.pairing), tables.pairing.c.hash == hashed)
        self._connection.execute(update(tables.pairing).where(*this).values(identity=identity_id))

    def drop_old_pairings(self, now: datetime) -> None:
        """Codes that nobody accepted in time are worth nothing."""
        old = (self._here(tables.pairing), tables.pairing.c.expires_at <= now)
        self._connection.execute(delete(tables.pairing).where(*old))

    def revoke_pairing(self, hashed: str) -> None:
        """The device has its key; the request is over."""
        this = (self._here(tables.pairing), tables.pairing.c.hash == hashed)
        self._connection.execute(delete(tables.pairing).where(*this))

    def _identity(self, *where: Any) -> Identity | None:
        row = self._connection.execute(select(*_IDENTITY).where(self._here(tables.identity), *where)).first()
        return Identity(**row._mapping) if row else None
