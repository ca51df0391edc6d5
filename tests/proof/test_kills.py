"""kill -9 of the real server under load: nothing that was answered is lost or doubled, and repeating is safe."""

from __future__ import annotations

import random

import pytest

from shared.database.fsck import check
from tests.proof.ledger import calls_in, holes_and_doubles, journal_of, out_of_order, tickets_of
from tests.proof.under_load import Load
from tests.running import Server, running

# The order of the kills is the same in every run; what they hit is not.
CHANCE = random.Random(1471)  # noqa: S311 # chance, not secrecy
MOST_ANSWERS_BETWEEN_KILLS = 60
ASKED_AGAIN_AFTER_A_KILL = 5


@pytest.mark.parametrize("kills", [30, pytest.param(100, marks=pytest.mark.long)])
def test_no_answered_number_is_lost_or_doubled_by_kills(kills: int) -> None:
    with running() as server:
        kiosk = server.token("kiosk")
        officers = [server.token("officer", name=name) for name in ("Rina", "Budi")]
        with Load(server, kiosk, officers) as load:
            for _ in range(kills):
                load.press_on(CHANCE.randint(1, MOST_ANSWERS_BETWEEN_KILLS))
                answered = dict(load.notes.numbers)
                server.kill()
                assert check(server.database_url).violations == []  # nobody has tidied up yet
                server.start()
                ask_again(server, kiosk, answered)
                assert check(server.database_url).violations == []
        compare(server, load)
        fsck = server.pst("fsck")
        assert fsck.returncode == 0, fsck.stdout
        assert load.notes.repeated >= kills


def ask_again(server: Server, kiosk: str, answered: dict[str, str]) -> None:
    """Every number that was answered is still there, and its key gives it again."""
    kept = {ticket.label for ticket in tickets_of(server.database_url, server.office)}
    assert set(answered.values()) <= kept
    for key, number in list(answered.items())[-ASKED_AGAIN_AFTER_A_KILL:]:
        wish = {"service": number[0], "language": "id"}
        again = server.post("/kiosk/tickets", wish, kiosk, key=key)
        assert (again.status, again.data["number"]) == (200, number)


def compare(server: Server, load: Load) -> None:
    """What the clients were told is exactly what is written: no ghost, no double, no loss, nobody passed by."""
    tickets = tickets_of(server.database_url, server.office)
    journal = journal_of(server.database_url, server.office)
    assert sorted(load.notes.numbers.values()) == sorted(ticket.label for ticket in tickets)
    assert holes_and_doubles(load.notes.numbers.values()) == []
    assert sorted(load.notes.called) == sorted(ticket for _, ticket in calls_in(journal))
    assert sorted(load.notes.finished) == sorted(t.id for t in tickets if t.finished_at is not None)
    assert len(set(load.notes.called)) == len(load.notes.called)
    assert out_of_order(journal) == []
