"""The pack held against the live journal: whoever rewrote a whole chain must have rewritten the office's own too."""

from __future__ import annotations

from shared.database import Database, OfficeRecords, StorageError
from shared.database.fsck import missing_file
from shared.evidence.checking.report import PackReport
from shared.evidence.layout import Manifest

LIVE = "I-36"


def compare_with_live(manifest: Manifest, url: str, report: PackReport) -> None:
    """Compare both ends of the chain; a remark says plainly when there is nothing to compare with."""
    chain, office = manifest.chain, manifest.office.code
    if chain.first_seq is None or chain.last_seq is None:
        return
    if missing_file(url) is not None:
        report.remark("not compared with a live journal: there is no database here")
        return
    database = Database(url, read_only=True)
    first, last = chain.first_seq, chain.last_seq

    def look(records: OfficeRecords) -> tuple[int, str | None, str | None]:
        return records.seq(), records.hash_of(first - 1), records.hash_of(last)

    try:
        newest, before, end = database.reading(office, look)
    except StorageError as error:
        report.remark(f"not compared with a live journal: the database cannot be read ({type(error).__name__})")
        return
    finally:
        database.close()
    if newest == 0:
        report.remark(f"not compared with a live journal: the database here knows no office {office}")
        return
    _hold(report, first - 1, chain.hash_before, before)
    _hold(report, last, chain.last_hash, end)
    if (before, end) == (chain.hash_before, chain.last_hash):
        report.remark(f"both ends of the chain are those of the live journal, which now ends with row {newest}")


def _hold(report: PackReport, seq: int, told: str | None, live: str | None) -> None:
    if told != live:
        has = "has no such row" if live is None else "has another hash there"
        report.fault(LIVE, f"the pack's chain passes row {seq} otherwise than the live journal, which {has}")
