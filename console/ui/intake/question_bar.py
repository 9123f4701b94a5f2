"""A question asked in place, above the buttons: each answer has its own key."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QWidget

from console.ui.look.announcing import announce
from console.ui.look.buttons import Button
from console.ui.look.looks import Look, dress

_COLUMNS = 2


class Answer(NamedTuple):
    """One answer and what it means to whoever asked."""

    label: str
    value: object
    look: Look = Look.PLAIN


class QuestionBar(QFrame):
    """Takes the focus while it asks: a digit answers, Enter gives the marked answer, Esc takes the question back."""

    answered = Signal(object)
    """The value of the answer."""

    def __init__(
        self, question: str, answers: Sequence[Answer], *, marked: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._marked = marked
        self._back_to: QWidget | None = None
        dress(self, Look.INSET)
        self.setAccessibleName(question)
        label = QLabel(question)
        dress(label, Look.SUBTITLE)
        layout = QGridLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addWidget(label, 0, 0, 1, _COLUMNS)
        self.buttons: list[Button] = []
        for place, answer in enumerate(answers):
            button = Button(answer.label, str(place + 1), look=answer.look, bind=False)
            button.setAutoDefault(True)
            button.clicked.connect(lambda _=False, value=answer.value: self._answer(value))
            layout.addWidget(button, 1 + place // _COLUMNS, place % _COLUMNS)
            self.buttons.append(button)
        self.hide()

    def ask(self) -> None:
        """Show the question and take the focus."""
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._back_to = focused
        self.show()
        self.buttons[self._marked].setFocus(Qt.FocusReason.ShortcutFocusReason)
        announce(self, self._question)

    def take_back(self) -> None:
        """Hide the question and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        if self._back_to is not None:
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep its keys from the shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by a digit or Enter, take back by Esc."""
        if not self._takes(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.take_back()
        else:
            self.buttons[event.key() - Qt.Key.Key_1].click()

    def _takes(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        return event.key() == Qt.Key.Key_Escape or 0 <= event.key() - Qt.Key.Key_1 < len(self.buttons)

    def _answer(self, value: object) -> None:
        self.take_back()
        self.answered.emit(value)
