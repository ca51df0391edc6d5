"""Names of institutions that are likely one: what offices really write, and what must not be taken for the same."""

from __future__ import annotations

import pytest

from shared.domain.guest_book.likeness import alike
from shared.domain.guest_book.register import belonging


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("BPS Prov Malut", "BPS-Malut"),
        ("Universitas Riau", "Universitas Riua"),
        ("Bappeda Kota Pekanbaru", "Bapeda Kota Pekanbaru"),
        ("Bappeda Kota Pekanbaru", "BAPPEDA Pekanbaru"),
        ("Bappeda Kota Pekanbaru", "Bapeda Pekanbaru"),
        ("PT Sinar Lancang Kuning", "Sinar Lancangkuning"),
        ("Riau, Universitas", "Universitas Riau"),
        ("Badan Pusat Statistik", "BPS"),
    ],
)
def test_likely_the_same(one: str, other: str) -> None:
    assert [pair[:2] for pair in alike({4: one, 9: other})] == [(4, 9)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SMP Negeri 1 Pekanbaru", "SMP Negeri 4 Pekanbaru"),
        ("Universitas Riau", "Universitas Islam Riau"),
        ("Dinas Pertanian Kota Pekanbaru", "Dinas Perdagangan Kota Pekanbaru"),
        ("Dinas Sosial Kota Solok", "Dinas Sosial Kabupaten Solok"),
        ("PT", "CV"),
        ("…", "!"),
        ("PDAM", "PLN"),
    ],
)
def test_not_the_same(one: str, other: str) -> None:
    assert alike({1: one, 2: other}) == []


def test_the_likeliest_pair_comes_first() -> None:
    names = {1: "Universitas Riau", 2: "Universitas Riua", 3: "PT Riau Jaya", 4: "Riau Jaya"}
    assert [pair[:2] for pair in alike(names)] == [(3, 4), (1, 2)]


def test_spellings_are_called_by_what_they_were_merged_into_or_by_the_oldest_name_that_is_left() -> None:
    links = {1: None, 2: 1, 3: 2, 4: None, 5: 4}
    assert belonging(links, {1, 2, 3, 4, 5}) == {1: 1, 2: 1, 3: 1, 4: 4, 5: 4}
    assert belonging(links, {2, 3, 5}) == {1: 2, 2: 2, 3: 2, 4: 5, 5: 5}
    assert belonging(links, {3}) == {1: 3, 2: 3, 3: 3, 4: 4, 5: 4}
