"""A pack is opened with suspicion: it came from outside, and nothing of it is ever written to a disk."""

from __future__ import annotations

import csv
import hashlib
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pydantic import ValidationError

from shared.evidence.layout import CONTENTS, MANIFEST, Manifest
from shared.evidence.sealing import BLOCK, SEAL_LENGTH, seal_of

MOST_BYTES = 1 << 29
"""Of all files together, unpacked. The journal of a year of an office with two hundred visitors a day is a quarter."""
MOST_MANIFEST = 1 << 20
MOST_LINE = 1 << 16
MOST_LINES = 2_000_000
ENCRYPTED = 1
BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, csv.Error, OSError, ValueError, RuntimeError, KeyError)
"""Whatever reading a broken archive may raise; a wrong encoding is a ValueError, a strange method a RuntimeError."""

SEAL = re.compile(rb"sha256:[0-9a-f]{64}\Z")
END, END_LENGTH, END_SIGNATURE = "<4s4H2LH", 22, b"PK\x05\x06"
LARGE_LENGTH, LARGE_SIGNATURE = 20, b"PK\x06\x07"
"""The archive's own ends: the usual one, and the one that only archives of more than 4 GB have."""


class UnreadablePackError(RuntimeError):
    """The file is no evidence pack, or none that can be read."""


class BrokenFileError(RuntimeError):
    """One file of the pack cannot be read to its end."""


class Pack:
    """An opened pack. Files are read in blocks; nothing is unpacked."""

    def __init__(self, archive: ZipFile, manifest: Manifest, *, sealed: bool) -> None:
        self._archive = archive
        self.manifest = manifest
        self.sealed = sealed
        self.names = tuple(archive.namelist())

    def digest(self, name: str) -> str:
        """SHA-256 of a file of the pack. Raises BrokenFileError."""
        digest = hashlib.sha256()
        with _broken_is_said(name), self._archive.open(name) as content:
            while block := content.read(BLOCK):
                digest.update(block)
        return digest.hexdigest()

    def lines(self, name: str) -> Iterator[list[str]]:
        """The lines of a CSV, its heading first; no cell of these files holds a line end. Raises BrokenFileError."""
        with _broken_is_said(name), self._archive.open(name) as content:
            text = TextIOWrapper(content, "utf-8-sig", newline="\n")
            for number in range(1, MOST_LINES + 2):
                line = text.readline(MOST_LINE)
                if not line:
                    return
                if len(line) == MOST_LINE or number > MOST_LINES:
                    raise ValueError(f"line {number} is longer than any of an office, or one too many")
                yield next(csv.reader([line], strict=True), [])


@contextmanager
def opened(path: Path) -> Iterator[Pack]:
    """The pack in a file. Raises UnreadablePackError with one sentence."""
    with path_opened(path) as file:
        try:
            _refuse_other_ends(file)
            sealed = seal_of(file) == file.read(SEAL_LENGTH)
            archive = ZipFile(file)
            _refuse_strange(archive.infolist())
            pack = Pack(archive, _manifest(archive), sealed=sealed)
        except UnreadablePackError:
            raise
        except BROKEN as error:
            raise UnreadablePackError(f"{path.name} cannot be read as an evidence pack: {_said(error)}") from error
        yield pack


@contextmanager
def path_opened(path: Path) -> Iterator[IO[bytes]]:
    """The file itself. Raises UnreadablePackError."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise UnreadablePackError(f"{path.name} cannot be opened: {error.strerror}") from error
    with file:
        yield file


def _refuse_other_ends(file: IO[bytes]) -> None:
    """The archive ends as packs end, with few entries; another list of entries, however long, is never read."""
    size = file.seek(0, 2)
    tail = LARGE_LENGTH + END_LENGTH + SEAL_LENGTH
    if not tail < size <= MOST_BYTES:
        raise UnreadablePackError(f"a file of {size} bytes is no evidence pack")
    file.seek(-tail, 2)
    large, end, seal = file.read(LARGE_LENGTH), file.read(END_LENGTH), file.read(SEAL_LENGTH)
    signature, *_, entries, length, _, comment = struct.unpack(END, end)
    ends_so = signature == END_SIGNATURE and comment == SEAL_LENGTH and SEAL.match(seal) is not None
    if not ends_so or large.startswith(LARGE_SIGNATURE):
        raise UnreadablePackError("the file does not end as an evidence pack ends: it is another file, or cut off")
    if entries > len(CONTENTS) + 1 or length > MOST_MANIFEST:
        raise UnreadablePackError("the archive holds more files than a pack has")


def _refuse_strange(entries: list[ZipInfo]) -> None:
    """Only the known files, each once, in the open, and no more of them than an office can have."""
    if len({entry.filename for entry in entries}) != len(entries):
        raise UnreadablePackError("the archive holds the same name twice")
    for entry in entries:
        if entry.filename not in CONTENTS and entry.filename != MANIFEST:
            raise UnreadablePackError(f"the archive holds {entry.filename[:80]!r}, which is no file of a pack")
        if entry.flag_bits & ENCRYPTED or entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise UnreadablePackError(f"{entry.filename} is encrypted, or packed in a way that no pack uses")
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise UnreadablePackError(f"unpacked it would be larger than {MOST_BYTES >> 20} MB, which no pack is")


def _manifest(archive: ZipFile) -> Manifest:
    if MANIFEST not in archive.namelist():
        raise UnreadablePackError(f"there is no {MANIFEST} in it, so it is no evidence pack")
    if archive.getinfo(MANIFEST).file_size > MOST_MANIFEST:
        raise UnreadablePackError(f"{MANIFEST} is too large")
    written = archive.read(MANIFEST)
    try:
        return Manifest.model_validate_json(written)
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"]) or "its beginning"
        raise UnreadablePackError(
            f"{MANIFEST} is not that of a pack of this version: {place[:80]!r} is wrong"
        ) from error


@contextmanager
def _broken_is_said(name: str) -> Iterator[None]:
    try:
        yield
    except BROKEN as error:
        raise BrokenFileError(f"{name} cannot be read to its end: {_said(error)}") from error


def _said(error: Exception) -> str:
    """In one line, whatever the library wrote."""
    return " ".join(str(error).split())[:200] or type(error).__name__
