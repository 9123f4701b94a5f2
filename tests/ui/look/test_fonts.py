"""The shipped fonts hold every letter the desk writes, and their text survives being copied out of a PDF."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter, QPdfWriter, QRawFont
from PySide6.QtWidgets import QApplication

import resources
from console.ui.look import fonts
from console.ui.look.theme import Theme

_FILES = sorted(resources.path("fonts").glob("*.ttf"))
_UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_SIGNS = "₴№’ʼ«»–—−…·×°²½≤≥→←↑↓⚠✓□"


def test_three_weights_ship_with_their_licence() -> None:
    assert [file.stem for file in _FILES] == ["Inter-Bold", "Inter-Regular", "Inter-SemiBold"]
    assert "SIL OPEN FONT LICENSE" in resources.path("fonts", "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_a_font_is_small_and_holds_every_letter(qapp: QApplication, file: Path) -> None:
    assert file.stat().st_size <= 250_000
    font = QRawFont(str(file), 12)
    wanted = _UKRAINIAN + _UKRAINIAN.upper() + _SIGNS + "".join(map(chr, range(0x20, 0x7F))) + "ыэъё"
    assert [letter for letter in wanted if not font.supportsCharacter(ord(letter))] == []


def test_the_program_writes_in_inter(theme: Theme, qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == fonts.FAMILY
    assert qapp.font().pointSizeF() == fonts.BODY


def test_the_three_weights_differ(theme: Theme) -> None:
    weights = (QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold)
    widths = [QFontMetricsF(fonts.text(20, weight)).horizontalAdvance("Звернення") for weight in weights]
    assert widths == sorted(set(widths))


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold])
def test_digits_are_all_of_one_width(theme: Theme, weight: QFont.Weight) -> None:
    metrics = QFontMetricsF(fonts.digits(fonts.LARGE, weight))
    assert len({metrics.horizontalAdvance(str(digit) * 4) for digit in range(10)}) == 1
    proportional = QFontMetricsF(fonts.text(fonts.LARGE, weight))
    assert proportional.horizontalAdvance("1111") < proportional.horizontalAdvance("0000")


def test_a_pdf_gives_every_sign_back(theme: Theme, tmp_path: Path) -> None:
    written = "№ 2026-001841 (067) 123-45-67 09:05 «15-80» обʼїзд під'їзд 120,50 ₴"
    file = tmp_path / "slip.pdf"
    writer = QPdfWriter(str(file))
    painter = QPainter(writer)
    for line, weight in enumerate((QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold)):
        painter.setFont(fonts.text(12, weight))
        painter.drawText(200, 400 * (line + 1), written)
    painter.end()
    read = PdfReader(file).pages[0].extract_text()
    assert [line.strip() for line in read.splitlines() if line.strip()] == [written] * 3
