"""Where an act on a ticket gets its words and its executor: a panel in place of the buttons, never a dialog."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from console.ui.look.buttons import Button, PrimaryButton
from console.ui.look.field import FormField
from console.ui.look.looks import Look, dress
from console.ui.reference import Reference
from console.ui.ticket.acts import Act
from console.ui.ticket.executor_choice import ExecutorChoice
from console.ui.words import Words

_LINES = 3


class ActPanel(QFrame):
    """Asks for what one act needs; Ctrl+Enter applies it, Esc gives it up."""

    applied = Signal()
    cancelled = Signal()

    def __init__(self, reference: Reference, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.act: Act | None = None
        """What is being asked for now."""
        dress(self, Look.INSET)
        self._title = QLabel()
        self._text = QPlainTextEdit()
        self._executor = ExecutorChoice(reference, words)
        self._text_field = FormField(self.tr("Note or &reason"), self._text)
        self._executor_field = FormField(self.tr("E&xecutor"), self._executor)
        self._apply = PrimaryButton(self.tr("Apply"), "Ctrl+Enter")
        self._cancel = Button(self.tr("Cancel"), "Esc", look=Look.FLAT, bind=False)
        self._lay_out()
        self._apply.clicked.connect(self.applied)
        self._cancel.clicked.connect(self.cancelled)
        self._text.textChanged.connect(lambda: self._text_field.set_error(None))
        self._executor.currentTextChanged.connect(lambda: self._executor_field.set_error(None))
        self.hide()

    @property
    def text(self) -> str:
        """What was typed."""
        return self._text.toPlainText()

    @property
    def executor_id(self) -> UUID | None:
        """Who was chosen."""
        return self._executor.executor_id if self.act is not None and self.act.needs_executor else None

    @property
    def place(self) -> FormField:
        """Where a refusal is told: at what is missing first."""
        is_text_there = bool(self.text.strip()) or self.act is None or not self.act.needs_text
        if self.act is not None and self.act.needs_executor and self.executor_id is None and is_text_there:
            return self._executor_field
        return self._text_field

    def open_for(self, act: Act, text: str) -> None:
        """Ask for what an act needs, beginning with a text typed earlier."""
        self.act = act
        self._title.setText(act.title)
        self.setAccessibleName(act.title)
        self._executor_field.setVisible(act.needs_executor)
        if act.needs_executor:
            self._executor.offer()
        if text != self.text:
            self._text.setPlainText(text)
        for field in (self._text_field, self._executor_field):
            field.set_error(None)
        self.show()
        (self._executor if act.needs_executor else self._text).setFocus()

    def close_panel(self) -> None:
        """Go away; what was typed is whoever's who asked for it."""
        self.act = None
        self._text.clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the act up at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        dress(self._title, Look.SUBTITLE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._text.setTabChangesFocus(True)
        margins = 2 * self._text.frameWidth() + 2 * round(self._text.document().documentMargin()) + 6
        self._text.setFixedHeight(_LINES * QFontMetrics(self._text.font()).lineSpacing() + margins)
        buttons = QHBoxLayout()
        buttons.addWidget(self._apply)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(6)
        for part in (self._title, self._executor_field, self._text_field):
            layout.addWidget(part)
        layout.addLayout(buttons)
