"""The letter that answers a call, heard wherever no text is being typed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_LETTERS = "aф"
"""What the key of the Latin A writes on a Latin and on a Ukrainian layout."""
_TYPED_IN = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)


class AnswerKey(QObject):
    """Watches the keyboard while something rings, and only then: a filter in Python slows every event."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._strip = parent
        self._is_watching = False

    def watch(self, is_wanted: bool) -> None:
        """Begin or stop to listen."""
        application = QApplication.instance()
        if is_wanted == self._is_watching or application is None:
            return
        self._is_watching = is_wanted
        if is_wanted:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the letter when it is pressed alone, in this window, outside of text."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget) or not self._is_meant(event, watched):
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride:  # or a panel's own shortcut on this letter would win
                event.accept()
                return True
            case QEvent.Type.KeyPress:
                self.pressed.emit()
                return True
        return False

    def _is_meant(self, event: QKeyEvent, watched: QWidget) -> bool:
        return (
            event.text().lower() in tuple(_LETTERS)
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
            and not event.isAutoRepeat()
            and watched.window() is self._strip.window()
            and not _is_typed_in(watched)
        )


def _is_typed_in(widget: QWidget) -> bool:
    return isinstance(widget, _TYPED_IN) or (isinstance(widget, QComboBox) and widget.isEditable())
