"""The lock: exact versions of everything that is installed, and nothing about where it came from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import chain

from tests.running import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def named(requirement: str) -> str:
    """The name of a requirement, as indexes write it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=~! ;]", requirement)[0]).lower()


def wanted() -> Iterator[str]:
    """Everything that the project asks for, with and without extras."""
    for requirement in chain(PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()):
        if named(requirement) != PROJECT["name"]:
            yield named(requirement)


def test_every_line_is_one_exact_version() -> None:
    line = re.compile(r"[a-z0-9-]+==[a-z0-9.]+( ; .+)?")
    assert [one for one in LOCK if not line.fullmatch(one)] == []


def test_it_names_no_index_and_no_file() -> None:
    assert not re.search(r"://| @ |--", "\n".join(LOCK))


def test_everything_that_the_project_asks_for_is_in_it() -> None:
    assert set(wanted()) - {named(one) for one in LOCK} == set()
