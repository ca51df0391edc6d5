"""How each connected channel stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from shared.database import tables
from shared.database.records.base import Records
from shared.domain.standard import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredChannel:
    """A channel that is read. `trouble_since` and `problem` are None while it is well; moments are aware.

    `validity` and `next_uid` tell how far its mailbox was read (RFC 3501, 2.3.1.1). `aside` are the mails that stay in
    it for somebody to look at: uid, why, and when it was found.
    """

    channel: Channel
    good_at: datetime | None = None
    trouble_since: datetime | None = None
    problem: str | None = None
    validity: int | None = None
    next_uid: int | None = None
    aside: Sequence[dict[str, Any]] = ()


_STATE = tables.channel_state
_COLUMNS = [_STATE.c[name] for name in StoredChannel.__slots__]


class ChannelRecords(Records):
    """One row for each channel that was ever read."""

    def channel_state(self, channel: Channel) -> StoredChannel:
        """How the channel stands; blank for one that was never read."""
        rows = select(*_COLUMNS).where(self._here(_STATE), _STATE.c.channel == channel)
        row = self._connection.execute(rows).first()
        return StoredChannel(**row._mapping) if row else StoredChannel(channel=channel)

    def keep_channel_state(self, state: StoredChannel) -> None:
        """Store how the channel stands now."""
        columns = {**asdict(state), "aside": list(state.aside)}
        here = (self._here(_STATE), _STATE.c.channel == state.channel)
        if self._connection.execute(update(_STATE).where(*here).values(**columns)).rowcount == 0:
            self._connection.execute(insert(_STATE).values(office=self.office, **columns))
