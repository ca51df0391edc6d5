"""The recovery code: given out once, and given out anew when the envelope is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from shared.backup.envelope import BackupKey, Retired, keep_key, key_in, new_key
from shared.backup.files import alone
from shared.backup.forgetting import rewrite_keyring
from shared.settings import Settings


def prepare_key(settings: Settings, show_code: Callable[[str], None]) -> None:
    """Give out a recovery code unless there is one; it is shown before anything relies on it.

    Backups of before open with it too, by way of the keyring beside them.
    """
    with alone(settings.data_dir):
        old = key_in(settings.data_dir)
        if old is not None and old.recovery is not None:
            return
        key, code = new_key()
        show_code(code)
        keep_key(settings.data_dir, key if old is None else replace(old, recovery=key.recovery))


def renew_code(settings: Settings, show_code: Callable[[str], None], now: datetime | None = None) -> bool:
    """Give out another code because the paper is lost. Whoever finds it opens nothing that is made from now on.

    This machine's own key is changed with it, because it stands inside the backups that the lost code opens. Where the
    keyring is written anew it carries the keys of before, so that the new code opens the older backups as well, for as
    long as they may be kept. False when a folder could not be reached: its files open with the old code alone until
    the next backup there.
    """
    now = now or datetime.now(UTC)
    with alone(settings.data_dir):
        old = key_in(settings.data_dir)
        key, code = new_key()
        show_code(code)
        keep_key(settings.data_dir, _after(key, old, now))
    return rewrite_keyring(settings, now)


def own_key(settings: Settings) -> BackupKey:
    """The key of this machine, made where there is none yet; without a code, because nobody would write it down."""
    with alone(settings.data_dir):
        key = key_in(settings.data_dir)
        if key is None:
            key = replace(new_key()[0], recovery=None)
            keep_key(settings.data_dir, key)
        return key


def _after(key: BackupKey, old: BackupKey | None, now: datetime) -> BackupKey:
    if old is None:
        return key
    return replace(key, retired=(Retired(old.secret, now), *old.as_of(now).retired))
