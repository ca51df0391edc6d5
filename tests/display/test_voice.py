"""What is said for a call, and which recordings say it."""

import pytest

from display import voice
from display.voice import Language, clips, sentence, vocabulary

NAMES: dict[Language, dict[str, str]] = {
    "id": {"K": "Konsultasi Statistik", "D": "Layanan DTSEN"},
    "en": {"K": "Statistics Consultation", "D": "DTSEN Service"},
}


def test_a_first_call_names_the_number_digit_by_digit_the_counter_and_the_service() -> None:
    assert sentence("K-005", 1, "Konsultasi Statistik", 1, "id") == (
        "Nomor antrean, K, nol nol lima. Silakan menuju Meja Satu, Konsultasi Statistik."
    )
    assert sentence("K-005", 1, "Statistics Consultation", 1, "en") == (
        "Queue number, K, zero zero five. Please go to Desk One, Statistics Consultation."
    )


@pytest.mark.parametrize(
    ("nth", "language", "begins"),
    [
        (2, "id", "Panggilan kedua. Nomor antrean, K, "),
        (3, "id", "Panggilan ketiga. Nomor antrean, K, "),
        (4, "id", "Panggilan keempat. Nomor antrean, K, "),
        (10, "id", "Panggilan kesepuluh. Nomor antrean, K, "),
        (11, "id", "Panggilan kesebelas. Nomor antrean, K, "),
        (23, "id", "Panggilan kedua puluh tiga. Nomor antrean, K, "),
        (2, "en", "Second call. Queue number, K, "),
        (12, "en", "Call number twelve. Queue number, K, "),
    ],
)
def test_a_repeated_call_says_first_which_one_it_is(nth: int, language: Language, begins: str) -> None:
    assert sentence("K-005", 1, "Konsultasi Statistik", nth, language).startswith(begins)


@pytest.mark.parametrize(
    ("counter", "indonesian", "english"),
    [
        (1, "Meja Satu", "Desk One"),
        (10, "Meja Sepuluh", "Desk Ten"),
        (11, "Meja Sebelas", "Desk Eleven"),
        (12, "Meja Dua Belas", "Desk Twelve"),
        (20, "Meja Dua Puluh", "Desk Twenty"),
        (21, "Meja Dua Puluh Satu", "Desk Twenty One"),
        (99, "Meja Sembilan Puluh Sembilan", "Desk Ninety Nine"),
        (100, "Meja Satu Nol Nol", "Desk One Zero Zero"),
    ],
)
def test_a_counter_is_spoken_as_one_number(counter: int, indonesian: str, english: str) -> None:
    assert f"menuju {indonesian}, " in sentence("K-001", counter, "Konsultasi", 1, "id")
    assert f"go to {english}, " in sentence("K-001", counter, "Consultation", 1, "en")


def test_the_office_decides_what_a_counter_is_called() -> None:
    assert voice.label_of("Loket 2") == "Loket"
    assert voice.label_of("7") is None
    assert "menuju Loket Dua, " in sentence("K-001", 2, "Konsultasi", 1, "id", voice.label_of("Loket 2"))
    assert "silakan_menuju loket dua" in " ".join(clips("K-001", 2, "K", 1, "id", "Loket"))


def test_every_letter_of_a_long_series_is_said() -> None:
    assert sentence("KS-12", 1, "Konsultasi", 1, "id").startswith("Nomor antrean, K S, satu dua. ")
    assert clips("KS-12", 1, "KS", 1, "id")[1:5] == ["k", "s", "satu", "dua"]


def test_the_clips_follow_the_sentence_word_for_word() -> None:
    assert clips("K-005", 12, "K", 3, "id") == [
        *("panggilan_ketiga", "nomor_antrean", "k", "nol", "nol", "lima"),
        *("silakan_menuju", "meja", "dua", "belas", "layanan_k"),
    ]
    assert clips("K-005", 21, "K", 1, "en") == [
        *("queue_number", "k", "zero", "zero", "five"),
        *("please_go_to", "desk", "twenty", "one", "service_k"),
    ]


@pytest.mark.parametrize("language", voice.LANGUAGES)
def test_the_vocabulary_holds_a_recording_for_every_possible_call(language: Language) -> None:
    known = vocabulary(NAMES)[language]
    needed = {
        clip
        for counter in range(100)
        for nth in (1, 2, 9, 10, 11, counter)
        for clip in clips(f"{chr(65 + counter % 26)}-{counter:03}", counter, "KD"[counter % 2], nth, language)
    }
    assert needed - known.keys() == set()
    assert all(words.strip() == words != "" for words in known.values())


def test_an_abbreviation_in_a_service_name_is_recorded_letter_by_letter() -> None:
    assert vocabulary(NAMES)["id"]["layanan_d"] == "Layanan D T S E N"
    assert "Layanan DTSEN" in sentence("D-001", 1, "Layanan DTSEN", 1, "id")


def test_a_counters_own_word_gets_a_recording_in_its_language() -> None:
    words = vocabulary(NAMES, {"id": ["Loket"], "en": ["Counter"]})
    assert words["id"]["loket"] == "Loket"
    assert words["en"]["counter"] == "Counter"
    assert "meja" not in words["id"]
