"""The ordering function and the gate around it."""

from uuid import uuid4

import pytest
from sqlalchemy import Executable, delete, insert, select, update
from sqlalchemy.exc import DBAPIError

from central.database import Database
from central.feed.draft import Draft
from central.feed.head import read_head
from central.feed.writing import append
from central.importing import import_records
from central.schema import log, record
from protocol.events import FIRST_CHAIN, EventKind, RecordSet, next_chain
from tests.central.centre import RunningCentre
from tests.central.city import LAMP
from tests.central.wire_desk import WireDesk


def drafts(count: int, **values: object) -> list[Draft]:
    """Return so many drafts that each make a desk."""
    return [
        Draft(
            kind=EventKind.SYSTEM,
            op_id=uuid4(),
            type="desk.add",
            occurred_ms=1,
            sets=(RecordSet("desk", uuid4(), {"name": f"Місце {number}"} | values),),
        )
        for number in range(count)
    ]


def test_drafts_follow_each_other_without_a_gap(centre: RunningCentre) -> None:
    first = centre.database.transact(lambda connection: append(connection, drafts(3), 10))
    second = centre.database.transact(lambda connection: append(connection, drafts(2), 20))
    assert (second.first, second.last) == (first.last + 1, first.last + 2)
    with centre.database.read() as connection:
        assert read_head(connection) == second.head


def test_nothing_appended_moves_nothing(centre: RunningCentre) -> None:
    with centre.database.read() as connection:
        before = read_head(connection)
    assert centre.database.transact(lambda connection: append(connection, [], 10)).head == before


def test_each_event_is_chained_to_the_one_before(centre: RunningCentre) -> None:
    centre.database.transact(lambda connection: append(connection, drafts(5), 10))
    with centre.database.read() as connection:
        rows = connection.execute(select(log).order_by(log.c.seq)).all()
    chain = FIRST_CHAIN
    for seq, row in enumerate(rows, 1):
        chain = next_chain(chain, seq, EventKind(row.kind), row.op_id, row.body.encode())
        assert (row.seq, row.chain) == (seq, chain)


def test_a_transaction_that_fails_leaves_no_trace(centre: RunningCentre) -> None:
    made = drafts(1)

    def failing() -> None:
        with centre.database.write() as connection:
            append(connection, made, 10)
            raise ZeroDivisionError

    with centre.database.read() as connection:
        before = read_head(connection)
    with pytest.raises(ZeroDivisionError):
        failing()
    with centre.database.read() as connection:
        assert read_head(connection) == before
        assert connection.execute(select(record).where(record.c.id == made[0].sets[0].id)).first() is None


def test_later_drafts_change_what_earlier_ones_made(centre: RunningCentre) -> None:
    (made,) = drafts(1, extension="1")
    change = RecordSet("desk", made.sets[0].id, {"extension": "2"})
    later = Draft(kind=EventKind.SYSTEM, op_id=uuid4(), type="desk.edit", occurred_ms=5, sets=(change,))
    appended = centre.database.transact(lambda connection: append(connection, [made, later], 10))
    with centre.database.read() as connection:
        row = connection.execute(select(record).where(record.c.id == change.id)).one()
    assert (row.rev, row.doc) == (appended.last, {"name": "Місце 0", "extension": "2"})
    assert row.field_revs == {
        "": [appended.first, 1, str(made.op_id)],
        "extension": [appended.last, 5, str(later.op_id)],
    }


@pytest.mark.parametrize(
    "statement",
    [
        insert(record).values(kind="desk", id=uuid4(), rev=1, doc={}, field_revs={}),
        update(record).values(rev=0),
        delete(record),
        update(log).values(type="forged"),
        delete(log),
    ],
)
def test_nobody_changes_log_or_records_but_the_feed(centre: RunningCentre, statement: Executable) -> None:
    centre.database.transact(lambda connection: append(connection, drafts(1), 10))
    with pytest.raises(DBAPIError, match="changed by the feed only"):
        centre.database.transact(lambda connection: connection.execute(statement))


def test_the_gate_is_shut_again_after_the_feed(centre: RunningCentre) -> None:
    def append_and_meddle(database: Database) -> None:
        with database.write() as connection:
            append(connection, drafts(1), 10)
            connection.execute(delete(record))

    with pytest.raises(DBAPIError, match="changed by the feed only"):
        append_and_meddle(centre.database)


def test_an_import_tells_only_what_differs(centre: RunningCentre, desk: WireDesk) -> None:
    assert import_records(centre.database, [LAMP], centre.clock) == 0
    changed = type(LAMP)(**{name: getattr(LAMP, name) for name in LAMP.__struct_fields__} | {"deadline_hours": 48})
    desk.pull()
    assert import_records(centre.database, [changed], centre.clock) == 1
    (event,) = desk.pull()
    assert event.kind is EventKind.SYSTEM
    assert desk.body_of(event.op_id).sets == (RecordSet("category", LAMP.id, {"deadline_hours": 48}),)
    import_records(centre.database, [LAMP], centre.clock)
