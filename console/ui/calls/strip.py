"""The strip of calls on top of the window: what rings, who talks and for how long; a number may be typed in too."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from console.store.database import Database
from console.store.feed import ChangeSet
from console.ui.calls.answer_key import AnswerKey
from console.ui.calls.callers import Callers
from console.ui.calls.ringing_card import RingingCard
from console.ui.feed import Feed
from console.ui.look import fonts
from console.ui.look.announcing import announce
from console.ui.look.buttons import Button
from console.ui.look.icons import IconLabel, Symbol
from console.ui.look.labels import DurationLabel, ElidedLabel
from console.ui.look.looks import Look, dress
from protocol.phones import PhoneNumber, PhoneSite, normalise
from protocol.times import SECOND, Clock, Instant

_HEIGHT = 58
_ROOM_FOR_TWO = 1280
"""Logical pixels of width; below it one ringing card is shown."""
_KINDS_OF_CALLERS = ("applicant", "contact", "phone", "ticket")


@dataclass(slots=True, eq=False)
class _Ringing:
    """A call that rings, with its card."""

    phone: PhoneNumber
    text: str  # as the exchange or the operator wrote it
    call_id: str | None
    card: RingingCard


class CallStrip(QFrame):
    """Shows calls, oldest first, and never takes the focus by itself."""

    answered = Signal(str, object)  # the number as it came, the exchange's id of the call or None
    ended = Signal()

    def __init__(
        self,
        *,
        database: Database,
        feed: Feed,
        clock: Clock,
        phone_site: PhoneSite,
        is_audible: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._callers = Callers(database, clock, self)
        self._clock = clock
        self._phone_site = phone_site
        self._is_audible = is_audible
        self._ringing: list[_Ringing] = []
        self._talk: PhoneNumber | None = None
        self._since: Instant = 0
        self._idle = self._idle_part()
        self._talking = self._talking_part()
        self._more = QLabel()
        dress(self._more, Look.MUTED)
        self._end = Button(self.tr("End the call"), "F9", Symbol.PHONE_END, look=Look.DANGER, bind=False)
        self._end.clicked.connect(self.end_call)
        self._cards = QHBoxLayout()
        self._cards.setSpacing(8)
        self._timer = QTimer(self, interval=SECOND // 4)
        self._timer.timeout.connect(self._show_time)
        self._answer_key = AnswerKey(self)
        self._answer_key.pressed.connect(self.answer_oldest)
        feed.changed.connect(self._on_feed_changed)
        self._lay_out()
        self._show_state()

    @property
    def is_talking(self) -> bool:
        """Whether a call is going on."""
        return self._talk is not None

    @property
    def ringing(self) -> list[str]:
        """What rings now, as it is shown, oldest first."""
        return [self._callers.number(each.phone) for each in self._ringing]

    def ring(self, number_text: str, call_id: str | None = None) -> None:
        """Show a ringing call; one that rings already is not shown twice."""
        phone = normalise(number_text, self._phone_site)
        if any(_is_same(each, phone, call_id) for each in self._ringing):
            return
        card = RingingCard()
        ringing = _Ringing(phone, number_text, call_id, card)
        card.answered.connect(lambda: self._answer(ringing))
        card.hidden_by_operator.connect(lambda: self._drop(ringing))
        card.show_caller(self._callers.number(phone), "")
        self._ringing.append(ringing)
        self._cards.addWidget(card)
        self._show_state()
        QTimer.singleShot(0, card, lambda: card.show_caller(self._callers.number(phone), self._callers.about(phone)))
        announce(self, card.accessibleName())
        QApplication.alert(self.window())
        if self._is_audible:
            QApplication.beep()

    def answer_oldest(self) -> None:
        """Answer what rings longest."""
        if self._ringing:
            self._answer(self._ringing[0])

    def answer_or_type(self) -> None:
        """Answer what rings; with nothing ringing, let the number of a call be typed."""
        if self._ringing:
            self.answer_oldest()
        elif self._talk is None:
            self._field.setFocus()
            self._field.selectAll()

    def end_call(self) -> None:
        """End the talk, if there is one."""
        if self._talk is not None:
            self._talk = None
            self._show_state()
            self.ended.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many ringing calls as there is room for."""
        super().resizeEvent(event)
        self._show_state()

    def _answer(self, ringing: _Ringing) -> None:
        self._drop(ringing)
        self._begin_talk(ringing.phone, ringing.text, ringing.call_id)

    def _begin_talk(self, phone: PhoneNumber, text: str, call_id: str | None) -> None:
        self.end_call()
        self._talk = phone
        self._since = self._clock.now()
        self._show_talk()
        self._show_state()
        self.answered.emit(text, call_id)

    def _drop(self, ringing: _Ringing) -> None:
        self._ringing.remove(ringing)
        self._cards.removeWidget(ringing.card)
        ringing.card.hide()
        ringing.card.deleteLater()
        self._show_state()

    def _on_number_entered(self) -> None:
        text = self._field.text().strip()
        self._field.clear()
        self._begin_talk(normalise(text, self._phone_site), text, None)

    def _on_feed_changed(self, changes: ChangeSet) -> None:
        if not changes.touches(*_KINDS_OF_CALLERS):
            return
        for each in self._ringing:
            each.card.show_caller(self._callers.number(each.phone), self._callers.about(each.phone))

    def _show_talk(self) -> None:
        if self._talk is None:
            return
        about = self._callers.about(self._talk)
        self._number.setText(self._callers.number(self._talk))
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._show_time()

    def _show_time(self) -> None:
        self._duration.show_seconds((self._clock.now() - self._since) // SECOND)

    def _show_state(self) -> None:
        is_talking = self._talk is not None
        self._idle.setVisible(not is_talking)
        self._talking.setVisible(is_talking)
        self._end.setVisible(is_talking)
        if is_talking:
            self._timer.start()
        else:
            self._timer.stop()
        room = 2 if self.width() >= _ROOM_FOR_TWO else 1
        for place, each in enumerate(self._ringing):
            each.card.setVisible(place < room)
            each.card.show_keys(is_first=place == 0)
        hidden = len(self._ringing) - room
        self._more.setVisible(hidden > 0)
        self._more.setText(self.tr("%n more call(s)", "", hidden))
        self._answer_key.watch(bool(self._ringing))

    def _idle_part(self) -> QWidget:
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("number  Ctrl+F9"))
        self._field.setFixedWidth(190)
        self._field.returnPressed.connect(self._on_number_entered)
        label = QLabel(self.tr("&Call from"))
        label.setBuddy(self._field)
        return _row(IconLabel(Symbol.PHONE_TALK, "bar_muted", 22), label, self._field)

    def _talking_part(self) -> QWidget:
        self._duration = DurationLabel(self.tr("Length of the call"))
        self._number = QLabel()
        self._number.setTextFormat(Qt.TextFormat.PlainText)
        self._number.setFont(fonts.digits(fonts.HEADING, QFont.Weight.DemiBold))
        self._about = ElidedLabel()
        dress(self._about, Look.MUTED)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addStretch(1)
        column.addWidget(self._number)
        column.addWidget(self._about)
        column.addStretch(1)
        return _row(IconLabel(Symbol.PHONE_TALK, "bar_talking", 24), self._duration, words)

    def _lay_out(self) -> None:
        dress(self, Look.BAR)
        self.setAccessibleName(self.tr("Calls"))
        self.setFixedHeight(_HEIGHT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 12, 0)
        layout.setSpacing(12)
        layout.addWidget(self._idle)
        layout.addWidget(self._talking, 3)
        layout.addLayout(self._cards, 2)
        layout.addWidget(self._more)
        layout.addStretch(1)
        layout.addWidget(self._end)


def _is_same(ringing: _Ringing, phone: PhoneNumber, call_id: str | None) -> bool:
    if call_id is not None or ringing.call_id is not None:
        return ringing.call_id == call_id
    return not phone.is_withheld and (ringing.phone.number or ringing.text) == (phone.number or phone.raw)


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for widget in widgets:
        layout.addWidget(widget)
    layout.setStretch(len(widgets) - 1, 1)
    return row
