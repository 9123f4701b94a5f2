"""The log and its records; devices, number series, accounts and sessions."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
DOCUMENT = sa.JSON().with_variant(JSONB(), "postgresql")
CODE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

POSTGRESQL_GATE = """
CREATE FUNCTION feed_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('centre.in_feed', true) IS DISTINCT FROM 'on' THEN
        RAISE EXCEPTION '% is changed by the feed only', TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$
"""
POSTGRESQL_TRIGGER = """
CREATE TRIGGER {table}_feed_only BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION feed_only()
"""
SQLITE_TRIGGER = """
CREATE TRIGGER {table}_{verb}_feed_only BEFORE {verb} ON {table} WHEN NOT centre_in_feed()
BEGIN SELECT RAISE(ABORT, '{table} is changed by the feed only'); END
"""


def upgrade() -> None:
    """Make every table, the first head and the gates."""
    _feed()
    _devices()
    _accounts()
    _gates()


def _feed() -> None:
    head = op.create_table(
        "feed_head",
        sa.Column("id", sa.SmallInteger, autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("chain", sa.LargeBinary, nullable=False),
        sa.Column("durable_seq", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="feed_head_pkey"),
        sa.CheckConstraint("id = 1", name=op.f("feed_head_one_row")),
    )
    op.bulk_insert(head, [{"id": 1, "epoch": 1, "seq": 0, "chain": bytes(16), "durable_seq": 0}])
    op.create_table(
        "event",
        sa.Column("seq", SEQUENCE, autoincrement=False, nullable=False),
        sa.Column("chain", sa.LargeBinary, nullable=False),
        sa.Column("op_id", sa.Uuid, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("device_id", sa.Uuid),
        sa.Column("actor_id", sa.Uuid),
        sa.Column("occurred_ms", sa.BigInteger, nullable=False),
        sa.Column("recorded_ms", sa.BigInteger, nullable=False),
        sa.Column("op_hash", sa.LargeBinary),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="event_pkey"),
    )
    _index("event_op", "event", "op_id", "kind IN ('applied', 'parked', 'rejected')", unique=True)
    _index("event_reuse", "event", "op_hash", "kind = 'system' AND op_hash IS NOT NULL")
    op.create_table(
        "record",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("rev", sa.BigInteger, nullable=False),
        sa.Column("doc", DOCUMENT, nullable=False),
        sa.Column("field_revs", DOCUMENT, nullable=False),
        sa.Column("number", CODE, sa.Computed("CASE WHEN kind = 'ticket' THEN doc ->> 'number' END", persisted=True)),
        sa.Column(
            "phone",
            sa.Text,
            sa.Computed(
                "substr(CASE WHEN kind IN ('contact', 'ticket') THEN doc ->> 'phone'"
                " WHEN kind = 'phone' THEN doc ->> 'number' END, 1, 32)",
                persisted=True,
            ),
        ),
        sa.Column(
            "assigned_ticket",
            sa.Text,
            sa.Computed("CASE WHEN kind = 'assignment' THEN doc ->> 'ticket_id' END", persisted=True),
        ),
        sa.PrimaryKeyConstraint("kind", "id", name="record_pkey"),
    )
    op.create_index("record_number", "record", ["number"], unique=True)
    _index("record_phone", "record", "phone", "phone IS NOT NULL")
    _index("record_assigned_ticket", "record", "assigned_ticket", "assigned_ticket IS NOT NULL")
    op.create_table(
        "parked",
        sa.Column("op_id", sa.Uuid, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("waits_kind", sa.Text),
        sa.Column("waits_id", sa.Uuid),
        sa.PrimaryKeyConstraint("op_id", name="parked_pkey"),
    )
    op.create_index("parked_waits", "parked", ["waits_kind", "waits_id"])


def _devices() -> None:
    op.create_table(
        "device",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("desk_id", sa.Uuid, nullable=False),
        sa.Column("token_hash", sa.LargeBinary, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("enrolled_ms", sa.BigInteger, nullable=False),
        sa.Column("last_seen_ms", sa.BigInteger),
        sa.Column("last_n", sa.BigInteger, nullable=False),
        sa.Column("nonce", sa.Uuid),
        sa.Column("hello", DOCUMENT),
        sa.PrimaryKeyConstraint("id", name="device_pkey"),
    )
    op.create_table(
        "series",
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("device_id", sa.Uuid, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("leased_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("code", name="series_pkey"),
        sa.ForeignKeyConstraint(["device_id"], ["device.id"], name="series_device_id_fkey"),
    )
    op.create_index("series_device_id", "series", ["device_id"])
    op.create_table(
        "enrolment",
        sa.Column("code_hash", sa.LargeBinary, nullable=False),
        sa.Column("desk_id", sa.Uuid, nullable=False),
        sa.Column("expires_ms", sa.BigInteger, nullable=False),
        sa.Column("used_ms", sa.BigInteger),
        sa.PrimaryKeyConstraint("code_hash", name="enrolment_pkey"),
    )


def _accounts() -> None:
    op.create_table(
        "account_secret",
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("password_hash", sa.Text, nullable=False),
        sa.Column("is_active", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="account_secret_pkey"),
        sa.UniqueConstraint("login", name="account_secret_login_key"),
    )
    op.create_table(
        "session",
        sa.Column("id", sa.Uuid, nullable=False),
        sa.Column("account_id", sa.Uuid, nullable=False),
        sa.Column("device_id", sa.Uuid, nullable=False),
        sa.Column("created_ms", sa.BigInteger, nullable=False),
        sa.Column("ended_ms", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="session_pkey"),
        sa.ForeignKeyConstraint(["account_id"], ["account_secret.account_id"], name="session_account_id_fkey"),
        sa.ForeignKeyConstraint(["device_id"], ["device.id"], name="session_device_id_fkey"),
    )
    op.create_index("session_account_id", "session", ["account_id"])
    op.create_table(
        "sign_in_failure",
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("device_id", sa.Uuid, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("last_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("login", "device_id", name="sign_in_failure_pkey"),
    )


def _gates() -> None:
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    if on_postgresql:
        op.execute(POSTGRESQL_GATE)
    for table in ("event", "record"):
        if on_postgresql:
            op.execute(POSTGRESQL_TRIGGER.format(table=table))
            continue
        for verb in ("insert", "update", "delete"):
            op.execute(SQLITE_TRIGGER.format(table=table, verb=verb))


def _index(name: str, table: str, column: str, where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, table, [column], unique=unique, postgresql_where=condition, sqlite_where=condition)
