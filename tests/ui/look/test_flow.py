"""A row of widgets breaks where the width ends."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.ui.look.flow import FlowLayout


def flow(qtbot: QtBot, *widths: int) -> tuple[QWidget, FlowLayout, list[QWidget]]:
    host = QWidget()
    qtbot.addWidget(host)
    layout = FlowLayout(6)
    parts = []
    for width in widths:
        part = QWidget()
        part.setFixedSize(width, 20)
        layout.addWidget(part)
        parts.append(part)
    host.setLayout(layout)
    return host, layout, parts


def test_what_fits_stands_in_one_line(qtbot: QtBot) -> None:
    host, layout, _ = flow(qtbot, 100, 100)
    assert layout.heightForWidth(206) == 20
    assert layout.heightForWidth(205) == 46
    assert host.sizeHint().width() == 206


def test_the_next_line_begins_at_the_left(qtbot: QtBot) -> None:
    host, _, parts = flow(qtbot, 100, 100, 50)
    host.resize(210, 60)
    host.show()
    assert [part.geometry() for part in parts] == [
        QRect(0, 0, 100, 20),
        QRect(106, 0, 100, 20),
        QRect(0, 26, 50, 20),
    ]


def test_hidden_widgets_leave_no_gap(qtbot: QtBot) -> None:
    host, layout, parts = flow(qtbot, 100, 100, 50)
    parts[0].hide()
    host.resize(210, 60)
    host.show()
    assert [part.x() for part in parts[1:]] == [0, 106]
    assert layout.heightForWidth(160) == 20


def test_the_least_width_is_that_of_the_widest(qtbot: QtBot) -> None:
    host, layout, parts = flow(qtbot, 40, 120)
    assert layout.minimumSize().width() == 120
    assert layout.sizeHint() == host.sizeHint()
    item = layout.takeAt(1)
    assert item is not None
    assert item.widget() is parts[1]
    assert layout.count() == 1
    assert layout.itemAt(1) is None
    assert layout.takeAt(5) is None
