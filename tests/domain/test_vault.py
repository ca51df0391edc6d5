"""A seal opens with its own key, in its own place, and never again once the key is gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.vault import Unreadable, Vault, new_visitor

VAULT = Vault(b"a secret of one installation, long enough")
OTHER = Vault(b"a secret of some other one, as long as it")
OFFICE = "kota-pekanbaru"


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=200), max_size=8))
def test_what_is_sealed_comes_back_as_it_was(said: dict[str, str]) -> None:
    visitor = new_visitor()
    key = VAULT.new_key(OFFICE, visitor)
    assert VAULT.open(key, OFFICE, visitor, "entry", VAULT.seal(key, OFFICE, visitor, "entry", said)) == said


def test_a_seal_shows_nothing_and_is_never_the_same_twice() -> None:
    visitor = new_visitor()
    key = VAULT.new_key(OFFICE, visitor)
    first, second = (VAULT.seal(key, OFFICE, visitor, "entry", {"name": "ZZKANARI"}) for _ in range(2))
    assert first != second
    assert b"KANARI" not in first + key


@pytest.mark.parametrize(("office", "what"), [("ternate", "entry"), (OFFICE, "person")])
def test_a_seal_in_another_place_does_not_open(office: str, what: str) -> None:
    visitor = new_visitor()
    key = VAULT.new_key(OFFICE, visitor)
    sealed = VAULT.seal(key, OFFICE, visitor, "entry", {"name": "Rahmi"})
    with pytest.raises(Unreadable):
        VAULT.open(key, office, visitor, what, sealed)


def test_another_visitors_key_another_secret_and_bent_bytes_do_not_open_it() -> None:
    mine, theirs = new_visitor(), new_visitor()
    key = VAULT.new_key(OFFICE, mine)
    sealed = VAULT.seal(key, OFFICE, mine, "entry", {"name": "Rahmi"})
    bent = sealed[:-1] + bytes([sealed[-1] ^ 1])
    wrong = [
        (VAULT, VAULT.new_key(OFFICE, theirs), sealed),
        (VAULT, VAULT.new_key(OFFICE, mine), sealed),
        (OTHER, key, sealed),
        (VAULT, key, bent),
        (VAULT, key, b""),
    ]
    for vault, with_key, what in wrong:
        with pytest.raises(Unreadable):
            vault.open(with_key, OFFICE, mine, "entry", what)


def test_a_mark_finds_the_same_words_again_within_one_office_and_one_installation() -> None:
    mark = VAULT.mark(OFFICE, "phone", "+6281200000001")
    assert mark == VAULT.mark(OFFICE, "phone", "+6281200000001")
    others = {
        VAULT.mark("ternate", "phone", "+6281200000001"),
        VAULT.mark(OFFICE, "email", "+6281200000001"),
        VAULT.mark(OFFICE, "phone", "+6281200000002"),
        OTHER.mark(OFFICE, "phone", "+6281200000001"),
    }
    assert len(others | {mark}) == 5


def test_a_name_of_the_office_is_sealed_and_belongs_to_no_visitor() -> None:
    sealed = VAULT.seal_name(OFFICE, "institution", "Universitas Riau (contoh)")
    assert b"Riau" not in sealed
    assert VAULT.open_name(OFFICE, "institution", sealed) == "Universitas Riau (contoh)"
    with pytest.raises(Unreadable):
        VAULT.open_name("ternate", "institution", sealed)
