"""Requests, the rows of the journal that tell of them, and their messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, or_, select, update

from shared.database import tables
from shared.database.records.attachments import AttachmentRecords
from shared.database.records.base import has_number
from shared.domain.journal import JournalRow
from shared.domain.request import ENDED, State
from shared.domain.request.states import AWAITING
from shared.domain.standard import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRequest:
    """A request as the rows know it; the rest is told by its journal rows."""

    id: int
    channel: Channel
    year: int
    number: int
    day: date
    received_at: datetime
    state: State
    service: str | None
    language: str
    officer: int | None
    visitor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMessage:
    """One message of a thread; `delivery` tells what became of one that goes out, and `carrier` by which connected
    channel it goes: None for what an officer sends, and for what came in.
    """

    request: int
    position: int
    at: datetime
    side: str
    kind: str
    actor: int | None
    delivery: str
    carrier: Channel | None
    tries: int
    problem: str | None
    mark: str | None
    sent_mark: str | None
    sealed: bytes | None


AT_ONCE = 500
"""So many ids in one question: a database takes only so many parameters."""

_REQUEST, _MESSAGE = tables.request, tables.message
_COLUMNS = [_REQUEST.c[name] for name in StoredRequest.__slots__]
_MESSAGE_COLUMNS = [_MESSAGE.c[name] for name in StoredMessage.__slots__]


class RequestRecords(AttachmentRecords):
    """Whoever asked without coming."""

    def next_request_number(self, channel: Channel, year: int) -> int:
        """The next number of a channel's series; the caller holds the office's turn, and no request is ever removed."""
        mine = (self._here(_REQUEST), _REQUEST.c.channel == channel, _REQUEST.c.year == year)
        return (
            int(
                self._connection.execute(
                    select(func.coalesce(func.max(_REQUEST.c.number), 0)).where(*mine)
                ).scalar_one()
            )
            + 1
        )

    def add_request(self, **columns: Any) -> int:
        """A new request; returns its id."""
        added = insert(_REQUEST).values(office=self.office, **columns).returning(_REQUEST.c.id)
        return int(self._connection.execute(added).scalar_one())

    def change_request(self, request: int, **columns: Any) -> None:
        """Store what its journal rows tell now."""
        self._connection.execute(
            update(_REQUEST).where(self._here(_REQUEST), _REQUEST.c.id == request).values(**columns)
        )

    def request(self, request: int) -> StoredRequest | None:
        """A request by its id."""
        found = self._requests(has_number(_REQUEST.c.id, request))
        return found[0] if found else None

    def open_requests(self) -> list[StoredRequest]:
        """Everything that is not closed, oldest first."""
        return self._requests(_REQUEST.c.state.not_in([state.value for state in ENDED]))

    def lately_ended_requests(self, since: date, most: int) -> list[StoredRequest]:
        """What was closed and has a row of this day or later, the newest row first."""
        row = tables.journal
        of_request = (row.c.office == _REQUEST.c.office) & (row.c.request == _REQUEST.c.id)
        ended = _REQUEST.c.state.in_([state.value for state in ENDED])
        last = func.max(row.c.seq)
        newest = (
            select(_REQUEST.c.id)
            .select_from(_REQUEST.join(row, of_request))
            .where(self._here(_REQUEST), ended, row.c.day >= since)
            .group_by(_REQUEST.c.id)
            .order_by(last.desc())
            .limit(most)
        )
        order = list(self._connection.execute(newest).scalars())
        found = {one.id: one for one in self._requests(_REQUEST.c.id.in_(order))}
        return [found[request] for request in order]

    def ended_requests_of(self, ids: Iterable[int]) -> list[StoredRequest]:
        """Those of these requests that are closed."""
        ended = _REQUEST.c.state.in_([state.value for state in ENDED])
        return self._requests(_REQUEST.c.id.in_(list(ids)), ended)

    def requests_of_days(self, first: date, last: date) -> list[StoredRequest]:
        """What was received on the days within two dates, oldest first."""
        return self._requests(_REQUEST.c.day.between(first, last))

    def all_requests(self) -> list[StoredRequest]:
        """Every request; for the checker."""
        return self._requests()

    def requests_of_contact(self, phone: str | None, email: str | None) -> list[StoredRequest]:
        """What whoever gave this phone or address asked for, newest first."""
        person = tables.visitor
        marks: list[ColumnElement[bool]] = []
        marks += [person.c.phone_mark == phone] if phone else []
        marks += [person.c.email_mark == email] if email else []
        if not marks:
            return []
        theirs = select(person.c.id).where(self._here(person), or_(*marks))
        return self._requests(_REQUEST.c.visitor.in_(theirs))[::-1]

    def rows_of_requests(self, requests: Iterable[int]) -> dict[int, list[JournalRow]]:
        """Everything that happened to each of these requests, oldest first."""
        told: dict[int, list[JournalRow]] = {request: [] for request in requests}
        for some in _in_batches(list(told)):
            for row in self._rows(tables.journal.c.request.in_(some)):
                told[row.request or 0].append(row)
        return told

    def add_message(self, request: int, **columns: Any) -> int:
        """The next message of a thread; returns its position."""
        mine = (self._here(_MESSAGE), _MESSAGE.c.request == request)
        last = self._connection.execute(
            select(func.coalesce(func.max(_MESSAGE.c.position), 0)).where(*mine)
        ).scalar_one()
        place = {"office": self.office, "request": request, "position": int(last) + 1, "tries": 0}
        self._connection.execute(insert(_MESSAGE).values(**place, **columns))
        return int(last) + 1

    def change_message(self, request: int, position: int, **columns: Any) -> None:
        """What became of a message."""
        here = (self._here(_MESSAGE), _MESSAGE.c.request == request, _MESSAGE.c.position == position)
        self._connection.execute(update(_MESSAGE).where(*here).values(**columns))

    def messages_of(self, request: int) -> list[StoredMessage]:
        """The thread, in order."""
        return self._messages(_MESSAGE.c.request == request)

    def message_marked(self, marks: Iterable[str]) -> StoredMessage | None:
        """The newest message with one of these marks."""
        wanted = list(marks)
        found = self._messages(or_(_MESSAGE.c.mark.in_(wanted), _MESSAGE.c.sent_mark.in_(wanted)))
        return found[-1] if found else None

    def message(self, request: int, position: int) -> StoredMessage | None:
        """A message by its place."""
        found = self._messages(has_number(_MESSAGE.c.request, request), has_number(_MESSAGE.c.position, position))
        return found[0] if found else None

    def next_message_to_send(self, carrier: Channel, now: datetime) -> StoredMessage | None:
        """The oldest message that waits to go out by this channel and whose time has come."""
        due = or_(_MESSAGE.c.next_try_at.is_(None), _MESSAGE.c.next_try_at <= now)
        found = self._messages(_MESSAGE.c.delivery == "queued", due, _MESSAGE.c.carrier == carrier)
        return found[0] if found else None

    def claim_message(self, request: int, position: int, now: datetime, until: datetime) -> bool:
        """Take a message to send it; False when somebody else has it. After `until` it may be taken again."""
        here = (self._here(_MESSAGE), _MESSAGE.c.request == request, _MESSAGE.c.position == position)
        due = or_(_MESSAGE.c.next_try_at.is_(None), _MESSAGE.c.next_try_at <= now)
        claim = update(_MESSAGE).where(*here, _MESSAGE.c.delivery == "queued", due)
        claimed = self._connection.execute(claim.values(next_try_at=until, tries=_MESSAGE.c.tries + 1))
        return claimed.rowcount == 1

    def messages_to_deliver(self, *deliveries: str) -> list[StoredMessage]:
        """The messages that wait to go out, or did not, oldest first."""
        return self._messages(_MESSAGE.c.delivery.in_(deliveries))

    def last_heard(self, requests: Iterable[int]) -> datetime | None:
        """When the user of these requests last wrote; None where they never did."""
        mine = (self._here(_MESSAGE), _MESSAGE.c.request.in_(list(requests)), _MESSAGE.c.side == "user")
        heard: datetime | None = self._connection.execute(select(func.max(_MESSAGE.c.at)).where(*mine)).scalar()
        return heard

    def messages_that_wait(self, carrier: Channel) -> list[StoredMessage]:
        """The messages that were tried by this channel and are not out, oldest first."""
        tried = (_MESSAGE.c.delivery == "queued", _MESSAGE.c.problem.is_not(None))
        return self._messages(*tried, _MESSAGE.c.carrier == carrier)

    def requests_over_before(self, day: date) -> dict[str, date]:
        """Whose request is closed, or waits for nobody but them, since before this day and is not erased, with the day
        of its newest row.
        """
        row, person = tables.journal, tables.visitor
        of_request = (row.c.office == _REQUEST.c.office) & (row.c.request == _REQUEST.c.id)
        of_person = (person.c.office == _REQUEST.c.office) & (person.c.id == _REQUEST.c.visitor)
        both = _REQUEST.join(row, of_request).join(person, of_person)
        last = func.max(row.c.day)
        mine = (self._here(_REQUEST), person.c.erased_at.is_(None))
        ended = _REQUEST.c.state.in_([state.value for state in ENDED | AWAITING])
        found = select(_REQUEST.c.visitor, last.label("day")).select_from(both).where(*mine, ended)
        rows = self._connection.execute(found.group_by(_REQUEST.c.visitor).having(last < day))
        return {one.visitor: one.day for one in rows}

    def _requests(self, *where: ColumnElement[bool]) -> list[StoredRequest]:
        rows = select(*_COLUMNS).where(self._here(_REQUEST), *where).order_by(_REQUEST.c.id)
        found = [dict(row._mapping) for row in self._connection.execute(rows)]
        return [StoredRequest(**{**row, "state": State(row["state"])}) for row in found]

    def _messages(self, *where: ColumnElement[bool]) -> list[StoredMessage]:
        rows = select(*_MESSAGE_COLUMNS).where(self._here(_MESSAGE), *where)
        order = (_MESSAGE.c.at, _MESSAGE.c.request, _MESSAGE.c.position)
        return [StoredMessage(**row._mapping) for row in self._connection.execute(rows.order_by(*order))]


def _in_batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for place in range(0, len(ids), AT_ONCE):
        yield ids[place : place + AT_ONCE]
