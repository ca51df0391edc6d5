"""Backups that can be restored, and in which nobody comes back who was erased.

A backup is a SQLite snapshot in an envelope, whatever the database. It holds no visitor's key, and not the marks by
which a phone or an address is found again. Those stand in one keyring beside all backups of a folder,
`visitor-keys.age`, which is replaced with each of them: a key that was destroyed is then missing for every older
backup too, and what it sealed is noise in all of them.

Snapshot, secret and keyring lie in one folder, encrypted for the same two recipients. Keeping them apart would hide
nothing from whoever may restore, who needs all three; it would only make it likelier that one is lost. The keyring is
apart not so that it is secret, but so that it can forget. It also remembers what a backup cannot know because it came
later: who restricted the use of their data, who took a consent back, which remarks were erased. A restore does all of
it again. The secret stands in every backup because without it no seal
opens on a new machine; by itself, without the key of a visitor, it opens nothing. What this cannot do: a copy of the
folder that somebody made elsewhere keeps the keyring of that day. Such copies must not become older than the backups
themselves may, 35 days.

The recovery code opens everything, so it lies on paper and never on the office's PC. `backup.key` on the PC opens the
same files; whoever can read it can read the database too. Until a code was given out, backups open on their own machine
alone. When the paper is lost, `renew_code` changes both keys, and the keyring carries the older ones.

Remarks of staff (`note`) are sealed by the secret, which stands in the backup beside them. Those about a visit may name
its visitor. Their words go with the visitor's key, no restore brings them back, and no backup that has
them becomes older than 35 days.
"""

from __future__ import annotations

from shared.backup.codes import own_key, prepare_key, renew_code
from shared.backup.forgetting import keys_written_anew, rewrite_keyring
from shared.backup.live import tables_are_current
from shared.backup.making import Made, make_backup
from shared.backup.restoring import Restored, Wish, restore
from shared.backup.state import State, state_of
from shared.backup.trouble import ADVICE, BackupError

__all__ = [
    "ADVICE",
    "BackupError",
    "Made",
    "Restored",
    "State",
    "Wish",
    "keys_written_anew",
    "make_backup",
    "own_key",
    "prepare_key",
    "renew_code",
    "restore",
    "rewrite_keyring",
    "state_of",
    "tables_are_current",
]
