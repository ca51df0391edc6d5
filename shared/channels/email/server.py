"""The mail server of an account: where it is, and how it is spoken to so that nobody else listens."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from urllib.parse import urlsplit

from shared.channels.outgoing import Problem

ANSWERS_WITHIN = 30.0
"""Seconds that a mail server may take for one answer; some look at a letter for viruses before they take it."""


@dataclass(frozen=True, slots=True)
class Server:
    """A server by its address. `port` None: the usual one of its scheme."""

    scheme: str
    host: str
    port: int | None

    @property
    def is_private(self) -> bool:
        """Whether what is said to it is enciphered."""
        return self.scheme in ("imaps", "smtps", "smtp+starttls")

    @property
    def is_here(self) -> bool:
        """Whether it runs on this very machine."""
        return self.host in ("localhost", "127.0.0.1", "::1")


def server_at(address: str) -> Server:
    """The server of an address that a connection has checked."""
    parts = urlsplit(address)
    return Server(parts.scheme, parts.hostname or "", parts.port)


def trusted() -> ssl.SSLContext:
    """Certificates are checked as a browser does; there is no way around it."""
    return ssl.create_default_context()


def problem_of(error: Exception) -> Problem:
    """Why no connection came about."""
    return Problem.UNTRUSTED if isinstance(error, ssl.SSLCertVerificationError) else Problem.UNREACHABLE
