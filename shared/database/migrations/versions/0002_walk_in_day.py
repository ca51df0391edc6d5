"""The walk-in day: tickets, journal, counters, paper."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.database.tables import Moment

revision = "0002"
down_revision = "0001"

# The same promises as in the code, kept by the database too: whoever opens the file with another tool meets them.
FIXED = " OR ".join(
    (
        *(f"NEW.{name} <> OLD.{name}" for name in ("office", "day", "series", "number", "issued_at")),
        "NEW.version <> OLD.version + 1",
    )
)
NEXT = "NEW.seq <> (SELECT seq + 1 FROM journal_head WHERE office = NEW.office)"
# name, when, table, condition, what is said
GUARDS = (
    ("journal_no_update", "BEFORE UPDATE", "journal", "1 = 1", "the journal is append-only"),
    ("journal_no_delete", "BEFORE DELETE", "journal", "1 = 1", "the journal is append-only"),
    ("journal_gapless", "BEFORE INSERT", "journal", NEXT, "the journal has no gaps"),
    ("ticket_no_delete", "BEFORE DELETE", "ticket", "1 = 1", "a number is never taken back"),
    ("ticket_number_fixed", "BEFORE UPDATE", "ticket", FIXED, "a number never changes"),
    ("series_counts_up", "BEFORE UPDATE", "series", "NEW.last <= OLD.last", "a series only counts up"),
)


def guard(name: str, when: str, table: str, condition: str, said: str) -> list[str]:
    """The trigger that refuses, in the words of the database."""
    if op.get_bind().dialect.name == "sqlite":
        return [f"CREATE TRIGGER {name} {when} ON {table} WHEN {condition} BEGIN SELECT RAISE(ABORT, '{said}'); END"]
    after = "OLD" if when == "BEFORE DELETE" else "NEW"
    body = f"BEGIN IF {condition} THEN RAISE EXCEPTION '{said}'; END IF; RETURN {after}; END"
    return [
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$",
        f"CREATE TRIGGER {name} {when} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    ]


def upgrade() -> None:
    op.create_table(
        "journal_head",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=True),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("office", name=op.f("pk_journal_head")),
    )
    op.create_table(
        "series",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("series", sa.String(length=8), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("office", "day", "series", name=op.f("pk_series")),
    )
    op.create_table(
        "service_day",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("opened_at", Moment(), nullable=False),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("office", "day", name=op.f("pk_service_day")),
    )
    op.create_index(
        "one_open_day",
        "service_day",
        ["office"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "seat",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("counter", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("officer", sa.Integer(), nullable=False),
        sa.Column("since", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office", "officer"],
            ["identity.office", "identity.id"],
            name=op.f("fk_seat_office_officer_identity"),
        ),
        sa.PrimaryKeyConstraint("office", "counter", name=op.f("pk_seat")),
        sa.UniqueConstraint("office", "officer", name=op.f("uq_seat_office_officer")),
    )
    op.create_table(
        "ticket",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("series", sa.String(length=8), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("service", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("priority", sa.Boolean(), nullable=False),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("leg", sa.Integer(), nullable=False),
        sa.Column("issued_at", Moment(), nullable=False),
        sa.Column("registered_at", Moment(), nullable=False),
        sa.Column("wanted_counter", sa.Integer(), nullable=True),
        sa.Column("at_head", sa.Boolean(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("officer", sa.Integer(), nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("called_at", Moment(), nullable=True),
        sa.Column("first_called_at", Moment(), nullable=True),
        sa.Column("started_at", Moment(), nullable=True),
        sa.Column("finished_at", Moment(), nullable=True),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.Column("held_by", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "NOT (state IN ('called', 'serving')) OR (counter IS NOT NULL AND officer IS NOT NULL)",
            name=op.f("ck_ticket_somebody_calls"),
        ),
        sa.CheckConstraint(
            "state <> 'waiting' OR (counter IS NULL AND officer IS NULL)", name=op.f("ck_ticket_nobody_calls")
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'called', 'serving', 'on_hold', 'no_show', 'served', 'cancelled', 'expired')",
            name=op.f("ck_ticket_state"),
        ),
        sa.CheckConstraint("number > 0 AND leg > 0 AND version > 0", name=op.f("ck_ticket_counted")),
        sa.ForeignKeyConstraint(
            ["office", "day"],
            ["service_day.office", "service_day.day"],
            name=op.f("fk_ticket_office_day_service_day"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "officer"],
            ["identity.office", "identity.id"],
            name=op.f("fk_ticket_office_officer_identity"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket")),
        sa.UniqueConstraint("office", "day", "series", "number", name=op.f("uq_ticket_office_day_series_number")),
        sa.UniqueConstraint("office", "id", name=op.f("uq_ticket_office_id")),
    )
    op.create_index("ix_ticket_line", "ticket", ["office", "state", "day"], unique=False)
    op.create_index(
        "one_ticket_per_counter",
        "ticket",
        ["office", "counter"],
        unique=True,
        sqlite_where=sa.text("state IN ('called', 'serving')"),
        postgresql_where=sa.text("state IN ('called', 'serving')"),
    )
    op.create_index(
        "one_ticket_per_officer",
        "ticket",
        ["office", "officer"],
        unique=True,
        sqlite_where=sa.text("state IN ('called', 'serving')"),
        postgresql_where=sa.text("state IN ('called', 'serving')"),
    )
    op.create_table(
        "journal",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("move", sa.String(length=16), nullable=False),
        sa.Column("ticket", sa.Integer(), nullable=True),
        sa.Column("leg", sa.Integer(), nullable=True),
        sa.Column("from_state", sa.String(length=12), nullable=True),
        sa.Column("to_state", sa.String(length=12), nullable=True),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("actor", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=32), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("suspect", sa.Boolean(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["office", "ticket"], ["ticket.office", "ticket.id"], name=op.f("fk_journal_office_ticket_ticket")
        ),
        sa.PrimaryKeyConstraint("office", "seq", name=op.f("pk_journal")),
    )
    op.create_index("ix_journal_day", "journal", ["office", "day", "seq"], unique=False)
    op.create_index("ix_journal_ticket", "journal", ["office", "ticket", "seq"], unique=False)
    op.create_table(
        "print_job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("ticket", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(length=200), nullable=False),
        sa.Column("copy", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=True),
        sa.Column("paper_low", sa.Boolean(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'printing', 'printed', 'sent', 'unsure', 'failed')",
            name=op.f("ck_print_job_state"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "ticket"],
            ["ticket.office", "ticket.id"],
            name=op.f("fk_print_job_office_ticket_ticket"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_job")),
    )
    op.create_index("ix_print_job_line", "print_job", ["office", "state", "id"], unique=False)
    op.create_table(
        "repeat",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("caller", sa.String(length=40), nullable=False),
        sa.Column("route", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("ticket", sa.Integer(), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office", "ticket"], ["ticket.office", "ticket.id"], name=op.f("fk_repeat_office_ticket_ticket")
        ),
        sa.PrimaryKeyConstraint("office", "caller", "route", "key", name=op.f("pk_repeat")),
    )
    op.create_table(
        "heard",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("shown_at", Moment(), nullable=True),
        sa.Column("sounded_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office", "seq"], ["journal.office", "journal.seq"], name=op.f("fk_heard_office_seq_journal")
        ),
        sa.PrimaryKeyConstraint("office", "seq", name=op.f("pk_heard")),
    )
    op.create_table(
        "note",
        sa.Column("office", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office", "seq"], ["journal.office", "journal.seq"], name=op.f("fk_note_office_seq_journal")
        ),
        sa.PrimaryKeyConstraint("office", "seq", name=op.f("pk_note")),
    )
    for promise in GUARDS:
        for statement in guard(*promise):
            op.execute(statement)
