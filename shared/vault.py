"""What may tell who a visitor is, sealed under a key of that visitor's own: without the key it is noise for ever."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_KEY_BYTES = 32
_NONCE_BYTES = 12  # as GCM wants it
_ID_BYTES = 15


class Unreadable(Exception):  # noqa: N818 # a state of the data, met where a secret was changed or bytes were bent
    """A seal that this installation's secret does not open."""


class Vault:
    """Seals with AES-256-GCM. Each visitor's key is wrapped by a key that follows from the installation's secret.

    Deleting a visitor's wrapped key makes every seal of theirs unreadable, wherever a copy of it lies: also in backups,
    which hold seals but no keys (UU 27/2022 Pasal 43 and 44).
    """

    def __init__(self, secret: bytes) -> None:
        self._wrapping = AESGCM(_derived(secret, b"visitor keys"))
        self._marking = _derived(secret, b"visitor marks")

    def new_key(self, office: str, visitor: str) -> bytes:
        """A fresh key for a visitor, wrapped: only this is stored."""
        return _sealed(self._wrapping, secrets.token_bytes(_KEY_BYTES), _place(office, visitor, "key"))

    def seal(self, wrapped: bytes, office: str, visitor: str, what: str, said: Mapping[str, Any]) -> bytes:
        """What was said, sealed to its place: in another visitor's row or under another name it cannot be opened."""
        key = self._key(wrapped, office, visitor)
        return _sealed(key, json.dumps(said, ensure_ascii=False).encode(), _place(office, visitor, what))

    def open(self, wrapped: bytes, office: str, visitor: str, what: str, sealed: bytes) -> dict[str, Any]:
        """What was sealed; `Unreadable` where key, place or bytes do not fit."""
        said = _opened(self._key(wrapped, office, visitor), sealed, _place(office, visitor, what))
        opened: dict[str, Any] = json.loads(said)
        return opened

    def seal_bytes(self, wrapped: bytes, office: str, visitor: str, what: str, content: bytes) -> bytes:
        """A file as `seal` does it with words, and no larger than it is."""
        return _sealed(self._key(wrapped, office, visitor), content, _place(office, visitor, what))

    def open_bytes(self, wrapped: bytes, office: str, visitor: str, what: str, sealed: bytes) -> bytes:
        """The file again; `Unreadable` where key, place or bytes do not fit."""
        return _opened(self._key(wrapped, office, visitor), sealed, _place(office, visitor, what))

    def seal_name(self, office: str, what: str, name: str) -> bytes:
        """A name that belongs to the office and to nobody, such as an institution's; no erasure reaches it."""
        return _sealed(self._wrapping, name.encode(), _place(office, "", what))

    def open_name(self, office: str, what: str, sealed: bytes) -> str:
        """The name again; `Unreadable` where secret, place or bytes do not fit."""
        return _opened(self._wrapping, sealed, _place(office, "", what)).decode()

    def name_or_dash(self, office: str, what: str, sealed: bytes) -> str:
        """The name, or a dash where the secret was lost: one that cannot be read must not take a report with it."""
        try:
            return self.open_name(office, what, sealed)
        except Unreadable:
            return "–"

    def mark(self, office: str, kind: str, text: str) -> str:
        """A keyed hash by which the same phone or address is found again, and from which neither can be read."""
        return hmac.new(self._marking, f"{office}\0{kind}\0{text}".encode(), hashlib.sha256).hexdigest()

    def _key(self, wrapped: bytes, office: str, visitor: str) -> AESGCM:
        return AESGCM(_opened(self._wrapping, wrapped, _place(office, visitor, "key")))


def new_visitor() -> str:
    """A visitor's id: random, so that it counts nobody and follows from nothing."""
    return secrets.token_hex(_ID_BYTES)


def _derived(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), _KEY_BYTES, None, purpose).derive(secret)


def _place(office: str, visitor: str, what: str) -> bytes:
    return f"{office}\0{visitor}\0{what}".encode()


def _sealed(key: AESGCM, said: bytes, place: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + key.encrypt(nonce, said, place)


def _opened(key: AESGCM, sealed: bytes, place: bytes) -> bytes:
    try:
        return key.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], place)
    except (InvalidTag, ValueError) as error:
        raise Unreadable("a seal does not open with this installation's secret") from error
