"""Which program sends on which connected channel.

Another provider, such as an office's own gateway, is one class with `channel` and `send` (the protocol `Sender`): it
answers `Sent` with the provider's name of the message, or `NotSent` with a `Problem`, and keeps to a time limit of its
own. Its account is one more dataclass in `connections.py`, and it is named here. Queue, claims, pauses, tries and what
staff see are the outbox's and the same for all.
"""

from __future__ import annotations

from shared.channels.connections import Connections
from shared.channels.email.smtp import SmtpSender
from shared.channels.outgoing import Fetcher, Sender
from shared.channels.whatsapp.media import CloudFetcher
from shared.channels.whatsapp.sender import CloudSender


def senders(connections: Connections) -> list[Sender]:
    """A sender for each channel that the office has connected."""
    found: list[Sender] = [SmtpSender(connections.email)] if connections.email else []
    return [*found, CloudSender(connections.whatsapp)] if connections.whatsapp else found


def fetchers(connections: Connections) -> list[Fetcher]:
    """What brings the files of each connected channel that hands over only their names."""
    return [CloudFetcher(connections.whatsapp)] if connections.whatsapp else []
