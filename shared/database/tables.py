"""The rows. Every table belongs to one office; personal data of visitors stands in none of them."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no zone, so it is taken off on the way in and put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a moment without a zone: nobody could say when it was."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 # SQLAlchemy's signature
        """Give the moment back in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


STATES = "'waiting', 'called', 'serving', 'on_hold', 'no_show', 'served', 'cancelled', 'expired'"
AT_A_COUNTER = "state IN ('called', 'serving')"

identity = Table(
    "identity",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("name", String(120), nullable=False),
    Column("login", String(64)),
    Column("password", String(200)),
    Column("roles", String(64), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("disabled_at", Moment),
    UniqueConstraint("office", "login"),
    UniqueConstraint("office", "id"),
    CheckConstraint("kind IN ('staff', 'token', 'device')", name="kind"),
)

access = Table(
    "access",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("identity", Integer, nullable=False),
    Column("kind", String(8), nullable=False),
    Column("roles", String(64)),
    Column("csrf", String(64)),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("revoked_at", Moment),
    ForeignKeyConstraint(["office", "identity"], ["identity.office", "identity.id"]),
    CheckConstraint("kind IN ('bearer', 'session', 'device')", name="kind"),
)

probe = Table(
    "probe",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("count", Integer, nullable=False),
)

pairing = Table(
    "pairing",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("office", String(64), nullable=False),
    Column("room", String(16), nullable=False),
    Column("code", String(6), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("identity", Integer, ForeignKey("identity.id")),
)

journal_head = Table(
    "journal_head",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("at", Moment),
    Column("hash", String(64), nullable=False),
)

service_day = Table(
    "service_day",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("opened_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Index(
        "one_open_day",
        "office",
        unique=True,
        sqlite_where=text("closed_at IS NULL"),
        postgresql_where=text("closed_at IS NULL"),
    ),
)

series = Table(
    "series",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("series", String(8), primary_key=True),
    Column("last", Integer, nullable=False),
)

ticket = Table(
    "ticket",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("day", Date, nullable=False),
    Column("series", String(8), nullable=False),
    Column("number", Integer, nullable=False),
    Column("service", String(8), nullable=False),
    Column("state", String(12), nullable=False),
    Column("language", String(2), nullable=False),
    Column("priority", Boolean, nullable=False),
    Column("taken_by", Integer),
    Column("version", Integer, nullable=False),
    Column("leg", Integer, nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("registered_at", Moment, nullable=False),
    Column("wanted_counter", Integer),
    Column("at_head", Boolean, nullable=False),
    Column("counter", Integer),
    Column("officer", Integer),
    Column("calls", Integer, nullable=False),
    Column("called_at", Moment),
    Column("first_called_at", Moment),
    Column("started_at", Moment),
    Column("finished_at", Moment),
    Column("ended_at", Moment),
    Column("held_by", Integer),
    UniqueConstraint("office", "day", "series", "number"),
    UniqueConstraint("office", "id"),
    ForeignKeyConstraint(["office", "day"], ["service_day.office", "service_day.day"]),
    ForeignKeyConstraint(["office", "officer"], ["identity.office", "identity.id"]),
    CheckConstraint(f"state IN ({STATES})", name="state"),
    CheckConstraint("number > 0 AND leg > 0 AND version > 0", name="counted"),
    CheckConstraint(f"NOT ({AT_A_COUNTER}) OR (counter IS NOT NULL AND officer IS NOT NULL)", name="somebody_calls"),
    CheckConstraint("state <> 'waiting' OR (counter IS NULL AND officer IS NULL)", name="nobody_calls"),
    Index(
        "one_ticket_per_counter",
        "office",
        "counter",
        unique=True,
        sqlite_where=text(AT_A_COUNTER),
        postgresql_where=text(AT_A_COUNTER),
    ),
    Index(
        "one_ticket_per_officer",
        "office",
        "officer",
        unique=True,
        sqlite_where=text(AT_A_COUNTER),
        postgresql_where=text(AT_A_COUNTER),
    ),
    Index("ix_ticket_line", "office", "state", "day"),
)

journal = Table(
    "journal",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("day", Date, nullable=False),
    Column("move", String(16), nullable=False),
    Column("ticket", Integer),
    Column("leg", Integer),
    Column("from_state", String(12)),
    Column("to_state", String(12)),
    Column("counter", Integer),
    Column("actor", Integer),
    Column("reason", String(32)),
    Column("undoes", Integer),
    Column("facts", JSON, nullable=False),
    Column("suspect", Boolean, nullable=False),
    Column("hash", String(64), nullable=False),
    ForeignKeyConstraint(["office", "ticket"], ["ticket.office", "ticket.id"]),
    Index("ix_journal_day", "office", "day", "seq"),
    Index("ix_journal_ticket", "office", "ticket", "seq"),
)

note = Table(
    "note",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("text", Text),
    ForeignKeyConstraint(["office", "seq"], ["journal.office", "journal.seq"]),
)

seat = Table(
    "seat",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("counter", Integer, primary_key=True, autoincrement=False),
    Column("officer", Integer, nullable=False),
    Column("since", Moment, nullable=False),
    UniqueConstraint("office", "officer"),
    ForeignKeyConstraint(["office", "officer"], ["identity.office", "identity.id"]),
)

repeat = Table(
    "repeat",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("caller", String(40), primary_key=True),
    Column("route", String(40), primary_key=True),
    Column("key", String(200), primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("ticket", Integer),
    Column("at", Moment, nullable=False),
    ForeignKeyConstraint(["office", "ticket"], ["ticket.office", "ticket.id"]),
)

heard = Table(
    "heard",
    metadata,
    Column("office", String(64), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("shown_at", Moment),
    Column("sounded_at", Moment),
    ForeignKeyConstraint(["office", "seq"], ["journal.office", "journal.seq"]),
)

print_job = Table(
    "print_job",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(64), nullable=False),
    Column("ticket", Integer, nullable=False),
    Column("url", String(200), nullable=False),
    Column("copy", Boolean, nullable=False),
    Column("state", String(12), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("reason", String(32)),
    Column("paper_low", Boolean, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    ForeignKeyConstraint(["office", "ticket"], ["ticket.office", "ticket.id"]),
    CheckConstraint("state IN ('waiting', 'printing', 'printed', 'sent', 'unsure', 'failed')", name="state"),
    Index("ix_print_job_line", "office", "state", "id"),
)
