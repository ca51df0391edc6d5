"""The visitors' keys: one file in each folder of backups, written anew whenever a key was made or destroyed.

With them stands what a backup cannot know because it came later: restrictions, consents that were taken back, remarks
whose words were erased, and the key of the installation after another recovery code was given out.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pyrage
from pyrage import x25519

from shared.backup.envelope import BackupKey
from shared.backup.files import UNFINISHED, held, write_whole
from shared.backup.thinning import LONGEST
from shared.backup.trouble import BackupError
from shared.backup.visitors import ErasedNote, Known, LastKnown, VisitorKey, Whose
from shared.database.records.visitors import Consent

NAME = "visitor-keys.age"
FORMAT = 2
UNDERSTOOD = (1, 2)
"""The first one knew keys alone."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A visitor's key and wishes, and when the live database last knew the visitor."""

    key: VisitorKey
    known_at: datetime
    restricted_at: datetime | None = None
    withdrawn: tuple[Consent, ...] = ()


@dataclass(frozen=True, slots=True)
class Keyring:
    """All keys as of one moment; a visitor who is not in it can be read from no backup beside it."""

    made_at: datetime
    entries: Mapping[Whose, Entry]
    notes: Mapping[ErasedNote, datetime] = field(default_factory=dict)
    """Remarks whose words are erased, and when the live database last said so."""
    backup_key: str | None = None
    """The key of this installation as its file has it: it opens the backups that a newer recovery code does not."""

    @property
    def last_known(self) -> LastKnown:
        """What a backup beside it is told of its visitors."""
        visitors = {
            whose: Known(entry.key, None, entry.restricted_at, entry.withdrawn) for whose, entry in self.entries.items()
        }
        return LastKnown(visitors, frozenset(self.notes))


def merged(old: Keyring | None, live: LastKnown, now: datetime) -> Keyring:
    """The keyring that follows: of visitors whom the live database knows, what it says; it has destroyed keys.

    Visitors whom it does not know stand in backups of another past of it (an older backup was restored, or the
    program was started on an empty folder): their keys stay as long as such a backup may. So do erased remarks.
    """
    old = old or Keyring(now, {})
    strangers = {
        whose: entry
        for whose, entry in old.entries.items()
        if whose not in live.visitors and now - entry.known_at <= LONGEST
    }
    known = {
        whose: Entry(visitor.key, now, visitor.restricted_at, visitor.withdrawn)
        for whose, visitor in live.visitors.items()
        if visitor.key is not None
    }
    notes = {note: at for note, at in old.notes.items() if now - at <= LONGEST} | dict.fromkeys(live.notes, now)
    return Keyring(max(now, old.made_at), strangers | known, notes)


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
        said = f"{file} does not open: it is damaged, or belongs to another installation"
        raise BackupError(said, "other_installation") from error
    except OSError as error:
        if error.errno is not None:
            raise
        raise BackupError(f"{file} is damaged") from error


def write_keyring(folder: Path, live: LastKnown, key: BackupKey, now: datetime) -> None:
    """Replace the keyring of a folder, and sweep what killed commands left there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in folder.glob(f"{UNFINISHED}*"):
        left.unlink(missing_ok=True)
    keyring = replace(merged(read_keyring(folder, key.secrets), live, now), backup_key=key.as_of(now).text)
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
            None if entry.restricted_at is None else entry.restricted_at.isoformat(),
            [asdict(consent) | {"at": consent.at.isoformat()} for consent in entry.withdrawn],
        ]
        for (office, visitor), entry in sorted(keyring.entries.items())
    ]
    notes = [[*note, at.isoformat()] for note, at in sorted(keyring.notes.items())]
    said = {"format": FORMAT, "made_at": keyring.made_at.isoformat(), "keys": entries}
    return json.dumps(said | {"notes": notes, "backup_key": keyring.backup_key}).encode()


def _understood(said: dict[str, Any]) -> Keyring:
    if said["format"] not in UNDERSTOOD:
        raise ValueError("of another version")
    entries: dict[Whose, Entry] = {}
    for office, visitor, wrapped, phone, email, known_at, *wishes in said["keys"]:
        restricted_at, withdrawn = wishes or (None, [])
        entries[office, visitor] = Entry(
            VisitorKey(base64.b64decode(wrapped), phone, email),
            datetime.fromisoformat(known_at),
            None if restricted_at is None else datetime.fromisoformat(restricted_at),
            tuple(Consent(**{**one, "at": datetime.fromisoformat(one["at"])}) for one in withdrawn),
        )
    notes = {(office, seq, link): datetime.fromisoformat(at) for office, seq, link, at in said.get("notes", [])}
    return Keyring(datetime.fromisoformat(said["made_at"]), entries, notes, said.get("backup_key"))
