"""Drafts: every edit is on the disk, and the same card comes back."""

from collections.abc import Callable
from uuid import uuid4

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.services.drafts import DraftService
from console.ui.intake import draft as drafting
from console.ui.intake.draft import DraftUnreadable, IntakeDraft
from console.ui.intake.tabs import IntakeTabs
from console.ui.look.notices import Notices
from tests.ui.intake.city import CHORNOVOLA, LAMP, OTHER_LIGHTING, SHEVCHENKA_LANE
from tests.ui.intake.keyboard import focused, press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


def kept(drafts: DraftService) -> list[IntakeDraft]:
    """Return what stands on the disk."""
    return [drafting.read(saved.body) for saved in drafts.saved()]


def test_every_edit_is_on_the_disk_soon_after(tabs: IntakeTabs, drafts: DraftService, qtbot: QtBot) -> None:
    type_text("067")
    qtbot.waitUntil(lambda: [draft.caller.phone for draft in kept(drafts)] == ["067"])
    type_text("1")
    qtbot.waitUntil(lambda: [draft.caller.phone for draft in kept(drafts)] == ["0671"])
    assert tabs.front.page._saved.text() == "draft saved 12:00:00"


def test_edits_made_during_a_save_are_saved_once_after_it(
    tabs: IntakeTabs, drafts: DraftService, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves: list[str] = []
    save = drafts.save

    def count(draft_id: object, body: str) -> int:
        saves.append(drafting.read(body).caller.phone)
        return save(draft_id, body)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(drafts, "save", count)
    type_text("0671234567")  # without a turn of the event loop between the keys
    qtbot.waitUntil(lambda: [draft.caller.phone for draft in kept(drafts)] == ["0671234567"])
    assert saves == ["0671234567"]


def test_a_call_is_kept_before_the_first_key(tabs: IntakeTabs, drafts: DraftService, qtbot: QtBot) -> None:
    tabs.begin("0671234567", "call-1")
    qtbot.waitUntil(lambda: [draft.caller.call_id for draft in kept(drafts)] == ["call-1"])


def test_a_start_after_a_power_cut_brings_back_the_same_card(
    open_tabs: Callable[[], IntakeTabs], drafts: DraftService, qtbot: QtBot
) -> None:
    before = open_tabs().front.page
    type_text("0671234567")
    before.address.line.setFocus()
    type_text("Шевченка")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)  # one of two namesakes
    picked = before.address.read.street
    type_text("14 кв 5")
    before.address.parts["floor"].setFocus()
    type_text("3")
    before.category.line.setFocus()
    type_text("не горить ліхтар")
    press(Qt.Key.Key_Return)
    before.work.executor.setFocus()
    press(Qt.Key.Key_Down)
    type_text("Договір")
    before.details.hazard.setText("Собака")
    before.details.text.setFocus()
    type_text("Ліхтар не світить")
    for _ in range(7):
        press(Qt.Key.Key_Left)
    type_text("вже ")
    draft = before.draft
    qtbot.waitUntil(lambda: kept(drafts) == [draft])

    after = open_tabs().front.page
    assert after.draft == draft
    assert after.address.read.street == picked == SHEVCHENKA_LANE
    assert after.category.category == LAMP
    assert after.work.executor_id == OTHER_LIGHTING.id
    assert after.details.hazard.isVisible()
    assert focused() is after.details.text
    assert after.details.text.textCursor().position() == len("Ліхтар не вже ")


def test_a_restored_draft_registers_once_and_is_gone(
    open_tabs: Callable[[], IntakeTabs], drafts: DraftService, qtbot: QtBot
) -> None:
    open_tabs()
    type_text("0671234567")
    qtbot.waitUntil(lambda: len(kept(drafts)) == 1)
    tabs = open_tabs()
    page = tabs.front.page
    page.address.line.setFocus()
    type_text("Чорновола 47")
    press(Qt.Key.Key_Return)
    type_text("не горить ліхтар")
    press(Qt.Key.Key_Return)
    type_text("Темно")
    with qtbot.waitSignal(tabs.registered):
        press(Qt.Key.Key_Return, CTRL)
    assert drafts.saved() == []
    assert page.address.read.street == CHORNOVOLA


def test_a_dropped_draft_does_not_come_back(tabs: IntakeTabs, drafts: DraftService, qtbot: QtBot) -> None:
    type_text("0671234567")
    press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(tabs.dropped):
        press(Qt.Key.Key_1)
    assert drafts.saved() == []


def test_a_draft_of_another_version_stays_on_the_disk_and_is_told_of(
    open_tabs: Callable[[], IntakeTabs], drafts: DraftService, notices: Notices
) -> None:
    body = msgspec.json.encode(msgspec.structs.replace(IntakeDraft(), version=99)).decode()
    drafts.save(uuid4(), body)
    tabs = open_tabs()
    assert tabs.count() == 1
    assert tabs.front.is_free
    assert notices.shown[0].text.startswith("A draft of another version")
    assert [saved.body for saved in drafts.saved()] == [body]


@pytest.mark.parametrize("body", ["", "{}x", '{"version": "old"}', '{"version": 2}', "[]"])
def test_what_is_no_draft_is_refused(body: str) -> None:
    with pytest.raises(DraftUnreadable):
        drafting.read(body)
