"""Files of requests: sealed apart from their names, read as they were written, and one broken seal holds nobody up."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from shared.channels import CloudAccount, Connections
from shared.database.records.attachments import StoredAttachment
from shared.front_desk.requests import Asked, FileNamed, FileSent, Said
from shared.front_desk.requests.files import Files
from shared.front_desk.requests.post import Post
from shared.vault import Unreadable
from tests.cast import Company

SURAT = FileSent(name="surat.pdf", type="application/pdf", content=b"%PDF-1.7 \x00\xff")
PETA = FileSent(name="peta.png", type="image/png", content=b"\x89PNG")
NOISE = b"\x07" * 64
ACCOUNT = CloudAccount(phone_number_id="1", token="t", app_secret="s", verify_token="v")


@pytest.fixture
def connected(crew: Company) -> Company:
    crew.parts.connections = {crew.office.code: Connections(whatsapp=ACCOUNT)}
    return crew


def asked(crew: Company, phone: str = "0812-0000-0013", **said: Any) -> int:
    whole = Asked(channel="whatsapp", said=Said(text="Mohon IPM", **said), phone=phone)
    return crew.desk(None).hear(whole).case.stored.id


def listed(crew: Company, request: int) -> list[tuple[int, str, int]]:
    return list(crew.desk("rina").read_request(request).messages[0].files)


def stored(crew: Company, request: int, position: int = 1) -> StoredAttachment:
    found = crew.desk(None).reading(lambda records: records.attachment(request, 1, position))
    assert found is not None
    return found


def kept(crew: Company, request: int, position: int = 1) -> bytes | None:
    file = stored(crew, request, position)
    return crew.desk(None).reading(lambda records: records.sealed_file(file))


def rewrite(crew: Company, request: int, position: int = 1, **columns: Any) -> None:
    """What a failing disk, or an older version, has left in a row."""
    crew.desk(None).perform(lambda work: work.records.change_attachment(request, 1, position, **columns))


def old_seal(crew: Company, request: int, **words: str) -> bytes:
    """As versions before 0016 sealed a file: name, type and bytes in one."""
    case = crew.desk("rina").read_request(request).case.stored
    visitor = crew.desk(None).reading(lambda records: records.visitor(case.visitor))
    assert visitor is not None
    assert visitor.wrapped is not None
    return crew.parts.vault.seal(visitor.wrapped, crew.office.code, visitor.id, "file", words)


def test_a_list_of_files_opens_their_names_alone(crew: Company) -> None:
    request = asked(crew, files=[SURAT, PETA])
    rewrite(crew, request, sealed=NOISE)
    assert listed(crew, request) == [(1, "surat.pdf", 11), (2, "peta.png", 4)]
    assert stored(crew, request).whole is None
    with pytest.raises(Unreadable):
        crew.desk("rina").read_file(request, 1, 1)
    assert crew.desk("rina").read_file(request, 1, 2) == ("peta.png", "image/png", b"\x89PNG")


def test_a_file_is_kept_as_large_as_it_is(crew: Company) -> None:
    request = asked(crew, files=[FileSent(name="besar.zip", type="application/zip", content=b"x" * 300_000)])
    sealed = kept(crew, request)
    assert sealed is not None
    assert 0 < len(sealed) - 300_000 < 100


def test_a_seal_belongs_to_its_file_and_opens_under_no_other_name(crew: Company) -> None:
    request = asked(crew, files=[SURAT, PETA])
    rewrite(crew, request, 2, sealed=kept(crew, request, 1))
    with pytest.raises(Unreadable):
        crew.desk("rina").read_file(request, 1, 2)


def test_a_file_from_before_names_were_sealed_apart_is_read_as_it_was(crew: Company) -> None:
    request = asked(crew, files=[PETA])
    content = base64.b64encode(b"%PDF-1").decode()
    rewrite(
        crew,
        request,
        named=None,
        sealed=old_seal(crew, request, name="lama.pdf", type="application/pdf", content=content),
    )
    assert listed(crew, request) == [(1, "lama.pdf", 4)]
    assert crew.desk("rina").read_file(request, 1, 1) == ("lama.pdf", "application/pdf", b"%PDF-1")


def test_a_file_that_was_awaited_before_names_were_sealed_apart_still_comes(connected: Company) -> None:
    request = asked(connected, named_files=[FileNamed(name="x", type="x/x", source="1")])
    seal = old_seal(connected, request, name="lama.pdf", type="application/pdf", source="9000")
    rewrite(connected, request, named=None, sealed=seal)
    files = Files(connected.parts, connected.office, "whatsapp")
    with connected.refuses("file_awaited"):
        connected.desk(None).own_file(request, 1, 1)
    file = files.next_file()
    assert file is not None
    assert file.source == "9000"
    files.ended(file, b"%PDF-1.7")
    assert connected.desk("rina").read_file(request, 1, 1) == ("lama.pdf", "application/pdf", b"%PDF-1.7")


def test_of_an_erased_file_neither_name_nor_bytes_are_left(crew: Company) -> None:
    request = asked(crew, files=[SURAT])
    crew.desk("sari").erase_request(request)
    assert (stored(crew, request).named, kept(crew, request)) == (None, None)
    with crew.refuses("unknown_file"):
        crew.desk(None).own_file(request, 1, 1)


def test_a_file_with_a_broken_seal_is_named_so_and_its_thread_is_read(crew: Company) -> None:
    request = asked(crew, files=[SURAT, PETA])
    rewrite(crew, request, named=NOISE)
    said = crew.desk("rina").read_request(request).messages[0]
    assert (said.words["text"], said.missing) == ("Mohon IPM", {1: "unreadable"})
    assert said.files == [(1, "", 11), (2, "peta.png", 4)]


def test_a_broken_seal_holds_up_no_file_that_waits_behind_it(connected: Company) -> None:
    broken = asked(connected, named_files=[FileNamed(name="a", type="a/a", source="1")])
    erased = asked(connected, "0812-0000-0014", named_files=[FileNamed(name="b", type="b/b", source="2")])
    whole = asked(connected, "0812-0000-0015", named_files=[FileNamed(name="c", type="c/c", source="3")])
    rewrite(connected, broken, named=NOISE)
    connected.desk("sari").erase_request(erased)
    file = Files(connected.parts, connected.office, "whatsapp").next_file()
    assert file is not None
    assert (file.request, file.source) == (whole, "3")
    assert [stored(connected, one).problem for one in (broken, erased)] == ["unreadable", "erased"]
    with connected.refuses("unknown_file"):
        connected.desk("rina").fetch_file(erased, 1, 1)


def test_a_broken_seal_holds_up_no_letter_that_waits_behind_it(connected: Company) -> None:
    requests = [asked(connected, f"0812-0000-00{number}") for number in (13, 14)]
    for request in requests:
        connected.desk("rina").answer_request(request, "Terlampir.")
    connected.desk(None).perform(lambda work: work.records.change_message(requests[0], 2, sealed=NOISE))
    letter = Post(connected.parts, connected.office, "whatsapp").next_letter()
    assert letter is not None
    assert letter.request == requests[1]
    broken = connected.desk(None).reading(lambda records: records.message(requests[0], 2))
    assert broken is not None
    assert (broken.delivery, broken.problem) == ("failed", "unreadable")


def test_a_letter_whose_file_is_broken_goes_with_all_of_them_or_not_at_all(connected: Company) -> None:
    requests = [asked(connected, f"0812-0000-00{number}") for number in (13, 14)]
    for request in requests:
        connected.desk("rina").answer_request(request, "Terlampir.", files=[SURAT, PETA])
    connected.desk(None).perform(lambda work: work.records.change_attachment(requests[0], 2, 2, sealed=NOISE))
    letter = Post(connected.parts, connected.office, "whatsapp").next_letter()
    assert letter is not None
    assert letter.request == requests[1]
    told = [(file.name, file.type, file.content) for file in letter.files]
    assert told == [(file.name, file.type, file.content) for file in (SURAT, PETA)]
    failed = connected.desk(None).reading(lambda records: records.message(requests[0], 2))
    assert failed is not None
    assert (failed.delivery, failed.problem) == ("failed", "unreadable")


def test_an_answer_to_somebody_who_was_erased_meanwhile_is_given_up_with_its_files(connected: Company) -> None:
    request = asked(connected)
    connected.desk("rina").answer_request(request, "Terlampir.", files=[SURAT])
    connected.desk("sari").erase_request(request)
    assert Post(connected.parts, connected.office, "whatsapp").next_letter() is None
    gone = connected.desk(None).reading(lambda records: records.message(request, 2))
    assert gone is not None
    assert gone.problem == "erased"


@pytest.mark.parametrize(
    ("name", "told", "kind"),
    [
        ("data.csv", "application/vnd.ms-excel", "text/csv"),
        ("SURAT.PDF", "", "application/pdf"),
        ("peta.webp", "image/webp", "image/webp"),
        ("pesan.eml", "message/rfc822", "application/octet-stream"),
        ("tanpa", "bukan tipe\r\nBcc: x", "application/octet-stream"),
        ("tanpa.", "", "application/octet-stream"),
    ],
)
def test_a_file_is_of_the_type_that_its_name_says(crew: Company, name: str, told: str, kind: str) -> None:
    request = asked(crew)
    crew.desk("rina").answer_request(request, "Ini", files=[FileSent(name=name, type=told, content=b"x")])
    assert crew.desk("rina").read_file(request, 2, 1) == (name, kind, b"x")


def test_a_number_larger_than_any_row_is_an_unknown_file(crew: Company) -> None:
    request = asked(crew, files=[SURAT])
    for message, position in ((10**30, 1), (1, 2**63), (1, 2**31)):
        with crew.refuses("unknown_file"):
            crew.desk(None).own_file(request, message, position)
        with crew.refuses("unknown_file"):
            crew.desk("rina").fetch_file(request, message, position)
