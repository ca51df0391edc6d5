"""Offices are data: the shipped profile says what was published, and a mistake in a profile is explained."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path

import pytest

from shared.domain.office import Office
from shared.offices import SHIPPED, ProfileError, load_office, load_offices, state_holidays
from tests.cast import THURSDAY, pekanbaru, write_ternate

SEED = Path(__file__).parent.parent / "data" / "seed_kota_pekanbaru.txt"
# The head that the published document repeats on each of its pages.
PAGE_HEAD = {
    "Pelayanan Statistik Terpadu BPS Kota Pekanbaru",
    "Jl. Rawa Indah Pekanbaru 28125 (0761) 7874567",
    "pekanbarukota.bps.go.id",
    "Badan Pusat Statistik / Sekretariat Utama / Pelayanan Statistik",
    "Terpadu BPS Provinsi Riau / Pelayanan Statistik Terpadu BPS Kota",
    "Pekanbaru",
    "Konsultasi Statistik Pekanbaru",
    "No. SK : 0102067/1471 TAHUN 2023",
}
PROFILE = (SHIPPED / "kota-pekanbaru.toml").read_text(encoding="utf-8")


def published() -> list[str]:
    """What the document says, line by line, without the heads of its pages."""
    lines = [line.strip() for line in SEED.read_text(encoding="utf-8").splitlines()]
    return [re.sub(r"<(https?://[^>]+)>", r"\1", line) for line in lines if line and line not in PAGE_HEAD]


def shown(office: Office) -> list[str]:
    """What the profile would write in its place."""
    written = []
    for component in office.standard.components:
        written.append(component.heading)
        if component.summary:
            written.append(component.summary)
        for number, line in enumerate(component.lines, start=1):
            written.append(f"{number}. {line}" if component.numbered else line)
    return written


def test_the_standard_of_kota_pekanbaru_is_the_published_one_word_for_word() -> None:
    assert shown(pekanbaru()) == published()


def test_the_promise_is_quoted_from_the_standard_and_counted_in_seconds() -> None:
    promise = pekanbaru().standard.walk_in
    assert promise is not None
    assert f"1. {promise.sentence}" in published()
    assert "10 (sepuluh) menit" in promise.sentence
    assert promise.limit_seconds == 600


def test_the_profile_says_who_published_the_standard() -> None:
    office, seed = pekanbaru(), SEED.read_text(encoding="utf-8")
    assert f"No. SK : {office.standard.decree}" in seed
    assert office.standard.unit in seed
    assert office.phone in seed
    assert office.website is not None
    assert office.website in seed
    assert all(complaint in " ".join(published()) for complaint in office.complaints)


def test_kota_pekanbaru_has_two_counters_for_all_services_and_no_quota() -> None:
    office = pekanbaru()
    codes = tuple(service.code for service in office.services)
    assert [(counter.number, counter.services) for counter in office.counters] == [(1, codes), (2, codes)]
    assert {service.quota for service in office.services} == {None}
    assert (office.zone, office.hours.numbers_from_minutes) == ("Asia/Jakarta", 30)


def test_every_sentence_of_the_profile_has_its_english() -> None:
    office = pekanbaru()
    services = [text for service in office.services for text in (service.name, service.what)]
    texts = [*services, *office.running_text, office.cost, *(counter.name for counter in office.counters)]
    assert all(text.id and text.en and text.id != text.en for text in texts)


def test_holidays_include_joint_leave() -> None:
    holidays = state_holidays(2026, 2026)
    assert holidays[date(2026, 8, 17)] == "Hari Kemerdekaan Republik Indonesia"
    assert [day for day, name in holidays.items() if "cuti bersama" in name.lower()]


def test_the_holidays_of_the_coming_year_are_known() -> None:
    assert date(THURSDAY.year + 1, 8, 17) in pekanbaru().hours.holidays


def test_offices_of_a_folder_join_the_shipped_ones_and_win(tmp_path: Path) -> None:
    write_ternate(tmp_path)
    renamed = PROFILE.replace("PST BPS Kota Pekanbaru", "PST Pekanbaru baru")
    (tmp_path / "kota-pekanbaru.toml").write_text(renamed, encoding="utf-8")
    offices = load_offices(tmp_path, today=THURSDAY)
    assert {"kota-pekanbaru", "ternate"} <= set(offices)
    assert offices["kota-pekanbaru"].name == "PST Pekanbaru baru"
    assert list(offices) == sorted(offices)


MISTAKES = {
    "zone": ('zone = "Asia/Jakarta"', 'zone = "Europe/Paris"', "zone must be one of Asia/Jakarta"),
    "service_letter": ('code = "P"\n', 'code = "p"\n', "one to three capital letters, not 'p'"),
    "two_services_one_letter": ('code = "P"\n', 'code = "K"\n', "two services share a letter"),
    "two_counters_one_number": ("number = 2\n", "number = 1\n", "two counters share a number"),
    "counter_with_unknown_service": ('"R", "D", "G"]', '"R", "D", "X"]', "counter 1 offers unknown services: X"),
    "misspelt_key": ('phone = "', 'phonne = "', "phonne: is not a word that a profile knows"),
    "missing_key": ('phone = "(0761) 7874567"\n', "", "phone: is missing"),
    "closing_before_opening": ("closes = 15:30:00", "closes = 07:30:00", "opening, breaks and closing must follow"),
    "unknown_weekday": ('"friday"]', '"jumat"]', "unknown days of the week: jumat"),
    "promise_of_unknown_service": (
        "limit_seconds = 600",
        'limit_seconds = 600\nservices = ["Q"]',
        "the promise covers unknown services: Q",
    ),
    "no_toml": ("[standard]", "[standard", "kota-pekanbaru.toml: "),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_a_profile_is_explained_in_plain_words(mistake: str, tmp_path: Path) -> None:
    right, wrong, explained = MISTAKES[mistake]
    assert right in PROFILE
    file = tmp_path / "kota-pekanbaru.toml"
    file.write_text(PROFILE.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(ProfileError) as refused:
        load_office(file)
    assert explained in str(refused.value)
    assert all(line.startswith("kota-pekanbaru.toml: ") for line in str(refused.value).splitlines())


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "kota-pekanbaru.toml"
    wrong = PROFILE.replace('phone = "', 'phonne = "').replace("limit_seconds = 600", 'limit_seconds = "ten"')
    file.write_text(wrong, encoding="utf-8")
    with pytest.raises(ProfileError) as refused:
        load_office(file)
    places = {line.split(": ")[1] for line in str(refused.value).splitlines()}
    assert {"phone", "phonne", "standard.walk_in.limit_seconds"} <= places


def test_a_profile_must_be_called_by_its_code(tmp_path: Path) -> None:
    file = tmp_path / "pekanbaru.toml"
    file.write_text(PROFILE, encoding="utf-8")
    with pytest.raises(ProfileError, match=r"must be called kota-pekanbaru\.toml"):
        load_office(file)


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="No such file"):
        load_office(tmp_path / "nowhere.toml")


def test_hours_are_read_as_they_are_written() -> None:
    monday, friday = pekanbaru().hours.week
    assert (monday.opens, monday.closes, monday.breaks) == (time(8), time(15, 30), ())
    assert [(pause.start, pause.end) for pause in friday.breaks] == [(time(11, 30), time(13))]
