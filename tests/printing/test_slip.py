import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.printing import Slip, typeface
from shared.printing.slip import ENGLISH, INDONESIAN, REPERTOIRE, Fact, in_words, printable


def test_a_slip_says_in_indonesian_what_the_visitor_needs(slip: Slip) -> None:
    words = in_words(slip)
    assert words.heading == "Nomor antrean Anda"
    assert words.number == "K-014"
    assert words.facts == (Fact("3 orang", "di depan Anda"), Fact("12–20 menit", "perkiraan tunggu"))
    assert words.where == ("Silakan duduk di ruang tunggu.", "Dengarkan nomor, lihat layar.")
    assert words.how == ("Wi-Fi PST-Pekanbaru,", "lalu pindai kode ini")
    assert (words.date, words.time) == ("Kamis, 19 November 2026", "09.05 WIB")
    assert words.copy == ""


def test_a_slip_says_the_same_in_english(slip: Slip) -> None:
    words = in_words(replace(slip, language="en", wifi=None, copy=True))
    assert words.facts == (Fact("3 people", "ahead of you"), Fact("12–20 min", "expected wait"))
    assert words.how == ("Scan this code",)
    assert (words.date, words.time) == ("Thursday, 19 November 2026", "09.05 WIB")
    assert words.copy == "COPY"


def test_without_numbers_the_paper_shows_the_place_in_line(slip: Slip) -> None:
    words = in_words(replace(slip, numbered=False))
    assert (words.heading, words.number) == ("Anda urutan", "ke-4")
    assert words.where == ("Silakan duduk di ruang tunggu.", "Petugas memanggil Anda.")
    assert "K-014" not in str(words)
    words = in_words(replace(slip, numbered=False, ahead=None))
    assert (words.heading, words.number) == ("Anda sudah terdaftar", "")


def test_both_languages_have_every_sentence() -> None:
    assert INDONESIAN.keys() == ENGLISH.keys()


@pytest.mark.parametrize(
    ("ahead", "estimate", "figures"),
    [
        (0, (0, 5), ["Tidak ada", "0–5 menit"]),
        (1, (1, 1), ["1 orang", "1 menit"]),
        (2, (7, 7), ["2 orang", "7 menit"]),
        (4, None, ["4 orang", "Belum cukup data"]),
        (None, (5, 9), ["5–9 menit"]),
        (None, None, []),
    ],
)
def test_figures_are_shown_only_where_they_are_known(
    slip: Slip, ahead: int | None, estimate: tuple[int, int] | None, figures: list[str]
) -> None:
    words = in_words(replace(slip, ahead=ahead, estimate=estimate))
    assert [fact.figure for fact in words.facts] == figures


def test_the_code_for_the_kiosks_rating_stands_on_the_slip_in_threes(slip: Slip) -> None:
    assert in_words(slip).rating == ""
    assert in_words(replace(slip, rating_code="K7MP2X")).rating == "Menilai di kiosk, kode: K7M P2X"
    assert in_words(replace(slip, rating_code="K7MP2X", language="en")).rating == "To rate at the kiosk, code: K7M P2X"


def test_a_reprint_is_marked_as_a_copy(slip: Slip) -> None:
    assert in_words(replace(slip, copy=True)).copy == "SALINAN"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Jl. Rawa\nIndah\t 5", "Jl. Rawa Indah 5"),
        ("a\x1b@b\x10\x14\x01c\x00", "a@bc"),
        ("Café", "Café"),
        ("Cafe\u0301", "Café"),
        ("Şişli Łódź đ", "Sisli Lódz d"),
        ("\u202eABC\u200b\ufeff\u00ad", "ABC"),
        ("ﬁle № ①", "file No 1"),
        ("antrean 😀 العربية 中文", "antrean"),
        ("\ud800\U000e0001", ""),
        ("K‑005", "K-005"),
    ],
)
def test_only_what_the_typeface_can_draw_is_left_of_a_text(text: str, left: str) -> None:
    assert printable(text) == left


def test_the_typeface_draws_every_character_that_we_let_through() -> None:
    face = typeface.font(40, 700)
    absent = bytes(face.getmask("\ue000"))
    drawn = {character: bytes(face.getmask(character)) for character in REPERTOIRE if character != " "}
    assert [character for character, ink in drawn.items() if ink == absent or not any(ink)] == []


@given(st.text(st.characters(), max_size=300))
def test_no_text_brings_anything_unprintable_through(text: str) -> None:
    left = printable(text)
    assert set(left) <= REPERTOIRE
    assert left == printable(left) == unicodedata.normalize("NFC", left)
