"""Staff, tokens and sessions. No default password exists; what is stored of a secret cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from shared.database.records.house import Known
from shared.database.records.people import Access, Identity
from shared.domain.refusal import Refusal
from shared.domain.staff import STAFF_ROLES, Person, Role
from shared.front_desk.desk import Desk, Work, verb
from shared.keys import hashed, new_token

LEAST_PASSWORD_LENGTH = 10
SESSION_ENDS_AFTER = timedelta(hours=12)
SESSION_IDLE_AFTER = timedelta(minutes=30)
_HASHER = PasswordHasher()
# What nobody can type; checked for unknown names, so that they take as long as known ones.
_NOBODYS_PASSWORD = "$argon2id$v=19$m=65536,t=3,p=4$oyvOf4k09h4RXadk9TI90g$y4jikUxYYxJzN11ytJXMFaa2gWXOMZyP77uniFy1Agg"  # noqa: S105 # nobody's


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in browser: the cookie's secret, and the token that its forms must carry."""

    token: str
    csrf: str


class People(Desk):
    """Verbs about who may come in."""

    def sign_in(self, login: str, password: str) -> Session:
        """Open a session, or refuse with `sign_in_failed` without telling which of the two was wrong."""
        found = self.reading(lambda records: records.by_login(login.strip().lower()))
        stored = found.password if found and found.password and found.disabled_at is None else _NOBODYS_PASSWORD
        right = self.parts.passwords.call(lambda: _matches(stored, password))
        if not right or found is None:
            raise Refusal("sign_in_failed")
        return self._open_session(found.id)

    @verb()
    def sign_out(self, work: Work, token: str) -> None:
        """End a session; its cookie is worth nothing from now on."""
        work.records.revoke(work.now, hashed=hashed(token))

    @verb()
    def _open_session(self, work: Work, identity: int) -> Session:
        session = Session(new_token(), new_token())
        ends = work.now + SESSION_ENDS_AFTER
        work.records.add_access(
            hashed(session.token), identity, "session", work.now, csrf=session.csrf, expires_at=ends
        )
        return session

    @verb()
    def seen(self, work: Work, known: Known) -> None:
        """Remember that a session is in use."""
        work.records.touch(known.access, work.now)

    def add_staff(self, name: str, login: str, password: str, roles: frozenset[Role]) -> int:
        """Add a member of staff, or refuse with `login_taken`, `password_short` or `staff_role_needed`."""
        if len(password) < LEAST_PASSWORD_LENGTH:
            raise Refusal("password_short", least=LEAST_PASSWORD_LENGTH)
        if not roles or not roles <= STAFF_ROLES:
            raise Refusal("staff_role_needed")
        kept = self.parts.passwords.call(lambda: _HASHER.hash(password))
        return self._add_staff(name.strip(), login.strip().lower(), kept, roles)

    @verb(Role.MANAGER)
    def _add_staff(self, work: Work, name: str, login: str, kept: str, roles: frozenset[Role]) -> int:
        if work.records.by_login(login):
            raise Refusal("login_taken", login=login)
        return work.records.add_identity("staff", name, _written(roles), work.now, login=login, password=kept)

    def reset_password(self, login: str, password: str) -> None:
        """Set a new password and end that person's sessions."""
        if len(password) < LEAST_PASSWORD_LENGTH:
            raise Refusal("password_short", least=LEAST_PASSWORD_LENGTH)
        self._set_password(login, self.parts.passwords.call(lambda: _HASHER.hash(password)))

    @verb(Role.MANAGER)
    def _set_password(self, work: Work, login: str, kept: str) -> None:
        person = _known(work.records.by_login(login))
        work.records.change_identity(person.id, password=kept, disabled_at=None)
        work.records.revoke(work.now, identity=person.id)

    @verb(Role.MANAGER)
    def disable_staff(self, work: Work, login: str) -> None:
        """Nobody comes in by this name any more; what they did stays in the journal."""
        person = _known(work.records.by_login(login))
        work.records.change_identity(person.id, disabled_at=work.now)
        work.records.revoke(work.now, identity=person.id)

    def staff(self) -> list[Identity]:
        """Everyone who can sign in, or could."""
        return self.reading(lambda records: records.identities("staff"))

    @verb(Role.MANAGER)
    def create_token(self, work: Work, roles: frozenset[Role], name: str | None = None) -> str:
        """A bearer token for an integrator; shown once. Tokens of one name are one officer, one without is its own."""
        if not roles:
            raise Refusal("role_needed")
        token = new_token()
        namesake = work.records.by_token_name(name) if name else None
        identity = (
            namesake.id
            if namesake
            else work.records.add_identity("token", name or f"Token {hashed(token)[:4]}", "", work.now)
        )
        work.records.add_access(hashed(token), identity, "bearer", work.now, roles=_written(roles))
        return token

    @verb(Role.MANAGER)
    def revoke_token(self, work: Work, access: int) -> None:
        """Close a way in by its number in the list, or refuse with `unknown_token`."""
        if not work.records.revoke(work.now, access=access):
            raise Refusal("unknown_token")

    def tokens(self) -> list[Access]:
        """Every bearer token by number; the secrets themselves are not kept."""
        return self.reading(lambda records: records.accesses("bearer"))


def person_of(known: Known) -> Person:
    """The person behind a secret that we know."""
    roles = frozenset(Role(role) for role in known.roles.split(",") if role)
    return Person(
        id=known.identity,
        office=known.office,
        name=known.name,
        roles=roles,
        kind="device" if known.kind == "device" else "staff" if known.kind == "session" else "token",
        csrf=known.csrf,
    )


def _matches(stored: str, password: str) -> bool:
    try:
        return _HASHER.verify(stored, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


def _known(found: Identity | None) -> Identity:
    if found is None:
        raise Refusal("unknown_staff")
    return found


def _written(roles: frozenset[Role]) -> str:
    return ",".join(sorted(role.value for role in roles))
