"""Operations that are not what they should be: each is refused by itself, and the log stays readable."""

import json

import msgspec
import pytest

from central.feed.received import DEEPEST
from protocol.events import EventKind, decode_body
from protocol.operations import OperationType, encode_operation
from protocol.wire import OperationStatus
from tests.central.wire_desk import WireDesk, problem_of

NOTE = OperationType.NOTE_ADD


def spoiled(desk: WireDesk, **parts: object) -> bytes:
    """Return a note's operation with some of its parts replaced."""
    operation = desk.operation(NOTE, [desk.note(desk.register())])
    return msgspec.json.encode(msgspec.json.decode(encode_operation(operation)) | parts)


def deep(levels: int) -> object:
    """Return lists in lists."""
    value: object = 0
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("parts", "pointer"),
    [
        ({"n": 0}, "/n"),
        ({"n": 2**63}, "/n"),
        ({"occurred_ms": -1}, "/occurred_ms"),
        ({"occurred_ms": 10**30}, "/occurred_ms"),
        ({"v": 10**30}, "/v"),
        ({"type": "note add"}, "/type"),
        ({"type": "x" * 81}, "/type"),
        ({"changes": []}, "/changes"),
        ({"changes": 5}, "/changes"),
        ({"actor": "nobody"}, "/actor"),
        ({"hlc": None}, "/hlc"),
    ],
)
def test_a_part_out_of_bounds_is_pointed_at(desk: WireDesk, parts: dict[str, object], pointer: str) -> None:
    raw = spoiled(desk, **parts)
    result = desk.push_raw(raw).results[0]
    assert result.status is OperationStatus.REJECTED
    assert result.problem is not None
    assert [error.pointer for error in result.problem.errors] == [pointer]
    event = desk.pull()[-1]
    assert event.kind is EventKind.REJECTED
    assert bytes(decode_body(event).op) == raw


@pytest.mark.parametrize(
    "text", ["з нулем \0 всередині", "\\u0000 написано літерами", 2**70, 1e300, None, True, {"a": 1}, "x" * 70_000]
)
def test_whatever_stands_in_a_field_the_next_operation_goes_on(desk: WireDesk, text: object) -> None:
    ticket_id = desk.register()
    note = desk.note(ticket_id)
    change = msgspec.to_builtins(msgspec.structs.replace(note, set={}))
    change["set"] = note.set | {"text": text}
    operation = msgspec.json.decode(encode_operation(desk.operation(NOTE, [note])))
    good = desk.operation(NOTE, [desk.note(ticket_id, "Далі")])
    raw = _json(operation | {"changes": [change]})
    first, second = desk.push_raw(raw, encode_operation(good)).results
    is_text = isinstance(text, str) and "\0" not in text
    assert first.status is (OperationStatus.APPLIED if is_text else OperationStatus.REJECTED)
    assert second.status is OperationStatus.APPLIED
    desk.pull()


@pytest.mark.parametrize("levels", [DEEPEST + 1, 500])
def test_what_no_desk_could_read_is_refused_and_not_kept(desk: WireDesk, levels: int) -> None:
    result = desk.push_raw(spoiled(desk, type="note.deep", changes=deep(levels))).results[0]
    assert result.status is OperationStatus.REJECTED
    assert bytes(decode_body(desk.pull()[-1]).op) == b"null"


def test_an_operation_on_several_lines_is_refused_and_not_kept(desk: WireDesk) -> None:
    raw = msgspec.json.format(spoiled(desk), indent=2)
    body = desk.batch([b"{}"]).replace(b"[{}]", b"[" + raw + b"]")
    result = msgspec.json.decode(desk.post("ops", body).content)["results"][0]
    assert result["status"] == "rejected"
    assert bytes(decode_body(desk.pull()[-1]).op) == b"null"


def test_an_operation_nobody_can_name_fails_its_batch(desk: WireDesk) -> None:
    response = desk.post("ops", desk.batch([b'{"op_id": "?"}']))
    assert response.status_code == 400
    assert problem_of(response).errors[0].pointer == "/ops/0/op_id"


def test_brackets_inside_a_text_are_no_nesting(desk: WireDesk) -> None:
    assert desk.do(NOTE, desk.note(desk.register(), "[{(" * 100 + '\\"[')).status is OperationStatus.APPLIED


def _json(value: object) -> bytes:
    """Encode also numbers no sane program writes."""
    return json.dumps(value, ensure_ascii=False).encode()
