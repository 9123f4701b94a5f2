"""An operation as it came: its bytes, and what could be read of them."""

import re
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

import msgspec

from central.pointers import pointer_of
from protocol.operations import Operation, decode_operation
from protocol.problems import FieldProblem

UNREADABLE = "unreadable"
"""Type of the event of an operation that names none."""

DEEPEST = 32
"""How deep an operation's JSON may be nested: an event wraps it again and must stay readable for every desk."""

LAST_INSTANT = 1 << 53  # beyond it JSON numbers lose digits in other languages

_TYPE = re.compile(r"[\w.:-]{1,80}", re.ASCII)
_STRING = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"')
_BRACKET = re.compile(rb"[\[\]{}]")
# An odd backslash before u0000: PostgreSQL stores no NUL.
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


class Unnamed(ValueError):
    """An operation without a readable id: nobody could be told what became of it."""


class _Name(msgspec.Struct):
    op_id: UUID


@dataclass(frozen=True, slots=True)
class Received:
    """One operation of a batch; `operation` is None when `errors` say why it is none."""

    op_id: UUID
    raw: bytes
    digest: bytes  # SHA-256 of raw
    operation: Operation | None
    errors: tuple[FieldProblem, ...] = ()

    @property
    def kept(self) -> bytes | None:
        """The bytes as an event keeps them; None when they would make the event unreadable."""
        return self.raw if _is_one_line(self.raw) and _depth(self.raw) <= DEEPEST else None


def receive(raw: bytes) -> Received:
    """Read one operation.

    Raises Unnamed when not even its id can be read.
    """
    digest = sha256(raw).digest()
    try:
        operation = decode_operation(raw)
    except (msgspec.MsgspecError, RecursionError) as error:
        return Received(_id_of(raw), raw, digest, None, (FieldProblem(pointer_of(error), "invalid"),))
    errors = tuple(_errors(operation, raw))
    return Received(operation.op_id, raw, digest, None if errors else operation, errors)


def _errors(operation: Operation, raw: bytes) -> list[FieldProblem]:
    checks = {
        "": _is_one_line(raw) and _depth(raw) <= DEEPEST and _NUL.search(raw) is None,
        "/n": 1 <= operation.n < LAST_INSTANT,
        "/type": _TYPE.fullmatch(operation.type) is not None,
        "/v": 1 <= operation.v < 1 << 15,
        "/occurred_ms": 0 <= operation.occurred_ms < LAST_INSTANT,
        "/changes": len(operation.changes) > 0,
    }
    return [FieldProblem(pointer, "invalid") for pointer, holds in checks.items() if not holds]


def _id_of(raw: bytes) -> UUID:
    try:
        return msgspec.json.decode(raw, type=_Name).op_id
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Unnamed from error


def _is_one_line(raw: bytes) -> bool:
    """Tell whether the bytes hold no line break: a stream sends an event on one line."""
    return b"\n" not in raw and b"\r" not in raw


def _depth(raw: bytes) -> int:
    if raw.count(b"{") + raw.count(b"[") <= DEEPEST:
        return 0  # shallow for sure
    depth = deepest = 0
    for bracket in _BRACKET.findall(_STRING.sub(b"", raw)):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest
