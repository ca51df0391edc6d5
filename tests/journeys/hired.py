"""The people of the journeys' offices: a data folder with staff, tokens and a voice, and no visitors yet."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from argon2 import PasswordHasher

from display.board import build_voice, voice_folder
from shared.app import build_parts
from shared.domain.staff import Role
from shared.front_desk import FrontDesk, Parts, operator
from shared.offices import SHIPPED
from shared.settings import settings_from
from tests.running import OFFICE

PASSWORD = "a password for the tests"
STAFF = {"rina": Role.OFFICER, "bagus": Role.OFFICER, "sari": Role.MANAGER}
WITHOUT_SCREEN = {"kiosk": Role.KIOSK, "dewi": Role.OFFICER, "tono": Role.OFFICER, "manager": Role.MANAGER}
_KEPT = PasswordHasher().hash(PASSWORD)


@dataclass(frozen=True)
class Hired:
    """Where the data are, the offices' profiles if they are not shipped, and each office's tokens by name."""

    data: Path
    profiles: Path | None
    tokens: Mapping[str, Mapping[str, str]]


def hire_for_one(folder: Path) -> Hired:
    """The staff of the shipped office; their folder is copied for each journey that needs a server of its own."""
    parts = build_parts(settings_from({"PST_DATA_DIR": str(folder)}))
    tokens = staffed(parts, OFFICE)
    build_voice(folder, parts.offices[OFFICE])
    parts.database.close()
    return Hired(folder, None, {OFFICE: tokens})


def hire_for_many(folder: Path, like: Hired, codes: Sequence[str]) -> Hired:
    """The same staff in many offices of one server."""
    profiles = folder / "offices"
    profiles.mkdir(parents=True)
    for code in codes:
        (profiles / f"{code}.toml").write_text(profile({f'code = "{OFFICE}"': f'code = "{code}"'}), encoding="utf-8")
    data = folder / "data"
    parts = build_parts(settings_from({"PST_DATA_DIR": str(data), "PST_OFFICES_DIR": str(profiles)}))
    tokens = {code: staffed(parts, code) for code in codes}
    recorded = voice_folder(like.data, parts.offices[OFFICE])
    for code in codes:
        shutil.copytree(recorded, voice_folder(data, parts.offices[code]))
    parts.database.close()
    return Hired(data, profiles, tokens)


def hire_for_every_shipped(folder: Path) -> Hired:
    """The same staff in every office that is shipped, on one server."""
    parts = build_parts(settings_from({"PST_DATA_DIR": str(folder)}))
    tokens = {code: staffed(parts, code) for code in parts.offices}
    parts.database.close()
    return Hired(folder, None, tokens)


def profile(changes: Mapping[str, str]) -> str:
    """The shipped profile, with the first of some words replaced by others."""
    text = (SHIPPED / f"{OFFICE}.toml").read_text(encoding="utf-8")
    for shipped, wanted in changes.items():
        assert shipped in text, f"the shipped profile no longer says {shipped!r}"
        text = text.replace(shipped, wanted, 1)
    return text


def staffed(parts: Parts, code: str) -> dict[str, str]:
    """Hire the staff of an office; the tokens of those who work without a screen."""
    desk = FrontDesk(parts, parts.offices[code], operator(code))
    for login, role in STAFF.items():
        desk._add_staff(login.capitalize(), login, _KEPT, frozenset({role}))  # hashing anew would take half a minute
    return {name: desk.create_token(frozenset({role}), name) for name, role in WITHOUT_SCREEN.items()}
