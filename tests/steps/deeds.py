"""What the program does for a step that is ours, done here and held against the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from shared.domain.request import CHANNEL_LETTERS
from shared.domain.standard import Channel, Deed, Step, Way
from shared.domain.working_days import due
from shared.web.follow import token_of
from tests.cast import THURSDAY, moment
from tests.steps.walk import Walk

FRIDAY = THURSDAY + timedelta(days=1)
NINE = {f"U{number}": 4 for number in range(1, 10)}
ASKED = "Mohon data IPM 2010–2025."

Done = Callable[[Walk, Step], None]


def arrive(walk: Walk, step: Step) -> None:
    """The door is open; where the text gives a number, it is taken here."""
    services = walk.get("/kiosk/services", "kiosk").json["services"]
    assert "K" in [service["code"] for service in services]
    if "nomor antrian" in step.text:
        walk.ticket = walk.post("/kiosk/tickets", {"service": "K"}, "kiosk")
        assert (walk.ticket["number"], walk.ticket["ahead"]) == ("K-001", 0)
    if "email" in step.text and "telepon" in step.text:
        by_letter = walk.post("/counter/requests", {"channel": "email", "text": ASKED}, "officer")
        assert by_letter["number"] == "EM-2026-0001"
        call = walk.post("/counter/requests/calls", {"outcome": "served", "text": "Kode wilayah"}, "officer")
        assert (call["number"], call["state"]) == ("TL-2026-0001", "closed")
        assert walk.get("/counter/request-log?channel=telephone", "manager").json["rows"][0]["verdict"] == "kept"


def wait(walk: Walk, step: Step) -> None:
    """By number: the board counts them and then calls them."""
    assert walk.get("/display/board", "display").json["waiting"]["K"] == 1
    walk.clock.passes(minutes=3)
    assert walk.press("call-next")["number"] == walk.ticket["number"]
    assert walk.get("/display/board", "display").json["calls"][-1]["number"] == walk.ticket["number"]


def fill_book(walk: Walk, step: Step) -> None:
    """Before the desk; where no number is given, the submitted book is the place in line."""
    answers = {"purpose": "Data kemiskinan", "sex": 1, "schooling": 3}
    if walk.ticket:
        walk.post("/kiosk/guestbook", {"ticket": walk.ticket["token"], "answers": answers})
        return
    five, address = walk.five, f"/{walk.code}/kiosk"
    key = {"Idempotency-Key": f"guest of {walk.code}"}
    kiosk = five.tokens[walk.code]["kiosk"]
    wrote = five.ask("POST", f"{address}/guestbook", {"service": "K", "answers": answers}, kiosk, **key)
    assert wrote.status_code == 201
    wanted = {"service": "K", "guest_book": key["Idempotency-Key"]}
    walk.ticket = five.ask("POST", f"{address}/tickets", wanted, kiosk, **key).json
    assert walk.ticket["ahead"] == 0


def consult(walk: Walk, step: Step) -> None:
    """The officer meets them within the promised ten minutes, and reads why they came."""
    walk.clock.passes(minutes=4)
    assert walk.press("call-next")["number"] == walk.ticket["number"]
    assert walk.press("start")["state"] == "serving"
    opened = walk.post(f"/counter/tickets/{walk.ticket['id']}/open", {}, "officer")
    assert opened["answers"]["purpose"] == "Data kemiskinan"


def inform(walk: Walk, step: Step) -> None:
    """What data were needed, and that they were obtained, stands in the visit record."""
    need = {"position": 1, "answers": {"detail": "Penduduk miskin", "obtained": 1}}
    walk.post(f"/counter/tickets/{walk.ticket['id']}/needs", need, "officer")


def go_on(walk: Walk, step: Step) -> None:
    """A further service is another leg of the same ticket, with a clock of its own."""
    following = "J" if "penjualan" in step.text else "P"
    moved = walk.press("transfer", {"service": following})
    assert (moved["number"], moved["service"], moved["state"]) == (walk.ticket["number"], following, "waiting")
    walk.press("call-next")
    assert walk.press("start")["state"] == "serving"


def rate_visit(walk: Walk, step: Step) -> None:
    """By the visitor's own link, after the service; a complaint too where the text says so."""
    walk.press("finish")
    rated = walk.post(f"/kiosk/tickets/{walk.ticket['token']}/rating", {"instrument": "skm", "answers": NINE})
    assert rated["answered"] == sorted(NINE)
    if "pengaduan" in step.text:
        complaint = {"kind": "complaint", "text": "Kursi kurang.", "ticket": walk.ticket["token"]}
        assert walk.post("/kiosk/complaints", complaint)["code"].startswith("PGD-")


def end_visit(walk: Walk, step: Step) -> None:
    """Served, and judged against the promise."""
    if walk.get(f"/kiosk/tickets/{walk.ticket['token']}").json["state"] == "serving":
        walk.press("finish")
    assert walk.get(f"/kiosk/tickets/{walk.ticket['token']}").json["state"] == "served"
    assert walk.row_of_log()["verdict"] == "kept"


def ask(walk: Walk, step: Step) -> None:
    """On every channel that the standard promises, each with a number and a due date of its own."""
    for channel in walk.office.standard.channels:
        _receive(walk, channel)


def fill_form(walk: Walk, step: Step) -> None:
    """The form is this program's own: behind the link that the greeting on WhatsApp carries, where the promise waits
    for it, or on its own page. Either has a number and a link.
    """
    promise = walk.office.standard.request_promise("whatsapp")
    if promise is not None and promise.start == "form_filled":
        _fill_form_of_greeting(walk)
        return
    filled = {"text": ASKED, "email": "siti@example.com", "phone": "0812-0000-0007"}
    receipt = walk.post("/kiosk/requests", filled)
    assert receipt["number"] == "WF-2026-0001"
    walk.request = {"token": receipt["token"], **_of_inbox(walk, receipt["number"])}


def _fill_form_of_greeting(walk: Walk) -> None:
    with walk.on_whatsapp() as cloud:
        greeting = walk.writes(cloud, "Kak, ada data inflasi bulanan Tanjungpinang?")
    assert "WA-2026-0001" in greeting
    assert _of_inbox(walk, "WA-2026-0001")["verdict"] == "not_started"
    link = next(word for word in greeting.split() if word.startswith("http://pst.example/"))
    walk.clock.passes(hours=1)
    page = link.removeprefix(f"http://pst.example/{walk.code}")
    filled = walk.post(f"{page}/messages", {"text": ASKED})
    walk.request = {"token": filled["token"], **_of_inbox(walk, "WA-2026-0001")}


def wait_for_officer(walk: Walk, step: Step) -> None:
    """The clock of the promise runs in working days, and the inbox says what is due."""
    row = _of_inbox(walk, walk.request["number"])
    assert (row["verdict"], row["due_at"][:10]) == ("running", _due_on(walk, _channel(walk)).isoformat())


def talk(walk: Walk, step: Step) -> None:
    """A question stops the clock, the reply starts it; further in person or by Zoom where the text says so."""
    if not walk.request:
        _receive(walk, walk.office.standard.channels[0])
    walk.clock.passes(minutes=10)
    assert walk.on_request("ask", {"text": "Untuk tahun berapa?", "sent": True})["state"] == "waiting"
    walk.clock.passes(hours=1)
    assert walk.on_request("hear", {"text": "Tahun 2025."})["state"] != "waiting"
    if "zoom" in step.text.lower():
        when = moment("14:00", FRIDAY).astimezone(walk.office.time_zone).isoformat()
        wanted = {"meeting": "zoom", "at": when, "text": "Zoom besok."}
        assert walk.on_request("appoint", wanted)["appointment_at"]
        walk.clock.at("14:30", FRIDAY)
        walk.on_request("appointment/keep")


def answer(walk: Walk, step: Step) -> None:
    """Within the promise, on the channel on which it was asked."""
    walk.clock.passes(minutes=30)
    if not walk.request:
        _receive(walk, walk.office.standard.channels[0])
    assert walk.on_request("answer", {"text": "Ini tabelnya.", "sent": True})["verdict"] == "kept"


def confirm(walk: Walk, step: Step) -> None:
    """The user says that it is what they wanted; then it is closed."""
    walk.on_request("hear", {"text": "Sudah sesuai, terima kasih."})
    assert walk.on_request("close", {"reason": "answered"})["state"] == "closed"


def close(walk: Walk, step: Step) -> None:
    """By the officer when it is answered; `fall_silent` is the other half of the sentence."""
    assert walk.on_request("close", {"reason": "answered"})["state"] == "closed"


def fall_silent(walk: Walk) -> None:
    """The program closes a request whose user stays silent for as long as the text says, and not a second earlier."""
    silence = walk.office.standard.silence
    assert silence is not None
    _receive(walk, walk.office.standard.channels[0])
    walk.on_request("answer", {"text": "Ini tabelnya."})
    _send_by_hand(walk)
    desk = walk.five.desk(walk.code)
    runs = next(case.silence for case in desk.inbox() if case.label == walk.request["number"])
    assert runs is not None
    assert runs.closes_at - runs.since >= timedelta(hours=silence.quantity * (1 if silence.unit == "hours" else 24))
    for when in (runs.reminds_at, runs.closes_at - timedelta(seconds=1)):
        walk.clock.passes(seconds=(when - walk.clock.now()).total_seconds())
        desk.keep_silences()
        _send_by_hand(walk)
        assert walk.row_of_request()["state"] == "answered"
    walk.clock.passes(seconds=1)
    desk.keep_silences()
    assert walk.row_of_request()["state"] == "closed_for_silence"


def rate_request(walk: Walk, step: Step) -> None:
    """By the link that went out with the answer or after the closing, as the text has it; without a name."""
    parts, number = walk.five.house.parts, walk.request["id"]
    stored = parts.database.reading(walk.code, lambda records: records.request(number))
    assert stored is not None
    token = token_of(parts, walk.code, stored)
    thread = walk.get(f"/counter/requests/{walk.request['id']}", "officer").text
    assert f"/R/{token}" in thread
    rated = walk.post(f"/kiosk/requests/{token}/rating", {"instrument": "skm", "answers": NINE})
    assert rated["answered"] == sorted(NINE)


def end_request(walk: Walk, step: Step) -> None:
    """Closed, and counted as kept."""
    row = walk.row_of_request()
    assert (row["state"], row["verdict"]) == ("closed", "kept")


def _send_by_hand(walk: Walk) -> None:
    thread = walk.get(f"/counter/requests/{walk.request['id']}", "officer").json
    for message in thread["messages"]:
        if message["delivery"] == "by_hand":
            walk.on_request("sent", {"message": message["position"]})


def _receive(walk: Walk, channel: Channel) -> None:
    came = {"channel": channel, "text": ASKED, "email": "faiz@example.com", "phone": "0812-0000-0013"}
    if channel == "telephone":
        walk.post("/counter/requests/calls", {"outcome": "served", "text": ASKED}, "officer")
        return
    walk.request = walk.post("/counter/requests", came, "officer")
    assert walk.request["number"].startswith(f"{CHANNEL_LETTERS[channel]}-2026-")
    assert walk.request["due_at"][:10] == _due_on(walk, channel).isoformat()


def _due_on(walk: Walk, channel: Channel) -> date:
    promise = walk.office.standard.request_promise(channel)
    assert promise is not None
    assert promise.working_days is not None
    received = walk.clock.now().astimezone(walk.office.time_zone).date()
    return due(received, promise.working_days, walk.office.hours).day


def _channel(walk: Walk) -> Channel:
    channel: Channel = walk.request["channel"]
    return channel


def _of_inbox(walk: Walk, number: str) -> dict[str, Any]:
    rows = walk.get("/counter/requests", "officer").json["requests"]
    return next(row for row in rows if row["number"] == number)


DEEDS: Mapping[Way, Mapping[Deed, Done]] = {
    "walk_in": {
        "arrival": arrive,
        "waiting": wait,
        "guest_book": fill_book,
        "consultation": consult,
        "information": inform,
        "follow_on": go_on,
        "rating": rate_visit,
        "end": end_visit,
    },
    "online": {
        "request": ask,
        "web_form": fill_form,
        "working_day_clock": wait_for_officer,
        "messages": talk,
        "answer": answer,
        "confirmation": confirm,
        "close": close,
        "rating": rate_request,
        "end": end_request,
    },
}
