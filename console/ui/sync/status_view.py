"""The link to the centre in the status bar: is it there, what waits to be sent, when did we last hear."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.sync.status import SyncStatus, SyncTrouble
from console.ui import moments
from console.ui.look.buttons import Button
from console.ui.look.icon_text import IconText
from console.ui.look.icons import Symbol
from console.ui.look.looks import Look
from console.ui.sync.status_signal import StatusSignal
from protocol.times import DAY, MINUTE, Clock

_REFRESH_MS = 20_000
"""How often the age of the oldest unsent act is said anew."""


class StatusView(QWidget):
    """Says in three short phrases how this desk stands with the centre, and offers what the centre refused."""

    refused_asked = Signal()
    """The operator wants to see the acts the centre refused."""

    def __init__(self, status: StatusSignal, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = status
        self._clock = clock
        self._link = IconText(Symbol.CLOUD_OFF)
        self._outbox = IconText(Symbol.OUTBOX, is_elided=True)
        self._last = IconText(Symbol.SYNC, is_elided=True)
        self._refused = Button("", symbol=Symbol.WARNING, look=Look.FLAT, icon_tint="critical")
        self._refused.clicked.connect(self.refused_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(18)
        for item in (self._link, self._outbox, self._last, self._refused):
            layout.addWidget(item)
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self._show)
        self._timer.start()
        status.changed.connect(self._show)
        self._show()

    def show_last(self, is_wanted: bool) -> None:
        """Say when this desk last heard of the centre, or leave it out."""
        self._last.setVisible(is_wanted)

    def _show(self) -> None:
        status = self._status.status
        self._show_link(status)
        self._outbox.show_text(self._outbox_words(status), Symbol.OUTBOX, "emergency" if status.pending else "muted")
        self._last.show_text(self._last_words(status))
        self._refused.setVisible(status.notices > 0)
        self._refused.set_label(self.tr("%n act(s) refused", "", status.notices))

    def _show_link(self, status: SyncStatus) -> None:
        if status.is_online and status.trouble is None:
            self._link.show_text(self.tr("Connected"), Symbol.CLOUD_OK, "ok")
        elif status.since is None:
            self._link.show_text(self.tr("Connecting…"), Symbol.CLOUD_OFF, "muted")
        elif status.trouble in (None, SyncTrouble.UNREACHABLE):
            self._link.show_text(self.tr("No link"), Symbol.CLOUD_OFF, "emergency")
        else:
            self._link.show_text(self.tr("Link disturbed"), Symbol.CLOUD_OFF, "emergency")

    def _outbox_words(self, status: SyncStatus) -> str:
        words = self.tr("To be sent: {count}").format(count=status.pending)
        age = 0 if status.oldest_ms is None else self._clock.now() - status.oldest_ms
        if status.pending and age >= MINUTE:
            words = self.tr("{words}, the oldest {age}").format(words=words, age=moments.span(age))
        if status.parked:
            words = self.tr("{words}, {count} on hold").format(words=words, count=status.parked)
        return words

    def _last_words(self, status: SyncStatus) -> str:
        if status.last_sync is None:
            return self.tr("Never synchronised")
        now = self._clock.now()
        is_recent = now - status.last_sync < DAY
        time = moments.clock_time(status.last_sync) if is_recent else moments.day_and_time(status.last_sync, now)
        words = self.tr("Latest changes {time}") if status.is_online else self.tr("Synchronised {time}")
        return words.format(time=time)
