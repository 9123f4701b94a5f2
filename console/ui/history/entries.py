"""Rows of the store put into words, ready to be painted."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QObject

from console.store.history import PAGE, ConsultationRow, HistoryRow, PersonRow
from console.ui import moments
from console.ui.itemmodels.history_model import HistoryEntry
from console.ui.look.palette import Tone
from console.ui.words import Words
from protocol.times import Clock, Instant, local
from protocol.vocabulary import State


class HistoryWords(QObject):
    """Says earlier tickets, talks and people in two short lines each."""

    def __init__(self, words: Words, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._clock = clock

    def past(self, tickets: Iterable[HistoryRow], talks: Iterable[ConsultationRow] = ()) -> list[HistoryEntry]:
        """Return open tickets first, then closed ones and talks, the newest first."""
        now = self._clock.now()
        dated = [(row.state is not State.CLOSED, row.received_at, self._ticket(row, now)) for row in tickets]
        dated += [(False, talk.said_at, self._talk(talk, now)) for talk in talks]
        return [entry for _, _, entry in sorted(dated, key=lambda each: each[:2], reverse=True)]

    def people(self, people: Iterable[PersonRow]) -> list[HistoryEntry]:
        """Return the people known under a number, each with the key that takes them in an intake."""
        return [self._person(person) for person in people]

    def _ticket(self, row: HistoryRow, now: Instant) -> HistoryEntry:
        is_open = row.state is not State.CLOSED
        stands = self._words.state(row.state) if is_open else self._words.result(row.result)
        return HistoryEntry(
            row.id,
            row.id,
            self._words.label(row.category_uk, row.category_en),
            _day(row.received_at, now),
            f"{stands} · {row.number}",
            moments.time_left(row.due_at, now) if is_open else "",
            Tone(row.urgency.value) if is_open else None,
            is_strong=is_open,
            is_overdue=is_open and row.due_at < now,
            tip="\n".join(
                (row.number, row.address, self.tr("due {moment}").format(moment=moments.stamp(row.due_at)), row.text)
            ),
        )

    def _talk(self, talk: ConsultationRow, now: Instant) -> HistoryEntry:
        return HistoryEntry(
            UUID(int=talk.said_at),  # a talk has no card: its moment tells it from others
            None,
            self.tr("Talk: {kind}").format(kind=self._words.consultation(talk.kind)),
            _day(talk.said_at, now),
            talk.text,
            tip=talk.text,
        )

    def _person(self, person: PersonRow) -> HistoryEntry:
        count = f"{PAGE}+" if person.tickets >= PAGE else str(person.tickets)
        return HistoryEntry(
            person.id,
            person,
            person.name,
            self.tr("tickets: {count}").format(count=count),
            person.address or self.tr("no address"),
            is_strong=True,
            caution=person.caution,
            tip="\n".join(part for part in (person.address, person.caution) if part),
        )


def _day(moment: Instant, now: Instant) -> str:
    day = local(moment)
    return f"{day:%d.%m}" if day.year == local(now).year else f"{day:%d.%m.%Y}"
