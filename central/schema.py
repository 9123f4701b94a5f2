"""Tables of the centre; the same text on PostgreSQL and SQLite (protocol, At the centre)."""

from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Computed,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    Uuid,
    event,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData(
    naming_convention={
        "ix": "%(table_name)s_%(column_0_N_name)s",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ck": "%(table_name)s_%(constraint_name)s",
        "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
        "pk": "%(table_name)s_pkey",
    }
)

# INTEGER PRIMARY KEY is SQLite's own row id; any other type name would cost a second index.
_Sequence = BigInteger().with_variant(Integer(), "sqlite")
_Document = JSON().with_variant(JSONB(), "postgresql")
# Numbers are compared and searched by their beginning: byte order, whatever the database's language.
_Code = Text().with_variant(Text(collation="C"), "postgresql")


class DeviceState(StrEnum):
    """Whether a device may speak to the centre."""

    ACTIVE = "active"
    REVOKED = "revoked"


feed_head = Table(
    "feed_head",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),
    Column("epoch", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    Column("durable_seq", BigInteger, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)

log = Table(
    "event",
    metadata,
    Column("seq", _Sequence, primary_key=True, autoincrement=False),
    Column("chain", LargeBinary, nullable=False),
    Column("op_id", Uuid, nullable=False),
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("device_id", Uuid),
    Column("actor_id", Uuid),
    Column("occurred_ms", BigInteger, nullable=False),
    Column("recorded_ms", BigInteger, nullable=False),
    Column("op_hash", LargeBinary),  # SHA-256 of the operation as it was sent
    Column("body", Text, nullable=False),  # the very text that was hashed into the chain
)
IS_DECISION = text("kind IN ('applied', 'parked', 'rejected')")
Index("event_op", log.c.op_id, unique=True, postgresql_where=IS_DECISION, sqlite_where=IS_DECISION)
IS_REUSE = text("kind = 'system' AND op_hash IS NOT NULL")
Index("event_reuse", log.c.op_hash, postgresql_where=IS_REUSE, sqlite_where=IS_REUSE)

record = Table(
    "record",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("rev", BigInteger, nullable=False),  # seq of the last event that touched it
    Column("doc", _Document, nullable=False),
    Column("field_revs", _Document, nullable=False),
    Column("number", _Code, Computed("CASE WHEN kind = 'ticket' THEN doc ->> 'number' END", persisted=True)),
    Column(
        "phone",
        Text,
        Computed(
            "substr(CASE WHEN kind IN ('contact', 'ticket') THEN doc ->> 'phone'"
            " WHEN kind = 'phone' THEN doc ->> 'number' END, 1, 32)",
            persisted=True,
        ),
    ),
    Column(
        "assigned_ticket", Text, Computed("CASE WHEN kind = 'assignment' THEN doc ->> 'ticket_id' END", persisted=True)
    ),
)
Index("record_number", record.c.number, unique=True)
_HAS_PHONE = text("phone IS NOT NULL")
Index("record_phone", record.c.phone, postgresql_where=_HAS_PHONE, sqlite_where=_HAS_PHONE)
_IS_ASSIGNMENT = text("assigned_ticket IS NOT NULL")
Index("record_assigned_ticket", record.c.assigned_ticket, postgresql_where=_IS_ASSIGNMENT, sqlite_where=_IS_ASSIGNMENT)

parked = Table(
    "parked",
    metadata,
    Column("op_id", Uuid, primary_key=True),
    Column("seq", BigInteger, nullable=False),  # of its parked event
    Column("waits_kind", Text),  # None: waits for a centre that knows the operation's type
    Column("waits_id", Uuid),
)
Index("parked_waits", parked.c.waits_kind, parked.c.waits_id)

device = Table(
    "device",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("desk_id", Uuid, nullable=False),
    Column("token_hash", LargeBinary, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("enrolled_ms", BigInteger, nullable=False),
    Column("last_seen_ms", BigInteger),
    Column("last_n", BigInteger, nullable=False),  # highest counter among its operations
    Column("nonce", Uuid),  # of its last hello
    Column("hello", _Document),  # its last hello: the supervisor's view of the fleet
)

series = Table(
    "series",
    metadata,
    Column("code", Text, primary_key=True),
    Column("device_id", Uuid, ForeignKey(device.c.id), nullable=False, index=True),
    Column("state", Text, nullable=False),
    Column("leased_ms", BigInteger, nullable=False),
)

enrolment = Table(
    "enrolment",
    metadata,
    Column("code_hash", LargeBinary, primary_key=True),
    Column("desk_id", Uuid, nullable=False),
    Column("expires_ms", BigInteger, nullable=False),
    Column("used_ms", BigInteger),
)

account_secret = Table(
    "account_secret",
    metadata,
    Column("account_id", Uuid, primary_key=True),
    Column("login", Text, nullable=False, unique=True),  # folded
    Column("password_hash", Text, nullable=False),
    Column("is_active", Boolean, nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("account_id", Uuid, ForeignKey(account_secret.c.account_id), nullable=False, index=True),
    Column("device_id", Uuid, ForeignKey(device.c.id), nullable=False),
    Column("created_ms", BigInteger, nullable=False),
    Column("ended_ms", BigInteger),
)

sign_in_failure = Table(
    "sign_in_failure",
    metadata,
    Column("login", Text, primary_key=True),
    Column("device_id", Uuid, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("last_ms", BigInteger, nullable=False),
)

# Nobody changes the log or a record but the feed (central.feed.guard opens the gate inside its own transaction).
_POSTGRESQL_GATE = """
CREATE FUNCTION feed_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('centre.in_feed', true) IS DISTINCT FROM 'on' THEN
        RAISE EXCEPTION '% is changed by the feed only', TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$
"""
_POSTGRESQL_TRIGGER = """
CREATE TRIGGER {table}_feed_only BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION feed_only()
"""
_SQLITE_TRIGGER = """
CREATE TRIGGER {table}_{verb}_feed_only BEFORE {verb} ON {table} WHEN NOT centre_in_feed()
BEGIN SELECT RAISE(ABORT, '{table} is changed by the feed only'); END
"""


@event.listens_for(metadata, "after_create")
def _make_gates(_target: MetaData, connection: Connection, **_: Any) -> None:
    tables = (log.name, record.name)
    if connection.dialect.name == "postgresql":
        gates = [_POSTGRESQL_GATE, *(_POSTGRESQL_TRIGGER.format(table=table) for table in tables)]
    else:
        verbs = ("insert", "update", "delete")
        gates = [_SQLITE_TRIGGER.format(table=table, verb=verb) for table in tables for verb in verbs]
    for gate in gates:
        connection.execute(text(gate))
