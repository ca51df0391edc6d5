"""The visitors' keys: one file in each folder of backups, written anew whenever a key was made or destroyed."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pyrage
from pyrage import x25519

from shared.backup.envelope import BackupKey
from shared.backup.files import UNFINISHED, held, write_whole
from shared.backup.rows import Known, VisitorKey, Whose
from shared.backup.thinning import LONGEST
from shared.backup.trouble import BackupError

NAME = "visitor-keys.age"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A visitor's key, and when the live database last knew the visitor."""

    key: VisitorKey
    known_at: datetime


@dataclass(frozen=True, slots=True)
class Keyring:
    """All keys as of one moment; a visitor who is not in it can be read from no backup beside it."""

    made_at: datetime
    entries: Mapping[Whose, Entry]

    @property
    def keys(self) -> dict[Whose, VisitorKey]:
        """The keys alone."""
        return {whose: entry.key for whose, entry in self.entries.items()}


def merged(old: Keyring | None, live: Mapping[Whose, Known], now: datetime) -> Keyring:
    """The keyring that follows: of visitors whom the live database knows, what it says; it has destroyed keys.

    Visitors whom it does not know stand in backups of another past of it (an older backup was restored, or the
    program was started on an empty folder): their keys stay as long as such a backup may.
    """
    old = old or Keyring(now, {})
    strangers = {
        whose: entry for whose, entry in old.entries.items() if whose not in live and now - entry.known_at <= LONGEST
    }
    known = {whose: Entry(visitor.key, now) for whose, visitor in live.items() if visitor.key is not None}
    return Keyring(max(now, old.made_at), strangers | known)


def held_keyring(data_dir: Path) -> AbstractContextManager[None]:
    """Nobody else reads the live keys and writes them down meanwhile: an older reading must not win."""
    return held(data_dir / "visitor-keys.lock", "another process is writing the visitors' keys")


def read_keyring(folder: Path, secrets: list[str]) -> Keyring | None:
    """The keyring in a folder, or None. BackupError where it cannot be opened."""
    file = folder / NAME
    if not file.exists():
        return None
    try:
        plain = pyrage.decrypt(file.read_bytes(), [x25519.Identity.from_str(secret) for secret in secrets])
        return _understood(json.loads(plain))
    except (pyrage.DecryptError, ValueError, KeyError, TypeError) as error:
        raise BackupError(f"{file} does not open: it is damaged, or belongs to another installation") from error
    except OSError as error:
        if error.errno is not None:
            raise
        raise BackupError(f"{file} is damaged") from error


def write_keyring(folder: Path, live: Mapping[Whose, Known], key: BackupKey, now: datetime) -> None:
    """Replace the keyring of a folder, and sweep what killed commands left there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in folder.glob(f"{UNFINISHED}*"):
        left.unlink(missing_ok=True)
    keyring = merged(read_keyring(folder, [key.secret]), live, now)
    write_whole(folder / NAME, pyrage.encrypt(_written(keyring), key.recipients))


def _written(keyring: Keyring) -> bytes:
    entries = [
        [
            office,
            visitor,
            base64.b64encode(entry.key.wrapped).decode(),
            entry.key.phone_mark,
            entry.key.email_mark,
            entry.known_at.isoformat(),
        ]
        for (office, visitor), entry in sorted(keyring.entries.items())
    ]
    return json.dumps({"format": FORMAT, "made_at": keyring.made_at.isoformat(), "keys": entries}).encode()


def _understood(said: dict[str, Any]) -> Keyring:
    if said["format"] != FORMAT:
        raise ValueError("of another version")
    entries: dict[Whose, Entry] = {}
    for office, visitor, wrapped, phone, email, known_at in said["keys"]:
        key = VisitorKey(base64.b64decode(wrapped), phone, email)
        entries[office, visitor] = Entry(key, datetime.fromisoformat(known_at))
    return Keyring(datetime.fromisoformat(said["made_at"]), entries)
