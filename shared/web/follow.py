"""Where whoever asked follows their request, as a letter to them may name it."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from shared.front_desk import Parts

FOLLOW_PAGE = "/<office>/kiosk/requests/<token>"
"""The page of a request for whoever asked, as the kiosk's routes name it."""


def follow_link(app: Flask, parts: Parts) -> Callable[[str, int], str | None]:
    """Where a request is followed: only at an address that phones reach, and on a page that this process shows."""
    reached = parts.settings.public_url
    if reached is None or all(rule.rule != FOLLOW_PAGE for rule in app.url_map.iter_rules()):
        return lambda _office, _request: None
    return lambda office, request: (
        f"{reached.rstrip('/')}/{office}/kiosk/requests/{parts.keys.request_token(office, request)}"
    )
