"""The made-up people and desks of the sample centre, and who is on duty when."""

from typing import NamedTuple

from central.sample.dice import Dice
from protocol.ids import reference_id
from protocol.records import Account, Desk
from protocol.times import DAY, HOUR, Instant
from protocol.vocabulary import Role

_OPERATORS = ("Їжакевич О.", "Бойко І.", "Ґудзь М.", "Єременко Т.", "Щербак Л.")
_NIGHT_BEGINS, _NIGHT_ENDS = 19, 5  # UTC: about ten in the evening to eight in the morning
_AT_NIGHT = 2  # operators


def _account(login: str, name: str, role: Role, operator_code: str = "") -> Account:
    return Account(id=reference_id("account", login), login=login, name=name, role=role, operator_code=operator_code)


OPERATORS = tuple(
    _account(f"operator{place}", name, Role.OPERATOR, f"О-{place:02d}") for place, name in enumerate(_OPERATORS, 1)
)
SUPERVISOR = _account("supervisor", "Коваль Я.", Role.SUPERVISOR, "С-01")
HEAD = _account("head", "Лисенко Н.", Role.HEAD)
ADMINISTRATOR = _account("administrator", "Мороз В.", Role.ADMINISTRATOR)

ACCOUNTS = (*OPERATORS, SUPERVISOR, HEAD, ADMINISTRATOR)
"""All accounts of the sample; they have no passwords until the centre gives them some."""

DESKS = tuple(
    Desk(id=reference_id("desk", f"sample-{place}"), name=f"Зразкове місце {place}", extension=str(100 + place))
    for place in range(1, len(OPERATORS) + 1)
)
"""The desks the sample's calls were taken at, one for each operator; no device is enrolled at them."""


class OnDuty(NamedTuple):
    """Who takes a call, and where."""

    operator: Account
    desk: Desk
    place: int  # of the desk, from 0


def on_duty(at: Instant, dice: Dice) -> OnDuty:
    """Return one of those at work: all by day, two in turns by night."""
    day, hour = at // DAY, at % DAY // HOUR
    if _NIGHT_ENDS <= hour < _NIGHT_BEGINS:
        place = dice.between(0, len(OPERATORS) - 1)
    else:
        place = (day + dice.between(0, _AT_NIGHT - 1)) % len(OPERATORS)
    return OnDuty(OPERATORS[place], DESKS[place], place)
