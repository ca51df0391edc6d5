"""The inside of a backup: the snapshot, the secrets, and a page that says what they are."""

from __future__ import annotations

import json
import shutil
import tarfile
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from shared.backup.rows import Head
from shared.backup.trouble import BackupError

FORMAT = 1
MANIFEST, SNAPSHOT, SECRET, KEY = "manifest.json", "pst.db", "secret.key", "backup.key"
QUICK = 3  # of gzip's nine levels: an old PC compresses a year in a second


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the backup says of itself."""

    made_at: datetime
    program: str
    revision: str
    heads: Mapping[str, Head]

    @property
    def rows(self) -> int:
        """Journal rows of all offices together."""
        return sum(head.seq for head in self.heads.values())

    def text(self) -> str:
        """As it stands in the archive."""
        offices = {office: asdict(head) for office, head in self.heads.items()}
        said = {"format": FORMAT, "made_at": self.made_at.isoformat(), "program": self.program}
        return json.dumps({**said, "revision": self.revision, "offices": offices}, indent=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """An archive, as files that are not encrypted."""

    manifest: Manifest
    snapshot: Path
    secret: str | None
    key: str


def pack(archive: Path, contents: Contents, work: Path) -> None:
    """Put everything into one file."""
    texts = {MANIFEST: contents.manifest.text(), KEY: contents.key}
    if contents.secret is not None:
        texts[SECRET] = contents.secret
    with tarfile.open(archive, "w:gz", compresslevel=QUICK) as box:
        for name, text in texts.items():
            page = work / f"page-{name}"
            page.write_text(text)
            box.add(page, name)
            page.unlink()
        box.add(contents.snapshot, SNAPSHOT)


def unpack(archive: Path, work: Path, called: Path) -> Contents:
    """Take everything out. BackupError, with the name that people know it by, for what is no archive of ours."""
    snapshot = work / "opened.db"
    try:
        with tarfile.open(archive, "r:gz") as box:
            texts = {name: _page(box, name) for name in (MANIFEST, SECRET, KEY)}
            with snapshot.open("xb") as target:
                shutil.copyfileobj(_found(box, SNAPSHOT), target, 1024 * 1024)
        manifest = _understood(json.loads(texts[MANIFEST] or ""))
        return Contents(manifest=manifest, snapshot=snapshot, secret=texts[SECRET], key=texts[KEY] or "")
    except (tarfile.TarError, zlib.error, EOFError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise BackupError(f"{called} is no backup of this program") from error


def _page(box: tarfile.TarFile, name: str) -> str | None:
    if name not in box.getnames():
        return None
    return _found(box, name).read().decode()


def _found(box: tarfile.TarFile, name: str) -> IO[bytes]:
    source = box.extractfile(name)
    if source is None:
        raise KeyError(name)  # a folder of that name
    return source


def _understood(said: dict[str, Any]) -> Manifest:
    if said["format"] != FORMAT:
        raise ValueError("of another version")
    offices: dict[str, dict[str, Any]] = said["offices"]
    return Manifest(
        made_at=datetime.fromisoformat(str(said["made_at"])).astimezone(UTC),
        program=str(said["program"]),
        revision=str(said["revision"]),
        heads={office: Head(**head) for office, head in offices.items()},
    )
