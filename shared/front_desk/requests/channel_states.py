"""How the connected channels of an office stand, for whoever works there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from shared.channels import Connections
from shared.database import OfficeRecords
from shared.domain.standard import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelState:
    """One connected channel; all moments are aware. No word and no address of anybody.

    `good_at`: when it was last read (to some minutes); None: never, or it is not read but called. `trouble_since` and
    `problem` (a `Problem`): reading fails. `aside`: how many mails stay in the mailbox for a person, by why, and
    `aside_since` the oldest. `waiting`: messages that should be out and are not, and `waits_for`: why, or None.
    """

    channel: Channel
    good_at: datetime | None
    trouble_since: datetime | None
    problem: str | None
    aside: Mapping[str, int]
    aside_since: datetime | None
    waiting: int
    waits_for: str | None

    @property
    def is_well(self) -> bool:
        """Whether nobody needs to look after it."""
        return self.problem is None and not self.aside and not self.waiting


def channel_states(records: OfficeRecords, connections: Connections) -> list[ChannelState]:
    """Every channel that the office has connected, e-mail first; empty for an office that connected none."""
    channels: list[Channel] = []
    channels += ["email"] if connections.email else []
    channels += ["whatsapp"] if connections.whatsapp else []
    return [_state(records, channel) for channel in channels]


def _state(records: OfficeRecords, channel: Channel) -> ChannelState:
    stored = records.channel_state(channel)
    late = records.messages_that_wait(channel)
    return ChannelState(
        channel=channel,
        good_at=stored.good_at,
        trouble_since=stored.trouble_since,
        problem=stored.problem,
        aside=Counter(one["why"] for one in stored.aside),
        aside_since=min((datetime.fromisoformat(one["at"]) for one in stored.aside), default=None),
        waiting=len(late),
        waits_for=late[-1].problem if late else None,
    )
