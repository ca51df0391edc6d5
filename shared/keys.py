"""Secrets and what is derived from them: ticket links, fingerprints, and hashes of the tokens that we give out."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
import secrets
from datetime import UTC, datetime
from pathlib import Path

LEAST_SECRET_LENGTH = 32
_ID_BYTES = 4
_MAC_BYTES = 16  # 128 bits, as the contract asks at least


class Keys:
    """Derives everything from one secret of at least 32 characters. Nothing derived is ever stored."""

    def __init__(self, secret: str) -> None:
        if len(secret) < LEAST_SECRET_LENGTH:
            raise ValueError(f"the secret key must have at least {LEAST_SECRET_LENGTH} characters")
        self._secret = secret.encode()

    def ticket_token(self, office: str, ticket: int, issued_at: datetime) -> str:
        """The opaque link to a ticket: base32 in capitals, so that its QR code stays small. `issued_at` is aware: an id
        is given a second time when an older backup is restored, and no old link may open a new ticket.
        """
        return self._token(ticket, self._mac("ticket", office, ticket, _written(issued_at)))

    def proves_ticket(self, office: str, ticket: int, issued_at: datetime, mac: bytes) -> bool:
        """Whether the proof belongs to this office's ticket of this moment."""
        return hmac.compare_digest(mac, self._mac("ticket", office, ticket, _written(issued_at)))

    def request_token(self, office: str, request: int, visitor: str) -> str:
        """The opaque link to a request, by which whoever asked follows it. `visitor` is the random name of whoever
        asked, for ids come again here too.
        """
        return self._token(request, self._mac("request", office, request, visitor))

    def proves_request(self, office: str, request: int, visitor: str, mac: bytes) -> bool:
        """Whether the proof belongs to this office's request of this visitor."""
        return hmac.compare_digest(mac, self._mac("request", office, request, visitor))

    def rating_code(self, office: str, ticket: int, issued_at: datetime) -> str:
        """Six signs on the slip by which the visit is rated at a kiosk, and nothing else is opened: some 29 bits."""
        number = int.from_bytes(self._mac("rating", office, ticket, _written(issued_at)), "big")
        return "".join(SLIP_LETTERS[number // len(SLIP_LETTERS) ** place % len(SLIP_LETTERS)] for place in range(6))

    def claimed(self, token: str) -> tuple[int, bytes] | None:
        """The id that a link claims, and its proof; None if it cannot be a link of ours."""
        try:
            raw = base64.b32decode(token.upper())
        except (binascii.Error, ValueError):
            return None
        if len(raw) != _ID_BYTES + _MAC_BYTES:
            return None
        masked, mac = raw[:_ID_BYTES], raw[_ID_BYTES:]
        return int.from_bytes(bytes(a ^ b for a, b in zip(masked, self._mask(mac), strict=True)), "big"), mac

    def secret_of(self, purpose: str) -> bytes:
        """A secret of its own for something that derives its keys itself."""
        return self._derived(purpose, "")

    def fingerprint(self, office: str, asked: object) -> str:
        """A keyed hash of a request's body: tells a repeat from another request without keeping what was said."""
        written = json.dumps(asked, sort_keys=True, default=str).encode()
        return hmac.new(self._derived("fingerprint", office), written, hashlib.sha256).hexdigest()

    def slip_code(self, office: str, asked: object) -> str:
        """Like `new_slip_code`, but the same for the same request: whoever repeats it makes nothing twice."""
        number = int(self.fingerprint(office, ["slip code", asked]), 16)
        signs = []
        for _ in range(SLIP_LENGTH):
            number, place = divmod(number, len(SLIP_LETTERS))
            signs.append(SLIP_LETTERS[place])
        return "".join(signs)

    def _token(self, row: int, mac: bytes) -> str:
        masked = bytes(a ^ b for a, b in zip(row.to_bytes(_ID_BYTES, "big"), self._mask(mac), strict=True))
        return base64.b32encode(masked + mac).decode()

    def _mac(self, purpose: str, office: str, row: int, whose: str) -> bytes:
        named = row.to_bytes(_ID_BYTES, "big") + whose.encode()
        return hmac.new(self._derived(purpose, office), named, hashlib.sha256).digest()[:_MAC_BYTES]

    def _mask(self, mac: bytes) -> bytes:
        return hmac.new(self._derived("mask", ""), mac, hashlib.sha256).digest()[:_ID_BYTES]

    def _derived(self, purpose: str, office: str) -> bytes:
        return hmac.new(self._secret, f"{purpose}:{office}".encode(), hashlib.sha256).digest()


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")  # as exactly as a ticket is told to its holder


def new_token() -> str:
    """A new secret of 256 bits for a session, a device or an integrator."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    """What is stored of a token: enough to know it again, not enough to use it."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_code() -> str:
    """Six digits that a new kiosk or board shows."""
    return f"{secrets.randbelow(1_000_000):06d}"


SLIP_LETTERS = "23456789ABCDEFGHJKLMNPQRSTVWXYZ"  # none that is read as another
SLIP_LENGTH = 8


def new_slip_code() -> str:
    """Eight signs that a person copies from paper and nobody guesses: some 39 bits."""
    return "".join(secrets.choice(SLIP_LETTERS) for _ in range(SLIP_LENGTH))


def slip_code_of(typed: str, prefix: str) -> str | None:
    """The code with its prefix that somebody means by what they typed: any case, spaces, with or without the prefix."""
    plain = "".join(sign for sign in typed.upper() if sign.isalnum())
    signs = plain.removeprefix(prefix.rstrip("-")) if len(plain) > SLIP_LENGTH else plain
    return prefix + signs if len(signs) == SLIP_LENGTH and set(signs) <= set(SLIP_LETTERS) else None


def secret_in(folder: Path) -> str:
    """The secret of this installation, made at the first start and readable by its owner only."""
    file = folder / "secret.key"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(f".{secrets.token_hex(8)}")  # a killed first start must not block the next
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as out:
            out.write(new_token())
            out.flush()
            os.fsync(out.fileno())
        try:
            os.link(unfinished, file)  # two first starts at once must end with one secret
        except FileExistsError:
            pass
        finally:
            unfinished.unlink()
    return file.read_text().strip()
