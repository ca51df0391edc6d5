"""Channels that really connect: what goes out on them, and what came of it. Each is off until an office connects it."""

from __future__ import annotations

from shared.channels.connections import CloudAccount, Connections, EmailAccount, connections_in, others_may_read
from shared.channels.fetching import Awaited, AwaitedFiles, FetchWorker
from shared.channels.outgoing import (
    OF_THE_CHANNEL,
    Delivered,
    Enclosed,
    Fetcher,
    NotFetched,
    NotSent,
    Outgoing,
    Problem,
    Report,
    Sender,
    SendOutcome,
    Sent,
)
from shared.channels.senders import fetchers, senders
from shared.channels.worker import Letters, PostWorker, Worker

__all__ = [
    "OF_THE_CHANNEL",
    "Awaited",
    "AwaitedFiles",
    "CloudAccount",
    "Connections",
    "Delivered",
    "EmailAccount",
    "Enclosed",
    "FetchWorker",
    "Fetcher",
    "Letters",
    "NotFetched",
    "NotSent",
    "Outgoing",
    "PostWorker",
    "Problem",
    "Report",
    "SendOutcome",
    "Sender",
    "Sent",
    "Worker",
    "connections_in",
    "fetchers",
    "others_may_read",
    "senders",
]
