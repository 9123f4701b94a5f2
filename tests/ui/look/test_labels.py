"""Labels shorten, count and colour themselves without losing a word."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from console.ui.look.card import Card
from console.ui.look.labels import DurationLabel, ElidedLabel
from console.ui.look.palette import LIGHT, Tone
from console.ui.look.pill import Pill
from console.ui.look.theme import Theme


def test_a_text_that_does_not_fit_is_whole_in_the_tooltip(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("вул. Ґонти, 12-А, підʼїзд 3, квартира 47")
    qtbot.addWidget(label)
    label.show()
    label.resize(80, 20)
    assert label.toolTip() == label.text()
    label.resize(600, 20)
    assert label.toolTip() == ""
    label.resize(80, 20)
    label.setText("№ 7")
    assert label.toolTip() == ""


def test_an_elided_label_never_holds_the_window_wide(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("вул. Ґонти, 12-А, підʼїзд 3, квартира 47")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 30


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "00:00"), (59, "00:59"), (167, "02:47"), (3599, "59:59"), (3600, "1:00:00"), (-3, "00:00")],
)
def test_a_duration_is_written_for_the_eye_and_said_with_its_name(
    theme: Theme, qtbot: QtBot, seconds: int, shown: str
) -> None:
    label = DurationLabel("Length of the talk")
    qtbot.addWidget(label)
    label.show_seconds(seconds)
    assert label.text() == shown
    assert label.accessibleName() == f"Length of the talk: {shown}"


def test_a_running_timer_moves_nothing_around_it(theme: Theme, qtbot: QtBot) -> None:
    label = DurationLabel("Length of the talk")
    qtbot.addWidget(label)
    widths = set()
    for seconds in range(3600):
        label.show_seconds(seconds)
        widths.add(label.sizeHint().width())
    assert len(widths) == 1


@pytest.mark.parametrize("tone", Tone)
def test_every_tone_has_a_shape_of_its_own(theme: Theme, qtbot: QtBot, tone: Tone) -> None:
    shapes = {other: _mark_pixels(Pill("", other), other, qtbot) for other in Tone}
    assert [other for other, shape in shapes.items() if shape == shapes[tone]] == [tone]


def test_a_pill_changes_its_words_and_tone(theme: Theme, qtbot: QtBot) -> None:
    pill = Pill("1 overdue", Tone.EMERGENCY)
    qtbot.addWidget(pill)
    pill.show_tone("all in time", Tone.OK)
    assert pill.text() == "all in time"
    assert pill.tone == Tone.OK
    assert pill.grab().toImage().pixelColor(pill.width() - 9, pill.height() // 2) == QColor(LIGHT.ok_tint)


def test_a_card_is_named_by_its_title(theme: Theme, qtbot: QtBot) -> None:
    card = Card("Queue")
    qtbot.addWidget(card)
    assert card.accessibleName() == "Queue"
    card.set_title("Queue of the shift")
    assert card.accessibleName() == "Queue of the shift"


def _mark_pixels(pill: Pill, tone: Tone, qtbot: QtBot) -> frozenset[tuple[int, int]]:
    """Return where the mark of a pill is inked, whatever its colour."""
    qtbot.addWidget(pill)
    strong = QColor(LIGHT.tone(tone).strong)
    picture = pill.grab().toImage()
    places = ((x, y) for x in range(8, 19) for y in range(3, picture.height() - 3))
    return frozenset((x, y) for x, y in places if abs(picture.pixelColor(x, y).lightness() - strong.lightness()) < 40)
