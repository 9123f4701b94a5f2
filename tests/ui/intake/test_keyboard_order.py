"""Tab walks the form in the order of a call and never sticks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from console.ui.intake.tabs import IntakeTabs
from console.ui.look.field import FieldLabel
from tests.ui.intake.keyboard import focused, press, type_text


def walk(steps: int) -> list[QWidget]:
    """Press Tab so many times and return what had the focus, the start included."""
    seen = [focused()]
    for _ in range(steps):
        press(Qt.Key.Key_Tab)
        seen.append(focused())
    return seen


def test_tab_goes_through_every_field_in_the_order_of_a_call(tabs: IntakeTabs) -> None:
    page = tabs.front.page
    page.address.line.setFocus()
    type_text("Чорновола 47")
    press(Qt.Key.Key_Return)
    type_text("не горить ліхтар")
    press(Qt.Key.Key_Return)
    page.details.more.setChecked(True)
    page.caller.phone.setFocus()
    order = [
        page.caller.phone,
        page.caller.name,
        page.address.line,
        *page.address.parts.values(),
        page.category.line,
        page.details.text,
        page.details.more,
        page.details.place,
        page.details.hazard,
        page.details.access,
        page.work.executor,
        page.actions_bar.register,
        page.actions_bar.register_and_print,
        page.actions_bar.consultation,
    ]
    assert walk(len(order) - 1) == order


def test_tab_comes_round(tabs: IntakeTabs) -> None:
    start = focused()
    assert start in walk(40)[1:]


def test_every_field_has_a_name_for_those_who_hear_it(tabs: IntakeTabs) -> None:
    page = tabs.front.page
    unnamed = [
        widget
        for widget in {*walk(40), page.work.reason, page.details.place, page.details.hazard, page.details.access}
        if not widget.accessibleName() and not widget.property("text")
    ]
    assert unnamed == []


def test_the_whole_form_fits_the_smallest_window_with_a_scroll_bar(tabs: IntakeTabs) -> None:
    tabs.resize(622, 470)
    page = tabs.front.page
    assert tabs.width() == 622
    page.work.executor.setFocus()
    page.caller.phone.setFocus()
    for editor in (page.caller.phone, page.address.line, page.actions_bar.register, page.actions_bar.consultation):
        corner = editor.mapTo(tabs, editor.rect().bottomRight())
        assert tabs.rect().contains(corner)


def test_no_two_fields_share_a_mnemonic(tabs: IntakeTabs) -> None:
    texts = [label.text() for label in tabs.front.page.findChildren(FieldLabel)]
    texts.append(tabs.front.page.details.more.text())
    mnemonics = [QKeySequence.mnemonic(text).toString() for text in texts if "&" in text]
    assert len(mnemonics) > 10
    assert len(mnemonics) == len(set(mnemonics))
