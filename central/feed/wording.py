"""What the centre writes into a ticket for people to read; data, and so in Ukrainian."""

from protocol.vocabulary import Result, State

_STATES = {
    State.REGISTERED: "зареєстровано",
    State.IN_WORK: "в роботі",
    State.ON_CHECK: "на перевірці",
    State.REWORK: "на доопрацюванні",
    State.CLOSED: "закрито",
}
_RESULTS = {
    Result.AWAITING: "очікує",
    Result.DONE: "виконано",
    Result.EXPLAINED: "роз'яснено",
    Result.NOT_IN_COMPETENCE: "не в компетенції",
    Result.DEFERRED_TO_PLAN: "план/програма",
    Result.SELF_RESOLVED: "усунено самостійно",
    Result.RETURNED: "повернуто",
    Result.CANCELLED: "відмінено",
    Result.ACTUALLY: "фактично",
}


def move_not_applied(state: State, result: Result, wanted_state: State, wanted_result: Result) -> str:
    """Return the note on a ticket whose move could not be made."""
    return (
        f"Зміну стану на «{_STATES[wanted_state]}, {_RESULTS[wanted_result]}» не застосовано: "
        f"заявка вже «{_STATES[state]}, {_RESULTS[result]}»."
    )
