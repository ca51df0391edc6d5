"""Alembic, configured in code. Only what changes tables needs it: it is loaded when there is something to change."""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def scripts() -> ScriptDirectory:
    """Every step there is."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(settings)


def climb(connection: Connection, revision: str) -> None:
    """Take every step up to this revision, within the caller's transaction."""
    every = scripts()
    environment = EnvironmentContext(Config(), every)
    environment.configure(
        connection=connection,
        fn=lambda now, _: every._upgrade_revs(revision, now),
        transactional_ddl=False,  # the caller's transaction is the one that commits
    )
    environment.run_migrations()
