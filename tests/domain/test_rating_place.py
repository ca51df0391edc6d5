"""Where the five published procedures put the rating of whoever asks from afar (domain.md 4.2, no. 20)."""

from __future__ import annotations

from datetime import date

import pytest

from shared.offices import SHIPPED, load_office


@pytest.mark.parametrize(
    ("office", "place"),
    [
        ("kepulauan-riau", "before_closing"),
        ("kota-pekanbaru", "after_closing"),
        ("jambi", "after_closing"),
        ("kota-kediri", None),
        ("maluku-utara", None),
    ],
)
def test_the_rating_stands_where_the_text_puts_it(office: str, place: str | None) -> None:
    assert load_office(SHIPPED / f"{office}.toml", today=date(2026, 11, 19)).standard.rating_place == place
