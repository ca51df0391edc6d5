"""What became of a message is told once and never undone; what could not be fetched is asked for again."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest

from shared.channels import (
    CloudAccount,
    Connections,
    Delivered,
    NotSent,
    Outgoing,
    PostWorker,
    Problem,
    Report,
    Sent,
)
from shared.channels.whatsapp.sender import CloudSender
from shared.front_desk.requests import Asked, Said, ThreadMessage
from shared.front_desk.requests.post import Post
from tests.cast import Company
from tests.channels.cloud import FAIZ, PlayedCloud, played_cloud

PHONE = f"+{FAIZ}"
CLOSED = NotSent(Problem.WINDOW_CLOSED, final=True)
ACCOUNT = CloudAccount(phone_number_id="1", token="t", app_secret="s", verify_token="v")


@pytest.fixture
def connected(crew: Company) -> Company:
    crew.parts.connections = {crew.office.code: Connections(whatsapp=ACCOUNT)}
    return crew


@pytest.fixture
def cloud() -> Iterator[PlayedCloud]:
    with played_cloud() as played:
        yield played


def said(text: str = "Mohon IPM", mark: str = "wamid.IN1", phone: str = PHONE, **more: Any) -> Asked:
    return Asked(channel="whatsapp", said=Said(text=text, mark=mark, **more), phone=phone, name="Faiz")


def asked(crew: Company, **more: Any) -> int:
    return crew.desk(None).hear(said(**more)).case.stored.id


def answered(crew: Company) -> int:
    request = asked(crew)
    crew.desk("rina").answer_request(request, "Terlampir.")
    return request


def post(crew: Company) -> Post:
    return Post(crew.parts, crew.office, "whatsapp")


def tried(crew: Company) -> Outgoing:
    """The next message, under way."""
    letter = post(crew).next_letter()
    assert letter is not None
    assert post(crew).began(letter)
    return letter


def thread(crew: Company, request: int) -> list[ThreadMessage]:
    return list(crew.desk("rina").read_request(request).messages)


def last(crew: Company, request: int) -> tuple[str, str | None]:
    stored = thread(crew, request)[-1].stored
    return stored.delivery, stored.problem


def test_sent_then_delivered_is_what_staff_see(connected: Company) -> None:
    request = answered(connected)
    post(connected).ended(tried(connected), Sent("wamid.OUT1"))
    assert last(connected, request) == ("sent", None)
    assert post(connected).reported(Report("wamid.OUT1", Delivered()))
    assert last(connected, request) == ("delivered", None)
    assert post(connected).reported(Report("wamid.OUT1", Sent("wamid.OUT1")))
    assert last(connected, request) == ("delivered", None)


def test_a_report_that_is_quicker_than_the_answer_is_not_undone_by_it(connected: Company) -> None:
    request = answered(connected)
    letter = tried(connected)
    place = (letter.request, letter.position)
    assert post(connected).reported(Report("wamid.OUT1", Delivered(), place))
    post(connected).ended(letter, Sent("wamid.OUT1"))
    assert last(connected, request) == ("delivered", None)


def test_a_message_whose_answer_was_lost_is_not_sent_twice_once_it_is_reported(connected: Company) -> None:
    request = answered(connected)
    letter = tried(connected)
    post(connected).ended(letter, NotSent(Problem.UNREACHABLE))
    assert last(connected, request) == ("queued", "unreachable")
    assert post(connected).reported(Report("wamid.OUT1", Sent("wamid.OUT1"), (letter.request, letter.position)))
    connected.clock.passes(hours=2)
    assert post(connected).next_letter() is None
    assert last(connected, request) == ("sent", None)


def test_what_failed_stays_failed_until_the_officers_hand_and_is_not_undone_after_it(connected: Company) -> None:
    request = answered(connected)
    letter = tried(connected)
    post(connected).ended(letter, Sent("wamid.OUT1"))
    failed = Report("wamid.OUT1", NotSent(Problem.REFUSED_MESSAGE, final=True), (letter.request, letter.position))
    assert post(connected).reported(failed)
    assert last(connected, request) == ("failed", "refused_message")
    assert post(connected).reported(Report("wamid.OUT1", Delivered(), failed.place))
    assert last(connected, request) == ("failed", "refused_message")
    connected.desk("rina").found_sent(request, letter.position)
    assert post(connected).reported(failed)  # the provider tells it twice
    assert last(connected, request) == ("sent", None)


def test_a_closed_window_leaves_the_message_to_the_officers_own_telephone(connected: Company) -> None:
    request = answered(connected)
    post(connected).ended(tried(connected), CLOSED)
    assert last(connected, request) == ("by_hand", "window_closed")
    assert post(connected).next_letter() is None
    connected.desk("rina").found_sent(request, 2)
    assert last(connected, request) == ("sent", None)


def test_a_window_that_the_provider_finds_closed_later_does_the_same(connected: Company) -> None:
    request = answered(connected)
    post(connected).ended(tried(connected), Sent("wamid.OUT1"))
    assert post(connected).reported(Report("wamid.OUT1", CLOSED))
    assert last(connected, request) == ("by_hand", "window_closed")


def test_a_report_of_no_message_of_ours_changes_nothing(connected: Company) -> None:
    request = answered(connected)
    assert not post(connected).reported(Report("wamid.STRANGE", Delivered()))
    assert not post(connected).reported(Report("wamid.IN1", Delivered()))  # the user's own message
    assert not post(connected).reported(Report("wamid.STRANGE", Delivered(), (request, 1)))
    assert not post(connected).reported(Report("wamid.STRANGE", Delivered(), (999, 1)))
    assert not Post(connected.parts, connected.office, "email").reported(
        Report("wamid.STRANGE", Delivered(), (request, 2))
    )
    assert last(connected, request) == ("queued", None)


def test_a_place_is_believed_only_while_the_message_goes_by_no_other_mark(connected: Company) -> None:
    """After a restore, or where two programs send by one number, somebody else's message had the same place."""
    request = answered(connected)
    letter = tried(connected)
    place = (letter.request, letter.position)
    post(connected).ended(letter, Sent("wamid.OUT1"))
    failed = NotSent(Problem.REFUSED_MESSAGE, final=True)
    for news in (failed, Delivered(), Sent("wamid.ELSEWHERE")):
        assert not post(connected).reported(Report("wamid.ELSEWHERE", news, place))
        assert last(connected, request) == ("sent", None)
    assert post(connected).reported(Report("wamid.OUT1", Delivered(), place))
    assert last(connected, request) == ("delivered", None)
    assert post(connected).reported(Report("wamid.PART1", failed, place, of_a_part=True))
    assert last(connected, request) == ("failed", "refused_message"), "the user has only a part of the answer"


def test_the_window_counts_from_the_last_word_of_the_user_in_whichever_request(connected: Company) -> None:
    request = answered(connected)
    connected.clock.passes(hours=20)
    connected.desk("rina").close_request(request, "withdrawn")
    connected.desk(None).hear(said("Terima kasih", "wamid.IN2", phone="+6281200000014"))
    letter = post(connected).next_letter()
    assert letter is not None
    assert letter.quiet is not None
    assert letter.quiet.total_seconds() == 20 * 3600  # another user's word opens nothing
    connected.desk(None).hear(said("Satu lagi", "wamid.IN3"))
    letter = post(connected).next_letter()
    assert letter is not None
    assert letter.quiet is not None
    assert letter.quiet.total_seconds() == 0


def test_an_ill_peer_costs_no_message_and_staff_see_why_it_waits(connected: Company, cloud: PlayedCloud) -> None:
    request = answered(connected)
    worker = PostWorker(CloudSender(cloud.account()), post(connected), lambda work: work(), Event())
    cloud.refuses(400, 130429)
    assert worker.run_once()
    assert last(connected, request) == ("queued", "unreachable")
    assert not worker.run_once()  # not before its time
    connected.clock.passes(minutes=2)
    assert worker.run_once()
    assert last(connected, request) == ("sent", None)
    assert cloud.texts == ["Terlampir."]
    assert cloud.messages[0]["context"] == {"message_id": "wamid.IN1"}


def test_a_gesture_is_shown_in_its_thread_and_opens_reopens_and_stops_nothing(connected: Company) -> None:
    with connected.refuses("nothing_said"):
        connected.desk(None).hear(said("[reaksi: 👍]", "wamid.R0", gesture=True))
    request = answered(connected)
    post(connected).ended(tried(connected), Sent("wamid.OUT1"))
    connected.desk("rina").close_request(request, "answered")
    found = connected.desk(None).hear(said("[reaksi: 👍]", "wamid.R1", gesture=True, answers_to=["wamid.OUT1"]))
    assert (found.case.stored.id, found.case.told.ended) == (request, True)
    assert thread(connected, request)[-1].words["text"] == "[reaksi: 👍]"
    assert thread(connected, request)[-1].stored.kind == "gesture"


def test_answers_follow_a_user_to_a_new_number(connected: Company) -> None:
    request = answered(connected)
    assert connected.desk(None).change_number(PHONE, "+6281200000099") == 1
    assert connected.desk(None).change_number(PHONE, "+6281200000099") == 0
    letter = post(connected).next_letter()
    assert letter is not None
    assert letter.phone == "+6281200000099"
    assert asked(connected, text="Halo lagi", mark="wamid.IN9", phone="+6281200000099") == request


def test_a_thread_reads_in_the_order_in_which_it_was_written(connected: Company) -> None:
    wrote = connected.clock.now()
    connected.clock.passes(minutes=10)
    request = asked(connected, text="kedua", mark="wamid.B", written_at=connected.clock.now())
    asked(connected, text="pertama", mark="wamid.A", written_at=wrote)
    asked(connected, text="dari esok", mark="wamid.C", written_at=wrote.replace(year=2030))
    assert [one.words["text"] for one in thread(connected, request)] == ["pertama", "kedua", "dari esok"]
