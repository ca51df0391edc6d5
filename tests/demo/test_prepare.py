"""`pst demo` has weeks behind it and a day under way, at whatever hour it is started."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from shared.app import create_app
from shared.database import Database, OfficeRecords
from shared.database.fsck import check
from shared.demo import Told, history_from, prepare_demo
from shared.demo.people import PASSWORDS_FILE
from shared.demo.told import PAGES
from shared.domain.journal import JournalRow
from shared.domain.judged_day import LoggedVisit
from shared.domain.office import Office
from shared.domain.ticket import State
from shared.domain.wait_figures import Choice, summary
from shared.front_desk.requests import cases, inbox_of
from shared.front_desk.satisfaction import satisfaction_report
from shared.front_desk.wait_log import wait_log
from shared.printing.worker import GIVE_UP
from shared.settings import Settings
from shared.vault import Vault
from tests.cast import JAKARTA, HandClock, moment, pekanbaru

WEDNESDAY = date(2026, 11, 18)
MIDDAY = moment("14:00", WEDNESDAY)
UNOPENED = Vault(b"another key than the story's")
"""What is sealed stays sealed; only the figures are looked at."""


def demo_settings(folder: Path) -> Settings:
    """As `pst demo` sets them."""
    return Settings(
        data_dir=folder,
        database_url=f"sqlite:///{folder / 'pst.db'}",
        office="kota-pekanbaru",
        printer_url="virtual:",
        always_open=True,
        pair_loopback=True,
    )


@dataclass
class Prepared:
    """A demonstration that was prepared at a certain moment."""

    settings: Settings
    now: datetime
    told: Told
    said: list[str]

    def ask(self, question: Any) -> Any:
        """Ask the rows, as `question(records, office)`."""
        database = Database(self.settings.database_url, read_only=True)
        try:
            return database.reading(self.told.office.code, lambda records: question(records, self.told.office))
        finally:
            database.close()

    def visits(self, first: date, last: date) -> list[LoggedVisit]:
        """The visits of some days, as they stand now."""
        chosen, now = Choice(first=first, last=last), self.now.astimezone(UTC)

        def logged(records: OfficeRecords, office: Office) -> list[LoggedVisit]:
            log = wait_log(records, office, chosen, now)
            return log.visits(records, log.counted)

        return cast("list[LoggedVisit]", self.ask(logged))

    @property
    def days_told(self) -> list[str]:
        """The days that were played."""
        return [line.split()[-1] for line in self.said]


def prepared_at(folder: Path, now: datetime, history: str = "10d") -> Prepared:
    """Prepare, or prepare again, at a moment."""
    said: list[str] = []
    told = prepare_demo(demo_settings(folder), history_from(history), clock=HandClock(now), say=said.append)
    return Prepared(demo_settings(folder), now, told, said)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Prepared for the first time on a Wednesday at two; nobody changes it."""
    return prepared_at(tmp_path_factory.mktemp("demo"), MIDDAY)


@pytest.fixture
def again(first: Prepared, tmp_path: Path) -> Path:
    """A copy of it, to be prepared again."""
    return Path(shutil.copytree(first.settings.data_dir, tmp_path / "demo"))


def rows_of(records: OfficeRecords, _: Office) -> list[JournalRow]:
    return records.all_rows()


def test_the_checker_is_content_with_the_story(first: Prepared) -> None:
    report = check(first.settings.database_url)
    assert report.violations == []
    assert report.tickets > 150


def test_ten_working_days_lie_behind_it_none_of_them_a_rehearsal(first: Prepared) -> None:
    opened = [row for row in first.ask(rows_of) if row.move == "open_day"]
    *behind, today = opened
    assert [row.day for row in behind] == [date(2026, 11, day) for day in (4, 5, 6, 9, 10, 11, 12, 13, 16, 17)]
    assert not any(row.facts["rehearsal"] for row in behind)
    assert (today.day, today.facts["rehearsal"]) == (WEDNESDAY, True)


def test_nobody_was_served_outside_the_published_hours_of_those_days(first: Prepared) -> None:
    hours = pekanbaru().hours
    calls = [row for row in first.ask(rows_of) if row.move in ("call", "take") and row.day < WEDNESDAY]
    for row in calls:
        opening = hours.at(row.at, JAKARTA)
        late_but_came_in_time = row.move == "call" and opening.reason == "after_closing"
        assert opening.gives_numbers or late_but_came_in_time, row
        assert row.move == "take" or opening.pause is None, row


def test_the_weeks_have_waits_of_every_kind(first: Prepared) -> None:
    visits = first.visits(date(2026, 11, 4), date(2026, 11, 17))
    figures = summary(visit.mark for visit in visits)
    assert 0.85 < (figures["kept_share"] or 0) < 1
    assert min(figures["missed"], figures["called_in_time"], figures["not_judged"]) > 0
    assert 120 < figures["judged"] < 300
    names = first.ask(lambda records, _: records.names())
    assert {names[v.officer] for v in visits if v.visit.started_at} == {"Sri Wahyuni", "Andri Saputra"}
    moves = {row.move for row in first.ask(rows_of)}
    assert moves >= {"recall", "miss", "reinstate", "hold", "transfer", "cancel", "finish"}


def test_visitors_have_rated_and_the_manager_has_a_plan(first: Prepared) -> None:
    seen = first.ask(lambda records, _: satisfaction_report(records, UNOPENED, date(2026, 10, 1), date(2026, 12, 31)))
    figures = seen.figures
    assert figures.skm.index is not None
    assert 76 < figures.skm.index.value < 95
    assert 60 < figures.skm.respondents < figures.sample.visitors
    assert figures.skd["skd-2026"].index is not None
    assert figures.traits["sex"].apart
    assert len(figures.comments) > 2
    assert [line.said.unsur for line in seen.plan.now] == ["U9", "U2"]


def told_of_requests(demo: Prepared) -> list[str]:
    """Each request by its number, with where it stands and how its promise went."""

    def told(records: OfficeRecords, office: Office) -> list[str]:
        found = cases(records, office, records.all_requests(), demo.now.astimezone(UTC))
        return [f"{case.label} {case.told.state} {case.clock.verdict} {case.urgency.level}" for case in found]

    return cast("list[str]", demo.ask(told))


def test_requests_came_on_every_channel_and_went_every_way(first: Prepared) -> None:
    told = told_of_requests(first)
    assert {line[:2] for line in told} == {"WA", "EM", "TL", "PO"}
    assert len(told) > 30
    assert {"WA-2026-0001 closed_for_silence not_judged calm", "EM-2026-0002 closed kept calm"} <= set(told)
    assert "EM-2026-0001 closed missed calm" in told  # answered after all, too late
    called_back = [row.request for row in first.ask(rows_of) if row.move == "call_back"]
    assert len(called_back) == 3


def inbox_is_alive(demo: Prepared) -> None:
    """What a newcomer finds: one new, one late, one that waits for its user, and a call to call back."""
    now = demo.now.astimezone(UTC)
    there = demo.ask(lambda records, office: inbox_of(records, office, now))
    assert "late" in {case.urgency.level for case in there}
    assert "user" in {case.turn for case in there}
    assert any(case.stored.channel == "whatsapp" and len(case.events) == 1 for case in there)
    [missed] = [case for case in there if any(event.move == "miss_call" for event in case.events)]
    assert missed.turn == "office"
    assert demo.ask(lambda records, _: records.messages_to_deliver("by_hand", "queued", "failed")) == []


def test_the_inbox_is_alive(first: Prepared) -> None:
    inbox_is_alive(first)


def test_the_same_story_has_the_same_requests(first: Prepared, tmp_path: Path) -> None:
    assert told_of_requests(prepared_at(tmp_path, MIDDAY)) == told_of_requests(first)


def test_a_story_that_goes_on_a_week_later_finishes_what_was_open(again: Path) -> None:
    before = {line.split()[0] for line in told_of_requests(prepared_at(again, MIDDAY))}
    later = prepared_at(again, moment("14:00", date(2026, 11, 25)))
    told = told_of_requests(later)
    assert "EM-2026-0005 closed missed calm" in told
    assert before < {line.split()[0] for line in told}
    inbox_is_alive(later)
    assert check(later.settings.database_url).violations == []


def test_somebody_is_served_somebody_is_due_and_the_others_wait(first: Prepared) -> None:
    scene_is_set(first)


def scene_is_set(demo: Prepared) -> None:
    """What a newcomer finds: desk 1 busy, desk 2 free, three in line, one set aside, one missed."""
    tickets = demo.ask(lambda records, _: records.tickets_of(records.open_day().day))
    by_state = {state: [t for t in tickets if t.state is state] for state in State}
    assert [ticket.counter for ticket in by_state[State.SERVING]] == [1]
    assert not by_state[State.CALLED]
    assert (len(by_state[State.WAITING]), len(by_state[State.ON_HOLD]), len(by_state[State.NO_SHOW])) == (3, 1, 1)
    assert len(demo.ask(lambda records, _: records.seats())) == 2
    today = demo.ask(lambda records, _: records.open_day().day)
    waiting = {ticket.id for ticket in by_state[State.WAITING]}
    visits = {int(logged.visit.ticket): logged.visit for logged in demo.visits(today, today)}
    assert sum(visits[ticket].clock_started_at is not None for ticket in waiting) >= 1
    assert all(ticket.issued_at <= demo.now for ticket in tickets)


def test_the_visitors_of_the_morning_are_in_it(first: Prepared) -> None:
    visits = first.visits(WEDNESDAY, WEDNESDAY)
    at_opening = visits[0].visit
    assert at_opening.issued_at == moment("07:50", WEDNESDAY).astimezone(UTC)
    onward = [logged.number for logged in visits if logged.visit.leg == 2]
    assert onward[0] == "K-002"  # went on to the library with the same number
    longest = max(visits, key=lambda logged: logged.visit.service_seconds or 0)
    assert longest.visit.service_seconds == 75 * 60
    follower = next(v.visit for v in visits if v.visit.clock_started_at == longest.visit.finished_at)
    assert follower.verdict == "kept"


@pytest.mark.parametrize(
    "now",
    [
        moment("03:00", date(2026, 11, 19)),
        moment("03:00:20", date(2026, 11, 19)),
        moment("23:10", date(2026, 11, 22)),
        moment("01:30", date(2026, 11, 23)),
    ],
    ids=["as the day turns", "just after", "late on Sunday", "in the night"],
)
def test_it_can_be_started_at_any_hour_of_any_day(again: Path, now: datetime) -> None:
    demo = prepared_at(again, now)
    tickets = demo.ask(lambda records, _: records.tickets_of(records.open_day().day))
    assert [ticket.counter for ticket in tickets if ticket.state is State.SERVING] == [1]
    assert max(row.at for row in demo.ask(rows_of)) <= now
    inbox_is_alive(demo)
    assert check(demo.settings.database_url).violations == []


def test_a_second_start_on_the_same_day_adds_nothing_and_tells_the_same_passwords(first: Prepared, again: Path) -> None:
    later = prepared_at(again, moment("14:20", WEDNESDAY))
    assert later.told.passwords == first.told.passwords
    assert (later.said, later.ask(rows_of)) == ([], first.ask(rows_of))


def test_the_next_day_has_a_morning_of_its_own(first: Prepared, again: Path) -> None:
    thursday = prepared_at(again, moment("14:00"))
    assert thursday.days_told == ["19-11-2026"]
    assert thursday.told.passwords == first.told.passwords
    scene_is_set(thursday)
    left_open = thursday.ask(lambda records, _: records.tickets_of(WEDNESDAY, [State.EXPIRED]))
    assert len(left_open) == 5  # yesterday's scene was closed in the night


def test_days_without_the_demonstration_are_played_when_it_comes_back(again: Path) -> None:
    monday = prepared_at(again, moment("09:00", date(2026, 11, 23)))
    assert monday.days_told == ["19-11-2026", "20-11-2026", "23-11-2026"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
def test_only_the_owner_can_read_the_passwords(first: Prepared) -> None:
    assert (first.settings.data_dir / PASSWORDS_FILE).stat().st_mode & 0o777 == 0o600


def test_a_real_office_is_never_filled_with_visitors_who_do_not_exist(again: Path) -> None:
    (again / PASSWORDS_FILE).unlink()
    before = check(demo_settings(again).database_url)
    with pytest.raises(RuntimeError, match="real office"):
        prepared_at(again, moment("14:00"))
    assert check(demo_settings(again).database_url) == before


def test_what_is_told_opens_the_pages_it_names(first: Prepared, again: Path) -> None:
    house = create_app(demo_settings(again), clock=HandClock(MIDDAY))
    told = first.told.told_at("http://localhost:8080/")
    paths = [word.removeprefix("http://localhost:8080") for word in told.split() if word.startswith("http")]
    try:
        browser = house.app.test_client()  # on loopback, so kiosk and board pair themselves
        staff = browser.post(
            "/kota-pekanbaru/counter/sign-in", json={"login": "ratna", "password": first.told.passwords["ratna"]}
        )
        assert staff.status_code == 200
        assert len(paths) == len(PAGES)
        for path in paths[:-1]:
            page = browser.get(path, follow_redirects=True, headers={"Accept": "text/html"})
            assert (page.status_code, "pairing" in page.text) == (200, False), path
    finally:
        house.close()
    for login, password in first.told.passwords.items():
        assert f"{login} " in told
        assert password in told


def test_the_last_number_has_a_slip_that_is_worth_printing(first: Prepared) -> None:
    slip = first.ask(lambda records, _: records.next_print_job())
    newest = first.ask(lambda records, _: records.tickets_of(WEDNESDAY)[-1])
    assert slip.ticket == newest.id
    assert first.now - slip.created_at < GIVE_UP / 4  # an old PC may need a minute until the printer's turn comes
    assert slip.url == "HTTP://LOCALHOST:8080/T/"
