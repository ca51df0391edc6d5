"""Each message knows the channel that carries it: it is sent there, its troubles are told there, replies come there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from shared.channels import CloudAccount, Connections, EmailAccount, Sent
from shared.database import Database
from shared.domain.request import State
from shared.front_desk.requests import Filled
from shared.front_desk.requests.post import Post
from shared.offices import SHIPPED, load_office
from tests.cast import Company, HandClock, company

MAILBOX = EmailAccount(address="pst@example.com", imap="imaps://x", smtp="smtps://x", user="pst", password="p")
CLOUD = CloudAccount(phone_number_id="1", token="t", app_secret="s", verify_token="v")
FORM = Filled(text="Mohon data IPM.", email="siti@example.com", phone="0812-0000-0007")


@pytest.fixture
def riau_islands(database: Database, tmp_path: Path, clock: HandClock) -> Company:
    """Kepulauan Riau, where both channels are connected."""
    office = load_office(SHIPPED / "kepulauan-riau.toml", today=date(2026, 11, 19))
    crew = company(database, tmp_path, office, clock)
    crew.parts.connections = {office.code: Connections(email=MAILBOX, whatsapp=CLOUD)}
    return crew


def answered(crew: Company) -> int:
    request = crew.desk(None).ask_by_form(FORM).case.stored.id
    crew.desk("tono").answer_request(request, "Ini tabelnya.")
    return request


def carried(crew: Company, channel: str = "email") -> list[str]:
    """What goes out now by this channel, by the number of its request."""
    post, numbers = Post(crew.parts, crew.office, channel), []  # type: ignore[arg-type] # a channel's name
    while letter := post.next_letter():
        assert post.began(letter)
        post.ended(letter, Sent(f"<{letter.request}.{letter.position}@example.com>"))
        numbers.append(letter.number)
    return numbers


def has_trouble(crew: Company, channel: str, *, since: bool) -> None:
    """The channel cannot be read, or can again."""

    def keep(work: object) -> None:
        records = work.records  # type: ignore[attr-defined] # the work of a verb
        known = records.channel_state(channel)
        trouble = crew.clock.now() if since else None
        records.keep_channel_state(replace(known, trouble_since=trouble, problem="unreachable" if since else None))

    crew.desk(None).perform(keep)


def test_an_answer_to_the_form_is_carried_by_the_mailbox_and_by_nothing_else(riau_islands: Company) -> None:
    request = answered(riau_islands)
    assert carried(riau_islands, "whatsapp") == []
    assert carried(riau_islands, "email") == ["WF-2026-0001"]
    ours = riau_islands.desk("tono").read_request(request).messages[-1].stored
    assert (ours.carrier, ours.delivery) == ("email", "sent")


@pytest.mark.parametrize(("ill", "reminded"), [("email", 0), ("whatsapp", 1)])
def test_nobody_is_reminded_or_closed_while_the_mailbox_that_carried_our_words_cannot_be_read(
    riau_islands: Company, ill: str, reminded: int
) -> None:
    crew = riau_islands
    request = answered(crew)
    carried(crew)
    has_trouble(crew, ill, since=True)
    crew.clock.passes(hours=23)
    assert crew.desk(None).keep_silences() == reminded
    has_trouble(crew, ill, since=False)
    assert crew.desk(None).keep_silences() == 1 - reminded
    assert carried(crew) == ["WF-2026-0001"]
    crew.clock.passes(hours=25)
    assert crew.desk(None).keep_silences() == 1
    assert crew.desk("tono").read_request(request).case.told.state is State.SILENT
