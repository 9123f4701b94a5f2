"""Connecting a desk asks for an address and a code, and says under the right field what is wrong."""

import asyncio

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from console.errors import ConsoleError, NotOurCentre, Offline, ServerRefused
from console.jobs import Jobs
from console.ui.settings.enrol_page import EnrolPage
from console.ui.words import Words
from protocol.problems import ProblemType

URL = "https://centre.example.org"


class Centre:
    """Takes what the page presents, or refuses it."""

    def __init__(self, refusal: ConsoleError | None = None) -> None:
        self.refusal = refusal
        self.presented: list[tuple[str, str]] = []

    async def enrol(self, url: str, code: str) -> None:
        """Answer as told."""
        await asyncio.sleep(0)
        self.presented.append((url, code))
        if self.refusal is not None:
            raise self.refusal


def make_page(centre: Centre, jobs: Jobs, words: Words, qtbot: QtBot, url: str = URL) -> EnrolPage:
    page = EnrolPage(enrol=centre.enrol, jobs=jobs, words=words, centre_url=url)
    qtbot.addWidget(page)
    page.show()
    return page


def test_a_good_code_enrols_the_desk(jobs: Jobs, words: Words, qtbot: QtBot) -> None:
    centre = Centre()
    page = make_page(centre, jobs, words, qtbot)
    with qtbot.waitSignal(page.enrolled):
        page.enter(" AB12-CD34 ")
    assert centre.presented == [(URL, "AB12-CD34")]


def test_an_address_without_its_scheme_is_taken_for_a_secure_one(jobs: Jobs, words: Words, qtbot: QtBot) -> None:
    centre = Centre()
    page = make_page(centre, jobs, words, qtbot, "centre.example.org")
    with qtbot.waitSignal(page.enrolled):
        page.enter("AB12")
    assert centre.presented == [(URL, "AB12")]


@pytest.mark.parametrize("address", ["", "ftp://centre", "https://", "https://centre:0x", "https://[::1"])
def test_what_is_no_address_is_told_under_the_address(jobs: Jobs, words: Words, qtbot: QtBot, address: str) -> None:
    centre = Centre()
    page = make_page(centre, jobs, words, qtbot, address)
    page.enter("AB12")
    assert page.address_field.error is not None
    assert centre.presented == []


def test_a_missing_code_is_told_under_the_code(jobs: Jobs, words: Words, qtbot: QtBot) -> None:
    page = make_page(Centre(), jobs, words, qtbot)
    page.enter("  ")
    assert (page.address_field.error, page.code_field.error) == (None, "Enter the code.")


def test_a_refused_code_is_told_under_the_code_and_may_be_mended(jobs: Jobs, words: Words, qtbot: QtBot) -> None:
    centre = Centre(ServerRefused(403, ProblemType.CODE_INVALID))
    page = make_page(centre, jobs, words, qtbot)
    page.enter("AB12")
    qtbot.waitUntil(lambda: page.code_field.error is not None)
    assert page.address_field.error is None
    editor = page.code_field.editor
    assert isinstance(editor, QLineEdit)
    assert (editor.text(), editor.isEnabled()) == ("AB12", True)
    centre.refusal = None
    with qtbot.waitSignal(page.enrolled):
        page.enter("EF56")
    assert page.code_field.error is None


@pytest.mark.parametrize("refusal", [Offline(), NotOurCentre("HTTP 200")], ids=repr)
def test_a_centre_that_does_not_answer_is_told_under_the_address(
    jobs: Jobs, words: Words, qtbot: QtBot, refusal: ConsoleError
) -> None:
    page = make_page(Centre(refusal), jobs, words, qtbot)
    page.enter("AB12")
    qtbot.waitUntil(lambda: page.address_field.error is not None)
    assert page.code_field.error is None
