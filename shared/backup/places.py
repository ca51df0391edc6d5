"""Which folders hold backups of this installation, so that a destroyed key is destroyed there too."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

from shared.backup.files import stamp, write_whole
from shared.backup.thinning import LONGEST
from shared.settings import Settings

NAMED = re.compile(r"pst-(\d{8}T\d{6}Z)(?:-\d+)?\.age")
KEPT = re.compile(r".+\.before-restore-(\d{8}T\d{6}Z)(?:-\d+)?")


def usual_folder(settings: Settings) -> Path:
    """Where backups go when nothing else is said."""
    return settings.backup_dir or settings.data_dir / "backups"


def backup_name(at: datetime) -> str:
    """What a backup of this moment is called."""
    return f"pst-{stamp(at)}.age"


def backups_in(folder: Path) -> dict[Path, datetime]:
    """The backups in a folder with the moment of each."""
    return _dated(folder, NAMED)


def databases_kept(settings: Settings) -> dict[Path, datetime]:
    """The databases that restores put aside, with the moment of each."""
    file = settings.database_file
    aside = {} if file is None else _dated(file.parent, KEPT)
    return {kept: at for kept, at in aside.items() if file is not None and kept.name.startswith(f"{file.name}.")}


def folders_used(settings: Settings, now: datetime) -> dict[Path, datetime]:
    """The folders that may still hold a backup, by when one was last made there."""
    try:
        said = json.loads(_record(settings).read_text())
        used = {Path(folder): datetime.fromisoformat(at) for folder, at in said.items()}
    except (OSError, ValueError, AttributeError):
        return {}
    return {folder: at for folder, at in used.items() if now - at <= LONGEST}


def remember_folder(settings: Settings, folder: Path, now: datetime) -> None:
    """Note that backups are made, or lie, in this folder."""
    used = {**folders_used(settings, now), folder.resolve(): now}
    write_whole(_record(settings), json.dumps({str(one): at.isoformat() for one, at in used.items()}).encode())


def _dated(folder: Path, pattern: re.Pattern[str]) -> dict[Path, datetime]:
    named = ((file, pattern.fullmatch(file.name)) for file in folder.iterdir())
    dated = {file: _moment(name[1]) for file, name in named if name is not None and file.is_file()}
    return {file: at for file, at in dated.items() if at is not None}


def _moment(stamped: str) -> datetime | None:
    """None for figures that are no date: somebody else named that file."""
    try:
        return datetime.strptime(stamped, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None


def _record(settings: Settings) -> Path:
    return settings.data_dir / "backup-folders.json"
