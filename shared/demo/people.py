"""The staff of the demonstration. Their passwords are made at the first start and kept where only their owner reads."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from shared.domain.staff import Person, Role
from shared.front_desk import FrontDesk

PASSWORDS_FILE = "demo-passwords.json"
# No letters or digits that are taken for one another when somebody reads them from a screen.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP_LENGTH = 3, 4


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works here: name, login, role, and the counter where they sit (None: at none)."""

    name: str
    login: str
    role: Role
    counter: int | None = None


STAFF = (
    Member("Sri Wahyuni", "sri", Role.OFFICER, 1),
    Member("Andri Saputra", "andri", Role.OFFICER, 2),
    Member("Ratna Hasibuan", "ratna", Role.MANAGER),
)


def passwords_in(folder: Path) -> dict[str, str]:
    """Each login's password; made on the first call, the same ever after."""
    file = folder / PASSWORDS_FILE
    if not file.exists():
        made = {member.login: _new_password() for member in STAFF}
        unfinished = file.with_suffix(".new")
        unfinished.unlink(missing_ok=True)
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            json.dump(made, out, indent=2)
        unfinished.replace(file)
    return {login: str(password) for login, password in json.loads(file.read_text()).items()}


def hire(house: FrontDesk, passwords: dict[str, str]) -> dict[int, Person]:
    """Make sure that the staff is there; returns the officers by the counter where they sit."""
    here = {identity.login: identity.id for identity in house.staff()}
    officers = {}
    for member in STAFF:
        roles = frozenset({member.role})
        number = here.get(member.login)
        if number is None:
            number = house.add_staff(member.name, member.login, passwords[member.login], roles)
        if member.counter is not None:
            officers[member.counter] = Person(id=number, office=house.office.code, name=member.name, roles=roles)
    return officers


def _new_password() -> str:
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)
