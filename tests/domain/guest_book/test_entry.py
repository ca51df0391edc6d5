"""What an entry of the guest book may hold, and what is never stored."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.guest_book import ITEMS, Kind, entry_of
from shared.domain.guest_book.lists import AGE_BAND, MEANS, SCHOOLING, SKD_SCHOOLING, age_band, skd_schooling
from shared.domain.guest_book.options import Option, Options
from shared.domain.guest_book.spelling import spelling
from shared.domain.refusal import Refusal
from shared.domain.text import Text

TODAY = date(2026, 11, 19)
RAHMI = {
    "name": "Rahmi Yulianti",
    "phone": "0812-0000-0001",
    "email": "Tamu01@Example.com",
    "sex": 2,
    "schooling": 4,
    "birth_year": 2003,
    "occupation": 1,
    "institution_kind": 6,
    "institution": "Universitas Riau (contoh)",
    "use": 1,
    "means": [1],
    "purpose": "Garis kemiskinan Kota Pekanbaru 2015–2025",
}


def refused(given: dict[str, object]) -> str:
    with pytest.raises(Refusal) as refusal:
        entry_of(given, TODAY)
    return refusal.value.key


def test_an_entry_parts_what_names_somebody_from_what_is_counted() -> None:
    entry = entry_of(RAHMI, TODAY)
    assert entry.open == {"sex": 2, "schooling": 4, "occupation": 1, "institution_kind": 6, "use": 1, "means": (1,)}
    assert set(entry.sealed) == {"name", "phone", "email", "birth_year", "institution", "purpose"}
    assert (entry.answers["phone"], entry.answers["email"]) == ("+6281200000001", "Tamu01@example.com")
    assert AGE_BAND.text(entry.band(TODAY) or 0).id == "17–25 tahun"


def test_nothing_is_compulsory_and_an_empty_answer_is_none() -> None:
    assert entry_of({"name": "", "means": [], "sex": None}, TODAY).answers == {}


@pytest.mark.parametrize(
    "number", ["1471012345678901", "1471 0123 4567 8901", "1471.0123.4567.8901", "147101-234567-8901"]
)
@pytest.mark.parametrize("item", [item.name for item in ITEMS if item.kind is Kind.WORDS])
def test_sixteen_digits_are_never_stored_however_they_are_spaced(item: str, number: str) -> None:
    assert refused({item: f"saya {number} ya"}) == "identity_number"


@given(
    st.integers(10**15, 10**16 - 1), st.text(alphabet="ab -./", max_size=8), st.sampled_from(["", " ", "-", ".", "/"])
)
def test_no_text_with_an_identity_number_comes_through(number: int, around: str, between: str) -> None:
    assert refused({"purpose": around + between.join(str(number)) + around}) == "identity_number"


def test_years_phones_and_tables_are_no_identity_numbers() -> None:
    said = "Data 2015, 2016, 2017 dan 2018, tabel 3.2.1; telepon 0761-7874567"
    assert entry_of({"purpose": said}, TODAY).answers["purpose"] == said


@pytest.mark.parametrize("year", [2026, 2010, 2008])
@pytest.mark.parametrize("contact", [{"phone": "081200000005"}, {"email": "tamu05@example.com"}])
def test_whoever_may_be_under_18_leaves_no_contact(year: int, contact: dict[str, object]) -> None:
    assert refused({"birth_year": year, **contact}) == "contact_of_minor"
    assert entry_of({"birth_year": 2007, **contact}, TODAY).answers.keys() > contact.keys()


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"nik": "x"}, "unknown_item"),
        ({"sex": 3}, "unknown_option"),
        ({"sex": True}, "bad_answer"),
        ({"sex": "2"}, "bad_answer"),
        ({"means": [3]}, "unknown_option"),
        ({"means": 1}, "bad_answer"),
        ({"means": [True]}, "bad_answer"),
        ({"birth_year": 1899}, "bad_answer"),
        ({"birth_year": 2027}, "bad_answer"),
        ({"name": "x" * 121}, "bad_answer"),
        ({"name": 7}, "bad_answer"),
        ({"phone": "12"}, "bad_phone"),
        ({"phone": "rumah"}, "bad_phone"),
        ({"email": "tamu01 at example.com"}, "bad_email"),
        ({"group": 32, "group_men": 20, "group_women": 13}, "head_count"),
        ({"group": 32, "group_men": 14, "group_women": 17}, "head_count"),
        ({"group": -1}, "bad_answer"),
    ],
)
def test_what_cannot_be_an_answer_is_refused_by_name(given: dict[str, object], key: str) -> None:
    assert refused(given) == key


def test_a_group_is_one_entry_with_heads_by_sex() -> None:
    answers = {"group": 32, "group_men": 14, "group_women": 18}
    assert entry_of(answers, TODAY).open == answers
    assert entry_of({"group": 32, "group_men": 14}, TODAY).open == {"group": 32, "group_men": 14}


def test_words_are_kept_only_where_the_answer_asked_for_them() -> None:
    pensioner = {"occupation": 7, "occupation_other": "pensiunan"}
    assert entry_of(pensioner, TODAY).sealed == {"occupation_other": "pensiunan"}
    assert entry_of(pensioner | {"occupation": 6}, TODAY).sealed == {}


def test_a_code_that_is_no_longer_offered_keeps_its_meaning() -> None:
    assert (MEANS.text(8), MEANS.text(9)) == (Text("Surat / E-mail", "Letter or e-mail"),) * 2
    assert [option.code for option in MEANS.on(TODAY)] == [1, 2, 4, 9, 16, 32]
    assert refused({"means": [8]}) == "unknown_option"
    assert entry_of({"means": [8]}, date(2025, 6, 1)).answers["means"] == (8,)


def test_a_code_never_stands_for_two_answers() -> None:
    with pytest.raises(ValueError, match="two answers"):
        Options("use", (Option(1, Text("Satu", "One")), Option(1, Text("Dua", "Two"))))


def test_the_five_levels_of_the_skd_follow_from_the_eight_of_the_registration() -> None:
    told = {option.text.id: SKD_SCHOOLING.text(skd_schooling(option.code)).id for option in SCHOOLING.of}
    assert told == {
        "Tidak/belum sekolah": "≤ SLTA/Sederajat",
        "SD": "≤ SLTA/Sederajat",
        "SMP": "≤ SLTA/Sederajat",
        "SMA/sederajat": "≤ SLTA/Sederajat",
        "D1/D2/D3": "D1/D2/D3",
        "D4/S1": "D4/S1",
        "S2": "S2",
        "S3": "S3",
    }


@pytest.mark.parametrize(
    ("age", "band"), [(16, 1), (17, 2), (25, 2), (26, 3), (34, 3), (44, 4), (54, 5), (65, 6), (66, 7)]
)
def test_age_bands_are_those_of_the_skd(age: int, band: int) -> None:
    assert age_band(TODAY.year - age, TODAY) == band


@pytest.mark.parametrize(
    "names",
    [
        ("BPS Prov. Maluku Utara", "bps provinsi maluku-utara", "BPS PROV MALUKU UTARA"),
        ("Univ. Riau", "universitas riau", "Universitas  Riau"),
    ],
)
def test_spellings_of_one_institution_meet(names: tuple[str, ...]) -> None:
    assert len({spelling(name) for name in names}) == 1
