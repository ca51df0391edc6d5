"""One pack, looked at from its outside to its inside."""

from __future__ import annotations

from pathlib import Path

from shared.domain.office_mistakes import ZONE_LETTERS
from shared.domain.refusal import Refusal
from shared.evidence.checking.chain import chained_rows
from shared.evidence.checking.figures import FIGURES, Retold
from shared.evidence.checking.live import compare_with_live
from shared.evidence.checking.report import PackReport
from shared.evidence.layout import CONTENTS, MANIFEST
from shared.evidence.opening import BrokenFileError, Pack, UnreadablePackError, opened

PACK = "pack"
UNTELLABLE = (Refusal, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RuntimeError)


def check_pack(path: Path, url: str | None = None) -> PackReport:
    """Check a pack; with the `url` of a database, its ends also against the live journal.

    Raises UnreadablePackError where the file is no pack that can be read.
    """
    with opened(path) as pack:
        manifest = pack.manifest
        if manifest.office.zone not in ZONE_LETTERS:
            raise UnreadablePackError(f"{MANIFEST} names a zone that no office has: {manifest.office.zone[:60]!r}")
        report = PackReport(
            office=manifest.office.code,
            first=manifest.period.first.isoformat(),
            last=manifest.period.last.isoformat(),
        )
        _check_files(pack, report)
        if all(name in pack.names for name in CONTENTS):
            _check_rows(pack, report)
    if url is not None:
        compare_with_live(manifest, url, report)
    return report


def _check_rows(pack: Pack, report: PackReport) -> None:
    """The chain, and what follows from its rows; whoever made the rows up may have made up anything."""
    retold = Retold(pack, report)
    try:
        for row in chained_rows(pack, report):
            retold.look_at(row)
        retold.compare()
    except UNTELLABLE as error:
        said = f"{type(error).__name__}: {' '.join(str(error).split())[:120]}"
        report.fault(
            FIGURES, f"the journal's rows are none that an office writes, so nothing follows from them ({said})"
        )


def _check_files(pack: Pack, report: PackReport) -> None:
    if not pack.sealed:
        report.fault(PACK, "the archive's seal is broken: a byte of the file was changed after it was made")
    told = pack.manifest.files
    for name in sorted(set(CONTENTS) | set(told)):
        if name not in told or name not in CONTENTS:
            report.fault(PACK, f"{MANIFEST} {'does not vouch for' if name not in told else 'names'} {name[:80]!r}")
        elif name not in pack.names:
            report.fault(PACK, f"{name} is missing")
        else:
            _check_file(pack, name, told[name].sha256, report)


def _check_file(pack: Pack, name: str, told: str, report: PackReport) -> None:
    try:
        if pack.digest(name) != told:
            report.fault(PACK, f"{name} is not the file that the manifest vouches for")
    except BrokenFileError as error:
        report.fault(PACK, str(error))
