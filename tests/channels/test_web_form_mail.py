"""Who asked by the web form and left an address is answered by mail, and what they reply joins their request."""

from __future__ import annotations

import pytest

from tests.channels.kediri import Kediri, written
from tests.channels.test_mail_journey import returned

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH")  # the password stays on this machine
SITI = "siti@example.com"


def test_an_answer_to_the_form_goes_by_mail_and_the_reply_is_heard_in_the_same_request(kediri: Kediri) -> None:
    request, page = kediri.fills_in(email=SITI, phone="0812-0000-0007")
    assert kediri.sends() == []
    asked = kediri.asks("POST", f"/{request}/ask", {"text": "Tahun berapa?"})
    assert (asked["verdict"], asked["not_gone"]["queued"]) == ("running", 1), "a question in the outbox stops nothing"
    (question,) = kediri.sends()
    assert (question["To"], question["Subject"]) == (SITI, "Permintaan Anda [WF-2026-0001]")
    assert question.get_content().strip() == "Tahun berapa?"
    assert kediri.asks("GET", f"/{request}")["verdict"] == "stands"

    kediri.receives(written("Tahun 2025", f"Re: {question['Subject']}", SITI, In_Reply_To=question["Message-ID"]))
    kediri.looks()
    (row,) = kediri.inbox()
    assert (row["number"], row["channel"]) == ("WF-2026-0001", "web_form")
    assert (row["state"], row["turn"]) == ("received", "office")
    assert [one["text"] for one in kediri.page(page)["thread"]] == ["Mohon data IPM.", "Tahun berapa?", "Tahun 2025"]

    kediri.asks("POST", f"/{request}/answer", {"text": "Ini tabelnya."})
    answer = kediri.sends()[-1]
    assert (answer["To"], answer["In-Reply-To"]) == (SITI, kediri.thread(request).messages[2].words["id"])
    assert kediri.asks("GET", f"/{request}")["verdict"] == "kept"


def test_a_mailbox_that_is_ill_is_seen_at_the_answer_to_a_form_and_loses_nothing(kediri: Kediri) -> None:
    request, _ = kediri.fills_in(email=SITI)
    kediri.office.closes()
    kediri.asks("POST", f"/{request}/answer", {"text": "Ini tabelnya."})
    assert kediri.sends() == []
    message = kediri.asks("GET", f"/{request}")["messages"][-1]
    assert (message["delivery"], message["problem"]) == ("queued", "unreachable")
    assert (kediri.state().waiting, kediri.state().waits_for) == (1, "unreachable")
    kediri.office.opens()
    kediri.clock.passes(minutes=5)
    assert [mail["To"] for mail in kediri.sends()] == [SITI]
    assert (kediri.state().waiting, kediri.thread(request).messages[-1].stored.delivery) == (0, "sent")
    kediri.receives(returned(kediri.sends()[-1]["Message-ID"]))
    kediri.looks()
    back = kediri.thread(request).messages[-1].stored
    assert (back.delivery, back.problem) == ("failed", "bounced")


def test_a_telephone_number_alone_is_left_to_an_officer_and_no_contact_to_the_page(kediri: Kediri) -> None:
    by_phone, _ = kediri.fills_in(phone="0812-0000-0007")
    nobody, page = kediri.fills_in(minor=True)
    for request in (by_phone, nobody):
        kediri.asks("POST", f"/{request}/answer", {"text": "Ini tabelnya."})
    assert kediri.sends() == []
    waits = kediri.asks("GET", f"/{by_phone}")["messages"][-1]
    assert (waits["delivery"], waits["links"]) == ("by_hand", ["https://wa.me/6281200000007?text=Ini%20tabelnya."])
    shown = kediri.asks("GET", f"/{nobody}")["messages"][-1]
    assert (shown["delivery"], shown["links"]) == ("sent", [])
    assert kediri.page(page)["thread"][-1]["text"] == "Ini tabelnya."
