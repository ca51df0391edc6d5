"""A sixth office is a file: Kota Pariaman promises five minutes after the electronic guest book (SK 038A/2023)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from shared.domain.ticket import Ticket
from shared.front_desk.guest_book import Said
from shared.offices import SHIPPED, load_offices
from tests.cast import PAGES, THURSDAY, Company, HandClock

SENTENCE = "Pengguna layanan akan dilayani maksimal 5 menit setelah mengisi buku tamu elektronik"


def write_pariaman(folder: Path) -> None:
    """The file that somebody at that office would write, beginning with a shipped one."""
    text = (SHIPPED / "kota-pekanbaru.toml").read_text(encoding="utf-8")
    head, walk_in = text.split("[standard.walk_in]")
    before, promise = walk_in.split("sentence = ", 1)
    published, rest = promise.split("\n", 1)
    for old, new in (
        ('code = "kota-pekanbaru"', 'code = "kota-pariaman"'),
        ("[standard]\n", '[guest_book]\norder = "book_first"\n\n[standard]\n'),
    ):
        assert old in head
        head = head.replace(old, new)
    rest = rest.replace("limit_seconds = 600", "limit_seconds = 300")
    rest = rest.replace('start = "previous_visitor_finished"', 'start = "guest_book_filled"')
    rest = rest.replace(published.strip('"'), SENTENCE)
    (folder / "kota-pariaman.toml").write_text(
        f'{head}[standard.walk_in]{before}sentence = "{SENTENCE}"\n{rest}', encoding="utf-8"
    )


@pytest.fixture
def pariaman(crew: Company, tmp_path: Path) -> Company:
    """The crew at the office of the file."""
    write_pariaman(tmp_path)
    office = load_offices(tmp_path, today=THURSDAY)["kota-pariaman"]
    assert office.guest_book.order == "book_first"
    # The company's rows carry its own code; everything else comes from the file.
    crew.office = replace(office, code=crew.office.code)
    return crew


def registers(crew: Company, name: str) -> Ticket:
    """A visitor fills in the guest book at the kiosk, and has a number then."""
    crew.desk("kiosk", key=name).write_guest_book(None, Said(service="K", answers={"name": name}))
    return crew.desk("kiosk", key=name).take("K", "id", False, PAGES, name)


@pytest.mark.parametrize(("seconds", "verdict"), [(300, "kept"), (301, "missed")])
def test_the_clock_of_pariaman_begins_when_the_guest_book_is_filled(
    pariaman: Company, clock: HandClock, seconds: int, verdict: str
) -> None:
    clock.at("09:00")
    registers(pariaman, "first")
    pariaman.serve("rina", 1)
    clock.at("09:10")
    second = registers(pariaman, "second")
    pariaman.desk("rina").finish(1)
    clock.passes(seconds=seconds)
    pariaman.serve("rina", 1)
    pariaman.desk("rina").finish(1)
    clock.passes(days=1)
    pariaman.desk(None).turn_the_day()
    visits = pariaman.desk(None).reading(lambda records: records.judged_visits(THURSDAY, THURSDAY))
    [judged] = [logged.visit for logged in visits if logged.number == second.label]
    assert (judged.clock_seconds, judged.verdict) == (seconds, verdict)
