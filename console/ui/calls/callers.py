"""What is known of a number at once: who has it and how often it called lately."""

from PySide6.QtCore import QObject

from console.store import history
from console.store.database import Database
from protocol.phones import PhoneNumber, show
from protocol.times import DAY, Clock

_MONTH = 30 * DAY


class Callers(QObject):
    """Puts a caller into two short lines; a number is a hint, so several people are only counted (telephony)."""

    def __init__(self, database: Database, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._clock = clock

    def number(self, phone: PhoneNumber) -> str:
        """Return the number as people read it."""
        if phone.is_withheld:
            return self.tr("number withheld")
        return phone.raw if phone.number is None else show(phone.number)

    def about(self, phone: PhoneNumber) -> str:
        """Return who is known under the number, how many tickets are open, and which call this is within 30 days."""
        number = phone.number
        if number is None:
            return ""
        with self._database.read() as connection:
            people = history.people(connection, number)
            calls = history.calls_since(connection, number, self._clock.now() - _MONTH)
        parts = []
        if len(people) == 1:
            parts.append(people[0].name)
        elif people:
            parts.append(self.tr("%n people under this number", "", len(people)))
        if open_tickets := sum(person.open_tickets for person in people):
            parts.append(self.tr("%n open ticket(s)", "", open_tickets))
        #: The present call is counted: "4" is the fourth call from this number within 30 days.
        parts.append(self.tr("call {number} this month").format(number=calls + 1) if calls else self.tr("first call"))
        return " · ".join(parts)
