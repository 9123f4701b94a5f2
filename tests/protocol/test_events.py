"""The log is chained: an event cannot be changed, moved or dropped unseen."""

from hashlib import sha256
from uuid import UUID

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from protocol.events import (
    FIRST_CHAIN,
    Event,
    EventBody,
    EventKind,
    RecordSet,
    decode_body,
    encode_body,
    is_next,
    next_chain,
)
from protocol.operations import Operation, encode_operation
from protocol.problems import FieldProblem, Problem, ProblemType
from protocol.wire import ChangesPage

OP_ID = UUID("0193a1b2-0000-7000-8000-000000000001")

sequences = st.integers(1, 2**63 - 1)
chains = st.binary(min_size=16, max_size=16)
kinds = st.sampled_from(EventKind)
operations = st.builds(
    Operation,
    op_id=st.uuids(),
    n=st.integers(1, 10),
    type=st.just("note.add"),
    actor=st.uuids(),
    occurred_ms=st.integers(0, 2**45),
    hlc=st.text(),
    changes=st.just(()),
)
record_sets = st.builds(
    RecordSet,
    record=st.sampled_from(["ticket", "note"]),
    id=st.uuids(),
    set=st.dictionaries(st.text(max_size=5), st.none() | st.text() | st.integers(-(2**53), 2**53), max_size=3),
)
problems = st.builds(
    Problem,
    type=st.sampled_from(ProblemType),
    title=st.text(),
    errors=st.lists(st.builds(FieldProblem, pointer=st.text(), code=st.text()), max_size=2).map(tuple),
)
bodies = st.builds(
    EventBody,
    type=st.just("note.add"),
    actor=st.none() | st.uuids(),
    device=st.none() | st.uuids(),
    n=st.none() | st.integers(1, 10),
    occurred_ms=st.integers(0, 2**45),
    recorded_ms=st.integers(0, 2**45),
    sets=st.lists(record_sets, max_size=2).map(tuple),
    problem=st.none() | problems,
    op=operations.map(lambda operation: msgspec.Raw(encode_operation(operation))),
)


def event(previous: bytes, seq: int, kind: EventKind, op_id: UUID, body: bytes) -> Event:
    return Event(seq, next_chain(previous, seq, kind, op_id, body).hex(), kind, op_id, msgspec.Raw(body))


def log(written: list[tuple[EventKind, UUID, bytes]]) -> list[Event]:
    """Return a chained log of these events, from seq 1."""
    chain, linked = FIRST_CHAIN, []
    for seq, (kind, op_id, body) in enumerate(written, start=1):
        linked.append(event(chain, seq, kind, op_id, body))
        chain = bytes.fromhex(linked[-1].chain)
    return linked


def is_whole(linked: list[Event]) -> bool:
    """Tell whether each event follows the one before it."""
    before = [FIRST_CHAIN, *(bytes.fromhex(each.chain) for each in linked)]
    return all(is_next(previous, each) for previous, each in zip(before, linked, strict=False))


def over_the_wire(linked: list[Event]) -> list[Event]:
    """Return the events as a desk reads them from a page."""
    page = ChangesPage(start="", next="", head=len(linked), durable_seq=0, more=False, events=tuple(linked))
    return list(msgspec.json.decode(msgspec.json.encode(page), type=ChangesPage).events)


@given(st.lists(st.tuples(kinds, st.uuids(), bodies.map(encode_body)), max_size=4))
def test_the_log_survives_the_page_byte_for_byte(written: list[tuple[EventKind, UUID, bytes]]) -> None:
    received = over_the_wire(log(written))
    assert [bytes(each.body) for each in received] == [body for _, _, body in written]
    assert is_whole(received)


@given(bodies)
def test_what_an_event_says_survives_the_page(body: EventBody) -> None:
    (received,) = over_the_wire(log([(EventKind.APPLIED, OP_ID, encode_body(body))]))
    assert decode_body(received) == body


@given(operations)
def test_an_event_carries_the_operation_as_it_was_sent(operation: Operation) -> None:
    sent = encode_operation(operation)
    body = encode_body(EventBody(type="note.add", occurred_ms=1, recorded_ms=2, op=msgspec.Raw(sent)))
    (received,) = over_the_wire(log([(EventKind.APPLIED, operation.op_id, body)]))
    assert bytes(decode_body(received).op) == sent


@given(chains, sequences, kinds, st.uuids(), st.binary())
def test_the_chain_value_is_that_of_the_protocol(
    previous: bytes, seq: int, kind: EventKind, op_id: UUID, body: bytes
) -> None:
    linked = b"".join([previous, seq.to_bytes(8, "big"), kind.value.encode(), b"\x00", op_id.bytes])
    assert next_chain(previous, seq, kind, op_id, body) == sha256(linked + sha256(body).digest()).digest()[:16]


@given(chains, chains, sequences, kinds, st.uuids(), bodies.map(encode_body))
def test_an_event_follows_only_the_one_it_was_chained_to(
    previous: bytes, other: bytes, seq: int, kind: EventKind, op_id: UUID, body: bytes
) -> None:
    assert is_next(other, event(previous, seq, kind, op_id, body)) is (other == previous)


@given(chains, sequences, sequences, kinds, kinds, st.uuids(), st.uuids())
def test_another_seq_kind_or_operation_breaks_the_chain(
    previous: bytes,
    seq: int,
    other_seq: int,
    kind: EventKind,
    other_kind: EventKind,
    op_id: UUID,
    other_op_id: UUID,
) -> None:
    linked = event(previous, seq, kind, op_id, b"{}")
    assert is_next(previous, linked)
    assert is_next(previous, msgspec.structs.replace(linked, seq=other_seq)) is (other_seq == seq)
    assert is_next(previous, msgspec.structs.replace(linked, kind=other_kind)) is (other_kind == kind)
    assert is_next(previous, msgspec.structs.replace(linked, op_id=other_op_id)) is (other_op_id == op_id)


@given(chains, sequences, kinds, st.uuids(), bodies.map(encode_body), st.data())
def test_one_changed_byte_of_the_body_breaks_the_chain(
    previous: bytes, seq: int, kind: EventKind, op_id: UUID, body: bytes, data: st.DataObject
) -> None:
    linked = event(previous, seq, kind, op_id, body)
    place = data.draw(st.integers(0, len(body) - 1))
    changed = bytearray(body)
    changed[place] ^= data.draw(st.integers(1, 255))
    assert not is_next(previous, msgspec.structs.replace(linked, body=msgspec.Raw(bytes(changed))))


@given(st.lists(st.tuples(kinds, st.uuids(), bodies.map(encode_body)), min_size=2, max_size=4), st.data())
def test_a_dropped_or_swapped_event_breaks_the_chain(
    written: list[tuple[EventKind, UUID, bytes]], data: st.DataObject
) -> None:
    linked = log(written)
    place = data.draw(st.integers(0, len(linked) - 2))
    assert not is_whole(linked[:place] + linked[place + 1 :])
    assert not is_whole([*linked[:place], linked[place + 1], linked[place], *linked[place + 2 :]])
