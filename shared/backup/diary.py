"""How the backups of this installation went, so that every part of it can say so: times, names and one word each."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from shared.backup.files import held, put
from shared.settings import Settings

MOMENTS = ("good_at", "failed_at", "copied_at", "stale_since")


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """The last backup that was read back, the last failure since, and the same of the second folder."""

    good_at: datetime | None = None
    good_file: Path | None = None
    failed_at: datetime | None = None
    word: str | None = None
    """Why it failed, a word of `trouble.ADVICE`; None when the last one went well."""
    copied_at: datetime | None = None
    """Of when the newest backup in the second folder is."""
    copy_word: str | None = None
    stale_since: datetime | None = None
    """Since when copies of the visitors' keys are not what they should be; None when they are."""


def diary_of(settings: Settings) -> Diary:
    """What is written down; an empty page where nothing is or where it cannot be read."""
    try:
        said: dict[str, Any] = json.loads(_file(settings).read_text())
        moments = {name: said[name] and datetime.fromisoformat(said[name]) for name in MOMENTS}
        file = said["good_file"] and Path(said["good_file"])
        return Diary(**moments, good_file=file, word=said["word"], copy_word=said["copy_word"])
    except (OSError, ValueError, KeyError, TypeError):
        return Diary()


def note_in_diary(settings: Settings, **news: Any) -> None:
    """Write down what changed."""
    file = _file(settings)
    with held(file.with_suffix(".lock"), "another process is writing the diary of backups"):
        page = replace(diary_of(settings), **news)
        fresh = file.with_suffix(".new")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
            json.dump(asdict(page), out, default=_written)
            out.flush()
            os.fsync(out.fileno())
        put(fresh, file)


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _file(settings: Settings) -> Path:
    return settings.data_dir / "backup-diary.json"
