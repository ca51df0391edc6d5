"""A link opens the chat with the words prepared; a long text is several links, and no word is lost."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.channels.whatsapp.link import LONGEST_LINK, wa_link, wa_links
from shared.channels.whatsapp.pieces import in_pieces, utf16_length

NUMBER = "+6281200000013"
ALL_KINDS = "Yth. Ibu & Bapak: IPM 2025 = 75% + tren?\n#1 – «selesai» 🙏 数据 ✓"


def words_in(link: str) -> str:
    return parse_qs(urlsplit(link).query, keep_blank_values=True)["text"][0]


def test_the_link_names_the_number_and_carries_the_words_letter_for_letter() -> None:
    link = wa_link(NUMBER, ALL_KINDS)
    assert link.startswith("https://wa.me/6281200000013?text=Yth.%20Ibu%20%26%20Bapak%3A%20IPM")
    assert words_in(link) == ALL_KINDS
    assert link.isascii()


def test_a_link_without_words_opens_the_chat() -> None:
    assert wa_link(NUMBER) == "https://wa.me/6281200000013"
    assert wa_links(NUMBER, "  \n ") == ["https://wa.me/6281200000013"]


@pytest.mark.parametrize(
    "number", ["", "081200000013", "+62 812 0000", "6281200000013", "+0812345678", "+62812?text=x"]
)
def test_a_number_that_is_not_written_in_full_makes_no_link(number: str) -> None:
    for make in (wa_link, wa_links):
        with pytest.raises(ValueError, match="with \\+ and its country"):
            make(number, "Halo")


def test_a_text_too_long_for_one_link_is_several_in_order() -> None:
    text = "\n\n".join(f"Paragraf {place}: " + "angka kemiskinan " * 30 for place in range(9))
    with pytest.raises(ValueError, match="does not fit"):
        wa_link(NUMBER, text)
    links = wa_links(NUMBER, text)
    assert len(links) > 1
    assert max(map(len, links)) <= LONGEST_LINK
    assert " ".join(map(words_in, links)).split() == text.split()


def test_a_text_is_parted_between_paragraphs_before_lines_and_between_words_before_letters() -> None:
    assert list(in_pieces("satu dua\ntiga\n\nempat lima", lambda part: len(part) <= 16)) == [
        "satu dua\ntiga",
        "empat lima",
    ]
    assert list(in_pieces("satu dua tiga", lambda part: len(part) <= 9)) == ["satu dua", "tiga"]
    assert list(in_pieces("a" * 10, lambda part: len(part) <= 4)) == ["aaaa", "aaaa", "aa"]


@given(st.text(), st.integers(2, 40))
def test_no_letter_is_ever_lost_or_moved(text: str, most: int) -> None:
    parts = list(in_pieces(text, lambda part: utf16_length(part) <= most))
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(0 < utf16_length(part) <= most for part in parts)
