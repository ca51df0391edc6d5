"""The connected mailboxes of the house: a watcher for each, and the address that a greeting may name."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from shared.channels import Connections
from shared.channels.email.mailbox import Mailbox
from shared.channels.email.watcher import MailWatcher
from shared.front_desk import Parts
from shared.front_desk.requests.letterbox import Letterbox
from shared.threads import Bell

FOLLOW_PAGE = "/<office>/kiosk/requests/<token>"
"""The page of a request for whoever asked, as the kiosk's routes name it."""


def watchers_of(parts: Parts, new_bell: Callable[[], Bell]) -> list[MailWatcher]:
    """One for each connected mailbox of the offices served here; its line is used on one thread alone."""
    watchers = []
    for office in parts.served():
        account = parts.connections.get(office.code, Connections()).email
        if account is not None:
            letterbox = Letterbox(parts, office, account)
            watchers.append(MailWatcher(Mailbox(account), letterbox, parts.threads(1).call, new_bell()))
    return watchers


def follow_link(app: Flask, parts: Parts) -> Callable[[str, int], str | None]:
    """Where a request is followed: only at an address that phones reach, and on a page that this process shows."""
    reached = parts.settings.public_url
    if reached is None or all(rule.rule != FOLLOW_PAGE for rule in app.url_map.iter_rules()):
        return lambda _office, _request: None
    return lambda office, request: (
        f"{reached.rstrip('/')}/{office}/kiosk/requests/{parts.keys.request_token(office, request)}"
    )
