"""What a visitor thought is kept so that it counts, and so that nobody can tell whose it is."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from shared.domain.satisfaction import Groups
from shared.domain.ticket import Ticket
from shared.front_desk.guest_book import Said
from shared.front_desk.ratings import Rating
from shared.front_desk.satisfaction import Satisfaction, satisfaction
from tests.cast import THURSDAY, Company, HandClock

NINE = {f"U{number}": 3 for number in range(1, 10)}


def served(crew: Company, clock: HandClock, service: str = "K", **entry: object) -> Ticket:
    ticket = crew.take(service)
    if entry:
        crew.desk(None).write_guest_book(ticket.id, Said(answers=entry))
    crew.serve("rina", 1)
    clock.passes(minutes=10)
    crew.desk("rina").finish(1)
    return ticket


def rate(crew: Company, ticket: Ticket, **rating: object) -> list[str]:
    return crew.desk(None).rate(ticket.id, Rating(**{"instrument": "skm", **rating}))  # type: ignore[arg-type] # what the test rates


def found(crew: Company) -> Satisfaction:
    return crew.desk(None).reading(lambda records: satisfaction(records, crew.parts.vault, THURSDAY, THURSDAY))


def test_a_rating_counts_once_however_often_it_is_taken_up(crew: Company, clock: HandClock) -> None:
    ticket = served(crew, clock)
    assert rate(crew, ticket, answers={"U1": 4, "U2": 2}) == ["U1", "U2"]
    assert rate(crew, ticket, answers=NINE) == sorted(NINE)
    report = found(crew)
    assert report.skm.respondents == 1
    assert report.skm.index is not None
    assert (report.skm.index.value, report.skm.index.grade.letter) == (Decimal("75.00"), "C")


def test_before_the_service_nobody_rates_it_and_after_seven_days_no_more(crew: Company, clock: HandClock) -> None:
    waiting = crew.take("K")
    with crew.refuses("not_served"):
        rate(crew, waiting, answers=NINE)
    crew.desk(None).leave(waiting.id)
    ticket = served(crew, clock)
    clock.passes(days=7, seconds=1)
    crew.take("K")
    with crew.refuses("rating_over"):
        rate(crew, ticket, answers=NINE)


def test_whoever_comes_back_reads_which_codes_are_answered_and_never_with_what(crew: Company, clock: HandClock) -> None:
    ticket = served(crew, clock)
    assert crew.desk(None).asked(crew.ticket(ticket)).answered == {"skm": [], "skd": []}
    rate(crew, ticket, answers={"U3": 2, "U1": 4}, comment="Terima kasih")
    assert rate(crew, ticket, instrument="skd", answers={"S1": 7}, overall=9) == ["S1", "overall"]
    asked = crew.desk(None).asked(crew.ticket(ticket))
    assert asked.answered == {"skm": ["U1", "U3", "comment"], "skd": ["S1", "overall"]}


def test_an_anonymous_rating_goes_on_anonymously_until_the_visitor_says_otherwise(
    crew: Company, clock: HandClock
) -> None:
    tickets = [served(crew, clock, sex=2) for _ in range(5)]
    for ticket in tickets:
        rate(crew, ticket, answers={"U1": 4}, anonymous=True)
        rate(crew, ticket, answers={"U2": 4})
    asked = crew.desk(None).asked(crew.ticket(tickets[0]))
    assert (asked.traits, asked.anonymous) == (True, True)
    assert found(crew).traits["sex"].apart == {}
    for ticket in tickets:
        rate(crew, ticket, anonymous=False)
    assert found(crew).traits["sex"].apart == {2: 5}


def test_whoever_says_nothing_leaves_no_rating(crew: Company, clock: HandClock) -> None:
    ticket = served(crew, clock)
    assert rate(crew, ticket, anonymous=True) == []
    stored = crew.desk(None).reading(lambda records: records.ratings("skm", THURSDAY, THURSDAY))
    assert stored == []


@pytest.mark.parametrize(("service", "instruments"), [("K", {"skm", "skd"}), ("D", {"skm"}), ("G", {"skm"})])
def test_dtsen_and_complaints_are_asked_no_skd(
    crew: Company, clock: HandClock, service: str, instruments: set[str]
) -> None:
    ticket = served(crew, clock, service=service)
    assert set(crew.desk(None).asked(crew.ticket(ticket)).questionnaires) == instruments
    if "skd" not in instruments:
        with crew.refuses("not_asked"):
            rate(crew, ticket, instrument="skd", answers={"S1": 7})


def test_the_code_of_the_slip_finds_its_visit_on_its_day_only(crew: Company, clock: HandClock) -> None:
    tickets = [served(crew, clock) for _ in range(3)]
    codes = [crew.parts.keys.rating_code(crew.office.code, ticket.id, ticket.issued_at) for ticket in tickets]
    assert [len(code) for code in codes] == [6, 6, 6]
    assert [crew.desk(None).ticket_coded(code.lower()).id for code in codes] == [ticket.id for ticket in tickets]
    for wrong in ("AAAAAA", codes[0][:5], f"{codes[0]}2", "\N{FULLWIDTH DIGIT TWO}"):
        with crew.refuses("unknown_code"):
            crew.desk(None).ticket_coded(wrong)
    clock.passes(days=1)
    with crew.refuses("unknown_code"):
        crew.desk(None).ticket_coded(codes[0])


@pytest.mark.parametrize(
    ("rating", "key"),
    [
        ({"answers": {"U1": 5}}, "answer_out_of_range"),
        ({"answers": {"U10": 1}}, "unknown_question"),
        ({"overall": 9}, "not_asked"),
        ({"comment": "NIK 1471012345678901"}, "identity_number"),
    ],
)
def test_what_the_questionnaire_does_not_ask_is_refused(
    crew: Company, clock: HandClock, rating: dict[str, object], key: str
) -> None:
    ticket = served(crew, clock)
    with crew.refuses(key):
        rate(crew, ticket, **rating)


def test_skm_and_skd_of_one_visit_stand_side_by_side_and_are_never_converted(crew: Company, clock: HandClock) -> None:
    ticket = served(crew, clock)
    rate(crew, ticket, answers=NINE)
    rate(crew, ticket, instrument="skd", answers={f"S{number}": 10 for number in range(1, 17)})
    report = found(crew)
    assert report.skm.index is not None
    assert report.skm.index.value == Decimal("75.00")
    [skd] = report.skd.values()
    assert skd.index == Decimal("100.00")


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_no_row_leads_from_a_rating_to_its_visit_and_its_comment_is_sealed(
    crew: Company, clock: HandClock, tmp_path: Path
) -> None:
    ticket = served(crew, clock, name="ZZKANARI", sex=2, birth_year=2003)
    seq = crew.seq()
    rate(crew, ticket, answers=NINE, comment="Terima kasih dari ZZKANARI")
    assert crew.seq() == seq, "the journal does not say who rated"
    assert found(crew).comments == ["Terima kasih dari ZZKANARI"]
    crew.parts.database.close()
    stored = b"".join(file.read_bytes() for file in tmp_path.glob("pst.db*"))
    assert b"KANARI" not in stored


def test_traits_are_counted_unless_the_visitor_stays_anonymous_or_would_stand_alone(
    crew: Company, clock: HandClock
) -> None:
    for number in range(6):
        ticket = served(crew, clock, sex=2, birth_year=2003, occupation=1 if number < 5 else 2)
        rate(crew, ticket, answers=NINE, anonymous=False)
    rate(crew, served(crew, clock, sex=1), answers=NINE, anonymous=True)
    traits = found(crew).traits
    assert (traits["age_band"], traits["sex"]) == (Groups({2: 6}, 1), Groups({2: 6}, 1))
    assert traits["schooling"] == Groups({}, 7)
    assert traits["occupation"] == Groups({}, 7), "what five of seven leave over would tell who the sixth is"


def test_the_sample_is_counted_over_all_who_were_served(crew: Company, clock: HandClock) -> None:
    tickets = [served(crew, clock) for _ in range(10)]
    for ticket in tickets[:4]:
        rate(crew, ticket, answers=NINE)
    sample = found(crew).sample
    assert (sample.visitors, sample.answers, sample.needed, sample.still_needed) == (10, 4, 10, 6)
    assert sample.provisional


def test_a_rating_can_be_taken_back(crew: Company, clock: HandClock) -> None:
    ticket = served(crew, clock)
    rate(crew, ticket, answers=NINE)
    crew.desk(None).take_rating_back(ticket.id, "skm")
    assert found(crew).skm.respondents == 0


def test_whoever_had_their_data_restricted_is_counted_without_their_traits(crew: Company, clock: HandClock) -> None:
    for restricted in (True, False):
        ticket = served(crew, clock, sex=2, birth_year=2003, name="ZZKANARI")
        crew.desk("sari").restrict_visitor(ticket.id, restricted=restricted)
        assert rate(crew, ticket, answers=NINE)
    assert found(crew).skm.respondents == 2
    stored = crew.desk(None).reading(lambda records: records.ratings("skm", THURSDAY, THURSDAY))
    assert sorted(len(rating.traits) for rating in stored) == [0, 2]
