"""The timeline takes over what is new and leaves the rest where it is."""

from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from console.ui.itemmodels.timeline_model import TimelineEntry, TimelineKey, TimelineKind, TimelineModel, TimelineRole


def entry(number: int, headline: str = "", *, is_pending: bool = False) -> TimelineEntry:
    return TimelineEntry(
        key=TimelineKey(number, "note.add", 0),
        kind=TimelineKind.NOTED,
        when=f"today 12:0{number}",
        who="Їжакевич Олена",
        where="",
        headline=headline or f"Примітка {number}",
        details=(),
        is_pending=is_pending,
    )


@pytest.fixture
def model(qtbot: QtBot) -> TimelineModel:
    """Return an empty timeline, every step of which Qt's own tester checks."""
    model = TimelineModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def test_the_model_is_sound(model: TimelineModel, qtmodeltester: Any) -> None:
    model.show([entry(3), entry(2), entry(1)])
    qtmodeltester.check(model)


def test_a_new_step_comes_on_top_and_the_others_keep_their_rows(model: TimelineModel, qtbot: QtBot) -> None:
    model.show([entry(2), entry(1)])
    held = QPersistentModelIndex(model.index(1))
    with qtbot.waitSignal(model.rowsInserted) as inserted, qtbot.assertNotEmitted(model.modelReset):
        model.show([entry(3), entry(2), entry(1)])
    assert inserted.args[1:] == [0, 0]
    assert held.row() == 2
    assert held.data(TimelineRole.ENTRY) == entry(1)


def test_a_confirmed_step_is_repainted_in_its_row(model: TimelineModel, qtbot: QtBot) -> None:
    model.show([entry(2, is_pending=True), entry(1)])
    heard = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "today 12:02, Їжакевич Олена, Примітка 2, not confirmed by the centre yet"
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.show([entry(2), entry(1)])
    assert [index.row() for index in changed.args[:2]] == [0, 0]
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "today 12:02, Їжакевич Олена, Примітка 2"
    assert model.index(0).data() == "Примітка 2"
