"""Every word of the trade and every refusal has words for the operator."""

import pytest

from console.errors import (
    ConsoleError,
    NotOurCentre,
    Offline,
    Refusal,
    Refused,
    ServerRefused,
    StoreBroken,
)
from console.settings import Language
from console.slips.failures import PrintFailed, PrintFailure
from console.ui.words import Words
from protocol.problems import ProblemType
from protocol.vocabulary import (
    Channel,
    ConsultationKind,
    HouseKind,
    PlaceClass,
    Resolution,
    Result,
    Role,
    State,
    Urgency,
)


def test_no_two_words_of_one_list_are_said_alike(words: Words) -> None:
    lists = (
        [words.state(each) for each in State],
        [words.result(each) for each in Result],
        [words.resolution(each) for each in Resolution],
        [words.urgency(each) for each in Urgency],
        [words.role(each) for each in Role],
        [words.channel(each) for each in Channel],
        [words.consultation(each) for each in ConsultationKind],
        [words.place_class(each) for each in PlaceClass],
        [words.house_kind(each) for each in HouseKind],
    )
    for said in lists:
        assert len(set(said)) == len(said)


@pytest.mark.parametrize("refusal", Refusal)
def test_every_refusal_is_a_sentence(words: Words, refusal: Refusal) -> None:
    assert words.refusal(Refused(refusal)).endswith(".")


@pytest.mark.parametrize(
    "error",
    [
        Offline(),
        NotOurCentre("HTTP 200"),
        StoreBroken("disk I/O error"),
        *(ServerRefused(403, problem) for problem in ProblemType),
        *(PrintFailed(reason, "SLIP-A5") for reason in PrintFailure),
    ],
    ids=repr,
)
def test_every_failure_is_a_sentence_without_the_words_of_the_machine(words: Words, error: ConsoleError) -> None:
    sentence = words.refusal(error)
    assert sentence.endswith(".")
    assert "HTTP" not in sentence
    assert "I/O" not in sentence


def test_the_printer_that_failed_is_named(words: Words) -> None:
    assert "SLIP-A5" in words.refusal(PrintFailed(PrintFailure.PRINTER_MISSING, "SLIP-A5"))


def test_a_name_is_said_in_the_language_of_the_screens_when_there_is_one() -> None:
    ukrainian, english = Words(Language.UKRAINIAN), Words(Language.ENGLISH)
    assert ukrainian.label("Освітлення", "Lighting") == "Освітлення"
    assert english.label("Освітлення", "Lighting") == "Lighting"
    assert english.label("Освітлення", "") == "Освітлення"
