"""Who writes on WhatsApp hears at once the number and the promise, and gets the form that the standard asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from shared.channels import PostWorker
from tests.cast import HandClock
from tests.channels.cloud import FAIZ, PlayedCloud, call, from_faiz, message, played_cloud, signed
from tests.web.front import OFFICE, Front

RIAU = "kepulauan-riau"
HOME = "https://pst.example.com"
Opens = Callable[..., Front]


@pytest.fixture
def cloud() -> Iterator[PlayedCloud]:
    with played_cloud() as played:
        yield played


@pytest.fixture
def opens(fresh_url: Callable[[str], str], tmp_path: Path, clock: HandClock, cloud: PlayedCloud) -> Iterator[Opens]:
    opened: list[Front] = []

    def open_office(office: str, public_url: str | None = HOME) -> Front:
        accounts = cloud.file_of_accounts(tmp_path, office)
        opened.append(Front(tmp_path, fresh_url("sqlite"), clock, channels_file=accounts, public_url=public_url))
        return opened[-1]

    yield open_office
    for front in opened:
        front.close()


def writes(front: Front, office: str, *messages: dict[str, Any]) -> None:
    body = call(from_faiz(*messages))
    assert front.client.post(f"/{office}/counter/whatsapp", data=body, headers=signed(body)).status_code == 200


def goes_out(front: Front) -> None:
    """The program sends what waits."""
    for worker in front.house.workers:
        while isinstance(worker, PostWorker) and worker.run_once():
            pass


def row(front: Front, office: str) -> Any:
    return front.ask("GET", f"//{office}/counter/requests", None, "officer", office=office).json["requests"][0]


def link_in(text: str) -> str:
    """The page of the request that a message names, as an address within the house."""
    return next(line for line in text.split() if line.startswith(HOME)).removeprefix(HOME)


def test_the_greeting_names_the_number_the_promise_its_day_and_the_page(opens: Opens, cloud: PlayedCloud) -> None:
    front = opens(OFFICE)
    writes(front, OFFICE, message("Mohon data IPM"))
    goes_out(front)
    (text,) = cloud.texts
    assert cloud.messages[0]["to"] == FAIZ
    assert "nomor WA-2026-0001" in text
    assert "maksimal 3 (tiga) hari kerja setelah permintaan jelas" in text
    assert "Selasa, 24-11-2026" in text
    assert "Ikuti permintaan ini di: " in text
    page = front.ask("GET", f"/{link_in(text)}").json
    assert (page["number"], page["verdict"]) == ("WA-2026-0001", "running")
    assert "IPM" not in text.replace(link_in(text), "")
    assert "Faiz" not in text


def test_whoever_is_in_a_thread_or_only_nods_is_not_greeted_again(opens: Opens, cloud: PlayedCloud) -> None:
    front = opens(OFFICE)
    nod = {"type": "reaction", "reaction": {"message_id": "wamid.GONE", "emoji": "👍"}}
    writes(front, OFFICE, message(None, "wamid.0", **nod))
    writes(front, OFFICE, message("Halo", "wamid.1"), message("Mohon data IPM", "wamid.2"))
    writes(front, OFFICE, message("Halo", "wamid.1"))
    goes_out(front)
    assert len(cloud.texts) == 1


def test_where_the_standard_asks_for_a_form_the_greeting_brings_it_and_the_clock_waits_for_it(
    opens: Opens, cloud: PlayedCloud, clock: HandClock
) -> None:
    front = opens(RIAU)
    writes(front, RIAU, message("Kak, ada data inflasi bulanan Tanjungpinang?"))
    assert row(front, RIAU)["verdict"] == "running", "until the form is out the promise runs from the first word"
    clock.passes(minutes=10)
    goes_out(front)
    (text,) = cloud.texts
    assert "nomor WA-2026-0001" in text
    assert "“5 Hari kerja”" in text
    assert "Silakan isi formulir: " in text
    assert "paling lambat" not in text
    assert (row(front, RIAU)["verdict"], row(front, RIAU)["due_at"]) == ("not_started", None)
    page = f"/{link_in(text)}"
    assert front.ask("GET", page).json["awaits_form"]
    clock.passes(days=1)
    filled = front.ask("POST", f"{page}/messages", {"text": "Inflasi bulanan 2024–2026"}).json
    assert (filled["verdict"], filled["due_day"], filled["awaits_form"]) == ("running", "2026-11-27", False)


def test_a_form_that_did_not_go_out_holds_no_clock_up(opens: Opens, cloud: PlayedCloud) -> None:
    front = opens(RIAU)
    writes(front, RIAU, message("Halo"))
    cloud.refuses(401, 190)
    goes_out(front)
    assert (cloud.texts, row(front, RIAU)["verdict"]) == ([], "running")


def test_without_an_address_that_phones_reach_no_form_is_promised(opens: Opens, cloud: PlayedCloud) -> None:
    front = opens(RIAU, public_url=None)
    writes(front, RIAU, message("Halo"))
    goes_out(front)
    assert "formulir" not in cloud.texts[0]
    assert "Kamis, 26-11-2026" in cloud.texts[0]
    assert row(front, RIAU)["verdict"] == "running"
