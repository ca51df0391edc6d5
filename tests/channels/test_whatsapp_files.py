"""Files that come and go by WhatsApp, from the desk to a played provider."""

from __future__ import annotations

from threading import Event

import pytest

from shared.channels import (
    Delivered,
    FetchWorker,
    NotFetched,
    PostWorker,
    Problem,
    Report,
)
from shared.channels.whatsapp.media import CloudFetcher
from shared.channels.whatsapp.sender import CloudSender
from shared.front_desk.requests import FileNamed, FileSent
from shared.front_desk.requests.files import Files
from tests.cast import Company
from tests.channels.cloud import PlayedCloud
from tests.channels.test_whatsapp_desk import asked, cloud, connected, last, post, thread

__all__ = ["cloud", "connected"]
SURAT = FileNamed(name="surat.pdf", type="application/pdf", source="9000")


def files_worker(crew: Company, cloud: PlayedCloud) -> FetchWorker:
    files = Files(crew.parts, crew.office, "whatsapp")
    return FetchWorker(CloudFetcher(cloud.account()), files, lambda work: work(), Event())


def test_a_file_is_fetched_after_the_words_are_safe(connected: Company, cloud: PlayedCloud) -> None:
    request = asked(connected, named_files=[SURAT])
    assert thread(connected, request)[0].missing == {1: "waits"}
    with pytest.raises(Exception, match="file_awaited"):
        connected.desk("rina").read_file(request, 1, 1)
    cloud.files["9000"] = b"%PDF-1.7"
    worker = files_worker(connected, cloud)
    assert worker.run_once()
    assert not worker.run_once()
    assert connected.desk("rina").read_file(request, 1, 1) == ("surat.pdf", "application/pdf", b"%PDF-1.7")
    assert thread(connected, request)[0].missing == {}
    assert thread(connected, request)[0].files == [(1, "surat.pdf", 8)]


def test_a_file_that_is_gone_is_named_so_and_an_officer_may_ask_again(connected: Company, cloud: PlayedCloud) -> None:
    request = asked(connected, named_files=[SURAT])
    worker = files_worker(connected, cloud)
    assert worker.run_once()
    assert thread(connected, request)[0].missing == {1: "gone"}
    assert not worker.run_once()
    cloud.files["9000"] = b"%PDF-1.7"
    connected.desk("rina").fetch_file(request, 1, 1)
    assert thread(connected, request)[0].missing == {1: "waits"}
    assert worker.run_once()
    assert thread(connected, request)[0].missing == {}
    with connected.refuses("unknown_file"):
        connected.desk("rina").fetch_file(request, 1, 1)


def test_a_file_waits_for_an_ill_peer_and_for_no_restart(connected: Company, cloud: PlayedCloud) -> None:
    request = asked(connected, named_files=[SURAT])
    cloud.files["9000"] = b"%PDF-1.7"
    cloud.ill.append((503, b""))
    assert files_worker(connected, cloud).run_once()
    assert thread(connected, request)[0].missing == {1: "waits"}
    assert not files_worker(connected, cloud).run_once()
    connected.clock.passes(minutes=2)
    assert files_worker(connected, cloud).run_once()
    assert thread(connected, request)[0].missing == {}


def test_a_file_of_somebody_erased_is_never_fetched(connected: Company, cloud: PlayedCloud) -> None:
    request = asked(connected, named_files=[SURAT])
    connected.desk("sari").erase_request(request)
    worker = files_worker(connected, cloud)
    assert not worker.run_once()
    assert cloud.paths == []
    files = Files(connected.parts, connected.office, "whatsapp")
    assert files.next_file() is None


def test_a_file_under_way_is_fetched_by_one_process_alone(connected: Company) -> None:
    asked(connected, named_files=[SURAT])
    files = Files(connected.parts, connected.office, "whatsapp")
    file = files.next_file()
    assert file is not None
    assert [files.began(file), files.began(file)] == [True, False]
    connected.clock.passes(minutes=5)
    assert files.began(file)
    files.ended(file, NotFetched(Problem.BROKEN))


def test_an_answer_goes_out_with_its_files_and_one_that_is_refused_is_left_to_the_officer(
    connected: Company, cloud: PlayedCloud
) -> None:
    request = asked(connected)
    table = FileSent(name="Tabel IPM.pdf", type="", content=b"%PDF-1.7 tabel")
    packed = FileSent(name="mikro.zip", type="application/zip", content=b"PK")
    connected.desk("rina").answer_request(request, "Terlampir.", files=[table])
    worker = PostWorker(CloudSender(cloud.account()), post(connected), lambda work: work(), Event())
    assert worker.run_once()
    assert last(connected, request) == ("sent", None)
    assert [content for _, _, content in cloud.uploads] == [b"%PDF-1.7 tabel"]
    assert cloud.messages[1]["document"] == {"id": "media-1", "filename": "Tabel IPM.pdf"}
    assert post(connected).reported(Report("wamid.OUT2", Delivered(), (request, 2)))
    assert last(connected, request) == ("delivered", None)
    connected.desk("rina").answer_request(request, "Sekali lagi.", files=[table, packed])
    assert worker.run_once()
    assert last(connected, request) == ("failed", "refused_file")
    assert len(cloud.messages) == 2
