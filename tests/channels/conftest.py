"""A mail host and a post office on loopback, and Kota Kediri, whose mailbox is connected to both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.web import limits
from tests.cast import HandClock, moment
from tests.channels.kediri import SATURDAY, Kediri
from tests.channels.mail_host import MailHost, mail_host
from tests.channels.post_office import PostOffice, post_office


@pytest.fixture(scope="session")
def dovecot() -> Iterator[MailHost]:
    """One Dovecot for all tests."""
    with mail_host() as host:
        yield host


@pytest.fixture
def host(dovecot: MailHost) -> MailHost:
    """It is on, and its mailbox empty."""
    if not dovecot.is_on:
        dovecot.starts()
    dovecot.empties()
    return dovecot


@pytest.fixture
def office() -> Iterator[PostOffice]:
    """A post office that takes everything."""
    with post_office() as opened:
        yield opened


@pytest.fixture
def saturday() -> HandClock:
    """That Saturday, 21:15."""
    return HandClock(moment("21:15", SATURDAY))


@pytest.fixture
def kediri(
    fresh_url: Callable[[str], str], tmp_path: Path, saturday: HandClock, host: MailHost, office: PostOffice
) -> Iterator[Kediri]:
    """The office on SQLite, on a Saturday at 21:15."""
    limits._counted.storage.reset()
    opened = Kediri(tmp_path, fresh_url("sqlite"), saturday, host, office)
    yield opened
    opened.close()
