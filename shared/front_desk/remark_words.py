"""What staff write in their own words about a row of the journal. It may name people, so on disk it is sealed."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable

from shared.database import OfficeRecords
from shared.vault import Vault

REMARK = "remark"
SEALED = "sealed:"
"""Before the sealed words, so that what an older version left as it was written is still read."""


def sealed_words(vault: Vault, office: str, text: str) -> str:
    """As the words are stored. Sealed for the office and not for a visitor: there may be none when they are written."""
    return SEALED + b64encode(vault.seal_name(office, REMARK, text)).decode()


def remarks_on(records: OfficeRecords, vault: Vault, rows: Iterable[int]) -> dict[int, str]:
    """What was written about these rows; an erased text is missing."""
    return {row: _read(vault, records.office, stored) for row, stored in records.notes(rows).items()}


def _read(vault: Vault, office: str, stored: str) -> str:
    if not stored.startswith(SEALED):
        return stored
    return vault.name_or_dash(office, REMARK, b64decode(stored.removeprefix(SEALED)))
