"""Channels that really connect: what goes out on them, and what came of it. Each is off until an office connects it."""

from __future__ import annotations

from shared.channels.connections import CloudAccount, Connections, EmailAccount, connections_in
from shared.channels.outgoing import OF_THE_CHANNEL, NotSent, Outgoing, Problem, Sender, SendOutcome, Sent
from shared.channels.senders import senders
from shared.channels.worker import Letters, PostWorker

__all__ = [
    "OF_THE_CHANNEL",
    "CloudAccount",
    "Connections",
    "EmailAccount",
    "Letters",
    "NotSent",
    "Outgoing",
    "PostWorker",
    "Problem",
    "SendOutcome",
    "Sender",
    "Sent",
    "connections_in",
    "senders",
]
