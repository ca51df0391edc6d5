"""Killed at any moment, a mail is taken once and never lost; and no word of it is written into a log."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from shared.channels.email.incoming import Aside
from shared.channels.email.mailbox import Found, Mailbox
from shared.channels.email.watcher import MOST_FAILURES
from shared.doctor import examine
from shared.front_desk.requests.letterbox import Letterbox
from shared.settings import Settings
from tests.channels.kediri import CODE, Kediri, channels_file, written
from tests.channels.mail_host import MailHost
from tests.channels.post_office import PostOffice
from tests.running import prepared, until

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH")  # the password stays on this machine
MAILS = 12
BROKEN = b"\x00\xff garbage without any header \xfe\r\n" * 20


class PowerCutError(BaseException):
    """The machine is off: nothing of ours runs any more."""


class CutAfterFetching(Mailbox):
    def mail(self, uid: int) -> Found | None:
        super().mail(uid)
        raise PowerCutError


class CutBeforeMarking(Mailbox):
    def settle(self, uid: int) -> None:
        raise PowerCutError(uid)


def test_a_note_that_another_process_makes_meanwhile_is_not_lost(kediri: Kediri) -> None:
    """Both watch one mailbox: the second sets a mail aside while the first asks which of the old ones still wait."""

    class Meanwhile(Mailbox):
        def still_flagged(self, uids: Iterable[int]) -> list[int]:
            if kediri.host.flags() == ["F"]:
                kediri.receives(BROKEN)
                assert kediri.looks()
            return super().still_flagged(uids)

    kediri.receives(BROKEN)
    kediri.looks()
    assert kediri.watcher_with(Meanwhile(kediri.account)).look()
    assert kediri.host.flags() == ["F", "F"]
    assert dict(kediri.state().aside) == {"unreadable": 2}
    kediri.host.store(1, "-FLAGS", "\\Flagged")
    kediri.looks()
    assert dict(kediri.state().aside) == {"unreadable": 1}


@pytest.mark.parametrize(("cut", "stored"), [(CutAfterFetching, 0), (CutBeforeMarking, 1)])
@pytest.mark.parametrize("looked_before", [False, True])
def test_a_power_cut_between_fetching_storing_and_marking_loses_and_doubles_nothing(
    kediri: Kediri, cut: type[Mailbox], stored: int, looked_before: bool
) -> None:
    if looked_before:
        kediri.looks()
    kediri.receives(written(), written("Hal lain", sender="lain@example.com"))
    with pytest.raises(PowerCutError):
        kediri.watcher_with(cut(kediri.account)).look()
    assert (len(kediri.inbox()), kediri.host.flags()) == (stored, ["", ""])
    kediri.looks()
    assert (len(kediri.inbox()), kediri.host.flags()) == (2, ["S", "S"])
    kediri.looks()
    assert len(kediri.inbox()) == 2
    assert len(kediri.sends()) == 2


def test_a_greeting_that_a_power_cut_prevented_is_sent_afterwards(
    kediri: Kediri, monkeypatch: pytest.MonkeyPatch
) -> None:
    kediri.receives(written())

    def cut(*_: Any) -> bool:
        raise PowerCutError

    with monkeypatch.context() as patched:
        patched.setattr(Letterbox, "greet_request", cut)
        with pytest.raises(PowerCutError):
            kediri.looks()
    assert len(kediri.inbox()) == 1
    kediri.looks()
    assert [mail["To"] for mail in kediri.sends()] == ["tamu13@example.com"]


def test_a_mail_that_breaks_whatever_takes_it_blocks_the_next_for_a_while_and_not_for_ever(
    kediri: Kediri, monkeypatch: pytest.MonkeyPatch
) -> None:
    kediri.receives(written("Racun ZZKANARI"), written())
    take = Letterbox.take

    def poisoned(letterbox: Letterbox, found: Found) -> Aside | None:
        if "Racun" in getattr(found.opened, "text", ""):
            raise KeyError("Racun ZZKANARI")
        return take(letterbox, found)

    monkeypatch.setattr(Letterbox, "take", poisoned)
    with capture_logs() as told:
        for _ in range(MOST_FAILURES - 1):
            assert not kediri.looks()
            assert kediri.state().problem == "broken"
        assert kediri.looks()
    assert (len(kediri.inbox()), kediri.host.flags()) == (1, ["F", "S"])
    assert (kediri.state().problem, dict(kediri.state().aside)) == (None, {"unreadable": 1})
    assert "ZZKANARI" not in repr(told)


def test_a_greeting_leads_to_the_page_on_which_the_request_is_followed(kediri: Kediri) -> None:
    kediri.receives(written("Dear sir, please send the data to me. Thank you.", "Data of the city"))
    kediri.looks()
    words = kediri.sends()[0].get_content()
    assert "Follow this request at:" in words
    link = next(line for line in words.splitlines() if "https://pst.example.com/" in line)
    path = link[link.index("https://pst.example.com/") :].removeprefix("https://pst.example.com").strip()
    page = kediri.house.app.test_client().get(path, headers={"Accept": "text/html"})
    assert page.status_code == 200


def test_doctor_signs_in_and_says_what_to_do(
    tmp_path: Path, host: MailHost, office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> dict[str, tuple[bool, str]]:
        found = examine(Settings(data_dir=tmp_path, database_url="sqlite:///none", channels_file=file))
        return {one.name: (one.well, one.seen) for one in found if "mail" in one.name or "channels" in one.name}

    file = channels_file(tmp_path, host, office)
    well = {
        "channels file": (True, "mode 600"),
        f"reading mail of {CODE}": (True, "lets us in"),
        f"sending mail of {CODE}": (True, "lets us in"),
    }
    assert told() == well
    file.chmod(0o644)
    assert told()["channels file"] == (False, "mode 644")
    text = file.read_text()
    file.write_text(text.replace("ZZRAHASIA", "salah"))
    assert told()[f"reading mail of {CODE}"] == (False, "refused login")
    assert told()[f"sending mail of {CODE}"] == (False, "refused login")
    file.write_text(text.replace("kota-kediri", "kota-kedirj"))
    assert told()["channels of"] == (False, "kota-kedirj")
    assert office.mails == []


def test_a_real_server_killed_while_it_takes_mails_has_each_of_them_once(host: MailHost, office: PostOffice) -> None:
    """kill -9 as soon as one more stands in the inbox, twice; then it may go on."""
    with prepared(office=CODE, PST_LOG_LEVEL="DEBUG") as server:
        server.data_dir.mkdir()
        channels_file(server.data_dir, host, office)
        token = server.token("officer", name="Tono")

        def numbers() -> list[str]:
            return sorted(row["number"] for row in server.get("/counter/requests", token).data["requests"])

        for before in (0, MAILS):
            for place in range(before, before + MAILS):
                host.receives(written(f"ZZKANARI nomor {place}", f"ZZKANARI {place}", f"kanari{place}@example.com"))
            server.start()
            until(lambda least=before: len(numbers()) > least, what="no mail was taken")  # type: ignore[misc]
            server.kill()
        server.start()
        until(lambda: host.flags() == ["S"] * 2 * MAILS, what=f"{host.flags()}")
        assert numbers() == [f"EM-2026-{number:04d}" for number in range(1, 2 * MAILS + 1)]
        server.stop()
        letters = {(mail["To"], mail["Message-ID"]) for mail in office.mails}  # one sent twice is known by its name
        assert len(letters) == len({to for to, _ in letters})
        assert letters
        for secret in ("ZZKANARI", "kanari", "ZZRAHASIA"):
            assert secret not in server.log()


def test_an_address_that_nobody_can_be_reached_at_is_kept_for_the_officer(kediri: Kediri) -> None:
    kediri.receives(written(sender="Faiz <faiz@localhost>"), b"Subject: Tanpa pengirim\r\n\r\nMohon data\r\n")
    kediri.looks()
    first, second = (kediri.thread(row["id"]) for row in kediri.inbox())
    assert first.person == {"name": "Faiz <faiz@localhost>"}
    assert second.person == {}
    assert second.messages[0].words["text"] == "Mohon data"
    assert kediri.sends() == []


def test_two_letters_under_one_name_are_both_kept(kediri: Kediri) -> None:
    """Copiers that scan to mail give every letter the same Message-ID."""
    one, other = (written(text, name="<scan@copier.example.com>") for text in ("Pindaian satu", "Pindaian dua"))
    kediri.receives(one, other, other)
    kediri.looks()
    assert [kediri.thread(row["id"]).messages[0].words["text"] for row in kediri.inbox()] == [
        "Pindaian satu",
        "Pindaian dua",
    ]
