"""Files that came with the messages of requests, and those that a channel has only named so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, insert, or_, select, update

from shared.database import tables
from shared.database.records.base import has_number
from shared.database.records.journal import JournalRecords
from shared.domain.standard import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAttachment:
    """A file of a message without its bytes: `named` is its sealed name and type.

    `fetching` is `waits` or `failed` for one that the channel has only named so far; None for one that is here. `whole`
    is the one seal over name, type and bytes of a file from before names were sealed apart; None for every other.
    """

    request: int
    message: int
    position: int
    size: int
    fetching: str | None
    problem: str | None
    tries: int
    named: bytes | None
    whole: bytes | None


_ATTACHMENT = tables.attachment
_WHOLE = case((_ATTACHMENT.c.named.is_(None), _ATTACHMENT.c.sealed)).label("whole")
_ATTACHMENT_COLUMNS = [_WHOLE if name == "whole" else _ATTACHMENT.c[name] for name in StoredAttachment.__slots__]


class AttachmentRecords(JournalRecords):
    """The files of requests."""

    def add_attachment(self, request: int, message: int, position: int, **columns: Any) -> None:
        """A file that came with a message, or that is fetched later."""
        place = {"office": self.office, "request": request, "message": message, "position": position, "tries": 0}
        self._connection.execute(insert(_ATTACHMENT).values(**place, **columns))

    def attachment(self, request: int, message: int, position: int) -> StoredAttachment | None:
        """A file by its place."""
        found = self._attachments(*_place_of(request, message, position))
        return found[0] if found else None

    def sealed_file(self, file: StoredAttachment) -> bytes | None:
        """The sealed bytes of a file; None for one that is not here or was erased."""
        place = _place_of(file.request, file.message, file.position)
        found: bytes | None = self._connection.execute(
            select(_ATTACHMENT.c.sealed).where(self._here(_ATTACHMENT), *place)
        ).scalar()
        return found

    def change_attachment(self, request: int, message: int, position: int, **columns: Any) -> None:
        """What became of a file that was awaited."""
        here = (self._here(_ATTACHMENT), *_place_of(request, message, position))
        self._connection.execute(update(_ATTACHMENT).where(*here).values(**columns))

    def next_file_to_fetch(self, channel: Channel, now: datetime) -> StoredAttachment | None:
        """The oldest file of a channel that is not here yet and whose time has come."""
        of_channel = select(tables.request.c.id).where(self._here(tables.request), tables.request.c.channel == channel)
        found = self._attachments(*_due_file(now), _ATTACHMENT.c.request.in_(of_channel))
        return found[0] if found else None

    def files_not_here(self) -> list[StoredAttachment]:
        """The files that a channel has only named so far, on their way or not to be had."""
        return self._attachments(_ATTACHMENT.c.fetching.is_not(None))

    def claim_file(self, file: tuple[int, int, int], now: datetime, until: datetime) -> bool:
        """Take a file to fetch it; False when somebody else has it. After `until` it may be taken again."""
        claim = update(_ATTACHMENT).where(self._here(_ATTACHMENT), *_place_of(*file), *_due_file(now))
        return self._connection.execute(claim.values(next_try_at=until, tries=_ATTACHMENT.c.tries + 1)).rowcount == 1

    def attachments_of(self, request: int) -> list[StoredAttachment]:
        """The files of a thread, in order."""
        return self._attachments(_ATTACHMENT.c.request == request)

    def _attachments(self, *where: ColumnElement[bool]) -> list[StoredAttachment]:
        order = (_ATTACHMENT.c.request, _ATTACHMENT.c.message, _ATTACHMENT.c.position)
        rows = select(*_ATTACHMENT_COLUMNS).where(self._here(_ATTACHMENT), *where).order_by(*order)
        return [StoredAttachment(**row._mapping) for row in self._connection.execute(rows)]


def _place_of(request: int, message: int, position: int) -> tuple[ColumnElement[bool], ...]:
    place = _ATTACHMENT.c
    return (
        has_number(place.request, request),
        has_number(place.message, message),
        has_number(place.position, position),
    )


def _due_file(now: datetime) -> tuple[ColumnElement[bool], ...]:
    due = or_(_ATTACHMENT.c.next_try_at.is_(None), _ATTACHMENT.c.next_try_at <= now)
    return (_ATTACHMENT.c.fetching == "waits", due)
