"""Any mail is opened: its words, files and thread are found, machines are told from people, and nothing is refused."""

from __future__ import annotations

import base64
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.channels.email.incoming import Aside, Bounce, Delay, IncomingLetter
from shared.channels.email.opening import opened

WORDS = "Mohon data IPM 2010–2025 – Sdr. Renée ✓"
HEAD = (
    "From: Mohammad Faiz <tamu13@example.com>\r\nTo: pst@bps.example.com\r\n"
    "Subject: Data IPM\r\nMessage-ID: <1@example.com>\r\n"
)


def raw(body: str | bytes, head: str = HEAD, kind: str = "text/plain; charset=utf-8", **more: str) -> bytes:
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in more.items())
    top = f"{head}MIME-Version: 1.0\r\nContent-Type: {kind}\r\n{lines}\r\n".encode()
    return top + (body.encode() if isinstance(body, str) else body)


def letter(mail: bytes) -> IncomingLetter:
    found = opened(mail)
    assert isinstance(found, IncomingLetter), found
    return found


def composed() -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = "“Faiz” – Renée <tamu13@example.com>"
    mail["To"] = "pst@bps.example.com"
    mail["Subject"] = f"Permohonan: {WORDS}"
    mail["Message-ID"] = "<1@example.com>"
    return mail


@pytest.mark.parametrize("how", ["7bit", "8bit", "quoted-printable", "base64"])
def test_words_arrive_as_they_were_written_however_they_were_wrapped(how: str) -> None:
    mail = composed()
    if how == "7bit":
        mail.set_content("Mohon data IPM")
    else:
        mail.set_content(WORDS, cte=how)
    found = letter(mail.as_bytes(policy=SMTP.clone(cte_type="8bit")))
    assert found.text == ("Mohon data IPM" if how == "7bit" else WORDS)
    assert (found.subject, found.name) == (f"Permohonan: {WORDS}", "“Faiz” – Renée")
    assert (found.address, found.mark) == ("tamu13@example.com", "<1@example.com>")


@pytest.mark.parametrize(
    ("claimed", "wrote"),
    [
        ("us-ascii", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("windows-1252", "windows-1252"),
        ("us-ascii", "windows-1252"),
        ("x-unknown", "utf-8"),
        ("utf-8", "windows-1252"),
        ("utf-16", "utf-16"),
        ('"', "utf-8"),
    ],
)
def test_a_charset_that_lies_does_no_harm(claimed: str, wrote: str) -> None:
    said = "Data – Renée"
    body = base64.b64encode(said.encode(wrote))
    mail = raw(body, kind=f"text/plain; charset={claimed}", Content_Transfer_Encoding="base64")
    assert letter(mail).text == said


def test_headers_in_bare_bytes_and_words_cut_in_the_middle_of_a_letter_are_read() -> None:
    half = base64.b64encode("é ✓".encode()[:4]).decode(), base64.b64encode("é ✓".encode()[4:]).decode()
    head = f"From: Renée – PST <a@example.com>\r\nSubject: =?utf-8?B?{half[0]}?= =?utf-8?B?{half[1]}?=\r\n"
    found = letter(raw("x", head))
    assert (found.name, found.subject) == ("Renée – PST", "é ✓")
    assert found.mark.startswith("sha256:")
    assert letter(raw("x", "From: a@example.com\r\nSubject: =?utf-8?B?%%%?= data\r\n")).subject != ""


def test_html_becomes_what_a_person_reads_with_nothing_run_and_quotes_kept() -> None:
    html = (
        "<html><head><title>x</title><style>p{color:red}</style><body><script>alert(1)</script><p>Mohon&nbsp;data "
        '<b>IPM</b></p><ul><li>2010</li><li>2025</li></ul><a href="https://bps.go.id/x">tautan</a>'
        '<img src="https://jejak.example.com/1.gif"><blockquote><p>kata lama</p></blockquote></body></html>'
    )
    found = letter(raw(html, kind="text/html; charset=utf-8"))
    assert found.text == "Mohon data IPM\n\n- 2010\n\n- 2025\n\ntautan (https://bps.go.id/x)\n\n> kata lama"
    assert letter(raw("<style>p {} <p>Mohon data", kind="text/html")).text.endswith("Mohon data")


def test_the_plain_words_win_and_files_keep_safe_names() -> None:
    mail = composed()
    mail.set_content(f"{WORDS}\n> kutipan lama")
    mail.add_alternative(f"<p>{WORDS}</p>", subtype="html")
    mail.add_attachment(b"%PDF-1", maintype="application", subtype="pdf", filename="../../surat – izin\u202efdp.exe")
    mail.add_attachment("BEGIN:VCALENDAR", subtype="calendar")
    mail.add_attachment(b"x", maintype="application", subtype="octet-stream", filename=f"{'a' * 300}.xlsx")
    found = letter(mail.as_bytes())
    assert found.text == f"{WORDS}\n> kutipan lama"
    assert [(file.name, file.type) for file in found.files[:2]] == [
        ("surat – izinfdp.exe", "application/pdf"),
        ("undangan.ics", "text/calendar"),
    ]
    assert found.files[0].content == b"%PDF-1"
    assert found.files[2].name.endswith(".xlsx")
    assert len(found.files[2].name) <= 120


def test_an_enciphered_mail_and_one_within_a_mail_are_files() -> None:
    secret = raw(base64.b64encode(b"0\x80"), kind="application/pkcs7-mime", Content_Transfer_Encoding="base64")
    assert [file.name for file in letter(secret).files] == ["smime.p7m"]
    outer = composed()
    outer.set_content("Lihat terlampir")
    inner = composed()
    inner.set_content("di dalam")
    outer.add_attachment(inner)
    found = letter(outer.as_bytes())
    assert (found.text, found.files[0].name) == ("Lihat terlampir", "pesan.eml")
    assert b"di dalam" in found.files[0].content


@pytest.mark.parametrize(
    ("mail", "text"),
    [
        (raw("--b\r\nContent-Type: text/plain\r\n\r\nTanpa akhir", kind="multipart/mixed; boundary=b"), "Tanpa akhir"),
        (raw("Tanpa batas", kind="multipart/mixed"), "Tanpa batas"),
        (raw("Batas lain", kind="multipart/mixed; boundary=b"), "Batas lain"),
        (raw("Kata", kind="teks"), "Kata"),
        (raw("Kata=ZZ =C3", Content_Transfer_Encoding="quoted-printable"), "Kata=ZZ Ã"),
        (raw(""), ""),
    ],
)
def test_a_broken_mail_is_read_as_far_as_it_goes(mail: bytes, text: str) -> None:
    found = letter(mail)
    assert (found.text, found.files) == (text, [])


def test_a_mail_with_too_many_parts_is_kept_whole() -> None:
    parts = "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n" * 600
    assert [file.name for file in letter(raw(parts, kind="multipart/mixed; boundary=b")).files] == ["e-mail.eml"]
    deep = "".join(f"--{n}\r\nContent-Type: multipart/mixed; boundary={n + 1}\r\n\r\n" for n in range(100))
    assert [file.name for file in letter(raw(deep, kind="multipart/mixed; boundary=0")).files] == ["e-mail.eml"]


def test_what_has_no_header_at_all_is_unreadable() -> None:
    assert opened(b"\x00\xff\x00\xfe" * 100) is Aside.UNREADABLE
    assert opened(b"") is Aside.UNREADABLE


@given(st.binary(max_size=300))
def test_no_bytes_at_all_raise_anything(noise: bytes) -> None:
    assert opened(noise) is not None
    assert opened(HEAD.encode() + noise) is not None
    assert opened(HEAD.encode() + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + noise) is not None


def test_a_thread_is_followed_and_an_answer_goes_where_the_writer_wants_it() -> None:
    head = HEAD + "References: <0@x>\r\n <f00d@bps.example.com>\r\nIn-Reply-To: <f00d@bps.example.com>\r\n"
    found = letter(raw("Terima kasih", head + "Reply-To: Kantor <kantor@example.com>\r\n"))
    assert list(found.answers_to) == ["<0@x>", "<f00d@bps.example.com>"]
    assert found.address == "kantor@example.com"


SURE = [
    "Auto-Submitted: auto-replied (vacation)",
    "Auto-Submitted: Auto-Replied; owner=x",
    "Precedence: auto_reply",
    "X-Autoreply: yes",
    "Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
    "Return-Path: <>\r\nSubject: Balasan otomatis: Data IPM",
    "Auto-Submitted: auto-generated\r\nSubject: =?utf-8?Q?Automatic_reply=3A?= Permintaan Anda",
]
UNSURE = [
    "Auto-Submitted: auto-generated; owner=x",
    "X-Auto-Response-Suppress: DR, OOF",
    "X-Auto-Response-Suppress: All",
    "Precedence: bulk",
    "Precedence: junk",
    "Precedence: list",
    "List-Id: <warga.example.com>",
    "Return-Path: <>",
    "Subject: Balasan otomatis kantor kami kacau\r\nPrecedence: bulk",
]
NO_SIGN = ["Auto-Submitted: no", "X-Auto-Response-Suppress: DR, RN", "X-Autoreply: no", "Subject: Otomatisasi"]


def signed(*lines: str) -> IncomingLetter:
    return letter("\r\n".join(["From: a@example.com", *lines, "", "Mohon data"]).encode())


@pytest.mark.parametrize("line", SURE)
def test_an_auto_reply_is_known_for_one(line: str) -> None:
    found = signed(line)
    assert (found.by_machine, found.ungreeted) == (True, True)


@pytest.mark.parametrize("line", UNSURE)
def test_a_letter_that_a_list_or_a_ticket_system_passed_on_is_somebodys_word_and_is_not_greeted(line: str) -> None:
    found = signed(line)
    assert (found.by_machine, found.ungreeted, found.text) == (False, True, "Mohon data")


@pytest.mark.parametrize("line", NO_SIGN)
def test_a_person_is_taken_for_one(line: str) -> None:
    found = signed(line)
    assert (found.by_machine, found.ungreeted) == (False, False)


UNDOUBTED = [line for line in [*UNSURE, *NO_SIGN] if "Subject" not in line]


@given(st.lists(st.sampled_from(UNDOUBTED), unique=True), st.sampled_from(SURE))
def test_however_many_doubtful_signs_make_no_auto_reply_and_hide_none(doubtful: list[str], sure: str) -> None:
    assert not signed(*doubtful).by_machine
    assert signed(sure, *doubtful).by_machine


def returned(action: str, kind: str = "multipart/report; report-type=delivery-status; boundary=b") -> bytes:
    return raw(
        "--b\r\nContent-Type: text/plain\r\n\r\nMaaf\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        f"Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; x@example.com\r\nAction: {action}\r\nStatus: 5.1.1\r\n"
        "\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <f00d@bps.example.com>\r\nSubject: x\r\n--b--",
        "From: MAILER-DAEMON@mx.example.com\r\nReturn-Path: <>\r\nSubject: Undelivered Mail\r\n",
        kind,
    )


def test_a_letter_that_came_back_is_named() -> None:
    assert opened(returned("failed")) == Bounce(["<f00d@bps.example.com>"])
    assert opened(returned("delayed")) == Delay()
    plain = raw(
        "Hi. This is the qmail-send program.\n\n--- Below this line is a copy\n\nMessage-Id: <f00d@bps.example.com>\n",
        "From: MAILER-DAEMON@mx.example.com\r\nSubject: failure notice\r\n",
    )
    assert opened(plain) == Bounce(["<f00d@bps.example.com>"])


def test_a_person_who_passes_such_a_notice_on_is_heard() -> None:
    passed = raw(
        "--o\r\nContent-Type: text/plain\r\n\r\nKenapa kembali?\r\n--o\r\nContent-Type: message/rfc822\r\n\r\n"
        + returned("failed").decode()
        + "\r\n--o--",
        kind="multipart/mixed; boundary=o",
    )
    assert letter(passed).text == "Kenapa kembali?"
