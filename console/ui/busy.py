"""Keeps what was pressed from being pressed again while it works."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QWidget


@contextmanager
def busy(*widgets: QWidget) -> Iterator[None]:
    """Disable widgets while the work inside lasts; the focus they lose comes back, unless it was moved on meanwhile."""
    before = QApplication.focusWidget()
    for widget in widgets:
        widget.setEnabled(False)
    passed_to = QApplication.focusWidget()
    try:
        yield
    finally:
        for widget in widgets:
            widget.setEnabled(True)
        if before is not None and before is not passed_to and QApplication.focusWidget() is passed_to:
            before.setFocus()
