"""Secrets: the ticket's link is opaque, nobody can guess another one, and nothing stored can be used."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.keys import Keys, hashed, new_code, new_token, secret_in
from tests.cast import SECRET, moment

KEYS = Keys(SECRET)
OFFICE = "kota-pekanbaru"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


ISSUED = moment("09:15")


def link(ticket: int) -> str:
    return KEYS.ticket_token(OFFICE, ticket, ISSUED)


def proves(token: str, ticket: int, keys: Keys = KEYS, office: str = OFFICE, issued_at: datetime = ISSUED) -> bool:
    claimed = keys.claimed(token)
    if claimed is None or claimed[0] != ticket:
        return False
    return keys.proves_ticket(office, ticket, issued_at, claimed[1])


@given(st.integers(1, 2**31 - 1))
def test_a_link_leads_to_its_ticket_in_both_cases(ticket: int) -> None:
    token = link(ticket)
    assert proves(token, ticket)
    assert proves(token.lower(), ticket)
    assert set(token) <= set(LETTERS)


def test_a_link_carries_a_proof_of_128_bits() -> None:
    token = link(1)
    claimed = KEYS.claimed(token)
    assert claimed is not None
    assert len(claimed[1]) * 8 >= 128
    assert len(token) * 5 >= 128


def test_no_two_tickets_have_links_that_are_alike() -> None:
    tokens = [link(ticket) for ticket in range(1, 2001)]
    assert len(set(tokens)) == 2000
    for place in range(8):  # neighbours share no beginning: the number of a ticket cannot be read off its link
        assert len({token[place] for token in tokens}) > 16


@given(st.integers(1, 1000), st.integers(0, 31), st.sampled_from(LETTERS))
def test_a_link_with_one_letter_changed_is_worth_nothing(ticket: int, place: int, letter: str) -> None:
    token = link(ticket)
    changed = token[:place] + letter + token[place + 1 :]
    assert proves(changed, ticket) == (changed == token)


@given(st.text(max_size=60))
def test_whatever_is_no_link_is_known_as_none(text: str) -> None:
    claimed = KEYS.claimed(text)
    assert claimed is None or not proves(text, claimed[0])


def test_a_link_is_of_one_office_and_of_one_installation() -> None:
    token = link(5)
    assert not proves(token, 5, office="ternate")
    assert not proves(token, 5, keys=Keys(SECRET + "!"))


@given(st.integers(1, 10**9), st.integers(0, 14 * 60))
def test_a_link_is_of_one_moment_for_ids_come_again_when_a_backup_is_restored(later: int, offset: int) -> None:
    token, milliseconds = link(7), timedelta(milliseconds=later)
    assert proves(token, 7, issued_at=ISSUED.astimezone(timezone(timedelta(minutes=offset))))
    assert not proves(token, 7, issued_at=ISSUED + milliseconds)
    assert not proves(token, 7, issued_at=ISSUED - milliseconds)


def test_the_code_of_a_slip_is_of_one_moment_too() -> None:
    moments = [ISSUED + timedelta(milliseconds=later) for later in range(200)]
    assert len({KEYS.rating_code(OFFICE, 7, at) for at in moments}) == 200


def test_a_fingerprint_tells_bodies_apart_without_keeping_them() -> None:
    said = {"service": "K", "reason": "Budi Santoso minta didahulukan"}
    mark = KEYS.fingerprint(OFFICE, said)
    assert mark == KEYS.fingerprint(OFFICE, dict(reversed(said.items())))
    assert mark != KEYS.fingerprint(OFFICE, {**said, "service": "P"})
    assert mark != Keys(SECRET + "!").fingerprint(OFFICE, said)
    assert "Budi" not in mark


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 32 characters"):
        Keys("x" * 31)


def test_the_secret_of_an_installation_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with ThreadPoolExecutor(8) as first_starts:
        secrets = set(first_starts.map(lambda _: secret_in(folder), range(8)))
    assert len(secrets) == 1
    assert len(next(iter(secrets))) >= 32
    assert stat.S_IMODE((folder / "secret.key").stat().st_mode) == 0o600
    assert [file.name for file in folder.iterdir()] == ["secret.key"]


def test_tokens_are_of_256_bits_and_stored_as_hashes() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert all(len(token) * 6 >= 256 for token in tokens)
    assert all(hashed(token) != token and len(hashed(token)) == 64 for token in tokens)


def test_a_pairing_code_has_six_digits() -> None:
    assert all(len(code) == 6 and code.isdigit() for code in (new_code() for _ in range(200)))
