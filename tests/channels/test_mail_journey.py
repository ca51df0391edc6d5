"""A mail on Saturday evening becomes a request with a due date, and its answer goes out in the same thread."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from structlog.testing import capture_logs

from shared.channels.email.mailbox import Mailbox
from tests.channels.kediri import ADDRESS, Kediri, written
from tests.running import ROOT

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH")  # the password stays on this machine
FAIZ = json.loads((ROOT / "tests" / "data" / "demo_visitors.json").read_text(encoding="utf-8"))[12]
BROKEN = b"\x00\xff garbage without any header \xfe\r\n" * 20


def of_faiz() -> bytes:
    """Visitor 13: his letter, with two attachments."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"{FAIZ['nama']} <{FAIZ['email']}>"
    mail["To"] = ADDRESS
    mail["Subject"] = f"Permohonan data IPM {FAIZ['tahun']} – tugas akhir"
    mail["Message-ID"] = "<faiz-1@example.com>"
    mail.set_content(f"{FAIZ['permintaan']}\n\nSalam – André ✓ ZZKANARI", cte="quoted-printable")
    mail.add_alternative(f"<p>{FAIZ['permintaan']}</p><script>jahat()</script>", subtype="html")
    mail.add_attachment(b"%PDF-1.7 surat", maintype="application", subtype="pdf", filename="Surat pengantar – é.pdf")
    mail.add_attachment("BEGIN:VCALENDAR", subtype="calendar", filename="rapat.ics")
    return mail.as_bytes()


def test_a_mail_on_saturday_evening_becomes_a_request_and_its_answer_goes_out(kediri: Kediri) -> None:
    assert FAIZ["catatan_uji"] == "email: 2 hari kerja; masuk Sabtu 21.15"
    kediri.receives(of_faiz(), BROKEN)
    with capture_logs() as told:
        assert kediri.looks()
    (row,) = kediri.inbox()
    assert (row["number"], row["channel"], row["state"]) == ("EM-2026-0001", "email", "received")
    assert row["due_at"] == "2026-07-14T15:30:00.000+07:00"  # Tuesday: Monday is the first working day
    thread = kediri.thread(row["id"])
    assert thread.person == {"name": FAIZ["nama"], "email": FAIZ["email"]}
    said = thread.messages[0]
    assert said.words["text"] == f"{FAIZ['permintaan']}\n\nSalam – André ✓ ZZKANARI"
    assert said.words["subject"] == f"Permohonan data IPM {FAIZ['tahun']} – tugas akhir"
    assert [(name, size) for _, name, size in said.files] == [("Surat pengantar – é.pdf", 14), ("rapat.ics", 17)]
    assert kediri.host.flags() == ["S", "F"]
    greeting = kediri.sends()[0]
    assert greeting["To"] == FAIZ["email"]
    assert (greeting["In-Reply-To"], greeting["Auto-Submitted"]) == ("<faiz-1@example.com>", "auto-replied")
    words = greeting.get_content()
    assert "nomor EM-2026-0001" in words
    assert "pengguna layanan akan dilayani maksimal 2 hari kerja setelah email diterima." in words.replace("\n", " ")
    assert "Selasa, 14-07-2026" in words
    assert FAIZ["nama"] not in words
    answer = f"Terlampir IPM {FAIZ['tahun']} – mohon dinilai ✓"
    done = kediri.asks("POST", f"/{row['id']}/answer", {"text": answer})
    assert (done["state"], done["verdict"]) == ("answered", "running"), "until it has gone out nobody is served"
    sent = kediri.sends()[1]
    assert kediri.asks("GET", f"/{row['id']}")["verdict"] == "kept"
    assert sent.get_content().strip() == answer
    assert (sent["In-Reply-To"], sent["To"], sent["From"]) == (
        "<faiz-1@example.com>",
        FAIZ["email"],
        f"PST BPS Kota Kediri <{ADDRESS}>",
    )
    assert sent["Subject"] == f"Re: Permohonan data IPM {FAIZ['tahun']} – tugas akhir [EM-2026-0001]"
    assert sent["Auto-Submitted"] is None
    for secret in ("ZZKANARI", "tamu13", "Faiz", "IPM"):
        assert secret not in repr(told)


def test_an_answer_goes_out_with_its_files_and_a_server_that_finds_it_too_large_says_so(kediri: Kediri) -> None:
    kediri.receives(of_faiz())
    kediri.looks()
    request = kediri.inbox()[0]["id"]
    kediri.sends()
    table = b"PK\x03\x04 tabel \x00\xff" * 5000
    files = [
        {"name": "Tabel IPM 2010–2025.xlsx", "type": "", "content": b64encode(table).decode()},
        {"name": "catatan – é.txt", "type": "text/plain", "content": b64encode("Sumber: BPS ✓".encode()).decode()},
    ]
    with capture_logs() as told:
        kediri.asks("POST", f"/{request}/answer", {"text": "Terlampir tabelnya.", "files": files})
        sent = kediri.sends()[-1]
    text, *parts = sent.iter_parts()
    assert text.get_content().strip() == "Terlampir tabelnya."
    assert sent["In-Reply-To"] == "<faiz-1@example.com>"
    assert [(part.get_filename(), part.get_content_type()) for part in parts] == [
        ("Tabel IPM 2010–2025.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("catatan – é.txt", "text/plain"),
    ]
    assert [part.get_payload(decode=True) for part in parts] == [table, "Sumber: BPS ✓".encode()]
    assert kediri.thread(request).messages[-1].stored.delivery == "sent"
    assert "IPM" not in repr(told)
    assert "catatan" not in repr(told)
    kediri.office.at_data = "552 5.3.4 Message size exceeds fixed limit"
    kediri.asks("POST", f"/{request}/answer", {"text": "Sekali lagi.", "files": files})
    kediri.sends()
    refused = kediri.thread(request).messages[-1].stored
    assert (refused.delivery, refused.problem) == ("failed", "too_large")


def test_a_mail_that_cannot_be_read_stays_flagged_and_is_shown_until_somebody_looked(kediri: Kediri) -> None:
    kediri.receives(BROKEN, written())
    kediri.looks()
    state = kediri.state()
    assert (dict(state.aside), state.aside_since, state.problem) == ({"unreadable": 1}, kediri.clock.now(), None)
    assert not state.is_well
    (seen,) = kediri.asks("GET", "")["channels"]
    assert (seen["channel"], seen["well"], seen["aside"]) == ("email", False, {"unreadable": 1})
    assert len(kediri.inbox()) == 1
    kediri.looks()
    assert (len(kediri.inbox()), kediri.host.flags()) == (1, ["F", "S"])
    kediri.host.store(1, "-FLAGS", "\\Flagged")
    kediri.looks()
    assert kediri.state().is_well


def test_a_reply_joins_its_thread_and_stops_waiting_for_the_user(kediri: Kediri) -> None:
    kediri.receives(written(name="<1@example.com>"))
    kediri.looks()
    request = kediri.inbox()[0]["id"]
    kediri.asks("POST", f"/{request}/ask", {"text": "Kode HS yang mana?"})
    asked = kediri.sends()[-1]
    kediri.clock.passes(hours=40)
    kediri.receives(
        written("HS 4001\n\n> Kode HS yang mana?", f"Re: {asked['Subject']}", In_Reply_To=asked["Message-ID"])
    )
    kediri.looks()
    (row,) = kediri.inbox()
    assert (row["state"], row["turn"]) == ("received", "office")
    assert kediri.thread(request).messages[-1].words["text"] == "HS 4001\n\n> Kode HS yang mana?"
    kediri.asks("POST", f"/{request}/answer", {"text": "Ini dia"})
    assert len(kediri.sends()[-1]["References"].split()) == 2


def test_an_auto_reply_stops_no_clock_and_is_never_greeted(kediri: Kediri) -> None:
    kediri.receives(written(name="<1@example.com>"))
    kediri.looks()
    request = kediri.inbox()[0]["id"]
    kediri.asks("POST", f"/{request}/answer", {"text": "Ini datanya"})
    answer, before = kediri.sends()[-1], len(kediri.office.mails)
    away = written("Saya cuti", "Balasan otomatis", In_Reply_To=answer["Message-ID"], Auto_Submitted="auto-replied")
    alone = written("Saya cuti", "Balasan otomatis", "lain@example.com", Auto_Submitted="auto-replied")
    many = written("Undangan", "Rapat", "milis@example.com", List_Id="<milis.example.com>")
    ours = written("Catatan", "Untuk arsip", ADDRESS)
    kediri.receives(away, alone, many, ours)
    kediri.looks()
    assert kediri.thread(request).messages[-1].stored.kind == "by_machine"
    assert {row["number"]: row["state"] for row in kediri.inbox()} == {
        "EM-2026-0001": "answered",
        "EM-2026-0002": "received",
        "EM-2026-0003": "received",
        "EM-2026-0004": "received",
    }
    assert len(kediri.sends()) == before


PASSED_ON = [
    {"Precedence": "bulk"},
    {"Precedence": "list", "List_Id": "<warga.example.com>"},
    {"X_Auto_Response_Suppress": "All"},
    {"Auto_Submitted": "auto-generated"},
]


def test_a_reply_that_a_list_exchange_or_a_ticket_system_passed_on_is_heard_and_nobody_is_closed_for_it(
    kediri: Kediri,
) -> None:
    kediri.receives(*(written(name=f"<{number}@example.com>") for number, _ in enumerate(PASSED_ON)))
    kediri.looks()
    for row, signs in zip(kediri.inbox(), PASSED_ON, strict=True):
        kediri.asks("POST", f"/{row['id']}/ask", {"text": "Tahun berapa?"})
        question = kediri.sends()[-1]
        assert kediri.thread(row["id"]).case.told.awaits_user_since is not None
        kediri.receives(written("Tahun 2025", "Re: Data", In_Reply_To=question["Message-ID"], **signs))
    kediri.looks()
    assert [(row["state"], row["turn"]) for row in kediri.inbox()] == [("received", "office")] * len(PASSED_ON)
    told = [kediri.thread(row["id"]) for row in kediri.inbox()]
    assert [thread.messages[-1].stored.kind for thread in told] == ["message"] * len(PASSED_ON)
    assert [thread.case.told.awaits_user_since for thread in told] == [None] * len(PASSED_ON)


def test_a_sender_is_greeted_once_an_hour(kediri: Kediri) -> None:
    kediri.receives(written(), written("Hal lain"), written(sender="lain@example.com"))
    kediri.looks()
    assert sorted(mail["To"] for mail in kediri.sends()) == ["lain@example.com", "tamu13@example.com"]
    kediri.clock.passes(minutes=61)
    kediri.receives(written("Hal ketiga"))
    kediri.looks()
    assert len(kediri.sends()) == 3


def returned(name: str) -> bytes:
    """A server could not deliver the letter of this name."""
    lines = f"""From: MAILER-DAEMON@mx.example.com
Return-Path: <>
Subject: Undelivered Mail
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx

Action: failed
Status: 5.1.1

--b
Content-Type: message/rfc822

Message-ID: {name}
Subject: x

y
--b--
"""
    return lines.replace("\n", "\r\n").encode()


def test_a_letter_that_came_back_is_seen_at_its_message_and_a_foreign_one_stays(kediri: Kediri) -> None:
    kediri.receives(written(name="<1@example.com>"))
    kediri.looks()
    request = kediri.inbox()[0]["id"]
    kediri.asks("POST", f"/{request}/answer", {"text": "Ini datanya"})
    answer = kediri.sends()[-1]

    kediri.receives(returned(answer["Message-ID"]), returned("<asing@example.com>"))
    kediri.looks()
    stored = kediri.thread(request).messages[-1].stored
    assert (stored.delivery, stored.problem) == ("failed", "bounced")
    assert kediri.host.flags()[1:] == ["S", "F"]
    assert dict(kediri.state().aside) == {"foreign_bounce": 1}


def test_the_same_mail_twice_is_one_request_also_after_the_mailbox_was_rebuilt(kediri: Kediri) -> None:
    mail, nameless = written(name="<1@example.com>"), b"From: a@example.com\r\nSubject: Data\r\n\r\nMohon data\r\n"
    kediri.receives(mail, mail, nameless)
    kediri.looks()
    assert (len(kediri.inbox()), kediri.host.flags()) == (2, ["S", "S", "S"])
    kediri.host.rebuilds()
    kediri.receives(written("Baru", name="<2@example.com>"))
    kediri.looks()
    assert (len(kediri.inbox()), kediri.host.flags()) == (3, ["S", "S", "S", "S"])


def test_a_mail_that_somebody_read_first_is_taken_all_the_same(kediri: Kediri) -> None:
    kediri.looks()
    kediri.receives(written())
    kediri.host.store(1, "+FLAGS", "\\Seen")
    kediri.looks()
    assert len(kediri.inbox()) == 1


def test_what_lay_unread_for_long_when_the_mailbox_was_connected_stays_there(kediri: Kediri) -> None:
    kediri.host.receives(written("Lama"), kediri.clock.now() - timedelta(days=9))
    kediri.receives(written("Baru"))
    kediri.looks()
    (row,) = kediri.inbox()
    assert kediri.thread(row["id"]).messages[0].words["text"] == "Baru"
    assert kediri.host.flags() == ["", "S"]


def test_a_mail_server_that_is_away_loses_nothing_and_staff_see_since_when(kediri: Kediri) -> None:
    kediri.looks()
    good_at = kediri.clock.now()
    kediri.receives(written())
    arrived = kediri.clock.now()
    kediri.host.stops()
    kediri.clock.passes(minutes=10)
    away_at = kediri.clock.now()
    pauses = []
    for _ in range(6):
        assert not kediri.looks()
        pauses.append(kediri.watcher.pause)
        kediri.clock.passes(seconds=pauses[-1])
    assert pauses == [60, 120, 240, 480, 600, 600]
    state = kediri.state()
    assert (state.good_at, state.trouble_since, state.problem) == (good_at, away_at, "unreachable")
    kediri.host.starts()
    kediri.clock.passes(days=2)
    assert kediri.looks()
    assert (kediri.state().problem, kediri.state().trouble_since, kediri.watcher.pause) == (None, None, 30)
    (row,) = kediri.inbox()
    assert row["received_at"].startswith("2026-07-11T21:15")  # the promise runs from when the mail server had it
    assert row["due_at"] == "2026-07-14T15:30:00.000+07:00"
    assert kediri.thread(row["id"]).case.clock.started_at == arrived.replace(microsecond=0)


def test_a_wrong_password_and_a_wrong_folder_are_told_for_what_they_are(kediri: Kediri) -> None:
    assert not kediri.watcher_with(Mailbox(replace(kediri.account, password="salah"))).look()
    assert kediri.state().problem == "refused_login"
    assert not kediri.watcher_with(Mailbox(replace(kediri.account, folder="Tidak ada"))).look()
    assert kediri.state().problem == "broken"


def test_a_mail_too_large_to_take_stays_and_is_said(kediri: Kediri, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shared.channels.email.mailbox.LARGEST_MAIL", 50_000)
    kediri.receives(written("x" * 60_000), written())
    kediri.looks()
    assert (len(kediri.inbox()), kediri.host.flags()) == (1, ["F", "S"])
    assert dict(kediri.state().aside) == {"too_large": 1}


def test_a_mail_of_fifty_megabytes_stays_on_the_server(kediri: Kediri) -> None:
    line = b"A" * 76 + b"\r\n"
    kediri.receives(written() + line * (50 * 1024 * 1024 // len(line)))
    kediri.looks()
    assert dict(kediri.state().aside) == {"too_large": 1}
