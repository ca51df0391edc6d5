"""A hand that changes an evidence pack and signs it again: every hash of a file and the seal fit afterwards."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from shared.domain.journal import digest
from shared.evidence.journal_cells import cells, link_of
from shared.evidence.layout import JOURNAL, MANIFEST
from shared.evidence.sealing import SEAL_LENGTH

Lines = list[list[str]]


@dataclass
class Contents:
    """The files of a pack, out of it."""

    files: dict[str, bytes]
    order: list[str] = field(default_factory=list)

    @property
    def manifest(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.files[MANIFEST])
        return told

    def lines(self, name: str) -> Lines:
        return list(csv.reader(io.StringIO(self.files[name].decode("utf-8-sig"), newline="")))

    def write(self, name: str, lines: Iterable[Sequence[str]]) -> None:
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerows(lines)
        self.files[name] = ("\ufeff" + out.getvalue()).encode()

    def sign(self, **chain: Any) -> None:
        """Let the manifest vouch for the files as they are now."""
        told = self.manifest
        told["chain"] |= chain
        for name, content in self.files.items():
            if name in told["files"]:
                told["files"][name] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        self.files[MANIFEST] = json.dumps(told).encode()

    def chain_anew(self) -> None:
        """Compute every link of the journal again, from the first row to the last, and sign that."""
        heading, *lines = self.lines(JOURNAL)
        told = self.manifest
        before, anew = told["chain"]["hash_before"], []
        for line in lines:
            row = link_of(heading, line).row
            before = digest(before, told["office"]["code"], row)
            anew.append(cells(link_of(heading, line)._replace(hash=before)))
        self.write(JOURNAL, [heading, *anew])
        self.sign(last_hash=before, rows=len(lines))


def opened(pack: Path) -> Contents:
    with ZipFile(pack) as archive:
        return Contents({name: archive.read(name) for name in archive.namelist()}, archive.namelist())


def packed(contents: Contents, pack: Path, spoil: Callable[[ZipFile], None] = lambda _: None) -> Path:
    """Pack and seal again; `spoil` may add what no pack has."""
    with ZipFile(pack, "w", ZIP_DEFLATED) as archive:
        for name in contents.order:
            if name in contents.files:
                archive.writestr(name, contents.files[name])
        spoil(archive)
        archive.comment = b"sha256:" + b"0" * 64
    return sealed(pack)


def sealed(pack: Path) -> Path:
    content = pack.read_bytes()[:-SEAL_LENGTH]
    pack.write_bytes(content + b"sha256:" + hashlib.sha256(content).hexdigest().encode())
    return pack
