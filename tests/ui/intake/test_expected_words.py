"""What is read to the caller about the time of the fix."""

import pytest
from pytestqt.qtbot import QtBot

from console.settings import Language
from console.ui.intake.expected_words import ExpectedWords
from console.ui.words import Words
from protocol.due import Due
from protocol.records import Limit
from protocol.times import HOUR, MINUTE, Instant
from protocol.vocabulary import LimitKind
from tests.desk import BURST, NOON
from tests.ui.intake.city import LAMP, LAMP_LIMIT

DAY_END = NOON + 11 * HOUR + 59 * MINUTE + 59_000


@pytest.fixture
def sentences(words: Words) -> ExpectedWords:
    return ExpectedWords(words)


@pytest.mark.parametrize(
    ("due_at", "kind", "expected"),
    [
        (NOON + 3 * HOUR, LimitKind.CLOCK_HOURS, "Expect the fix today by 15:00."),
        (NOON + 24 * HOUR, LimitKind.CLOCK_HOURS, "Expect the fix tomorrow, 24 листопада, by 12:00."),
        (NOON + 72 * HOUR, LimitKind.CLOCK_HOURS, "Expect the fix on четвер, 26 листопада, by 12:00."),
        (DAY_END, LimitKind.WORKING_DAYS, "Expect the fix by the end of today."),
        (DAY_END + 24 * HOUR, LimitKind.WORKING_DAYS, "Expect the fix by the end of tomorrow, 24 листопада."),
        (DAY_END + 96 * HOUR, LimitKind.CALENDAR_DAYS, "Expect the fix by the end of 27 листопада, пʼятниця."),
    ],
)
def test_the_day_is_named_as_one_says_it(
    sentences: ExpectedWords, due_at: Instant, kind: LimitKind, expected: str
) -> None:
    sentence = sentences.sentence(Due(due_at, due_at, None, kind), BURST, NOON)
    assert sentence.split(" The term")[0].replace("'", "ʼ").replace("’", "ʼ") == expected


@pytest.mark.parametrize(
    ("kind", "limit", "expected"),
    [
        (LimitKind.CLOCK_HOURS, None, "The term is 72 hour(s)."),
        (LimitKind.CALENDAR_DAYS, None, "The term is 3 day(s)."),
        (LimitKind.WORKING_DAYS, LAMP_LIMIT, "The term is 2 working day(s) (Рішення міськради № 5)."),
    ],
)
def test_the_term_names_the_act_it_stands_on(
    sentences: ExpectedWords, kind: LimitKind, limit: Limit | None, expected: str
) -> None:
    assert sentences.sentence(Due(NOON, NOON, limit, kind), LAMP, NOON).endswith(expected)


def test_an_english_screen_names_english_months(qtbot: QtBot) -> None:
    sentences = ExpectedWords(Words(Language.ENGLISH))
    due = Due(NOON + 24 * HOUR, NOON, None, LimitKind.CLOCK_HOURS)
    assert "24 November" in sentences.sentence(due, BURST, NOON)
