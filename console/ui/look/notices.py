"""Messages that come and go in a corner of the window, without a dialog and without taking the focus."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from console.ui.look.announcing import announce
from console.ui.look.buttons import Button
from console.ui.look.icons import IconLabel, Symbol, icon
from console.ui.look.looks import Look, dress

_WIDTH = 380
_MARGIN = 16
_BOTTOM = 44
"""Leaves the status bar free."""
_AT_ONCE = 4


class NoticeKind(StrEnum):
    """What a notice is; the first two go away by themselves, the others stay until closed."""

    DONE = "done"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


_ICONS = {
    NoticeKind.DONE: (Symbol.CHECK, "ok"),
    NoticeKind.INFO: (Symbol.INFO, "routine"),
    NoticeKind.WARNING: (Symbol.WARNING, "emergency"),
    NoticeKind.ERROR: (Symbol.WARNING, "critical"),
}
_SECONDS = {NoticeKind.DONE: 6, NoticeKind.INFO: 10}


class Notice(QFrame):
    """One message with its close button and, where there are details, a button that copies them."""

    closed = Signal()

    def __init__(self, text: str, kind: NoticeKind, details: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.kind = kind
        self._details = details
        self._timer = QTimer(self, singleShot=True, interval=1000 * _SECONDS.get(kind, 0))
        self._timer.timeout.connect(self._on_time_up)
        dress(self, Look.NOTICE)
        self.setAccessibleName(text)
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        close = QToolButton()
        close.setIcon(icon(Symbol.CLOSE))
        close.setAccessibleName(self.tr("Close this message"))
        close.setToolTip(close.accessibleName())
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.close_notice)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(IconLabel(*_ICONS[kind], 20), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(label, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 8, 10)
        layout.addLayout(top)
        if details is not None:
            self._copy = Button(self.tr("Copy details"), symbol=Symbol.DUPLICATE)
            self._copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._copy.clicked.connect(self._on_copy_clicked)
            layout.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignRight)
        self.start_again()

    def start_again(self) -> None:
        """Count the time it stays from now."""
        if self.kind in _SECONDS:
            self._timer.start()

    def close_notice(self) -> None:
        """Take the notice off the screen."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def _on_time_up(self) -> None:
        if self.underMouse():
            self.start_again()
        else:
            self.close_notice()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._details or "")
        self._copy.set_label(self.tr("Copied"))


class Notices(QWidget):
    """The corner of a window where notices stand, the newest lowest."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._shown: list[Notice] = []
        self.hide()
        window.installEventFilter(self)

    @property
    def shown(self) -> list[Notice]:
        """What stands there now, oldest first."""
        return list(self._shown)

    def tell(self, text: str, kind: NoticeKind = NoticeKind.INFO, details: str | None = None) -> Notice:
        """Show a message; what is already there is not shown twice, and the oldest makes room beyond four."""
        for notice in self._shown:
            if (notice.text, notice.kind) == (text, kind):
                notice.start_again()
                return notice
        notice = Notice(text, kind, details, self)
        notice.closed.connect(lambda: self._remove(notice))
        self._shown.append(notice)
        self._layout.addWidget(notice)
        for old in self._shown[:-_AT_ONCE]:
            old.close_notice()
        notice.show()
        self._place()
        announce(notice, text)
        return notice

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the size of the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _remove(self, notice: Notice) -> None:
        self._shown.remove(notice)
        self._layout.removeWidget(notice)
        notice.deleteLater()
        self._place()

    def _place(self) -> None:
        self.setVisible(bool(self._shown))
        width = min(_WIDTH, self._window.width() - 2 * _MARGIN)
        height = self._layout.heightForWidth(width)
        self.setGeometry(
            self._window.width() - width - _MARGIN, self._window.height() - height - _BOTTOM, width, height
        )
        self.raise_()
