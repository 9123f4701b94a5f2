"""The parts of a card that tests look at and press."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QPlainTextEdit,
)

from console.services.intake import Caller, IntakeService, Place, Problem
from console.ui.itemmodels.timeline_model import TimelineModel
from protocol.due import Due
from protocol.phones import PhoneNumber
from protocol.times import HOUR
from protocol.vocabulary import LimitKind, State
from tests.desk import LAMP, LIGHTING, DeskUnderTest
from tests.ui.ticket.conftest import Shown


def text_of(shown: Shown) -> QPlainTextEdit:
    return next(each for each in shown.card.findChildren(QPlainTextEdit) if each.isVisible())


def executor_of(shown: Shown) -> QComboBox:
    return next(each for each in shown.card.findChildren(QComboBox) if each.isVisible())


def is_asking(shown: Shown) -> bool:
    return any(each.isVisible() for each in shown.card.findChildren(QPlainTextEdit))


def click(shown: Shown, words: str) -> None:
    button = shown.button(words)
    assert button is not None, words
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def headlines(shown: Shown) -> list[str]:
    model = timeline(shown).model()
    assert isinstance(model, TimelineModel)
    return [entry.headline for entry in model.entries]


def timeline(shown: Shown) -> QListView:
    return next(each for each in shown.card.findChildren(QListView) if isinstance(each.model(), TimelineModel))


def state(shown: Shown) -> State | None:
    return shown.card.ticket.state if shown.card.ticket is not None else None


def is_in(shown: Shown, expected: State) -> bool:
    return state(shown) is expected


def is_offered(shown: Shown, words: str) -> bool:
    button = shown.button(words)
    return button is not None and button.isEnabled()


def register_whole(desk: DeskUnderTest) -> UUID:
    """Register a ticket of which everything is known."""
    now = desk.clock.now()
    return (
        IntakeService(desk.database, desk.shift)
        .register(
            Caller(name="Шевчук Єва", phone=PhoneNumber("0671234567", "+380671234567")),
            Place(
                address="вул. Попова, 47, кв. 12",
                flat="12",
                floor="3",
                door_code="12К34",
                landmark="за школою",
                district="Новозаводський",
            ),
            Problem(
                category=LAMP,
                text="Іскрить ліхтар <b>біля</b> під'їзду",
                due=Due(now + 72 * HOUR, now + 54 * HOUR, None, LimitKind.CALENDAR_DAYS),
                executor_id=LIGHTING.id,
                reason="Освітлення вулиць веде Міськсвітло",
                hazard="обірваний дріт",
                access="ключ у кв. 1",
                promise="Полагодять до четверга.",
            ),
        )
        .ticket_id
    )
