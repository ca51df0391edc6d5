"""The keys of a rehearsal: lent by the server of this data folder, and given back at the end whatever happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from shared.control import ask_server
from shared.database import Database
from shared.settings import Settings

NAME = "Latihan"
"""Who the rehearsal is in the journal and on the consoles."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Who may do what: the kiosk takes numbers, the watcher reads the line, an officer sits at each counter."""

    kiosk: str
    watcher: str
    officers: Mapping[int, str]


def given_tokens(tokens: Sequence[str], counters: Sequence[int]) -> Tokens:
    """Tokens that somebody brought, for an office elsewhere. ValueError when there are too few."""
    if len(tokens) < max(1, len(counters)):
        raise ValueError("--token: give one for each counter that is played: a token is one officer, at one counter")
    return Tokens(tokens[0], tokens[0], dict(zip(counters, tokens, strict=False)))


@contextmanager
def lent_tokens(
    settings: Settings, office: str, counters: Sequence[int], revoke: Callable[[int], object]
) -> Iterator[Tokens]:
    """Tokens of the server that runs on this data folder; `revoke` closes each by its number, server or not.

    OSError when no server runs there.
    """
    with ExitStack() as given_back:

        def lend(role: str, name: str) -> str:
            token, number = _new_token(settings, office, role, f"{NAME}: {name}")
            given_back.callback(revoke, number)
            return token

        officers = {counter: lend("officer", f"meja {counter}") for counter in counters}
        yield Tokens(lend("kiosk", "kios"), lend("manager", "pemantau"), officers)


def _new_token(settings: Settings, office: str, role: str, name: str) -> tuple[str, int]:
    """A token, and its number in the list."""
    try:
        token = str(ask_server(settings, "create_token", office, {"roles": [role], "name": name}))
    except OSError as error:
        raise OSError(f"no server runs on the data folder {settings.data_dir}; elsewhere, give --token") from error
    database = Database(settings.database_url, read_only=True)
    try:
        accesses = database.reading(office, lambda records: records.accesses("bearer"))
    finally:
        database.close()
    return token, max(access.id for access in accesses if access.name == name)
