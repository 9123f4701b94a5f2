"""An intake as it is kept on the disk while it is typed."""

from uuid import UUID

import msgspec

VERSION = 1


class CallerDraft(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who calls."""

    phone: str = ""
    call_id: str | None = None
    name: str = ""
    applicant_id: UUID | None = None
    applicant_name: str = ""  # as the person chosen is known
    applicant_address: str = ""
    caution: str = ""


class AddressDraft(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where the problem is."""

    line: str = ""
    street_id: UUID | None = None  # picked from the offers
    parts: dict[str, str] = {}  # what was typed into the small fields, by their names; it wins over the line


class CategoryDraft(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the problem is."""

    typed: str = ""
    category_id: UUID | None = None


class ExecutorDraft(msgspec.Struct, frozen=True, omit_defaults=True):
    """Whom the operator chose against the rules, and why."""

    executor_id: UUID | None = None
    reason: str = ""


class DetailsDraft(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the caller says."""

    text: str = ""
    place: str = ""
    hazard: str = ""
    access: str = ""


class Cursor(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where the operator was typing."""

    field: str = ""
    position: int = 0


class IntakeDraft(msgspec.Struct, frozen=True):
    """Everything typed into one intake form."""

    version: int = VERSION
    caller: CallerDraft = CallerDraft()
    address: AddressDraft = AddressDraft()
    category: CategoryDraft = CategoryDraft()
    executor: ExecutorDraft = ExecutorDraft()
    details: DetailsDraft = DetailsDraft()
    cursor: Cursor = Cursor()


def written(draft: IntakeDraft) -> str:
    """Return a draft as text."""
    return msgspec.json.encode(draft).decode()


def read(body: str) -> IntakeDraft:
    """Return the draft of a text.

    Raises DraftUnreadable when another build wrote it in a form that is not known here.
    """
    try:
        draft = msgspec.json.decode(body, type=IntakeDraft)
    except msgspec.MsgspecError as error:
        raise DraftUnreadable(str(error)) from error
    if draft.version != VERSION:
        raise DraftUnreadable(f"version {draft.version}")
    return draft


class DraftUnreadable(ValueError):
    """A saved draft is of another form; it stays on the disk."""
