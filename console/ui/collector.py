"""Collects garbage on the GUI thread alone.

Python collects reference cycles on whatever thread happens to allocate; a cycle that holds a Qt object would then be
destroyed on the writer's or the network's thread, which Qt forbids.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 250


class Collector(QObject):
    """Takes over the collector's work while it lives; what is there already is left alone for good."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        gc.collect()
        gc.freeze()  # what start-up made stays to the end: a full collection need not look at it
        gc.disable()
        self._timer = QTimer(self, interval=_INTERVAL_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def stop(self) -> None:
        """Give the work back."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        """Collect the oldest generation that is due."""
        due = [
            age for age, (count, limit) in enumerate(zip(gc.get_count(), self._limits, strict=True)) if count > limit
        ]
        if due:
            gc.collect(max(due))
