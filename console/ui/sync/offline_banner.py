"""The banner that says what happens to the data while the centre is away."""

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from console.sync.status import SyncStatus, SyncTrouble
from console.ui import moments
from console.ui.look.banner import Banner, BannerKind
from console.ui.sync.status_signal import StatusSignal
from protocol.times import Clock

_PATIENCE_MS = 2_000
"""A link that is gone for less is not worth moving the whole window for."""


class OfflineBanner(Banner):
    """Appears when the link is down or disturbed; its button asks to try at once."""

    def __init__(
        self, status: StatusSignal, clock: Clock, patience_ms: int = _PATIENCE_MS, parent: QWidget | None = None
    ) -> None:
        super().__init__(BannerKind.OFFLINE, QCoreApplication.translate("OfflineBanner", "Try now"), parent=parent)
        self._status = status
        self._clock = clock
        self._wait = QTimer(self, singleShot=True, interval=patience_ms)
        self._wait.timeout.connect(self._appear)
        status.changed.connect(self._on_status_changed)
        self.hide()

    def _on_status_changed(self, status: SyncStatus) -> None:
        if status.trouble is None or status.since is None:
            self._wait.stop()
            self.hide()
        elif self.isHidden():
            if not self._wait.isActive():
                self._wait.start()
        else:
            self._appear()

    def _appear(self) -> None:
        status = self._status.status
        if status.trouble is None or status.since is None:
            return
        self.say(self._lead(status.trouble).format(time=self._moment(status.since)), self._rest(status))
        self.show()

    def _lead(self, trouble: SyncTrouble) -> str:
        match trouble:
            case SyncTrouble.UNREACHABLE:
                return self.tr("No link to the centre since {time}.")
            case SyncTrouble.NOT_OUR_CENTRE:
                return self.tr("Since {time} something other than the centre answers at its address.")
            case SyncTrouble.REFUSED:
                return self.tr("Since {time} the centre does not accept this desk: call the administrator.")
            case SyncTrouble.BUSY:
                return self.tr("The centre is overloaded since {time}.")
            case SyncTrouble.LOG_BROKEN:
                return self.tr("What the centre sends does not fit what this desk has: call the administrator.")

    def _rest(self, status: SyncStatus) -> str:
        kept = self.tr("Tickets are kept on this computer and will be sent by themselves.")
        if status.last_sync is None:
            return kept
        as_of = self.tr("Directory as of {time}.").format(time=moments.stamp(status.last_sync))
        return f"{kept} {as_of}"

    def _moment(self, moment: int) -> str:
        now = self._clock.now()
        is_today = moments.stamp(moment)[:10] == moments.stamp(now)[:10]
        return moments.clock_time(moment) if is_today else moments.day_and_time(moment, now)
