"""Views of the past change by the fewest steps."""

from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from console.ui.itemmodels.category_tree_model import CategoryTreeModel
from console.ui.itemmodels.history_model import HistoryEntry, HistoryModel
from console.ui.itemmodels.suggestion_model import Suggestion, SuggestionModel
from console.ui.look.palette import Tone
from console.ui.words import Words
from tests.desk import BURST, LAMP, LIGHT


def entry(number: int, title: str = "Темно") -> HistoryEntry:
    return HistoryEntry(UUID(int=number), UUID(int=number), title, "23.11", "закрито")


def titles(model: QAbstractItemModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


rows = st.lists(st.integers(0, 9), unique=True).map(lambda numbers: [entry(number) for number in numbers])


@given(rows, rows)
def test_any_rows_follow_any_others(before: list[HistoryEntry], after: list[HistoryEntry]) -> None:
    model = HistoryModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(before)
    model.show(after)
    tester.deleteLater()
    assert list(model.entries) == after


def test_a_row_keeps_its_place_in_the_eyes_of_a_view_while_others_come() -> None:
    model = HistoryModel()
    model.show([entry(1), entry(2)])
    watched = QPersistentModelIndex(model.index(1))
    model.show([entry(3), entry(1), entry(2, "Світло")])
    assert (watched.row(), watched.data()) == (2, "Світло")


def test_a_row_is_spoken_as_one_sentence() -> None:
    model = HistoryModel()
    model.show([HistoryEntry(UUID(int=1), None, "Темно", "23.11", "в роботі", "2 год", Tone.ROUTINE)])
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Темно, 23.11, в роботі, 2 год"


def test_offers_are_a_proper_model(qtmodeltester: Any) -> None:
    model = SuggestionModel()
    model.show([Suggestion("вул. Попова", 1), Suggestion("вул. Шевченка", 2, "кол. Леніна", Tone.LOW)])
    qtmodeltester.check(model)
    assert titles(model) == ["вул. Попова", "вул. Шевченка"]


def test_the_tree_holds_groups_and_leaves_in_the_order_of_the_alphabet(words: Words, qtmodeltester: Any) -> None:
    model = CategoryTreeModel([BURST, LAMP, LIGHT], words)
    qtmodeltester.check(model)
    assert titles(model) == ["Вуличне освітлення", "Порив водопроводу, витік на вулиці"]
    assert model.category_at(model.index_of(LIGHT.id)) is None
    assert model.category_at(model.index_of(LAMP.id)) == LAMP
