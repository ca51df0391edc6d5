"""People and devices that may ask the desk for something, and what their roles allow."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What someone may do; a manager is not an officer unless they hold both (contract)."""

    KIOSK = "kiosk"
    DISPLAY = "display"
    OFFICER = "officer"
    MANAGER = "manager"


STAFF_ROLES = frozenset({Role.OFFICER, Role.MANAGER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who is asking: a member of staff, a token or a paired device of one office."""

    id: int
    office: str
    name: str
    roles: frozenset[Role]
    kind: str = "staff"
    csrf: str | None = None
    access: str | None = None

    def may(self, *roles: Role) -> bool:
        """Whether one of the roles is held."""
        return not self.roles.isdisjoint(roles)
