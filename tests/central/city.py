"""A city of a few records, enough for a ticket to live in."""

from protocol.ids import reference_id
from protocol.records import Category, Move, Organisation, Record
from protocol.vocabulary import Resolution, Result, Role, State

LAMP = Category(
    id=reference_id("category", "LIGHT.LAMP"),
    code="LIGHT.LAMP",
    name_uk="Не горить ліхтар",
    name_en="Street lamp out",
    executor_kind="light",
    deadline_hours=72,
)
CITY_LIGHT = Organisation(id=reference_id("organisation", "LIGHT"), code="LIGHT", name="Міськсвітло", kind="light")
CITY_POWER = Organisation(id=reference_id("organisation", "POWER"), code="POWER", name="Обленерго", kind="power")

_DESK = (Role.OPERATOR, Role.SUPERVISOR)


def _move(
    code: str,
    before: State,
    after: State,
    result: Result,
    *,
    resolution: Resolution | None = None,
    counts_rework: bool = False,
    roles: tuple[Role, ...] = _DESK,
) -> Move:
    return Move(
        id=reference_id("move", code),
        code=code,
        position=1,
        label_uk=code,
        label_en=code,
        from_state=before,
        to_state=after,
        result=result,
        resolution=resolution,
        roles=roles,
        counts_rework=counts_rework,
    )


MOVES = (
    _move("start", State.REGISTERED, State.IN_WORK, Result.AWAITING),
    _move("check", State.IN_WORK, State.ON_CHECK, Result.DONE),
    _move("close", State.ON_CHECK, State.CLOSED, Result.DONE, resolution=Resolution.CONFIRMED_BY_APPLICANT),
    _move("rework", State.ON_CHECK, State.REWORK, Result.RETURNED, counts_rework=True),
    _move("cancel", State.REGISTERED, State.CLOSED, Result.CANCELLED),
    _move("reopen", State.CLOSED, State.REWORK, Result.RETURNED, counts_rework=True, roles=(Role.SUPERVISOR,)),
)

RECORDS: tuple[Record, ...] = (LAMP, CITY_LIGHT, CITY_POWER, *MOVES)
