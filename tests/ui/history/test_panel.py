"""The panel of the past: four views with counts, people only offered, kept up to date."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.services.intake import Caller, IntakeService, Place, Problem, Registered
from console.store.history import HouseKey, PersonRow
from console.ui.feed import Feed
from console.ui.history.panel import HistoryPanel, HistoryView
from console.ui.look.theme import Scheme, Theme
from console.ui.reference import Reference
from console.ui.words import Words
from protocol.due import Due
from protocol.events import RecordSet
from protocol.ids import reference_id
from protocol.phones import PhoneSite, normalise
from protocol.records import Applicant, Phone, Street
from protocol.times import DAY, HOUR
from protocol.vocabulary import ConsultationKind, LimitKind, Result, State
from tests.desk import BURST, LIGHTING, DeskUnderTest

SITE = PhoneSite(area_code="462")
NUMBER = "+380671234567"
POPOVA = Street(id=reference_id("street", "Попова"), name="Попова", kind="вулиця")
HOUSE = HouseKey(POPOVA.id, "5")


def know(desk: DeskUnderTest, name: str, caution: str = "") -> UUID:
    """Have an applicant known under the number."""
    applicant = Applicant(id=reference_id("applicant", name), name=name, address="вул. Попова, 5", caution=caution)
    desk.log.add(applicant, Phone(id=reference_id("phone", name), applicant_id=applicant.id, number=NUMBER))
    desk.pull()
    return applicant.id


def register(desk: DeskUnderTest, applicant_id: UUID | None = None, flat: str = "", number: str = NUMBER) -> Registered:
    """Let somebody have reported a burst pipe."""
    desk.clock.pass_time()
    now = desk.clock.now()
    problem = Problem(
        category=BURST,
        text="Тече",
        due=Due(now + HOUR, now + HOUR, None, LimitKind.CLOCK_HOURS),
        executor_id=LIGHTING.id,
        reason="",
    )
    return IntakeService(desk.database, desk.shift).register(
        Caller(phone=normalise(number, SITE), applicant_id=applicant_id),
        Place(address="вул. Попова, 5", street=POPOVA, house="5", flat=flat),
        problem,
    )


@pytest.fixture
def panel(
    qtbot: QtBot, desk: DeskUnderTest, feed: Feed, reference: Reference, words: Words, theme: Theme
) -> HistoryPanel:
    panel = HistoryPanel(database=desk.database, feed=feed, reference=reference, words=words, clock=desk.clock)
    qtbot.addWidget(panel)
    panel.resize(300, 400)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return panel


def shown(panel: HistoryPanel, view: HistoryView) -> list[tuple[str, str]]:
    return [(entry.title, entry.detail) for entry in panel.lists[view].entries]


def tab_titles(panel: HistoryPanel) -> list[str]:
    return [panel.tabs.tabText(view) for view in HistoryView]


def test_each_view_has_its_count_in_its_title(panel: HistoryPanel, desk: DeskUnderTest) -> None:
    ann = know(desk, "Шевчук Єва")
    register(desk, ann, "12")
    register(desk, None, "14")
    register(desk, None, "12", "+380501112233")
    panel.show_phone(NUMBER)
    panel.show_place(HOUSE, "12")
    assert tab_titles(panel) == ["Phone 2", "Person 1", "Flat 2", "House 3"]


def test_open_tickets_stand_above_closed_ones(panel: HistoryPanel, desk: DeskUnderTest) -> None:
    older, newer = register(desk), register(desk)
    newer_body = {"state": State.CLOSED, "result": Result.DONE, "closed_at": desk.clock.now()}
    for operation in [queued.decoded() for queued in desk.database.outbox.unconfirmed()]:
        desk.log.apply(operation)
    desk.log.add(RecordSet("ticket", newer.ticket_id, newer_body))
    desk.pull()
    panel.show_phone(NUMBER)
    assert shown(panel, HistoryView.PHONE) == [
        (BURST.name_uk, f"registered · {older.number}"),
        (BURST.name_uk, f"done · {newer.number}"),
    ]
    entries = panel.lists[HistoryView.PHONE].entries
    assert [entry.is_strong for entry in entries] == [True, False]


def test_a_ticket_past_its_term_is_marked_without_a_change_in_the_database(
    panel: HistoryPanel, desk: DeskUnderTest
) -> None:
    register(desk)
    panel.show_phone(NUMBER)
    assert not panel.lists[HistoryView.PHONE].entries[0].is_overdue
    desk.clock.pass_time(DAY)
    panel._ticking.timeout.emit()
    assert panel.lists[HistoryView.PHONE].entries[0].is_overdue


def test_talks_without_a_ticket_stand_in_the_view_of_the_phone(panel: HistoryPanel, desk: DeskUnderTest) -> None:
    caller = Caller(phone=normalise(NUMBER, SITE))
    IntakeService(desk.database, desk.shift).consult(caller, ConsultationKind.KNOWLEDGE, "Графік вивезення")
    panel.show_phone(NUMBER)
    assert shown(panel, HistoryView.PHONE) == [("Talk: question answered", "Графік вивезення")]


def test_the_panel_follows_what_is_registered(panel: HistoryPanel, desk: DeskUnderTest, qtbot: QtBot) -> None:
    panel.show_phone(NUMBER)
    assert panel.lists[HistoryView.PHONE].empty_sentence == "Nobody has called from this number before."
    register(desk)
    qtbot.waitUntil(lambda: len(panel.lists[HistoryView.PHONE].entries) == 1)
    assert panel.lists[HistoryView.PHONE].empty_sentence == ""


def test_people_who_share_a_number_are_offered_with_their_cautions(
    panel: HistoryPanel, desk: DeskUnderTest, qtbot: QtBot
) -> None:
    know(desk, "Шевчук Єва")
    koval = know(desk, "Коваль Петро", "Погрожував")
    register(desk, koval)
    panel.show_phone(NUMBER)
    assert [(entry.title, entry.caution) for entry in panel.people.entries] == [
        ("Коваль Петро", "Погрожував"),
        ("Шевчук Єва", ""),
    ]
    assert panel.lists[HistoryView.PERSON].empty_sentence.startswith("Several people share this number.")
    panel.people.setFocus()
    with qtbot.waitSignal(panel.person_chosen) as chosen:
        QTest.keyClick(panel.people, Qt.Key.Key_Return)
    (person,) = chosen.args
    assert isinstance(person, PersonRow)
    assert person.id == koval
    assert len(panel.lists[HistoryView.PERSON].entries) == 1


def test_the_only_person_of_a_number_is_shown_without_a_choice(panel: HistoryPanel, desk: DeskUnderTest) -> None:
    register(desk, know(desk, "Шевчук Єва"))
    panel.show_phone(NUMBER)
    assert len(panel.lists[HistoryView.PERSON].entries) == 1


def test_enter_opens_the_ticket_of_the_row(panel: HistoryPanel, desk: DeskUnderTest, qtbot: QtBot) -> None:
    registered = register(desk)
    panel.show_phone(NUMBER)
    panel.setFocus()
    rows = panel.lists[HistoryView.PHONE]
    assert rows.hasFocus()
    with qtbot.waitSignal(panel.ticket_opened) as opened:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert opened.args == [registered.ticket_id]


def test_a_click_opens_the_ticket_once(panel: HistoryPanel, desk: DeskUnderTest) -> None:
    registered = register(desk)
    panel.show_phone(NUMBER)
    opened: list[UUID] = []
    panel.ticket_opened.connect(opened.append)
    rows = panel.lists[HistoryView.PHONE]
    place = rows.visualRect(rows.model().index(0, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [registered.ticket_id]


def test_an_empty_view_gives_way_to_one_with_rows(panel: HistoryPanel, desk: DeskUnderTest) -> None:
    register(desk, number="+380501112233")
    panel.tabs.tabBar().clearFocus()  # the operator is in the form
    panel.show_phone(NUMBER)
    assert panel.tabs.currentIndex() == HistoryView.PHONE
    panel.show_place(HOUSE, "")
    assert panel.tabs.currentIndex() == HistoryView.HOUSE


def test_another_intake_empties_every_view(panel: HistoryPanel, desk: DeskUnderTest) -> None:
    register(desk, know(desk, "Шевчук Єва"), "12")
    panel.show_phone(NUMBER)
    panel.show_place(HOUSE, "12")
    panel.show_phone("")
    panel.show_place(None, "")
    assert tab_titles(panel) == ["Phone", "Person", "Flat", "House"]
    assert panel.people.entries == ()
    assert all(rows.empty_sentence for rows in panel.lists.values())


def test_rows_are_painted_in_both_schemes(panel: HistoryPanel, desk: DeskUnderTest, theme: Theme) -> None:
    register(desk, know(desk, "Шевчук Єва", "Погрожував"))
    panel.show_phone(NUMBER)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.use(scheme)
        assert not panel.grab().toImage().isNull()
