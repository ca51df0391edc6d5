"""A pack is written once: its files, its manifest, and a seal over the very bytes of the archive.

The manifest holds the SHA-256 of each file. What lies between the files (the archive's own headers) is held by the
seal: the archive's comment is the SHA-256 of every byte before it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from shared.evidence.layout import MANIFEST, Manifest, OfFile

BLOCK = 1 << 16
SEAL = b"sha256:"
SEAL_LENGTH = len(SEAL) + hashlib.sha256().digest_size * 2
NEVER = (1980, 1, 1, 0, 0, 0)
"""The same contents give the same bytes; when the pack was made stands in the manifest."""


def of_file(file: Path) -> OfFile:
    """What the manifest says of a file."""
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    return OfFile(sha256=digest, size=file.stat().st_size)


def seal_pack(files: Mapping[str, Path], manifest: Manifest, pack: Path) -> None:
    """Write the pack: each file by its name, then the manifest, then the seal."""
    with ZipFile(pack, "w") as archive:
        for name, file in files.items():
            with file.open("rb") as content, archive.open(_entry(name), "w") as place:
                while block := content.read(BLOCK):
                    place.write(block)
        written = manifest.model_dump_json(indent=1, by_alias=True)
        archive.writestr(_entry(MANIFEST), written.encode())
        archive.comment = SEAL + b"0" * (SEAL_LENGTH - len(SEAL))
    with pack.open("r+b") as sealed:
        seal = seal_of(sealed)
        sealed.seek(-SEAL_LENGTH, 2)
        sealed.write(seal)


def seal_of(archive: IO[bytes]) -> bytes:
    """The seal that the archive should end with."""
    left = archive.seek(0, 2) - SEAL_LENGTH
    archive.seek(0)
    digest = hashlib.sha256()
    while left > 0 and (block := archive.read(min(BLOCK, left))):
        digest.update(block)
        left -= len(block)
    return SEAL + digest.hexdigest().encode()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, NEVER)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry
