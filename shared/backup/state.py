"""What there is to say about the backups now: of when the last good one is, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.backup.diary import Diary, diary_of
from shared.backup.envelope import key_in
from shared.backup.places import backups_in, usual_folder
from shared.backup.trouble import BackupError
from shared.settings import Settings

TOO_OLD = timedelta(days=2)
COPY_TOO_OLD = timedelta(days=8)
"""A stick is carried home on Fridays and may miss one week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """`good_at` is the newest backup that is still there; `word` says why the latest attempt failed."""

    good_at: datetime | None
    file: str | None
    word: str | None
    has_code: bool
    """Whether a recovery code was given out: without one, no other machine opens the backups."""
    copied_at: datetime | None
    copy_word: str | None
    keys_stale: bool

    def too_old(self, now: datetime) -> bool:
        """Whether it is time that somebody looks."""
        return self.good_at is None or now - self.good_at > TOO_OLD

    def copy_too_old(self, now: datetime) -> bool:
        """Whether the second folder was away for too long."""
        return self.copied_at is None or now - self.copied_at > COPY_TOO_OLD


def state_of(settings: Settings) -> State:
    """Look at what is written down and at the files; quick enough for every screen."""
    diary = diary_of(settings)
    good_at, file = _newest(settings, diary)
    return State(
        good_at=good_at,
        file=file,
        word=diary.word,
        has_code=_has_code(settings),
        copied_at=diary.copied_at,
        copy_word=diary.copy_word,
        keys_stale=diary.stale_since is not None,
    )


def _newest(settings: Settings, diary: Diary) -> tuple[datetime | None, str | None]:
    """The one of the diary, unless somebody took it away: then the newest by its name."""
    if diary.good_file is not None and diary.good_file.is_file():
        return diary.good_at, diary.good_file.name
    try:
        there = backups_in(usual_folder(settings))
    except OSError:
        return None, None
    newest = max(there, key=lambda file: there[file], default=None)
    return (None, None) if newest is None else (there[newest], newest.name)


def _has_code(settings: Settings) -> bool:
    try:
        key = key_in(settings.data_dir)
    except (BackupError, OSError):
        return False
    return key is not None and key.recovery is not None
