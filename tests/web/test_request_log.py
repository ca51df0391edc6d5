"""The manager's log of requests: every channel in its own unit, no word that anybody wrote, as page and as file."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest

from shared.front_desk.requests import Asked, Said
from tests.cast import THURSDAY, HandClock
from tests.web.front import OFFICE, Front, is_problem

TUESDAY, WEDNESDAY = THURSDAY.replace(day=24), THURSDAY.replace(day=25)
DAYS = "?from=2026-11-19&to=2026-11-25"


def asked(front: Front, channel: str, text: str = "ZZKANARI minta data") -> int:
    who = {"name": "ZZKANARI", "email": "zz@example.com"}
    received = front.owner().receive_request(Asked(channel=channel, said=Said(text=text), **who))  # type: ignore[arg-type] # a channel's name
    return received.case.stored.id


@pytest.fixture
def busy(front: Front, clock: HandClock) -> Front:
    """Two letters, one of them late; a chat that is still open; a visitor of HaloPST, where nothing is promised."""
    kept, late = asked(front, "email"), asked(front, "email")
    asked(front, "whatsapp")
    asked(front, "halopst")
    clock.at("15:30", TUESDAY)
    front.owner().answer_request(kept, "=cmd|' /C calc'!A0", sent=True)
    clock.at("09:00", WEDNESDAY)
    front.owner().answer_request(late, "Terlampir.", sent=True)
    front.owner().close_request(late, "answered")
    return front


def log(front: Front, more: str = "") -> dict[str, Any]:
    told: dict[str, Any] = front.get(f"/counter/request-log{DAYS}{more}", "manager").json
    return told


def test_each_channel_is_counted_for_itself_and_a_filter_makes_no_promise_look_better(busy: Front) -> None:
    for more in ("", "&verdict=kept", "&channel=email"):
        lines = {line["channel"]: line for line in log(busy, more)["channels"]}
        email = lines["email"]
        assert (email["received"], email["kept"], email["missed"], email["kept_share"]) == (2, 1, 1, 0.5)
        assert (email["days_median"], email["days_max"]) == (3, 4)
        assert lines["whatsapp"]["missed"] == 1, "nobody answered it, and its last day is over"
        assert lines["halopst"]["not_judged"] == {"no_promise": 1}
    assert [row["number"] for row in log(busy, "&verdict=kept")["rows"]] == ["EM-2026-0001"]
    assert [row["days"] for row in log(busy, "&channel=email")["rows"]] == [3, 4]


def test_a_row_names_every_moment_in_office_time(busy: Front) -> None:
    row = next(row for row in log(busy)["rows"] if row["number"] == "EM-2026-0001")
    assert row["due_at"] == "2026-11-24T15:30:00.000+07:00"
    assert row["first_answer_at"] == row["information_at"] == "2026-11-24T15:30:00.000+07:00"
    assert (row["verdict"], row["promised_days"], row["state"]) == ("kept", 3, "answered")


def test_files_have_the_rows_and_no_word(busy: Front) -> None:
    text = busy.get(f"/counter/request-log{DAYS}&format=csv", "manager").data.decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text)))
    assert [row[0] for row in rows[1:]] == ["EM-2026-0001", "EM-2026-0002", "WA-2026-0001", "HP-2026-0001"]
    assert rows[1][12:14] == ["3", "PATUH"]
    book = ZipFile(BytesIO(busy.get(f"/counter/request-log{DAYS}&format=xlsx", "manager").data))
    whole = text + "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    assert "ZZKANARI" not in whole
    assert "zz@example" not in whole
    assert "cmd|" not in whole


def test_only_managers_read_it_and_only_of_their_office(busy: Front) -> None:
    assert is_problem(busy.get("/counter/request-log"), 401, "unauthenticated")
    assert is_problem(busy.get("/counter/request-log", "officer"), 403, "forbidden")
    elsewhere = busy.ask("GET", "//ternate/counter/request-log" + DAYS, None, None)
    assert is_problem(elsewhere, 401, "unauthenticated")
    assert (
        busy.client.get(
            f"/{OFFICE}/counter/request-log?from=2026-12-01&to=2026-11-01",
            headers={
                "Authorization": f"Bearer {busy.token('manager')}",
                "Accept": "application/json",
            },
        ).status_code
        == 422
    )


@pytest.mark.parametrize("asks", ["channel=fax", "verdict=late", "from=gestern", "format=pdf"])
def test_what_is_not_understood_is_refused(busy: Front, asks: str) -> None:
    assert busy.get(f"/counter/request-log?{asks}", "manager").status_code == 422
