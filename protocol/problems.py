"""Problems: what went wrong, as RFC 9457 bodies with stable types."""

from enum import StrEnum

import msgspec


class ProblemType(StrEnum):
    """Every problem a desk can be told; values never change."""

    UNAUTHORIZED = "unauthorized"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not-found"
    BODY_INVALID = "body-invalid"
    BATCH_TOO_LARGE = "batch-too-large"
    CURSOR_UNKNOWN = "cursor-unknown"
    DEVICE_FORKED = "device-forked"
    CODE_INVALID = "code-invalid"
    CREDENTIALS_INVALID = "credentials-invalid"
    OP_INVALID = "op-invalid"
    OP_FORBIDDEN = "op-forbidden"
    OP_ID_REUSED = "op-id-reused"
    OP_UNKNOWN_TYPE = "op-unknown-type"
    PARENT_UNKNOWN = "parent-unknown"
    OVERLOADED = "overloaded"
    INTERNAL = "internal"


class FieldProblem(msgspec.Struct, frozen=True):
    """What is wrong with one field; the pointer is RFC 6901."""

    pointer: str
    code: str


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """An RFC 9457 problem body."""

    type: ProblemType
    title: str
    detail: str = ""
    status: int = 0  # of HTTP; 0 where it speaks of one operation
    errors: tuple[FieldProblem, ...] = ()
