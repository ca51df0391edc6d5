"""A profile that is wrong is explained in plain words, every mistake at once and each with its line."""

from __future__ import annotations

import sys
from datetime import time
from pathlib import Path

import pytest

from shared.cli import main
from shared.offices import SHIPPED, ProfileError, load_office
from shared.offices.lines import line_of
from tests.cast import pekanbaru

PROFILE = (SHIPPED / "kota-pekanbaru.toml").read_text(encoding="utf-8")


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
    "unpublished_step": (
        'text = "Pengguna layanan menunggu',
        'text = "Pengguna menunggu',
        "the published text nowhere says",
    ),
    "step_without_a_place": ('link = "https://pst.bps.go.id"\n', "", "needs link"),
    "two_promises": (
        'channels = ["pst_online", "whatsapp", "email", "web_form"]',
        'channels = ["email", "email"]',
        "the same channel",
    ),
    "promise_without_counters": ("[[counters]]\nnumber = 1", "[[kounters]]\nnumber = 1", "kounters"),
    "no_toml": ("[standard]", "[standard", "this cannot be read: Expected ']'"),
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
    assert all(line.startswith("kota-pekanbaru.toml:") for line in str(refused.value).splitlines())


FIRST = """way = "walk_in"
text = "Pengguna layanan berkunjung ke Unit Pelayanan Statistik Terpadu (PST) BPS Kota Pekanbaru"
"""
ACCOUNT = """text = "Pengguna layanan memiliki akun pada aplikasi pelayanan"
channels = ["pst_online"]"""
OF_REQUIREMENTS = {
    "not_published": (
        'text = "Pengguna layanan berkunjung',
        'text = "Pengguna berkunjung',
        "the published requirements nowhere say 'Pengguna berkunjung",
        'text = "Pengguna berkunjung',
    ),
    "out_of_order": (
        FIRST,
        'way = "walk_in"\ntext = "Pengguna layanan mengisi buku tamu"\n',
        "do not say 'Pengguna layanan memiliki kartu",
        'text = "Pengguna layanan memiliki kartu',
    ),
    "left_out": (
        f"[[standard.requirements]]\n{FIRST}",
        "",
        "nothing says of whom the line 'Pengguna layanan berkunjung",
        "[[standard.requirements]]",
    ),
    "strange_way": (
        FIRST,
        FIRST.replace("walk_in", "surat"),
        "must be one of 'walk_in', 'online', 'both', not",
        'way = "surat"',
    ),
    "channel_without_a_promise": (
        ACCOUNT,
        ACCOUNT.replace("pst_online", "halopst"),
        "the standard promises nothing on halopst",
        'channels = ["halopst"]',
    ),
    "channel_of_those_who_come": (
        FIRST,
        FIRST + 'channels = ["email"]\n',
        "asked of those who come, who use no channel",
        "[[standard.requirements]]",
    ),
    "misspelt_key": (FIRST, FIRST.replace("way", "ways"), "ways: is not a word that a profile knows", "ways"),
}


@pytest.mark.parametrize("mistake", OF_REQUIREMENTS)
def test_a_mistake_in_the_requirements_is_explained_with_its_line(
    mistake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As `pst office check` tells it."""
    right, wrong, explained, line = OF_REQUIREMENTS[mistake]
    assert right in PROFILE
    file = tmp_path / "kota-pekanbaru.toml"
    file.write_text(PROFILE.replace(right, wrong, 1), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["pst", "office", "check", str(file)])
    with pytest.raises(SystemExit, match="1"):
        main()
    told = [one for one in capsys.readouterr().err.splitlines() if explained in one]
    assert len(told) == 1
    number = int(told[0].split("kota-pekanbaru.toml:")[1].split(":")[0])
    assert file.read_text(encoding="utf-8").splitlines()[number - 1].startswith(line)


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "kota-pekanbaru.toml"
    wrong = PROFILE.replace('phone = "', 'phonne = "').replace("limit_seconds = 600", 'limit_seconds = "ten"')
    file.write_text(wrong, encoding="utf-8")
    with pytest.raises(ProfileError) as refused:
        load_office(file)
    places = {line.split(": ")[1] for line in str(refused.value).splitlines()}
    lines = wrong.splitlines()
    for told in str(refused.value).splitlines():
        number, place = told.split(":")[1], told.split(": ")[1]
        key = place.split(".")[-1]
        assert lines[int(number) - 1].startswith(f"{key} = ") or key == "phone", told
    assert {"phone", "phonne", "standard.walk_in.limit_seconds"} <= places


MISTAKEN = {
    'zone = "Asia/Jakarta"': 'zone = "Asia/Djakarta"',
    '"R", "D", "G"]': '"R", "D", "X"]',
    'phone = "': 'phonne = "',
    "closes = 15:30:00": 'closes = "half past three"',
    "number = 2": "number = 1",
}


def test_what_does_not_fit_together_is_told_beside_what_is_misspelt_each_with_its_line(tmp_path: Path) -> None:
    """Nobody mends a profile in rounds: a wrong key hides no unknown service."""
    file = tmp_path / "kota-pekanbaru.toml"
    wrong = PROFILE
    for right, mistaken in MISTAKEN.items():
        assert right in wrong
        wrong = wrong.replace(right, mistaken, 1)
    file.write_text(wrong, encoding="utf-8")
    with pytest.raises(ProfileError) as refused:
        load_office(file)
    told = [line.split(":", 2) for line in str(refused.value).splitlines()]
    assert [int(number) for _, number, _ in told] == sorted(int(number) for _, number, _ in told)
    lines = wrong.splitlines()
    for words, starts in (
        ("zone must be one of", "zone = "),
        ("counter 1 offers unknown services: X", "services = "),
        ("is not a word that a profile knows", "phonne = "),
        ("must be an hour, as 07:30:00", "closes = "),
        ("two counters share a number, 1", "number = 1"),
    ):
        [number] = [int(number) for _, number, said in told if words in said]
        assert lines[number - 1].startswith(starts)
    assert not any("Input should" in said for _, _, said in told)


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("zone",), "zone = "),
        (("services", 2, "code"), 'code = "J"'),
        (("services", 2, "quota"), "[[services]]"),
        (("counters", 1, "services", 3), "services = ["),
        (("hours", "week", 1, "breaks", 0, "start"), "breaks = ["),
        (("standard", "walk_in", "limit_seconds"), "limit_seconds = "),
        (("standard", "components", 1, "heading"), 'heading = "Sistem'),
        (("standard", "steps", 3, "link"), "[[standard.steps]]"),
    ],
)
def test_a_place_in_a_profile_is_found_by_its_line(place: tuple[str | int, ...], line: str) -> None:
    assert PROFILE.splitlines()[line_of(PROFILE, place) - 1].startswith(line)


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
