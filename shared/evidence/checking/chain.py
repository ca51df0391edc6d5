"""The chain over the journal of a pack: no row is missing, none was changed, and it ends as the manifest says."""

from __future__ import annotations

from collections.abc import Iterator

from shared.domain.journal import FIRST_HASH, JournalRow, digest
from shared.evidence.checking.report import PackReport
from shared.evidence.journal_cells import Link, heading_faults, link_of
from shared.evidence.layout import JOURNAL, Manifest
from shared.evidence.opening import BrokenFileError, Pack

GAPLESS, CHAINED = "I-17", "I-18"


def chained_rows(pack: Pack, report: PackReport) -> Iterator[JournalRow]:
    """Each row that can be read, in the order of the file, while its link is held against the one before it."""
    chain = _Chain(pack.manifest, report)
    try:
        lines = pack.lines(JOURNAL)
        heading = next(lines, [])
        if faults := heading_faults(heading):
            for fault in faults:
                report.fault(CHAINED, f"{JOURNAL} {fault}; it may come from another version")
            return
        for place, line in enumerate(lines, 2):
            try:
                link = link_of(heading, line)
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                report.fault(CHAINED, f"line {place} of {JOURNAL} is no journal row: {str(error)[:120]}")
                continue
            chain.hold(link)
            yield link.row
    except BrokenFileError as error:
        report.fault("pack", str(error))
    finally:
        chain.end()


class _Chain:
    def __init__(self, manifest: Manifest, report: PackReport) -> None:
        self._told, self._office, self._report = manifest.chain, manifest.office.code, report
        self._before = manifest.chain.hash_before or FIRST_HASH
        self._seq: int | None = None
        self._withheld = 0

    def hold(self, link: Link) -> None:
        """The next row of the file."""
        self._report.rows += 1
        row, expected = link.row, self._told.first_seq if self._seq is None else self._seq + 1
        if row.seq != expected:
            after = "at the beginning" if self._seq is None else f"after row {self._seq}"
            self._report.fault(GAPLESS, f"{after} row {expected} should stand, but there is row {row.seq}")
        if row.seq == 1 and self._before != FIRST_HASH:
            self._report.fault(CHAINED, "journal row 1 is the first of all, and hangs on something before it")
        if link.withheld:
            self._withheld += 1
        elif digest(self._before, self._office, row) != link.hash:
            self._report.fault(CHAINED, f"journal row {row.seq} was changed after it was written, or hangs on another")
        self._before, self._seq = link.hash, row.seq

    def end(self) -> None:
        """No row is left."""
        told, report = self._told, self._report
        if report.rows != told.rows:
            report.fault(GAPLESS, f"the manifest tells of {told.rows} journal rows, the file holds {report.rows}")
        if self._seq != told.last_seq:
            report.fault(GAPLESS, f"the manifest ends with row {told.last_seq}, the file with row {self._seq}")
        if told.rows and self._before != told.last_hash:
            report.fault(CHAINED, "the chain does not end with the last hash of the manifest")
        if self._withheld:
            report.remark(
                f"{self._withheld} rows withhold the code of a complaint: their links were not computed again"
            )
