"""Offices are data: the shipped profile says what was published, and a mistake in a profile is explained."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from shared.domain.office import Office
from shared.domain.standard import Channel
from shared.offices import SHIPPED, load_office, load_offices, state_holidays
from tests.cast import THURSDAY, pekanbaru, write_ternate

SEEDS = Path(__file__).parent.parent / "data"
HEADINGS = (
    *("Persyaratan", "Sistem, Mekanisme dan Prosedur", "Waktu Penyelesaian"),
    *("Biaya / Tarif", "Produk Pelayanan", "Pengaduan Layanan"),
)
# What the documents repeat on each of their pages, beside the lines above the first component.
PAGE_HEADS = ("Badan Pusat Statistik / ", "Pelayanan Statistik Terpadu BPS ", "Image not found")
CODES = ("jambi", "kepulauan-riau", "kota-kediri", "kota-pekanbaru", "maluku-utara")
PROFILE = (SHIPPED / "kota-pekanbaru.toml").read_text(encoding="utf-8")


def seed(code: str) -> list[str]:
    """The document's lines, without the marks of its web page (links, headings, emphasis, dashes of a list)."""
    text = (SEEDS / f"seed_{code.replace('-', '_')}.txt").read_text(encoding="utf-8")
    for mark, plain in ((r"\[([^\]]+)\]\([^)]*\)", r"\1"), (r"<(https?://[^>]+)>", r"\1"), (r"\*([^*]+)\*", r"\1")):
        text = re.sub(mark, plain, text)
    return [re.sub(r"^(#+|-) ", "", line.strip()) for line in text.splitlines() if line.strip()]


def published(code: str = "kota-pekanbaru") -> list[str]:
    """What the document says, line by line, without the heads of its pages."""
    lines = seed(code)
    first = lines.index(HEADINGS[0])
    head = {*lines[:first], "Pekanbaru"}  # the end of a head that was broken in two
    return [line for line in lines[first:] if line not in head and not line.startswith(PAGE_HEADS)]


def shipped(code: str) -> Office:
    """A shipped profile as it is."""
    return load_office(SHIPPED / f"{code}.toml", today=THURSDAY)


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


@pytest.mark.parametrize("code", CODES)
def test_every_standard_is_the_published_one_word_for_word(code: str) -> None:
    assert shown(shipped(code)) == published(code)


@pytest.mark.parametrize("code", CODES)
def test_every_head_is_the_published_one(code: str) -> None:
    office, text = shipped(code), " ".join(seed(code))
    assert re.search(rf"No\. SK : ?{re.escape(office.standard.decree)}(?= Persyaratan| Badan|$| )", text)
    assert office.standard.unit in text
    assert office.standard.title in text
    assert office.phone in text
    assert office.website is not None
    assert office.website in text
    assert all(way in " ".join(published(code)) for way in office.complaints)


@pytest.mark.parametrize("code", CODES)
def test_no_step_of_a_procedure_is_left_out(code: str) -> None:
    """Each is ours, elsewhere or done by people; what is left are numbers and the words before a list."""
    office = shipped(code)
    [procedure] = [part for part in office.standard.components if part.heading == HEADINGS[1]]
    left = "\n".join(procedure.lines)
    for step in sorted(office.standard.steps, key=lambda step: -len(step.text)):
        assert step.text in left, step.text
        left = left.replace(step.text, "", 1)
    assert re.sub(r"\d+[.)]|Layanan dengan cara (kunjungan langsung|online):", "", left).split() == []


@pytest.mark.parametrize("code", CODES)
def test_no_requirement_is_left_out_and_each_says_of_whom_it_is_asked(code: str) -> None:
    """What is left are numbers, what parts a list inside a line, and the words before that list."""
    standard = shipped(code).standard
    left = "\n".join(standard.published_requirements)
    for asked in standard.requirements:
        assert asked.text in left, asked.text
        left = left.replace(asked.text, "", 1)
    assert re.sub(r"\d\.|;|Layanan dengan cara kunjungan langsung|Layanan Online", "", left).split() == []


@pytest.mark.parametrize(
    ("code", "channel", "places"),
    [
        ("kepulauan-riau", "whatsapp", [1, 2, 3]),
        ("kepulauan-riau", "web_form", [1, 2, 3]),
        ("kota-pekanbaru", "email", [6]),
        ("kota-pekanbaru", "whatsapp", [6]),
        ("kota-pekanbaru", "web_form", [6]),
        ("kota-pekanbaru", "pst_online", [6, 7, 8]),
        ("kota-kediri", "email", [2]),
        ("kota-kediri", "telephone", [2]),
        ("kota-kediri", "halopst", [2, 3]),
        ("jambi", "pst_online", [1, 2, 3]),
        ("jambi", "whatsapp", [1, 3]),
        ("maluku-utara", "email", [4, 5]),
    ],
)
def test_whoever_writes_is_asked_nothing_that_the_text_asks_of_those_who_come(
    code: str, channel: Channel, places: list[int]
) -> None:
    """Places in the published list; Maluku Utara numbers its two lists within two lines."""
    standard = shipped(code).standard
    assert standard.requirements_on(channel) == tuple(standard.requirements[place - 1].text for place in places)


@pytest.mark.parametrize("code", CODES)
def test_a_list_that_does_not_say_whom_it_asks_is_read_openly(code: str) -> None:
    assert any(reading.question.startswith("Persyaratan") for reading in shipped(code).standard.readings)


def test_a_list_without_ways_is_asked_of_everybody() -> None:
    standard = replace(shipped("kota-pekanbaru").standard, requirements=())
    assert standard.requirements_on("email") == standard.published_requirements
    assert len(standard.published_requirements) == 8


@pytest.mark.parametrize(
    ("code", "order", "walk_in", "requests", "silence"),
    [
        (
            "jambi",
            "number_first",
            None,
            {"pst_online": 3, "whatsapp": 3, "web_form": 3},
            (3, "working_days", "program"),
        ),
        ("kepulauan-riau", "number_first", None, {"whatsapp": 5, "web_form": 5}, (24, "hours", "officer")),
        (
            "kota-kediri",
            "no_number",
            600,
            {"email": 2, "halopst": 1, "whatsapp": 1, "web_form": 1, "telephone": None},
            None,
        ),
        (
            "kota-pekanbaru",
            "number_first",
            600,
            {"pst_online": 3, "whatsapp": 3, "email": 3, "web_form": 3},
            (7, "days", "officer"),
        ),
        (
            "maluku-utara",
            "no_number",
            600,
            {"pst_online": 3, "whatsapp": 3, "email": 3, "web_form": 3},
            (7, "days", "officer"),
        ),
    ],
)
def test_what_a_machine_needs_of_each_standard_stands_beside_its_sentence(
    code: str, order: str, walk_in: int | None, requests: dict[str, int | None], silence: tuple[int, str, str] | None
) -> None:
    office = shipped(code)
    standard = office.standard
    assert office.guest_book.order == order
    assert (standard.walk_in and standard.walk_in.limit_seconds) == walk_in
    assert {channel: standard.request_promise(channel).working_days for channel in standard.channels} == requests  # type: ignore[union-attr] # its own channels
    quiet = standard.silence
    assert (quiet and (quiet.quantity, quiet.unit, quiet.closes)) == silence
    assert standard.readings
    assert office.takes_walk_ins == (walk_in is not None)


def test_the_promise_is_quoted_from_the_standard_and_counted_in_seconds() -> None:
    promise = pekanbaru().standard.walk_in
    assert promise is not None
    assert f"1. {promise.sentence}" in published()
    assert "10 (sepuluh) menit" in promise.sentence
    assert promise.limit_seconds == 600


def test_kota_pekanbaru_has_two_counters_for_all_services_and_no_quota() -> None:
    office = pekanbaru()
    codes = tuple(service.code for service in office.services)
    assert [(counter.number, counter.services) for counter in office.counters] == [(1, codes), (2, codes)]
    assert {service.quota for service in office.services} == {None}
    assert (office.zone, office.hours.numbers_from_minutes) == ("Asia/Jakarta", 30)


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_of_a_profile_has_its_english(code: str) -> None:
    office = shipped(code)
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
