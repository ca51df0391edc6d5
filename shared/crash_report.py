"""A failure as the log tells it: where it happened and of what kind, never with which words.

The message of an exception may carry what somebody typed: a database's names the values that it was given.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator

from structlog.typing import EventDict


def crash_report(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Structlog's step for `exc_info`: the kinds and places of an error and of what caused it, the cause last."""
    asked = event.pop("exc_info", None)
    error = asked if isinstance(asked, BaseException) else _handled(asked)
    if error is not None:
        event["exception"] = "".join(_told(error))
    return event


def _handled(asked: object) -> BaseException | None:
    """The error that is being handled, in the ways in which a logger asks for it."""
    if isinstance(asked, tuple):
        return next((part for part in asked if isinstance(part, BaseException)), None)
    return sys.exc_info()[1] if asked else None


def _told(error: BaseException) -> Iterator[str]:
    told: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in told:
        told.add(id(cause))
        yield f"{type(cause).__module__}.{type(cause).__qualname__}\n"
        yield from traceback.format_tb(cause.__traceback__)
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
