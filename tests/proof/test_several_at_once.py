"""Many people at once, over HTTP: one server on SQLite, and two servers on one PostgreSQL database."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event

from shared.database.fsck import check
from tests.proof.conftest import House
from tests.proof.crowd import at_once
from tests.proof.ledger import BOARD_PAGE, calls_in, holes_and_doubles, journal_of, out_of_order, tickets_of
from tests.running import Answer, Caller

TAKERS = 20
PRESSES = 200


def take(caller: Caller, service: str = "K", *, key: str | None = None, priority: bool = False) -> Answer:
    wish = {"service": service, "language": "id", "priority": priority}
    return caller.post("/kiosk/tickets", wish, key=key)


def test_twenty_takers_at_once_get_twenty_consecutive_numbers(house: House) -> None:
    answers = at_once(take, [house.caller(n) for n in range(TAKERS)])
    assert [answer.status for answer in answers] == [201] * TAKERS
    assert sorted(answer.data["number"] for answer in answers) == [f"K-{n:03d}" for n in range(1, TAKERS + 1)]
    assert check(house.database_url).violations == []


def test_twenty_equal_keys_at_once_have_one_effect_and_twenty_equal_answers(house: House) -> None:
    answers = at_once(lambda caller: take(caller, key="one-tap"), [house.caller(n) for n in range(TAKERS)])
    assert sorted(answer.status for answer in answers) == [200] * (TAKERS - 1) + [201]
    assert all({**answer.data, "url": ""} == {**answers[0].data, "url": ""} for answer in answers)
    assert len(tickets_of(house.database_url, house.office)) == 1


def test_twenty_equal_presses_of_call_next_call_one_visitor(house: House) -> None:
    at_once(take, [house.caller(n) for n in range(3)])
    presses = [house.caller(n) for n in range(TAKERS)]
    answers = at_once(lambda caller: caller.post("/counter/1/call-next", key="one"), presses)
    assert {(answer.status, answer.data["number"]) for answer in answers} == {(200, "K-001")}
    assert len(calls_in(journal_of(house.database_url, house.office))) == 1


def test_two_counters_never_get_the_same_visitor_and_pass_nobody_by(house: House) -> None:
    """Two counters press call-next some 200 times in all while two kiosks give numbers, some of them with priority."""
    given = Event()

    def give(kiosk: int) -> list[int]:
        caller = house.caller(kiosk)
        taken = [take(caller, "KPR"[n % 3], priority=n % 7 == 0) for n in range(PRESSES // 2)]
        assert {answer.status for answer in taken} == {201}
        return [answer.data["id"] for answer in taken]

    def serve(counter: int) -> list[int]:
        caller, served = house.caller(counter, officer=counter - 1), list[int]()
        while True:
            all_given = given.is_set()
            called = caller.post(f"/counter/{counter}/call-next")
            if called.status == 409:
                assert called.data["code"] == "nobody_waiting"
                if all_given:
                    return served
                continue
            for verb in ("start", "finish"):
                done = caller.post(f"/counter/{counter}/{verb}", {"ticket": called.data["id"]})
                assert done.status == 200, done.data
            served.append(called.data["id"])

    def give_all() -> list[int]:
        try:
            return [number for numbers in at_once(give, (0, 1)) for number in numbers]
        finally:
            given.set()

    works: list[Callable[[], list[int]]] = [give_all, partial(serve, 1), partial(serve, 2)]
    taken, first, second = at_once(lambda work: work(), works)
    assert sorted(first + second) == sorted(taken)
    assert len(set(taken)) == PRESSES
    assert first
    assert second
    journal = journal_of(house.database_url, house.office)
    assert out_of_order(journal) == []
    assert board_calls(house) == calls_in(journal)
    assert holes_and_doubles(ticket.label for ticket in tickets_of(house.database_url, house.office)) == []
    assert check(house.database_url).violations == []


def board_calls(house: House) -> list[tuple[int, int]]:
    """The calls as the board tells them, page after page, oldest first."""
    ids = {ticket.label: ticket.id for ticket in tickets_of(house.database_url, house.office)}
    told: list[tuple[int, int]] = []
    while True:
        board = house.caller(0).get(f"/display/board?after={told[-1][0] if told else 0}").data
        told += [(call["seq"], ids[call["number"]]) for call in board["calls"]]
        if len(board["calls"]) < BOARD_PAGE:
            return told


def test_a_refused_verb_never_fails_its_neighbours(house: House) -> None:
    """Good and bad verbs reach the writer together, and each gets its own answer."""
    take(house.caller(0), key="known")
    assert house.caller(0).post("/counter/1/call-next").data["number"] == "K-001"
    assert house.caller(0).post("/counter/1/start").status == 200

    def good(n: int) -> Answer:
        return take(house.caller(n), "P")

    def bad(n: int) -> Answer:
        caller = house.caller(n)
        return [
            lambda: take(caller, "Z"),
            lambda: take(caller, "P", key="known"),
            lambda: caller.post("/counter/1/call-next"),
            lambda: caller.post("/counter/2/start"),
            lambda: caller.post("/counter/1/finish", {"ticket": 999_999}),
        ][n % 5]()

    # The fourth: an officer with a visitor before them cannot sit down at another counter.
    expected = ["unknown_service", "idempotency_key_reused", "counter_busy", "counter_busy", "ticket_changed"]
    for _ in range(3):
        answers = at_once(lambda n: (good if n % 2 else bad)(n // 2), range(40))
        assert {answer.status for answer in answers[1::2]} == {201}
        assert [answer.data["code"] for answer in answers[0::2]] == expected * 4
    labels = [ticket.label for ticket in tickets_of(house.database_url, house.office)]
    assert sorted(labels) == ["K-001"] + [f"P-{n:03d}" for n in range(1, 61)]
    assert check(house.database_url).violations == []
