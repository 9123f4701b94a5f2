"""A field says what it is, what is wrong with it and what helps, to the eye and to a screen reader."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console.ui.look.field import FieldLabel, FormField
from console.ui.look.palette import LIGHT
from console.ui.look.theme import Theme


def test_the_label_names_the_editor_and_leads_into_it(theme: Theme, qtbot: QtBot) -> None:
    editor = QLineEdit()
    field = FormField("&House && flat", editor)
    page, first = _page_with(field, qtbot)
    assert editor.accessibleName() == "House & flat"
    label = field.findChild(FieldLabel)
    assert label is not None
    assert label.buddy() is editor
    first.setFocus()
    QTest.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    assert editor.hasFocus()


def test_a_name_given_before_is_kept(theme: Theme, qtbot: QtBot) -> None:
    editor = QLineEdit()
    editor.setAccessibleName("House of the applicant")
    field = FormField("House", editor)
    qtbot.addWidget(field)
    assert editor.accessibleName() == "House of the applicant"


def test_an_error_is_heard_with_the_editor_and_shown_below_it(theme: Theme, qtbot: QtBot) -> None:
    editor = QLineEdit()
    field = FormField("House", editor)
    qtbot.addWidget(field)
    field.show()
    assert _words_below(field) == ""
    field.set_error("There is no such house")
    interface = QAccessible.queryAccessibleInterface(editor)
    assert interface.text(QAccessible.Text.Description) == "There is no such house"
    assert _words_below(field) == "There is no such house"
    assert field.error == "There is no such house"


def test_an_error_reddens_the_edge_until_it_is_taken_back(theme: Theme, qtbot: QtBot) -> None:
    field = FormField("House", QLineEdit())
    _page, first = _page_with(field, qtbot)
    first.setFocus()
    assert _edge(field) == QColor(LIGHT.input_border)
    field.set_error("There is no such house")
    assert _edge(field) == QColor(LIGHT.critical)
    field.set_error(None)
    assert _edge(field) == QColor(LIGHT.input_border)
    assert field.editor.accessibleDescription() == ""


def test_a_hint_comes_back_when_the_error_is_gone(theme: Theme, qtbot: QtBot) -> None:
    field = FormField("Street", QLineEdit())
    qtbot.addWidget(field)
    field.show()
    field.set_hint("formerly Kirova")
    assert field.editor.accessibleDescription() == "formerly Kirova"
    field.set_error("Choose a street")
    assert _words_below(field) == "Choose a street"
    field.set_error(None)
    assert _words_below(field) == "formerly Kirova"
    field.set_hint(None)
    assert _words_below(field) == ""


def test_what_a_caller_said_is_never_taken_for_markup(theme: Theme, qtbot: QtBot) -> None:
    field = FormField("Street", QLineEdit())
    qtbot.addWidget(field)
    field.set_error("<b>No such street</b>")
    below = [label for label in field.findChildren(QLabel) if not isinstance(label, FieldLabel)]
    assert [label.textFormat() for label in below] == [Qt.TextFormat.PlainText]


def _page_with(field: FormField, qtbot: QtBot) -> tuple[QWidget, QPushButton]:
    """Show a field on an active page whose focus can be elsewhere."""
    page = QWidget()
    first = QPushButton("First")
    layout = QVBoxLayout(page)
    layout.addWidget(first)
    layout.addWidget(field)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page, first


def _words_below(field: FormField) -> str:
    below = [label for label in field.findChildren(QLabel) if not isinstance(label, FieldLabel)]
    return "".join(label.text() for label in below if label.isVisible())


def _edge(field: FormField) -> QColor:
    picture = field.editor.grab().toImage()
    return picture.pixelColor(picture.width() // 2, 0)
