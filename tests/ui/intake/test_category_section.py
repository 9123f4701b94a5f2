"""The category: by the caller's words or from the tree, and what follows from it."""

import pytest
from PySide6.QtCore import Qt

from console.ui.intake.category_section import CategorySection
from console.ui.intake.tabs import IntakeTabs
from protocol.records import Category
from tests.desk import BURST, LAMP
from tests.ui.intake.keyboard import focused, press, type_text


@pytest.fixture
def category(tabs: IntakeTabs) -> CategorySection:
    """Put the cursor into the category line of the front intake."""
    category = tabs.front.page.category
    category.line.setFocus()
    return category


def test_the_words_of_a_caller_find_the_category_and_enter_takes_it(
    tabs: IntakeTabs, category: CategorySection
) -> None:
    told: list[Category | None] = []
    tabs.category_changed.connect(told.append)
    type_text("не горить ліхтар")
    press(Qt.Key.Key_Return)
    assert category.category == LAMP
    assert category.line.text() == "Не світить окремий ліхтар"
    assert focused() is tabs.front.page.details.text
    assert told == [LAMP]


def test_words_that_were_not_picked_are_no_category(category: CategorySection) -> None:
    type_text("не горить ліхтар")
    press(Qt.Key.Key_Tab)
    assert category.category is None
    assert category.line.accessibleDescription().startswith("Pick a category from the list")


def test_typing_on_takes_the_category_back(category: CategorySection) -> None:
    type_text("не горить ліхтар")
    press(Qt.Key.Key_Return)
    category.line.setFocus()
    press(Qt.Key.Key_End)
    type_text("і")
    assert category.category is None


def test_down_in_the_line_unfolds_the_tree_and_the_keyboard_walks_it(
    tabs: IntakeTabs, category: CategorySection
) -> None:
    press(Qt.Key.Key_Down)
    tree = category._tree
    assert focused() is tree
    assert tree.currentIndex().data() == "Вуличне освітлення"
    press(Qt.Key.Key_Return)  # a group unfolds
    assert tree.isExpanded(tree.currentIndex())
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert category.category == LAMP
    assert tree.isHidden()
    assert focused() is tabs.front.page.details.text


def test_escape_folds_the_tree_and_goes_back_to_the_line(category: CategorySection) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Escape)
    assert category._tree.isHidden()
    assert focused() is category.line


def test_a_notice_that_comes_first_stands_above_the_form_while_the_category_is_chosen(
    tabs: IntakeTabs, category: CategorySection
) -> None:
    stop = tabs.front.page._stop
    type_text("пахне газом")
    press(Qt.Key.Key_Return)
    assert stop.isVisible()
    assert stop.accessibleName() == "Спершу 104."
    category.line.setFocus()
    type_text("а")
    assert not stop.isVisible()


def test_the_urgency_stands_beside_the_title(tabs: IntakeTabs, category: CategorySection) -> None:
    type_text("прорвало трубу")
    press(Qt.Key.Key_Return)
    assert category.category == BURST
    assert tabs.front.page._urgency.text() == "Critical"
