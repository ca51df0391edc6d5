"""What every night does by itself: one backup of all offices, its copy in the second folder, and keys left undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from shared.backup.codes import own_key
from shared.backup.copying import copy_newest, copy_of_newest_is_missing
from shared.backup.diary import diary_of, note_in_diary
from shared.backup.files import held
from shared.backup.forgetting import keys_written_anew
from shared.backup.making import Made, make_backup
from shared.backup.places import folders_used, usual_folder
from shared.backup.state import state_of
from shared.backup.trouble import BUSY, BackupError, word_for
from shared.domain.opening_hours import DAY_ENDS_AT
from shared.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of it: the backup if one was due, and a word for what failed."""

    made: Made | None = None
    word: str | None = None


def last_night(now: datetime, zones: Iterable[tzinfo]) -> datetime:
    """When the day of the last of these offices ended: between two of these moments one backup is made."""
    return min(_day_ended(now.astimezone(zone)) for zone in zones)


def is_due(settings: Settings, night: datetime) -> bool:
    """Whether no backup that is still there was made since that night."""
    good_at = state_of(settings).good_at
    return good_at is None or good_at < night


def anything_due(settings: Settings, night: datetime | None) -> bool:
    """Whether there is anything to do; None for an installation without a day that is worth a backup."""
    if night is not None and is_due(settings, night):
        return True
    return copy_of_newest_is_missing(settings) or diary_of(settings).stale_since is not None


def do_due(settings: Settings, now: datetime, night: datetime | None, *, thin: bool) -> Done:
    """Do it; never raises. What fails is written down as one word, and may be tried again.

    `thin` is False while the date cannot be believed: a machine that boots into another year throws nothing away.
    """
    made = None
    try:
        with held(settings.data_dir / "night.lock", "another process does it", 0):
            if night is not None and is_due(settings, night):
                made = _back_up(settings, now, thin=thin)
            if copy_of_newest_is_missing(settings):
                _copy(settings, now, thin=thin)
            if diary_of(settings).stale_since is not None:
                keys_written_anew(settings, now)
    except Exception as error:  # noqa: BLE001 # the night goes on, and somebody reads the word in the morning
        word = word_for(error)
        if word != BUSY:
            _note_failure(settings, now, word)
        return Done(made=made, word=word)
    return Done(made=made)


def _back_up(settings: Settings, now: datetime, *, thin: bool) -> Made:
    folder = usual_folder(settings)
    if folder.resolve() in folders_used(settings, now) and not folder.is_dir():
        raise BackupError(f"{folder} is not there", "folder_gone")
    if settings.backup_dir is None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    else:
        folder.mkdir(mode=0o700, exist_ok=True)  # where the disk is not plugged in, no folder is made in its place
    own_key(settings)
    return make_backup(settings, folder, now=now, thin=thin)


def _copy(settings: Settings, now: datetime, *, thin: bool) -> None:
    """A stick that fails does not make the night's backup fail."""
    try:
        copy_newest(settings, now, thin=thin)
    except (BackupError, OSError) as error:
        note_in_diary(settings, copy_word=word_for(error))


def _note_failure(settings: Settings, now: datetime, word: str) -> None:
    try:
        note_in_diary(settings, failed_at=now, word=word)
    except (BackupError, OSError):
        return  # the disk that is full; whoever asked for it hears of it all the same


def _day_ended(local: datetime) -> datetime:
    ended = datetime.combine(local.date(), DAY_ENDS_AT, local.tzinfo)
    return ended if ended <= local else ended - timedelta(days=1)
