"""Several processes of a province start at once, also while one of them brings years of rows up to date."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from sqlalchemy import NullPool, create_engine
from sqlalchemy.engine import make_url

from shared.database.migrations import MIGRATION_LOCK, NEWEST, migrate, revisions
from tests.database.test_update import empty_url
from tests.running import until

__all__ = ["empty_url"]

IMPATIENT = "-c lock_timeout=100ms -c statement_timeout=100ms -c idle_in_transaction_session_timeout=100ms"
HAS_WAITED = """
SELECT count(*) FROM pg_stat_activity
WHERE wait_event = 'advisory' AND datname = current_database() AND clock_timestamp() - query_start > interval '0.3 s'
"""


@pytest.fixture
def kind() -> str:
    """Only a database server has several processes."""
    return "postgresql"


def test_whoever_starts_while_another_updates_waits_for_it_beyond_the_limits_of_a_visitors_wish(empty_url: str) -> None:
    url = make_url(empty_url).set(drivername="postgresql+psycopg")
    engine = create_engine(url, poolclass=NullPool, connect_args={"options": IMPATIENT})

    def starts() -> tuple[str | None, str | None]:
        with engine.begin() as connection:
            migrate(connection)
            return revisions(connection)

    with ThreadPoolExecutor(1) as thread, psycopg.connect(empty_url, autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        started = thread.submit(starts)
        until(lambda: started.done() or other.execute(HAS_WAITED).fetchone() == (1,), 20, "nobody waits")
        other.execute("SELECT pg_advisory_unlock(%s)", [MIGRATION_LOCK])
        assert started.result(60) == (NEWEST, NEWEST)
