"""Every verb is safe to repeat: the same key gives the same ticket, as it is now (faults F37-F40)."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from shared.domain.ticket import State
from tests.cast import PAGES, Company, HandClock


def test_the_same_key_gives_the_same_ticket_and_no_second_number(crew: Company) -> None:
    first, seq = crew.take("K", key="a"), crew.seq()
    again = crew.desk("kiosk", "a")
    assert again.take("K", "id", False, PAGES) == first
    assert again.was_repeated
    assert crew.seq() == seq
    assert crew.take("K", key="b").label == "K-002"


def test_the_same_key_by_another_address_of_the_house_gives_the_same_ticket(crew: Company) -> None:
    first = crew.take("K", key="a")
    assert crew.desk("kiosk", "a").take("K", "id", False, "HTTP://SERVER-2:8080/T/") == first


def test_the_repeated_answer_is_the_ticket_as_it_is_now(crew: Company, clock: HandClock) -> None:
    crew.take("K", key="a")
    crew.serve("rina", 1)
    assert crew.take("K", key="a").state is State.SERVING
    clock.at("23:00")
    assert crew.take("K", key="a").state is State.SERVING  # an answer that was lost is given even after closing


def test_the_same_key_with_another_wish_is_refused(crew: Company) -> None:
    crew.take("K", key="a")
    with crew.refuses("idempotency_key_reused"):
        crew.take("P", key="a")
    with crew.refuses("idempotency_key_reused"):
        crew.take("K", priority=True, key="a")


def test_a_refusal_is_not_kept(crew: Company, clock: HandClock) -> None:
    with crew.refuses("unknown_service"):
        crew.take("X", key="a")
    assert crew.take("K", key="a").label == "K-001"
    clock.at("17:00")
    with crew.refuses("office_closed"):
        crew.take("K", key="b")
    clock.at("08:00", clock.now().date().replace(day=20))
    assert crew.take("K", key="b").label == "K-001"


def test_a_key_belongs_to_its_caller(crew: Company) -> None:
    assert crew.take("K", key="a").label == "K-001"
    assert crew.desk("rina", "a").take("K", "id", False, PAGES).label == "K-002"


def test_a_key_belongs_to_its_route(crew: Company) -> None:
    crew.take("K")
    assert crew.desk("rina", "a").call_next(1).state is State.CALLED
    assert crew.desk("rina", "a").recall(1).calls == 2
    assert crew.desk("rina", "a").start(1).state is State.SERVING


def test_every_button_pressed_twice_with_one_key_is_pressed_once(crew: Company) -> None:
    crew.take("K")
    for key, verb in (("1", "call_next"), ("2", "recall"), ("3", "start"), ("4", "hold")):
        done = getattr(crew.desk("rina", key), verb)(1)
        seq = crew.seq()
        assert getattr(crew.desk("rina", key), verb)(1) == done
        assert crew.seq() == seq
    ticket = crew.desk("rina", "5").call(1, "K-001")
    assert crew.desk("rina", "5").call(1, "K-001") == ticket
    moved = crew.desk("rina", "6").transfer(1, service="P")
    assert crew.desk("rina", "6").transfer(1, service="P") == moved
    left = crew.desk(None, "7", caller="ticket:1").leave(ticket.id)
    assert crew.desk(None, "7", caller="ticket:1").leave(ticket.id) == left
    back = crew.desk("rina", "8").reinstate(ticket.id)
    assert crew.desk("rina", "8").reinstate(ticket.id) == back
    gone = crew.desk("rina", "9").cancel(ticket.id)
    assert crew.desk("rina", "9").cancel(ticket.id) == gone


def test_one_key_twenty_times_at_once_is_one_number_and_twenty_equal_answers(crew: Company) -> None:
    with ThreadPoolExecutor(20) as kiosks:
        tickets = list(kiosks.map(lambda _: crew.take("K", key="a"), range(20)))
    assert tickets == [tickets[0]] * 20
    assert tickets[0].label == "K-001"


def test_twenty_takers_at_once_get_twenty_numbers_in_a_row(crew: Company) -> None:
    with ThreadPoolExecutor(20) as kiosks:
        tickets = list(kiosks.map(lambda n: crew.take("K", key=str(n)), range(20)))
    assert sorted(ticket.number for ticket in tickets) == list(range(1, 21))


def test_two_officers_who_press_next_at_once_get_two_visitors(crew: Company) -> None:
    for _ in range(20):
        crew.take("K")
    called: list[str] = []

    def morning(officer: str, counter: int) -> list[str]:
        mine = []
        for _ in range(10):
            mine.append(crew.desk(officer).call_next(counter).label)
            crew.desk(officer).start(counter)
            crew.desk(officer).finish(counter)
        return mine

    with ThreadPoolExecutor(2) as officers:
        for mine in officers.map(morning, ("rina", "bagus"), (1, 2)):
            called += mine
    assert Counter(called) == Counter(f"K-{n:03d}" for n in range(1, 21))
    order = [row.ticket for row in crew.journal() if row.move == "call"]
    assert order == sorted(order)  # type: ignore[type-var] # a call always has its ticket


def test_what_was_asked_is_not_kept(crew: Company) -> None:
    crew.take("K")
    crew.take("K")
    crew.desk("rina", "a").call(1, "K-002", "Ibu Siti sudah lama berdiri")
    kept = crew.desk("rina").reading(lambda records: records.repeat(f"person:{crew.people['rina'].id}", "call", "a"))
    assert kept is not None
    assert len(kept.fingerprint) == 64
    assert "Siti" not in kept.fingerprint
