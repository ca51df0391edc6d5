"""A letter goes out by SMTP with its thread, its number and every letter of its words; whatever hinders it is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from structlog.testing import capture_logs

from shared.channels import Connections, EmailAccount, Enclosed, NotSent, Outgoing, PostWorker, Problem, Sent
from shared.channels.email.smtp import SmtpSender
from shared.front_desk.requests import Asked, Said
from shared.front_desk.requests.post import MOST_TRIES, Post
from shared.front_desk.requests.said import LARGEST_TOGETHER
from tests.cast import Company
from tests.channels.post_office import PASSWORD, USER, PostOffice, certificate, post_office
from tests.running import free_port

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH")  # the password stays on this machine
WORDS = "Terlampir tabel IPM 2010–2025 – semoga membantu, Sdr. Renée ✓\n\n.baris dengan titik\n" + "panjang " * 200
LETTER = Outgoing(
    request=7,
    position=3,
    number="EM-2026-0001",
    text=WORDS,
    language="id",
    email="tamu13@example.com",
    subject="RE: Fwd: Permohonan data IPM\r\nBcc: semua@example.com",
    answers_to=["<1@example.com>", "bukan nama", "<2@example.com>"],
    name="f00d",
)


def account(office: PostOffice, scheme: str = "smtp", **more: str) -> EmailAccount:
    known = {"address": "pst@bps.example.com", "name": "PST BPS – Kota Kediri", "user": USER, "password": PASSWORD}
    where = {"imap": "imap://127.0.0.1", "smtp": f"{scheme}://{office.address}"}
    return EmailAccount(**{**known, **where, **more})


def test_a_letter_arrives_with_its_thread_its_number_and_every_letter_of_its_words(office: PostOffice) -> None:
    assert SmtpSender(account(office)).send(LETTER) == Sent("<f00d@bps.example.com>")
    mail = office.mails[0]
    assert mail.get_content().replace("\r\n", "\n").rstrip() == WORDS.rstrip()
    assert mail["Subject"] == "Re: Permohonan data IPM Bcc: semua@example.com [EM-2026-0001]"
    assert mail["From"] == "PST BPS – Kota Kediri <pst@bps.example.com>"
    assert (mail["To"], office.envelopes[0].rcpt_tos) == ("tamu13@example.com", ["tamu13@example.com"])
    assert (mail["In-Reply-To"], mail["References"]) == ("<2@example.com>", "<1@example.com> <2@example.com>")
    assert mail["Bcc"] is None
    assert mail["Auto-Submitted"] is None


def test_a_letter_by_the_program_says_so_and_repeats_nobodys_words(office: PostOffice) -> None:
    SmtpSender(account(office)).send(replace(LETTER, by_program=True))
    SmtpSender(account(office)).send(replace(LETTER, by_program=True, language="en"))
    one, other = office.mails
    assert (one["Subject"], other["Subject"]) == ("Permintaan Anda [EM-2026-0001]", "Your request [EM-2026-0001]")
    assert (one["Auto-Submitted"], one["X-Auto-Response-Suppress"]) == ("auto-replied", "All")


def test_the_name_of_a_letter_stands_as_it_is_however_long(office: PostOffice) -> None:
    long = [f"<{'x' * 120}.{n}@prod.exchangelabs.example.com>" for n in range(30)]
    SmtpSender(account(office)).send(replace(LETTER, answers_to=long, name="e" * 64))
    raw = office.envelopes[0].content
    assert isinstance(raw, bytes)
    assert b"In-Reply-To: " + long[-1].encode() + b"\r\n" in raw
    assert office.mails[0]["References"].split() == [long[0], *long[-20:]]
    assert b"Message-ID: <" + b"e" * 32 + b"@bps.example.com>\r\n" in raw


def test_a_second_attempt_is_known_as_the_same_letter(office: PostOffice) -> None:
    sender = SmtpSender(account(office))
    office.hangs_up_after_data = True  # it was taken, and we never heard so
    assert sender.send(LETTER) == NotSent(Problem.UNREACHABLE)
    office.hangs_up_after_data = False
    assert sender.send(LETTER) == Sent("<f00d@bps.example.com>")
    assert [mail["Message-ID"] for mail in office.mails] == ["<f00d@bps.example.com>"] * 2


@pytest.mark.parametrize(
    ("place", "answer", "outcome"),
    [
        ("at_recipient", "550 no such user", NotSent(Problem.REFUSED_MESSAGE, final=True)),
        ("at_recipient", "450 greylisted", NotSent(Problem.REFUSED_MESSAGE)),
        ("at_data", "554 looks like spam", NotSent(Problem.REFUSED_MESSAGE, final=True)),
        ("at_data", "452 mailbox full", NotSent(Problem.REFUSED_MESSAGE)),
    ],
)
def test_what_the_server_refuses_is_tried_again_only_where_that_may_help(
    office: PostOffice, place: str, answer: str, outcome: NotSent
) -> None:
    setattr(office, place, answer)
    assert SmtpSender(account(office)).send(LETTER) == outcome


def test_a_wrong_password_a_dead_server_and_no_address_are_told_apart(office: PostOffice) -> None:
    assert SmtpSender(account(office, password="salah")).send(LETTER) == NotSent(Problem.REFUSED_LOGIN)
    nobody = account(office, smtp=f"smtp://127.0.0.1:{free_port()}")
    assert SmtpSender(nobody).send(LETTER) == NotSent(Problem.UNREACHABLE)
    assert SmtpSender(account(office)).send(replace(LETTER, email=None)) == NotSent(Problem.NO_ADDRESS, final=True)
    broken = replace(LETTER, email="a@example.com\r\nBcc: b@example.com")
    assert SmtpSender(account(office)).send(broken) == NotSent(Problem.REFUSED_MESSAGE, final=True)
    assert office.mails == []


def test_a_letter_is_given_only_to_a_server_whose_certificate_is_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, public = certificate(tmp_path)
    with post_office(tls=context) as office:
        sender = SmtpSender(account(office, "smtp+starttls"))
        assert (sender.trial(), sender.send(LETTER)) == (Problem.UNTRUSTED, NotSent(Problem.UNTRUSTED))
        monkeypatch.setenv("SSL_CERT_FILE", str(public))
        assert sender.trial() is None
        assert sender.send(LETTER) == Sent("<f00d@bps.example.com>")
    with post_office() as plain:  # somebody on the way took the offer of encryption out
        assert SmtpSender(account(plain, "smtp+starttls")).send(LETTER) == NotSent(Problem.UNTRUSTED)
        assert plain.mails == []


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TABLE = Enclosed(
    name="Tabel IPM 2010–2025 – Provinsi Jambi (rév. 2).xlsx", type=XLSX, content=b"PK\x03\x04\r\n.\r\n\x00\xff"
)
FILES = [
    TABLE,
    Enclosed(name="data.csv", type="text/csv", content=b"wilayah;ipm\r\nJambi;73,4\r\n"),
    Enclosed(name='surat; "asli".bin', type="application/octet-stream", content=bytes(range(256))),
]


def test_files_arrive_with_their_names_their_types_and_every_byte(office: PostOffice) -> None:
    assert SmtpSender(account(office)).send(replace(LETTER, files=FILES)) == Sent("<f00d@bps.example.com>")
    mail = office.mails[0]
    assert mail.get_content_type() == "multipart/mixed"
    text, *parts = mail.iter_parts()
    assert text.get_content().replace("\r\n", "\n").rstrip() == WORDS.rstrip()
    told = [(part.get_filename(), part.get_content_type(), part.get_payload(decode=True)) for part in parts]
    assert told == [(file.name, file.type, file.content) for file in FILES]
    assert all(part.get_content_disposition() == "attachment" for part in parts)
    raw = office.envelopes[0].content
    assert isinstance(raw, bytes)
    assert b"filename*0*=utf-8''Tabel%20IPM" in raw or b"filename*=utf-8''Tabel%20IPM" in raw  # RFC 2231
    assert max(map(len, raw.split(b"\r\n"))) <= 998


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("552 5.3.4 Message size exceeds fixed limit", NotSent(Problem.TOO_LARGE, final=True)),
        ("552 Message too big", NotSent(Problem.TOO_LARGE, final=True)),
        ("552 5.2.2 Over quota", NotSent(Problem.REFUSED_MESSAGE, final=True)),
    ],
)
def test_a_letter_too_large_for_the_server_is_told_apart(office: PostOffice, answer: str, outcome: NotSent) -> None:
    office.at_data = answer
    assert SmtpSender(account(office)).send(replace(LETTER, files=[TABLE])) == outcome


def test_the_largest_letter_of_an_officer_fits_a_mailbox_of_twenty_five_megabytes(office: PostOffice) -> None:
    files = [replace(TABLE, content=bytes(LARGEST_TOGETHER // 2))] * 2
    assert isinstance(SmtpSender(account(office)).send(replace(LETTER, files=files)), Sent)
    raw = office.envelopes[0].content
    assert isinstance(raw, bytes)
    assert LARGEST_TOGETHER < len(raw) < 25_000_000


@pytest.fixture
def connected(crew: Company, office: PostOffice) -> Company:
    """An office whose mailbox is connected."""
    crew.parts.connections = {crew.office.code: Connections(email=account(office))}
    return crew


def worker(crew: Company, office: PostOffice) -> PostWorker:
    return PostWorker(SmtpSender(account(office)), Post(crew.parts, crew.office, "email"), lambda work: work(), Event())


def test_an_answer_waits_for_as_long_as_the_server_is_off_and_staff_see_why(
    connected: Company, office: PostOffice
) -> None:
    crew, rina = connected, connected.desk("rina")
    said = Said(text="Mohon data", subject="IPM", mark="<1@example.com>")
    request = crew.desk(None).hear(Asked(channel="email", said=said, email="zzkanari@example.com")).case.stored.id
    rina.answer_request(request, "ZZJAWABAN terlampir")
    office.closes()
    with capture_logs() as told:
        for _ in range(MOST_TRIES + 3):
            assert worker(crew, office).run_once()
            crew.clock.passes(hours=1)
    waits = rina.read_request(request).messages[1].stored
    assert (waits.delivery, waits.problem) == ("queued", "unreachable")
    office.opens()
    assert worker(crew, office).run_once()
    sent = rina.read_request(request).messages[1].stored
    assert (sent.delivery, sent.problem) == ("sent", None)
    assert office.mails[0]["In-Reply-To"] == "<1@example.com>"
    assert not worker(crew, office).run_once()
    assert "zz" not in repr(told).lower()


def test_a_server_killed_while_it_sends_sends_the_same_letter_again(connected: Company, office: PostOffice) -> None:
    crew, post = connected, Post(connected.parts, connected.office, "email")
    asked = Asked(channel="email", said=Said(text="Mohon data", mark="<1@example.com>"), email="faiz@example.com")
    request = crew.desk(None).hear(asked).case.stored.id
    crew.desk("rina").answer_request(request, "Terlampir")
    letter = post.next_letter()
    assert letter is not None
    assert post.began(letter)
    SmtpSender(account(office)).send(letter)  # and here the power fails
    assert not worker(crew, office).run_once()
    crew.clock.passes(seconds=timedelta(minutes=5).total_seconds())
    assert worker(crew, office).run_once()
    first, second = (mail["Message-ID"] for mail in office.mails)
    assert first == second
    answered = Said(text="Terima kasih", mark="<2@example.com>", answers_to=[first])
    heard = crew.desk(None).hear(Asked(channel="email", said=answered, email="faiz@example.com"))
    assert heard.case.stored.id == request
