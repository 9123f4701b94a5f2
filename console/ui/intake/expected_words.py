"""The sentence read to the caller: by when, and on whose word (product rule 9)."""

from PySide6.QtCore import QDate, QLocale, QObject

from console.ui.words import Words
from protocol.due import Due, ExpectedDay, expected
from protocol.records import Category
from protocol.times import Instant, local
from protocol.vocabulary import LimitKind

_DAY_HOURS = 24


class ExpectedWords(QObject):
    """Says due times as one sentence that can be read aloud."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locale = QLocale(words.language.value)

    def sentence(self, due: Due, category: Category, now: Instant) -> str:
        """Return when the fix is expected and what term says so."""
        return f"{self._expect(due, now)} {self._term(due, category)}"

    def _expect(self, due: Due, now: Instant) -> str:
        by = local(due.due_at)
        day = expected(due, now).day
        if due.kind is LimitKind.CLOCK_HOURS:
            text = {
                ExpectedDay.TODAY: self.tr("Expect the fix today by {time}."),
                ExpectedDay.TOMORROW: self.tr("Expect the fix tomorrow, {date}, by {time}."),
                ExpectedDay.DATE: self.tr("Expect the fix on {weekday}, {date}, by {time}."),
            }[day]
        else:  # these terms end with the day
            text = {
                ExpectedDay.TODAY: self.tr("Expect the fix by the end of today."),
                ExpectedDay.TOMORROW: self.tr("Expect the fix by the end of tomorrow, {date}."),
                ExpectedDay.DATE: self.tr("Expect the fix by the end of {date}, {weekday}."),
            }[day]
        date = QDate(by.year, by.month, by.day)
        return text.format(
            time=f"{by:%H:%M}",
            date=self._locale.toString(date, "d MMMM"),
            weekday=self._locale.dayName(date.dayOfWeek()),
        )

    def _term(self, due: Due, category: Category) -> str:
        limit = due.limit
        amount = limit.amount if limit is not None else category.deadline_hours
        if limit is None and due.kind is not LimitKind.CLOCK_HOURS:
            amount //= _DAY_HOURS
        match due.kind:
            case LimitKind.CLOCK_HOURS:
                term = self.tr("%n hour(s)", "", amount)
            case LimitKind.WORKING_DAYS:
                term = self.tr("%n working day(s)", "", amount)
            case LimitKind.CALENDAR_DAYS:
                term = self.tr("%n day(s)", "", amount)
        if limit is None:
            return self.tr("The term is {term}.").format(term=term)
        act, _, _ = limit.source.partition(":")
        return self.tr("The term is {term} ({act}).").format(term=term, act=act)
