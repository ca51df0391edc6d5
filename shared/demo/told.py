"""What somebody who starts the demonstration is told: where to look, how to sign in, how to stop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from shared.demo.people import STAFF
from shared.domain.office import Office
from shared.domain.staff import Role

PAGES = (
    ("Kios", "kiosk", "kiosk/"),
    ("Papan panggilan", "board", "display/"),
    ("Bel ruang belakang", "bell", "display/bell"),
    ("Meja petugas", "counters", "counter/"),
    ("Kotak permintaan", "inbox", "counter/requests"),
    ("Keadaan sekarang", "live page", "counter/live"),
    ("Catatan waktu tunggu", "wait log", "counter/wait-log"),
    ("Catatan permintaan", "request log", "counter/request-log"),
    ("Struk terakhir", "last slip", "counter/slip.png"),
)
ROLES = {Role.OFFICER: ("petugas", "officer"), Role.MANAGER: ("kepala", "manager")}


@dataclass(frozen=True, slots=True)
class Told:
    """The demonstration, prepared."""

    office: Office
    passwords: Mapping[str, str]

    def told_at(self, address: str) -> str:
        """The words to print when the house answers at `address`."""
        return "\n".join(self._lines(address.rstrip("/")))

    def _lines(self, address: str) -> Iterator[str]:
        yield ""
        yield f"{self.office.name} · peragaan / demonstration"
        yield ""
        for name, in_english, path in PAGES:
            yield f"  {f'{name} / {in_english}':<34}{address}/{self.office.code}/{path}"
        yield ""
        yield "  Masuk sebagai / sign in as"
        for member in STAFF:
            role, in_english = ROLES[member.role]
            place = f", {self.office.counter(member.counter).name.id}" if member.counter else ""
            who = f"{member.name}, {role} / {in_english}{place}"
            yield f"    {member.login:<8}{self.passwords[member.login]:<18}{who}"
        yield ""
        yield "  Berhenti / stop: Ctrl+C"
