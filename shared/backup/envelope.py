"""What is encrypted for two recipients: this installation, and whoever holds the recovery code (age, X25519).

Any `age` program opens the files too: `age -d -i backup.key FILE | tar xz`; of the recovery code it wants
AGE-SECRET-KEY-1 and the code without its blanks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyrage
from pyrage import x25519

from shared.backup.files import to_disk, write_whole
from shared.backup.trouble import BackupError

PREFIX = "AGE-SECRET-KEY-1"
COMMENT = "# recovery code opens: "
GROUP = 4
MISREAD = str.maketrans("OB", "08", " -\t\r\n")
"""Letters that no code has, and the ones that they are misread from."""


@dataclass(frozen=True, slots=True)
class BackupKey:
    """The key of this installation, and of the recovery code only what encrypts for it."""

    secret: str
    recovery: str

    @property
    def recipients(self) -> list[x25519.Recipient]:
        """Who may open what is written."""
        own = x25519.Identity.from_str(self.secret).to_public()
        return [own, x25519.Recipient.from_str(self.recovery)]

    @property
    def text(self) -> str:
        """As it stands in the file, where age programs can read it too."""
        return f"{COMMENT}{self.recovery}\n{self.secret}\n"


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
    lines = text.split("\n")
    try:
        key = BackupKey(secret=lines[1].strip(), recovery=lines[0].removeprefix(COMMENT).strip())
        _ = key.recipients
    except (IndexError, pyrage.IdentityError, pyrage.RecipientError):
        raise BackupError(f"{where} is no key of backups") from None
    return key


def key_in(data_dir: Path) -> BackupKey | None:
    """The key of this installation, once a backup was made or restored here."""
    file = key_file(data_dir)
    return key_from(file.read_text(), str(file)) if file.exists() else None


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
