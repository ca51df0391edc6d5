"""Hands a command's verb to the running server, or does it itself when none runs."""

from __future__ import annotations

from typing import Any

from shared.app import build_parts
from shared.control import ask_server, perform
from shared.lock import AlreadyRunningError, server_lock
from shared.settings import Settings


def operate(settings: Settings, verb: str, office: str, **arguments: Any) -> Any:
    """Do the verb, wherever the database is free for it."""
    try:
        with server_lock(settings):
            parts = build_parts(settings)
            try:
                return perform(parts, verb, office, arguments)
            finally:
                parts.database.close()
    except AlreadyRunningError:
        return ask_server(settings, verb, office, arguments)
