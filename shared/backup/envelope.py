"""What is encrypted for two recipients: this installation, and whoever holds the recovery code (age, X25519).

Any `age` program opens the files too: `age -d -i backup.key FILE | tar xz`; of the recovery code it wants
AGE-SECRET-KEY-1 and the code without its blanks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pyrage
from pyrage import x25519

from shared.backup.files import to_disk, write_whole
from shared.backup.thinning import LONGEST
from shared.backup.trouble import BackupError

PREFIX = "AGE-SECRET-KEY-1"
COMMENT = "# recovery code opens: "
NO_CODE = "# no recovery code was given out yet"
RETIRED = "# retired: "
GROUP = 4
MISREAD = str.maketrans("OB", "08", " -\t\r\n")
"""Letters that no code has, and the ones that they are misread from."""


@dataclass(frozen=True, slots=True)
class Retired:
    """An own key of before: it opens what was made until then, and encrypts nothing any more."""

    secret: str
    at: datetime


@dataclass(frozen=True, slots=True)
class BackupKey:
    """The key of this installation, and of the recovery code only what encrypts for it.

    `recovery` is None until a code was given out: what is made before that opens on this machine alone.
    """

    secret: str
    recovery: str | None
    retired: tuple[Retired, ...] = ()

    @property
    def recipients(self) -> list[x25519.Recipient]:
        """Who may open what is written."""
        own = x25519.Identity.from_str(self.secret).to_public()
        return [own] if self.recovery is None else [own, x25519.Recipient.from_str(self.recovery)]

    @property
    def secrets(self) -> list[str]:
        """What opens the files of this installation, the older ones too."""
        return [self.secret, *(old.secret for old in self.retired)]

    @property
    def text(self) -> str:
        """As it stands in the file, where age programs can read it too."""
        lines = [NO_CODE if self.recovery is None else f"{COMMENT}{self.recovery}", self.secret]
        for old in self.retired:
            lines += [f"{RETIRED}{old.at.isoformat()}", old.secret]
        return "\n".join([*lines, ""])

    def as_of(self, now: datetime) -> BackupKey:
        """Without the keys of backups that are gone by now."""
        return replace(self, retired=tuple(old for old in self.retired if now - old.at <= LONGEST))


def new_key() -> tuple[BackupKey, str]:
    """A fresh key, and the recovery code, which is stored nowhere."""
    own, recovery = x25519.Identity.generate(), x25519.Identity.generate()
    letters = str(recovery).removeprefix(PREFIX)
    code = " ".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))
    return BackupKey(str(own), str(recovery.to_public())), code


def secret_of_code(code: str) -> str:
    """The secret that a person typed from paper. BackupError for what cannot be one."""
    letters = code.upper().removeprefix(PREFIX).translate(MISREAD)
    secret = PREFIX + letters.removeprefix(PREFIX.replace("-", ""))
    try:
        x25519.Identity.from_str(secret)
    except pyrage.IdentityError:
        raise BackupError("this is no recovery code: a letter is wrong or missing") from None
    return secret


def key_from(text: str, where: str) -> BackupKey:
    """The key as its file has it."""
    first, own, *older = [line.strip() for line in text.strip().split("\n")] + [""] * 2
    older = [line for line in older if line]
    try:
        recovery = None if first == NO_CODE else first.removeprefix(COMMENT)
        moments = [datetime.fromisoformat(line.removeprefix(RETIRED)) for line in older[::2]]
        retired = tuple(Retired(secret, at) for at, secret in zip(moments, older[1::2], strict=True))
        key = BackupKey(secret=own, recovery=recovery, retired=retired)
        _ = key.recipients, [x25519.Identity.from_str(old.secret) for old in retired]
    except (ValueError, pyrage.IdentityError, pyrage.RecipientError):
        raise BackupError(f"{where} is no key of backups") from None
    return key


def key_in(data_dir: Path) -> BackupKey | None:
    """The key of this installation, once a backup was made or restored here."""
    file = key_file(data_dir)
    return key_from(file.read_text(errors="replace"), str(file)) if file.exists() else None


def key_file(data_dir: Path) -> Path:
    """Where the key lies."""
    return data_dir / "backup.key"


def keep_key(data_dir: Path, key: BackupKey) -> None:
    """Store the key, readable by its owner only."""
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(key_file(data_dir), key.text.encode())


def encrypt_file(plain: Path, sealed: Path, key: BackupKey) -> None:
    """Write the file encrypted, and wait until it lies on the disk."""
    with plain.open("rb") as source, sealed.open("xb") as target:
        try:
            pyrage.encrypt_io(source, target, key.recipients)
        except pyrage.EncryptError as error:
            raise OSError(f"{sealed.parent}: {error}") from error
        target.flush()
        to_disk(target.fileno())


def decrypt_file(sealed: Path, plain: Path, secrets: Sequence[str]) -> None:
    """Write the file in the clear. BackupError where no secret fits or a byte was bent."""
    with sealed.open("rb") as source, plain.open("xb") as target:
        try:
            pyrage.decrypt_io(source, target, [x25519.Identity.from_str(secret) for secret in secrets])
        except pyrage.DecryptError as error:
            raise BackupError(f"{sealed}: {_said(error)}") from error
        except OSError as error:
            if error.errno is not None:
                raise  # the disk, not the file's bytes
            raise BackupError(f"{sealed}: the file is damaged") from error


def _said(error: Exception) -> str:
    if "No matching keys" in str(error):
        return "this code or this machine's backup.key does not open it"
    return "the file is damaged, or is no backup"
