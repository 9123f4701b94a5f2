"""What a ticket says: where, what, who told it, who works on it and what was promised."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from console.models import Ticket
from console.store.directory import Directory
from console.store.tickets import TicketCard
from console.ui import moments
from console.ui.itemmodels.field_words import FieldWords
from console.ui.look import fonts
from console.ui.look.hint import Hint
from console.ui.look.icons import IconLabel, Symbol
from console.ui.look.looks import Look, dress
from console.ui.ticket.conflicts import ConflictStrips
from console.ui.words import Words
from protocol import phones
from protocol.times import Instant


class TicketFacts(QWidget):
    """Shows the facts there are; what is not known takes no room."""

    def __init__(self, words: Words, fields: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._conflicts = ConflictStrips(fields)
        self._address = _text(QLabel())
        self._address.setFont(fonts.text(fonts.HEADING, QFont.Weight.DemiBold))
        self._place = _text(QLabel(), Look.MUTED)
        self._category = _text(QLabel(), Look.SUBTITLE)
        self._said = _text(QLabel())
        self._hazard = _Hazard()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 2, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnMinimumWidth(0, 84)
        self._grid.setColumnStretch(1, 1)
        self._applicant = _Fact(self.tr("Applicant"), self._grid, is_strong=True)
        self._access = _Fact(self.tr("Access"), self._grid)
        self._executor = _Fact(self.tr("Executor"), self._grid, is_strong=True)
        self._promise = _Fact(self.tr("Promised"), self._grid)
        self._lay_out()

    def show_card(self, card: TicketCard, directory: Directory, now: Instant) -> None:
        """Show another ticket, or the same as it is now."""
        ticket = card.ticket
        self._conflicts.show_conflicts(card.conflicts, directory, now)
        self._address.setText(ticket.address)
        _show(self._place, self._whereabouts(ticket))
        _show(self._category, self._category_path(ticket, directory))
        self._said.setText(ticket.text)
        self._hazard.say(ticket.hazard)
        self._access.say(ticket.access)
        self._show_applicant(card)
        self._show_executor(card, directory)
        self._show_promise(card, directory, now)

    def _show_applicant(self, card: TicketCard) -> None:
        name = card.applicant.name if card.applicant is not None else ""
        phone = phones.show(card.ticket.phone) if card.ticket.phone else ""
        caution = card.applicant.caution if card.applicant is not None else ""
        self._applicant.say(" · ".join(filter(None, (name or self.tr("anonymous"), phone))), "", caution)

    def _show_executor(self, card: TicketCard, directory: Directory) -> None:
        ticket, assignment = card.ticket, card.main_assignment
        executor = directory.organisations.get(ticket.executor_id) if ticket.executor_id is not None else None
        if executor is None:
            self._executor.say(self.tr("nobody yet"))
            return
        reason = assignment.reason if assignment is not None else ""
        more = [self.tr("Why so: {reason}").format(reason=reason)] if reason else []
        if assignment is not None and assignment.comment:
            more.append(self.tr("Answer: {comment}").format(comment=assignment.comment))
        line = " · ".join((executor.name, *executor.phones[:1]))
        self._executor.say(line, "\n".join(more))

    def _show_promise(self, card: TicketCard, directory: Directory, now: Instant) -> None:
        if not card.promises:
            self._promise.say("")
            return
        promise = card.promises[-1]
        person = directory.accounts.get(promise.said_by)
        said = moments.day_and_time(promise.said_at, now)
        self._promise.say(promise.text, " · ".join(filter(None, (said, person.name if person is not None else ""))))

    def _whereabouts(self, ticket: Ticket) -> str:
        """Return what the address line leaves out of the place."""
        known = (
            (self.tr("floor {value}"), ticket.floor),
            (self.tr("door code {value}"), ticket.door_code),
            ("{value}", ticket.place),
            ("{value}", ticket.landmark),
            (self.tr("{value} district"), ticket.district),
        )
        return " · ".join(words.format(value=value) for words, value in known if value)

    def _category_path(self, ticket: Ticket, directory: Directory) -> str:
        category = directory.categories.get(ticket.category_id)
        if category is None:
            return ""
        path = [*reversed(directory.ancestors(category)), category]
        return " › ".join(self._words.label(each.name_uk, each.name_en) for each in path)

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(IconLabel(Symbol.PIN, "accent"), 0, Qt.AlignmentFlag.AlignTop)
        where.addWidget(self._address, 1)
        said = QFrame()
        dress(said, Look.INSET)
        inner = QVBoxLayout(said)
        inner.setContentsMargins(12, 8, 12, 9)
        inner.setSpacing(4)
        inner.addWidget(self._category)
        inner.addWidget(self._said)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._conflicts)
        layout.addLayout(where)
        for part in (self._place, self._hazard, said):
            layout.addWidget(part)
        layout.addLayout(self._grid)


class _Fact:
    """A row of the grid: a quiet name, a value, and what goes with it below."""

    def __init__(self, name: str, grid: QGridLayout, *, is_strong: bool = False) -> None:
        self._label = QLabel(name)
        dress(self._label, Look.LABEL)
        self._name = name
        self._value = _text(QLabel(), Look.SUBTITLE if is_strong else Look.PLAIN)
        self._more = _text(QLabel(), Look.HINT)
        self._caution = Hint()
        stack = QVBoxLayout()
        stack.setSpacing(1)
        for part in (self._value, self._more, self._caution):
            stack.addWidget(part)
        row = grid.rowCount()
        grid.addWidget(self._label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(stack, row, 1)

    def say(self, value: str, more: str = "", caution: str = "") -> None:
        """Say something else; without a value the row goes."""
        self._label.setVisible(bool(value))
        _show(self._value, value)
        _show(self._more, more)
        self._caution.say(caution, Symbol.WARNING, "emergency")
        self._value.setAccessibleName(f"{self._name}: {value}")


class _Hazard(QFrame):
    """What endangers the crew, so that nobody reads past it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("banner", "danger")
        self._label = _text(QLabel())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(8)
        layout.addWidget(IconLabel(Symbol.WARNING, "critical"), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)

    def say(self, hazard: str) -> None:
        """Say something else; without a hazard it goes."""
        self._label.setText(self.tr("Hazard: {hazard}").format(hazard=hazard))
        self.setVisible(bool(hazard))


def _text(label: QLabel, look: Look = Look.PLAIN) -> QLabel:
    """Make a label for text of people: as long as it is, and never read as markup."""
    if look is not Look.PLAIN:  # dressing takes a font of its own away
        dress(label, look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def _show(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
