"""Kiosks and boards in a browser: they show a code, staff accept it, and from then on a cookie lets them in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.domain.refusal import Refusal
from shared.domain.staff import Role
from shared.front_desk.desk import Desk, Work, verb
from shared.keys import hashed, new_code, new_token

CODE_LASTS = timedelta(minutes=10)
ROOM_ROLES = {"kiosk": Role.KIOSK, "display": Role.DISPLAY}


@dataclass(frozen=True, slots=True)
class PairingCode:
    """What an unknown device shows, and the secret by which it will be known."""

    secret: str
    code: str
    expires_at: datetime


class Devices(Desk):
    """Verbs about kiosks and boards."""

    @verb()
    def show_code(self, work: Work, room: str) -> PairingCode:
        """A new code for an unknown device of a room; it lasts ten minutes."""
        work.records.drop_old_pairings(work.now)
        shown = PairingCode(new_token(), new_code(), work.now + CODE_LASTS)
        work.records.add_pairing(hashed(shown.secret), room, shown.code, work.now, shown.expires_at)
        return shown

    def code_shown(self, secret: str) -> PairingCode | None:
        """The code that this device still shows, or None when it needs a new one."""
        found = self.reading(lambda records: records.pairing(hashed=hashed(secret)))
        if found is None or found.identity is not None or found.expires_at <= self.now():
            return None
        return PairingCode(secret, found.code, found.expires_at)

    @verb(Role.OFFICER, Role.MANAGER)
    def accept_device(self, work: Work, code: str, name: str) -> str:
        """Staff recognise the device that shows `code`; refuses `unknown_code`. Returns the device's room."""
        request = work.records.pairing(code=code.strip())
        if request is None or request.identity is not None or request.expires_at <= work.now:
            raise Refusal("unknown_code")
        self._pair(work, request.hash, request.room, name.strip() or request.room)
        return request.room

    @verb()
    def collect_pairing(self, work: Work, secret: str) -> str | None:
        """The device asks whether it was accepted; if so, it gets its key, once."""
        request = work.records.pairing(hashed=hashed(secret))
        if request is None or request.identity is None:
            return None
        key = new_token()
        work.records.add_access(hashed(key), request.identity, "device", work.now, csrf=new_token())
        work.records.revoke_pairing(request.hash)
        return key

    @verb()
    def pair_own_machine(self, work: Work, room: str, name: str) -> str:
        """Let in a browser on the machine of a demonstration, without a code."""
        identity = work.records.add_identity("device", name, ROOM_ROLES[room].value, work.now)
        key = new_token()
        work.records.add_access(hashed(key), identity, "device", work.now, csrf=new_token())
        return key

    def _pair(self, work: Work, request: str, room: str, name: str) -> None:
        identity = work.records.add_identity("device", name, ROOM_ROLES[room].value, work.now)
        work.records.accept_pairing(request, identity)
