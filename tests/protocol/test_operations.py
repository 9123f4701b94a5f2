"""An operation keeps its bytes on the whole way up to the centre."""

import json
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.operations import Base, Change, Operation, OperationType, decode_operation, encode_operation
from protocol.records import FieldValue
from protocol.wire import OpsRequest

OP_ID = UUID("0193a1b2-0000-7000-8000-000000000001")
ACTOR = UUID("0193a1b2-0000-7000-8000-000000000002")

field_values: st.SearchStrategy[FieldValue] = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text() | st.lists(st.text(), max_size=3)
)
names = st.text("abcdefghijklmnopqrstuvwxyz_", min_size=1, max_size=12)
revisions = st.integers(0, 2**53)
bases = st.builds(
    Base,
    rev=revisions,
    fields=st.dictionaries(names, revisions, max_size=3),
    after=st.dictionaries(names, st.uuids(), max_size=3),
)
changes = st.builds(
    Change,
    record=names,
    id=st.uuids(),
    set=st.dictionaries(names, field_values, max_size=4),
    base=st.none() | bases,
)
operations = st.builds(
    Operation,
    op_id=st.uuids(),
    n=st.integers(1, 2**53),
    type=st.sampled_from(list(OperationType)).map(str) | names,
    v=st.integers(1, 9),
    actor=st.uuids(),
    session=st.none() | st.uuids(),
    occurred_ms=st.integers(0, 2**45),
    clock_off_ms=st.integers(-(2**40), 2**40),
    hlc=st.text(),
    changes=st.lists(changes, max_size=3).map(tuple),
)


def sent_and_received(*bodies: bytes) -> list[bytes]:
    """Return the operations as the centre reads them from one batch."""
    request = OpsRequest(device_id=OP_ID, batch=OP_ID, ops=tuple(msgspec.Raw(body) for body in bodies))
    received = msgspec.json.decode(msgspec.json.encode(request), type=OpsRequest)
    return [bytes(operation) for operation in received.ops]


@given(operations)
def test_an_operation_survives_its_bytes(operation: Operation) -> None:
    assert decode_operation(encode_operation(operation)) == operation


@given(operations)
def test_an_operation_survives_storage_as_text(operation: Operation) -> None:
    assert decode_operation(encode_operation(operation).decode()) == operation


@given(st.lists(operations, max_size=3))
def test_the_bytes_of_an_operation_survive_the_batch(batch: list[Operation]) -> None:
    bodies = [encode_operation(operation) for operation in batch]
    assert sent_and_received(*bodies) == bodies


@given(operations, st.sampled_from([None, 2]), st.booleans())
def test_bytes_another_program_wrote_survive_the_batch_too(
    operation: Operation, indent: int | None, ascii_only: bool
) -> None:
    fields = json.loads(encode_operation(operation))
    body = json.dumps(dict(reversed(fields.items())), indent=indent, ensure_ascii=ascii_only).encode()
    assert sent_and_received(body) == [body]
    assert decode_operation(body) == operation


def test_an_operation_of_an_unknown_type_is_read() -> None:
    body = {
        "op_id": str(OP_ID),
        "n": 7,
        "type": "incident.declare",
        "v": 3,
        "actor": str(ACTOR),
        "occurred_ms": 1,
        "hlc": "",
        "changes": [{"record": "incident", "id": str(OP_ID), "set": {"houses": ["47", "49А"]}, "since": "2.0"}],
        "mood": "calm",
    }
    operation = decode_operation(json.dumps(body))
    assert (operation.type, operation.v) == ("incident.declare", 3)
    assert operation.changes == (Change(record="incident", id=OP_ID, set={"houses": ["47", "49А"]}),)


def test_a_change_without_a_base_makes_a_new_record() -> None:
    change = msgspec.json.decode(b'{"record":"note","id":"%s","set":{}}' % str(OP_ID).encode(), type=Change)
    assert change.base is None


@pytest.mark.parametrize("missing", ["op_id", "n", "type", "actor", "occurred_ms", "hlc", "changes"])
def test_bytes_that_lack_a_needed_field_are_no_operation(missing: str) -> None:
    whole = Operation(op_id=OP_ID, n=1, type="note.add", actor=ACTOR, occurred_ms=1, hlc="", changes=())
    fields = json.loads(encode_operation(whole))
    del fields[missing]
    with pytest.raises(msgspec.ValidationError):
        decode_operation(json.dumps(fields))
