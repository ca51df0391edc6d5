"""The README is true: its commands, settings, map, pictures and drawing are those of the program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from shared.cli import pst
from shared.domain.ticket import MOVES, State
from shared.settings import VARIABLES
from tests.running import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
START = "python3 -m venv .venv && .venv/bin/pip install -c requirements.lock -e . && .venv/bin/pst demo"
TEST = ".venv/bin/pip install -c requirements.lock -e '.[test]' && .venv/bin/pytest"


def section(heading: str) -> str:
    """The text under a heading, up to the next of the same rank."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, f"the README has no section {heading!r}"
    return found[1]


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every command that can be run, as its words."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name)


def test_every_command_stands_in_the_table_and_the_table_names_no_other() -> None:
    named = {tuple(words.split()) for words in re.findall(r"`pst ([a-z -]+)`", section("Commands"))}
    assert named == set(commands(pst))


def test_every_command_that_the_text_names_exists() -> None:
    known = set(commands(pst))
    for words in re.findall(r"(?:`|/|: )pst ([a-z]+(?:-[a-z]+)*(?: [a-z]+)?)", README):
        first, _, second = words.partition(" ")
        assert {(first,), (first, second)} & known or (not second and any(path[0] == first for path in known)), words


def test_every_flag_that_the_text_gives_to_a_command_exists() -> None:
    lines = re.findall(r"`pst ([a-z]+(?: [a-z]+)?) (--[^`]+)`", README)
    assert lines
    for words, flags in lines:
        command: click.Command = pst
        for word in words.split():
            assert isinstance(command, click.Group)
            command = command.commands[word]
        taken = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"--[a-z-]+", flags)) <= taken, words


def test_the_settings_are_those_of_the_program_with_the_same_meaning() -> None:
    rows = re.findall(r"^\| `(PST_[A-Z_]+)` \| (.+?) \|$", section("Settings"), re.MULTILINE)
    assert dict(rows) == dict(VARIABLES)
    assert [name for name, _ in rows] == list(VARIABLES)


def test_every_setting_that_the_text_names_exists() -> None:
    of_the_tests = {"PST_REQUIRE_BROWSER"}
    assert set(re.findall(r"PST_[A-Z_]+[A-Z]", README)) - of_the_tests == set(VARIABLES)


def mapped() -> list[Path]:
    """The paths of the map; a line that is indented stands in the folder above it."""
    found = re.search(r"```text\n(.*?)```", section("Map"), re.DOTALL)
    assert found
    folders: list[Path] = []
    paths = []
    for line in found[1].splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        path = Path(*folders[:depth], line.split()[0])
        folders[depth:] = [Path(line.split()[0])]
        paths.append(path)
    return paths


def test_every_path_of_the_map_exists() -> None:
    assert len(mapped()) > 40
    assert [str(path) for path in mapped() if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("folder", ["kiosk", "display", "counter", "shared", "shared/domain", "tests"])
def test_the_map_leaves_out_no_module(folder: str) -> None:
    modules = {path for path in (ROOT / folder).iterdir() if path.suffix == ".py" and path.stem != "__init__"}
    packages = {path.parent for path in (ROOT / folder).glob("*/__init__.py")}
    shared_by_tests = {"cast.py", "conftest.py", "running.py"}
    there = {str(path.relative_to(ROOT)) for path in modules | packages if path.name not in shared_by_tests}
    assert there - {str(path) for path in mapped()} == set()


def test_nothing_stands_at_the_top_that_the_map_does_not_name() -> None:
    named = {path.parts[0] for path in mapped()}
    usual = {"README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml"}
    made_here = {"dist", "build", "htmlcov", "__pycache__"}
    there = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert there - made_here - usual - named == set()


def test_the_drawing_of_the_ticket_is_the_table_of_moves() -> None:
    drawn = re.findall(r"^  (\S+) --> (\w+): (\w+)$", section("A ticket's life"), re.MULTILINE)
    moved = {
        (source.value, (target or source).value, name)
        for name, (sources, target) in MOVES.items()
        for source in sources
    }
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == moved | {("[*]", State.WAITING.value, "take")}


def test_what_the_readme_links_to_and_shows_is_there() -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", README) + re.findall(r'src="([^"]+)"', README)
    assert len(linked) >= 9
    assert [path for path in linked if not (ROOT / path).is_file()] == []


def test_every_path_that_the_text_names_is_there() -> None:
    named = re.findall(r"`((?:shared|kiosk|display|counter|tests)/[\w./-]+)`", README)
    assert len(named) > 5
    pages = {"display/bell", "display/standard", "kiosk/requests"}  # addresses, not files
    assert [path for path in named if path not in pages and not (ROOT / path).exists()] == []


def test_the_lines_to_start_and_to_test_stand_in_it_and_the_checks_use_them() -> None:
    assert START in README
    assert TEST in README
    checks = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    venv = START.split(" && ", maxsplit=1)[0]
    install, run = TEST.split(" && ")
    assert f"{venv} && {install.replace('pip install', 'pip install -q')}" in checks
    assert run in checks
