"""Two executors for one ticket: the supervisor is told, and one assignment stays the main one."""

from uuid import UUID

from sqlalchemy import bindparam, select

from central.feed.making import Making
from central.feed.merge import Outcome
from central.feed.slate import Document
from central.feed.validation import value_in
from central.schema import record


def settle_main(making: Making, ticket_id: UUID, outcome: Outcome) -> None:
    """Leave a ticket one main assignment after its executor was set by two who did not know of each other."""
    if outcome is Outcome.WON:
        found = making.slate.connection.execute(_ASSIGNMENTS, {"ticket_id": str(ticket_id)}).scalars()
        making.slate.load((("assignment", assignment_id) for assignment_id in found), lock=True)
        mains = [row.id for row in making.slate.held("assignment") if _is_main(row.doc, ticket_id)]
    else:
        made = making.created("assignment")
        mains = [assignment_id for assignment_id, doc in made.items() if _is_main(doc, ticket_id)]
    for assignment_id in mains:
        making.put(("assignment", assignment_id), {"is_main": False})


_ASSIGNMENTS = select(record.c.id).where(record.c.assigned_ticket == bindparam("ticket_id"))


def _is_main(doc: Document, ticket_id: UUID) -> bool:
    is_main: bool = value_in("assignment", doc, "is_main")
    return doc["ticket_id"] == str(ticket_id) and is_main
