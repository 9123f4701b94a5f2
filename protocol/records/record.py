"""What all records share: an id, a kind name, typed fields, and references to other records."""

from functools import cache
from typing import Annotated, Any, NamedTuple, TypeAlias, get_args, get_origin, get_type_hints
from uuid import UUID

import msgspec

# A JSON value as it stands in an operation or an event.
FieldValue: TypeAlias = Any


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One thing the centre knows, named for ever by its id."""

    id: UUID


class Reference(NamedTuple):
    """A field that holds the id of another record."""

    field: str
    kind: str


def refers_to(kind: str) -> msgspec.Meta:
    """Mark an id field as naming a record of that kind."""
    return msgspec.Meta(extra={"refers_to": kind})


AccountId = Annotated[UUID, refers_to("account")]
ApplicantId = Annotated[UUID, refers_to("applicant")]
AssignmentId = Annotated[UUID, refers_to("assignment")]
CategoryId = Annotated[UUID, refers_to("category")]
ContactId = Annotated[UUID, refers_to("contact")]
DeskId = Annotated[UUID, refers_to("desk")]
HouseId = Annotated[UUID, refers_to("house")]
OrganisationId = Annotated[UUID, refers_to("organisation")]
StreetId = Annotated[UUID, refers_to("street")]
TicketId = Annotated[UUID, refers_to("ticket")]


def kind_of(record: type[Record]) -> str:
    """Return the kind name of a record class: its class name in lower case."""
    return record.__name__.lower()


@cache
def fields_of(record: type[Record]) -> dict[str, Any]:
    """Return the fields of a record class but its id, each with the type it decodes to."""
    hints = get_type_hints(record, include_extras=True)
    return {name: hints[name] for name in record.__struct_fields__ if name != "id"}


@cache
def references(record: type[Record]) -> tuple[Reference, ...]:
    """Return the fields of a record class that name other records."""
    return tuple(
        Reference(name, kind) for name, hint in fields_of(record).items() if (kind := _referred_kind(hint)) is not None
    )


def _referred_kind(hint: Any) -> str | None:
    if get_origin(hint) is Annotated:
        for part in get_args(hint)[1:]:
            if isinstance(part, msgspec.Meta) and part.extra is not None and "refers_to" in part.extra:
                return str(part.extra["refers_to"])
    for part in get_args(hint):
        if (kind := _referred_kind(part)) is not None:
            return kind
    return None
