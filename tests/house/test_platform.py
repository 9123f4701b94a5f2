"""Traps of the platform that short tests would not show."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_a_void_call_into_qt_keeps_every_reference_to_none(qtbot: QtBot) -> None:
    """PYSIDE-3474: a release that drops one at each call kills the process after about 7 000 on Python < 3.12."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(2000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 100
