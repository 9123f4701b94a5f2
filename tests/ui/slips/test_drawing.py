"""A slip fills exactly one page, reads back, and scans."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtGui import QColor, QPalette, QPdfWriter
from PySide6.QtWidgets import QApplication

from console.slips.content import SlipContent
from console.slips.page import CUT_MARK
from console.ui.slips.drawing import SlipDrawing, SlipPaper, draw_slips
from protocol.numbers import TicketNumber
from tests.slips.sample import FULL, LAMP, slip
from tests.ui.slips.rendering import decoded, inked_rows, picture

LONG = "Вода тече з горища вже третій тиждень, і ніхто не приходить. " * 33
MILLIMETRE = 200 / 25.4  # in px of a picture


def written(file: Path, *contents: SlipContent, paper: SlipPaper = SlipPaper.A5) -> PdfReader:
    pages = draw_slips(QPdfWriter(str(file)), [SlipDrawing(content) for content in contents], paper)
    reader = PdfReader(file)
    assert len(reader.pages) == pages
    return reader


@pytest.mark.parametrize("content", [FULL, LAMP, slip(text=LONG), slip(text=LONG, copy=3, is_sample=True)])
def test_a_slip_is_one_page(content: SlipContent, tmp_path: Path) -> None:
    (page,) = written(tmp_path / "slip.pdf", content).pages
    assert [round(float(side) / 72 * 25.4) for side in (page.mediabox.width, page.mediabox.height)] == [148, 210]


@pytest.mark.parametrize("content", [FULL, LAMP, slip(text=LONG), slip(text=LONG, copy=3, is_sample=True)])
def test_the_form_reaches_the_lower_margin_and_not_beyond(content: SlipContent) -> None:
    last = inked_rows(picture(content, pages=2))[-1]
    assert 200 * MILLIMETRE < last <= 203 * MILLIMETRE


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=400), st.text(max_size=400), st.integers(1, 12))
def test_whatever_was_said_the_slip_stays_on_its_page(said: str, often: str, times: int) -> None:
    words = (said + " " + often * times)[:3000]
    content = slip(text=words, hazard=words, access=words, landmark=words, street=words, copy=2, is_sample=True)
    assert inked_rows(picture(content, dpi=60, pages=2))[-1] <= 203 * 60 / 25.4


def test_a_word_longer_than_the_page_is_broken() -> None:
    image = picture(slip(text="щ" * 2000, street="ш" * 300), dpi=60)
    pixels, stride = bytes(image.constBits()), image.bytesPerLine()
    right_margin = range(round(141 * 60 / 25.4), image.width())
    assert all(pixels[row * stride + column] == 255 for row in range(image.height()) for column in right_margin)


def test_only_a_text_too_long_for_the_page_is_cut() -> None:
    assert CUT_MARK not in SlipDrawing(FULL).text
    cut = SlipDrawing(slip(LAMP, text=LONG)).text
    assert cut.count(CUT_MARK) == 1
    assert len(cut.split(CUT_MARK)[0]) > 500  # the rest of the page is still used
    assert "усунено" in cut


def test_the_words_of_the_page_are_read_back_from_its_pdf(tmp_path: Path) -> None:
    text = written(tmp_path / "slip.pdf", FULL).pages[0].extract_text()
    for words in (
        "26-071-00123-43",
        "яненка, 14/41 корп. 2",  # the apostrophe before has one drawing for two characters
        "(067) 123-45-67",
        "03.11.2026 11:05",
        "АВАРІЙНА",
        "код дверей 47К2580",
        "Порив холодної води у підвалі",
        "КП «Чернігівводоканал»",
    ):
        assert words in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "ПОВТОРНО" not in text


def test_a_copy_says_so_on_paper(tmp_path: Path) -> None:
    assert "ПОВТОРНО" in written(tmp_path / "slip.pdf", slip(copy=2)).pages[0].extract_text()


def test_markup_in_a_callers_words_is_printed_as_typed(tmp_path: Path) -> None:
    said = 'кажуть <b>гучно</b> <img src="x.png"> {{ 7 * 7 }} &amp;'
    text = written(tmp_path / "slip.pdf", slip(LAMP, text=said)).pages[0].extract_text()
    assert "".join(said.split()) in "".join(text.split())  # blanks are guessed by whoever reads a PDF


@pytest.mark.parametrize("content", [FULL, slip(LAMP, copy=2), slip(text=LONG)])
def test_both_codes_scan_as_the_number(content: SlipContent, tmp_path: Path) -> None:
    picture(content).save(str(tmp_path / "slip.png"))
    assert decoded(tmp_path / "slip.png") == [f"CODE-128:{content.number}", f"QR-Code:{content.number}"]


@pytest.mark.parametrize(("series", "serial"), [("001", 1), ("071", 99_999), ("999", 12_345), ("100", 70_707)])
def test_other_numbers_scan_too(series: str, serial: int, tmp_path: Path) -> None:
    number = str(TicketNumber(27, series, serial))
    picture(slip(LAMP, number=number)).save(str(tmp_path / "slip.png"))
    assert decoded(tmp_path / "slip.png") == [f"CODE-128:{number}", f"QR-Code:{number}"]


def test_the_page_is_black_on_white_in_a_dark_theme_too(qapp: QApplication) -> None:
    content = slip(text=LONG)
    light, palette = picture(content, dpi=60), qapp.palette()
    dark = QPalette(QColor("black"))
    assert dark.text().color().lightness() > 200
    qapp.setPalette(dark)
    try:
        assert picture(content, dpi=60) == light
    finally:
        qapp.setPalette(palette)


def test_two_slips_stand_on_one_a4_sheet(tmp_path: Path) -> None:
    first, second = written(tmp_path / "slips.pdf", FULL, LAMP, slip(copy=2), paper=SlipPaper.A4_TWO).pages
    assert first.mediabox.width > first.mediabox.height
    assert FULL.number in first.extract_text()
    assert LAMP.number in first.extract_text()
    assert "ПОВТОРНО" in second.extract_text()
