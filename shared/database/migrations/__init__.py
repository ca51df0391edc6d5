"""Alembic, configured in code and run at start, so that an update is only a restart."""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, select

MIGRATION_LOCK = 1471


def _scripts() -> ScriptDirectory:
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(settings)


def migrate(connection: Connection) -> None:
    """Bring the tables to the newest revision within the caller's transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(MIGRATION_LOCK)))  # several processes start at once
    scripts = _scripts()
    context = MigrationContext.configure(connection, opts={"render_as_batch": connection.dialect.name == "sqlite"})
    if context.get_current_revision() == scripts.get_current_head():
        return
    environment = EnvironmentContext(Config(), scripts)
    environment.configure(
        connection=connection,
        fn=lambda revision, _: scripts._upgrade_revs("head", revision),
        transactional_ddl=False,  # the caller's transaction is the one that commits
    )
    environment.run_migrations()


def revisions(connection: Connection) -> tuple[str | None, str | None]:
    """The revision of the tables, and the one that this program expects."""
    return MigrationContext.configure(connection).get_current_revision(), _scripts().get_current_head()
