"""Secrets and what is derived from them: ticket links, fingerprints, and hashes of the tokens that we give out."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
import secrets
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

    def ticket_token(self, office: str, ticket: int) -> str:
        """The opaque link to a ticket: base32 in capitals, so that its QR code stays small."""
        return self._token(ticket, self._ticket_mac(office, ticket))

    def request_token(self, office: str, request: int, visitor: str) -> str:
        """The opaque link to a request, by which whoever asked follows it. `visitor` is the random name of whoever
        asked: an id is given a second time when an older backup is restored, and no old link may open a new request.
        """
        return self._token(request, self._request_mac(office, request, visitor))

    def proves_request(self, office: str, request: int, visitor: str, mac: bytes) -> bool:
        """Whether the proof belongs to this office's request of this visitor."""
        return hmac.compare_digest(mac, self._request_mac(office, request, visitor))

    def _request_mac(self, office: str, request: int, visitor: str) -> bytes:
        key = self._derived("request", office)
        named = request.to_bytes(_ID_BYTES, "big") + visitor.encode()
        return hmac.new(key, named, hashlib.sha256).digest()[:_MAC_BYTES]

    def _token(self, ticket: int, mac: bytes) -> str:
        masked = bytes(a ^ b for a, b in zip(ticket.to_bytes(_ID_BYTES, "big"), self._mask(mac), strict=True))
        return base64.b32encode(masked + mac).decode()

    def ticket_of(self, token: str) -> tuple[int, bytes] | None:
        """The ticket id that a link claims, and its proof; None if it cannot be a link of ours."""
        try:
            raw = base64.b32decode(token.upper())
        except (binascii.Error, ValueError):
            return None
        if len(raw) != _ID_BYTES + _MAC_BYTES:
            return None
        masked, mac = raw[:_ID_BYTES], raw[_ID_BYTES:]
        return int.from_bytes(bytes(a ^ b for a, b in zip(masked, self._mask(mac), strict=True)), "big"), mac

    def rating_code(self, office: str, ticket: int) -> str:
        """Six signs on the slip by which the visit is rated at a kiosk, and nothing else is opened: some 29 bits."""
        mac = hmac.new(self._derived("rating", office), ticket.to_bytes(_ID_BYTES, "big"), hashlib.sha256).digest()
        number = int.from_bytes(mac, "big")
        return "".join(SLIP_LETTERS[number // len(SLIP_LETTERS) ** place % len(SLIP_LETTERS)] for place in range(6))

    def proves(self, office: str, ticket: int, mac: bytes) -> bool:
        """Whether the proof belongs to this office's ticket."""
        return hmac.compare_digest(mac, self._ticket_mac(office, ticket))

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

    def _ticket_mac(self, office: str, ticket: int) -> bytes:
        key = self._derived("ticket", office)
        return hmac.new(key, ticket.to_bytes(_ID_BYTES, "big"), hashlib.sha256).digest()[:_MAC_BYTES]

    def _mask(self, mac: bytes) -> bytes:
        return hmac.new(self._derived("mask", ""), mac, hashlib.sha256).digest()[:_ID_BYTES]

    def _derived(self, purpose: str, office: str) -> bytes:
        return hmac.new(self._secret, f"{purpose}:{office}".encode(), hashlib.sha256).digest()


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
