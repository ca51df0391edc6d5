"""A failure in the log says where, and repeats no word that somebody typed."""

from __future__ import annotations

import sys

from shared.crash_report import crash_report

TYPED = "ZZKANARI"


def fails() -> None:
    try:
        int(TYPED)
    except ValueError as error:
        raise LookupError(f"nobody is called {TYPED}") from error


def report(asked: object) -> str:
    event = crash_report(None, "error", {"event": "a request failed", "exc_info": asked})
    assert event.keys() == {"event", "exception"}
    return str(event["exception"])


def test_kinds_and_places_are_told_without_words() -> None:
    try:
        fails()
    except LookupError as error:
        for asked in (error, True, sys.exc_info()):
            told = report(asked)
            assert TYPED not in told
            assert told.index("builtins.LookupError") < told.index("builtins.ValueError")
            assert "in fails" in told


def test_what_is_no_failure_is_left_as_it_is() -> None:
    assert crash_report(None, "info", {"event": "well"}) == {"event": "well"}
    assert crash_report(None, "info", {"event": "well", "exc_info": None}) == {"event": "well"}
