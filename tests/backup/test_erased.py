"""Whoever was erased stays erased, whatever is restored."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from shared.backup import rewrite_keyring
from shared.backup.keyring import Entry, Keyring, merged
from shared.backup.thinning import LONGEST
from shared.backup.visitors import Known, LastKnown, VisitorKey
from tests.backup.machine import CANARY, OFFICE, Machine, keys_of, write_down

OPEN = {"sex": 2}
"""What stays of an erased visit: codes that name nobody."""


def names(machine: Machine) -> list[str | None]:
    return [answers.get("name") for answers in machine.answers()]


def test_an_older_backup_over_the_live_database_brings_no_erased_visitor_back(pc: Machine) -> None:
    file = pc.backup().file
    assert pc.forget(pc.visitors[0])
    restored = pc.restore(file, replace=True)
    assert restored.erased == 1
    assert names(pc) == [None, f"{CANARY} 2", f"{CANARY} 3"]
    assert pc.answers()[0] == OPEN


def test_nor_does_it_where_only_the_folder_of_backups_is_left(machine: Machine, new_pc: Machine) -> None:
    file = machine.backup().file
    assert machine.forget(machine.visitors[0])
    restored = new_pc.restore(file, code=machine.codes[0])
    assert restored.erased == 1
    assert names(new_pc) == [None, f"{CANARY} 2", f"{CANARY} 3"]


def test_the_live_database_is_believed_even_when_the_keys_beside_the_backup_are_old(pc: Machine) -> None:
    file = pc.backup().file
    old = (pc.backups / "visitor-keys.age").read_bytes()
    pc.forget(pc.visitors[1])
    (pc.backups / "visitor-keys.age").write_bytes(old)
    pc.restore(file, replace=True)
    assert names(pc) == [f"{CANARY} 1", None, f"{CANARY} 3"]


def test_even_then_those_whom_it_never_knew_come_back(pc: Machine) -> None:
    first = pc.backup().file
    with pc.at_work() as crew:
        write_down(crew, name=f"{CANARY} 4")
    second = pc.backup().file
    old = (pc.backups / "visitor-keys.age").read_bytes()
    pc.restore(first, replace=True)
    pc.forget(pc.visitors[1])
    (pc.backups / "visitor-keys.age").write_bytes(old)
    pc.restore(second, replace=True)
    assert names(pc) == [f"{CANARY} 1", None, f"{CANARY} 3", f"{CANARY} 4"]


def test_the_next_backup_forgets_too_where_nobody_rewrote_the_keys(pc: Machine, new_pc: Machine) -> None:
    file = pc.backup().file
    with pc.opened() as database:
        database.writing(OFFICE, lambda records: records.erase_visitor(pc.visitors[0], datetime.now(UTC)))
    pc.backup()
    new_pc.restore(file, code=pc.codes[0])
    assert names(new_pc) == [None, f"{CANARY} 2", f"{CANARY} 3"]


def test_of_an_erased_visitor_neither_key_nor_mark_is_left_in_any_copy(pc: Machine, tmp_path: Path) -> None:
    made = pc.backup()
    key = keys_of(pc.keyring())[OFFICE, pc.visitors[0]]
    assert key.phone_mark is not None
    pc.forget(pc.visitors[0])
    assert (OFFICE, pc.visitors[0]) not in keys_of(pc.keyring())
    inside = pc.bytes_inside(made.file, tmp_path / "inside")
    assert not [secret for secret in (key.wrapped, key.phone_mark.encode()) if secret in inside]


def test_in_the_database_that_a_restore_put_aside_the_key_is_destroyed_as_well(pc: Machine) -> None:
    kept = pc.restore(pc.backup().file, replace=True).kept
    assert kept is not None
    key = keys_of(pc.keyring())[OFFICE, pc.visitors[0]]
    assert key.wrapped in kept.read_bytes()
    assert pc.forget(pc.visitors[0])
    assert key.wrapped not in kept.read_bytes()
    assert names(Machine(pc.data_dir, f"sqlite:///{kept}")) == [None, f"{CANARY} 2", f"{CANARY} 3"]


def test_a_database_that_was_put_aside_goes_with_the_old_backups(pc: Machine) -> None:
    kept = pc.restore(pc.backup().file, replace=True).kept
    assert kept is not None
    pc.backup(now=datetime.now(UTC) + LONGEST - timedelta(minutes=1))
    assert kept.exists()
    pc.backup(now=datetime.now(UTC) + LONGEST + timedelta(minutes=1))
    assert not kept.exists()


def test_restored_visitors_are_found_again_by_their_phone(pc: Machine, new_pc: Machine) -> None:
    new_pc.restore(pc.backup().file, code=pc.codes[0])
    with new_pc.at_work() as crew:
        phone = crew.parts.vault.mark(OFFICE, "phone", pc.answers()[1]["phone"])
        found = crew.desk(None).reading(lambda records: records.visitors_marked(phone, None))
    assert [visitor.id for visitor in found] == [pc.visitors[1]]


def test_keys_are_rewritten_in_every_folder_that_was_used_and_an_absent_one_is_told(
    pc: Machine, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    pc.backup(stick)
    pc.backup()
    assert pc.forget(pc.visitors[0])
    assert (OFFICE, pc.visitors[0]) not in keys_of(pc.keyring(stick))
    stick.rename(tmp_path / "in a drawer")
    assert not pc.forget(pc.visitors[1])
    assert (OFFICE, pc.visitors[1]) not in keys_of(pc.keyring())
    assert not stick.exists()
    (tmp_path / "in a drawer").rename(stick)
    pc.backup(stick)
    assert (OFFICE, pc.visitors[1]) not in keys_of(pc.keyring(stick))


def test_where_no_backup_was_ever_made_nothing_is_left_to_rewrite(pc: Machine) -> None:
    assert rewrite_keyring(pc.settings)
    assert not pc.backups.exists()


def test_what_a_killed_backup_left_in_the_clear_is_swept_by_the_next_erasure(pc: Machine) -> None:
    pc.backup()
    left = pc.data_dir / ".backup-work-killed"
    left.mkdir()
    (left / "spare.db").write_bytes((pc.data_dir / "pst.db").read_bytes())
    assert pc.forget(pc.visitors[0])
    assert not left.exists()


NOW = datetime(2026, 11, 19, 9, tzinfo=UTC)
WHOSE = st.tuples(st.sampled_from(["pekanbaru", "ternate"]), st.sampled_from("abcdef"))
KEYS = st.binary(min_size=4, max_size=4).map(lambda wrapped: VisitorKey(wrapped, None, None))
LIVE = st.dictionaries(WHOSE, st.builds(Known, st.none() | KEYS, st.just(None)))
AGES = st.timedeltas(timedelta(0), timedelta(days=70))
OLD = st.dictionaries(WHOSE, st.builds(lambda key, age: Entry(key, NOW - age), KEYS, AGES)).map(
    lambda entries: Keyring(NOW - timedelta(hours=1), entries)
)


@given(OLD, LIVE)
def test_the_live_database_decides_about_everybody_whom_it_knows(old: Keyring, live: dict[Any, Known]) -> None:
    keys = keys_of(merged(old, LastKnown(live), NOW))
    assert {whose: keys.get(whose) for whose in live} == {whose: known.key for whose, known in live.items()}


@given(OLD, LIVE)
def test_the_keys_of_strangers_stay_as_long_as_a_backup_may_and_no_longer(old: Keyring, live: dict[Any, Known]) -> None:
    entries = merged(old, LastKnown(live), NOW).entries
    strangers = {whose: entry for whose, entry in entries.items() if whose not in live}
    assert strangers == {
        whose: entry for whose, entry in old.entries.items() if whose not in live and NOW - entry.known_at <= LONGEST
    }


@given(OLD, LIVE, AGES)
def test_a_keyring_is_never_older_than_the_one_before_it(old: Keyring, live: dict[Any, Known], age: timedelta) -> None:
    assert merged(old, LastKnown(live), NOW - age).made_at >= old.made_at
