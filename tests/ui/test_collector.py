"""Qt objects in reference cycles are destroyed on the GUI thread, whoever allocates."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from console.ui.collector import Collector


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    collector = Collector()
    yield collector
    collector.stop()


class Knot(QObject):
    """A Qt object that holds itself."""

    def __init__(self, ends: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.destroyed.connect(lambda: ends.append(threading.get_ident()))


def allocate(kept: list[list[object]]) -> None:
    """Make so many objects that Python would collect."""
    kept.extend([] for _ in range(50_000))


@pytest.mark.usefixtures("collector")
def test_a_cycle_with_a_qt_object_ends_on_the_gui_thread(qtbot: QtBot) -> None:
    ends: list[int] = []
    kept: list[list[object]] = []
    Knot(ends)
    worker = threading.Thread(target=allocate, args=(kept,))
    worker.start()
    worker.join()
    assert ends == []
    allocate(kept)
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == [threading.get_ident()]


def test_python_collects_again_afterwards(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
