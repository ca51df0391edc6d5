"""Which program sends on which connected channel."""

from __future__ import annotations

from shared.channels.connections import Connections
from shared.channels.outgoing import Sender


def senders(connections: Connections) -> list[Sender]:  # noqa: ARG001 # none is built in yet
    """A sender for each channel that the office has connected."""
    return []
