"""Which program sends on which connected channel."""

from __future__ import annotations

from shared.channels.connections import Connections
from shared.channels.email.smtp import SmtpSender
from shared.channels.outgoing import Sender


def senders(connections: Connections) -> list[Sender]:
    """A sender for each channel that the office has connected."""
    return [SmtpSender(connections.email)] if connections.email else []
