"""Who sits where: the first verb at a free counter takes it, and nobody sits in two chairs."""

from __future__ import annotations

from tests.cast import Company


def seats(crew: Company) -> dict[int, int]:
    """Which officer sits at which counter."""
    taken = crew.desk(None).reading(lambda records: records.seats())
    return {seat.counter: seat.officer for seat in taken}


def moves(crew: Company) -> list[tuple[str, int | None, int | None, str | None]]:
    """The journal as move, counter, actor and reason, without the opening of the day."""
    return [(row.move, row.counter, row.actor, row.reason) for row in crew.journal() if row.move != "open_day"]


def test_an_officer_takes_a_free_counter(crew: Company) -> None:
    rina = crew.people["rina"].id
    crew.desk("rina").take_counter(1)
    assert seats(crew) == {1: rina}
    assert moves(crew) == [("take_counter", 1, rina, None)]


def test_taking_the_same_counter_again_changes_nothing(crew: Company) -> None:
    crew.desk("rina").take_counter(1)
    seq = crew.seq()
    crew.desk("rina").take_counter(1)
    assert crew.seq() == seq


def test_the_first_verb_at_a_free_counter_takes_it(crew: Company) -> None:
    crew.take("K")
    crew.desk("rina").call_next(2)
    assert seats(crew) == {2: crew.people["rina"].id}
    assert [row.move for row in crew.journal()][-2:] == ["take_counter", "call"]


def test_a_counter_held_by_another_officer_is_taken(crew: Company) -> None:
    crew.take("K")
    crew.desk("rina").take_counter(1)
    with crew.refuses("counter_taken", counter=1, officer="Rina"):
        crew.desk("bagus").take_counter(1)
    with crew.refuses("counter_taken", counter=1, officer="Rina"):
        crew.desk("bagus").call_next(1)


def test_an_officer_who_moves_to_another_counter_leaves_the_first(crew: Company) -> None:
    rina = crew.people["rina"].id
    crew.desk("rina").take_counter(1)
    crew.desk("rina").take_counter(2)
    assert seats(crew) == {2: rina}
    assert moves(crew)[-2:] == [("leave_counter", 1, rina, None), ("take_counter", 2, rina, None)]


def test_nobody_walks_away_from_a_visitor(crew: Company) -> None:
    crew.take("K")
    crew.desk("rina").call_next(1)
    with crew.refuses("counter_busy", number="K-001", counter=1):
        crew.desk("rina").leave_counter(1)
    with crew.refuses("counter_busy", number="K-001", counter=1):
        crew.desk("rina").take_counter(2)
    crew.desk("rina").start(1)
    with crew.refuses("counter_busy", number="K-001"):
        crew.desk("rina").leave_counter(1)


def test_an_officer_leaves_an_empty_counter_and_another_takes_it(crew: Company) -> None:
    crew.desk("rina").take_counter(1)
    crew.desk("rina").leave_counter(1)
    assert seats(crew) == {}
    crew.desk("bagus").take_counter(1)
    assert seats(crew) == {1: crew.people["bagus"].id}


def test_leaving_a_counter_where_somebody_else_sits_changes_nothing(crew: Company) -> None:
    crew.desk("rina").take_counter(1)
    seq = crew.seq()
    crew.desk("bagus").leave_counter(1)
    assert (crew.seq(), seats(crew)) == (seq, {1: crew.people["rina"].id})


def test_taking_over_a_counter_takes_over_its_visitor(crew: Company) -> None:
    rina, bagus = crew.people["rina"].id, crew.people["bagus"].id
    crew.take("K")
    served = crew.serve("rina", 1)
    crew.desk("bagus").take_counter(1, take_over=True)
    now_is = crew.ticket(served)
    assert (now_is.officer, now_is.state, now_is.counter, now_is.started_at) == (
        bagus,
        served.state,
        1,
        served.started_at,
    )
    assert moves(crew)[-3:] == [
        ("leave_counter", 1, rina, "taken_over"),
        ("take_counter", 1, bagus, None),
        ("take_over", 1, bagus, None),
    ]
    assert crew.desk("bagus").finish(1).id == served.id


def test_whoever_was_replaced_no_longer_acts_at_the_counter(crew: Company) -> None:
    crew.take("K")
    crew.serve("rina", 1)
    crew.desk("bagus").take_counter(1, take_over=True)
    with crew.refuses("counter_taken", officer="Bagus"):
        crew.desk("rina").finish(1)


def test_an_officer_with_a_visitor_cannot_take_over_another_counter(crew: Company) -> None:
    crew.take("K")
    crew.take("K")
    crew.serve("rina", 1)
    crew.serve("bagus", 2)
    with crew.refuses("counter_busy", number="K-002", counter=2):
        crew.desk("bagus").take_counter(1, take_over=True)


def test_only_officers_sit_at_counters(crew: Company) -> None:
    for who in ("sari", "kiosk", "board", None):
        with crew.refuses("forbidden"):
            crew.desk(who).take_counter(1)
    crew.desk("tono").take_counter(1)
    with crew.refuses("unknown_counter", counter=4):
        crew.desk("rina").take_counter(4)
