"""The icons are one family, sharp, and never missing."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from pytestqt.qtbot import QtBot

import resources
from console.ui.look.icons import IconLabel, Symbol, icon
from console.ui.look.palette import DARK, LIGHT, Palette
from console.ui.look.theme import Scheme, Theme

_SCHEMES = [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)]


def test_every_drawing_has_a_name_and_every_name_a_drawing() -> None:
    assert {file.stem for file in resources.path("icons").glob("*.svg")} == set(Symbol)


@pytest.mark.parametrize("symbol", Symbol)
def test_every_drawing_is_of_one_line_style(symbol: Symbol) -> None:
    svg = resources.path("icons", f"{symbol}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in svg
    assert re.findall('stroke-width="([^"]+)"', svg) == ["1.75"]
    assert re.findall('(?:stroke|fill)="([^"]+)"', svg) == ["none", "currentColor"]


@pytest.mark.parametrize(("scheme", "palette"), _SCHEMES)
@pytest.mark.parametrize("symbol", Symbol)
def test_every_icon_is_drawn_in_its_colour(theme: Theme, symbol: Symbol, scheme: Scheme, palette: Palette) -> None:
    theme.use(scheme)
    ink = _ink(icon(symbol, "text").pixmap(96, 96).toImage())
    assert ink == palette.text


def test_an_icon_is_drawn_at_the_size_of_the_screen_pixels(theme: Theme) -> None:
    pixmap = icon(Symbol.HOUSE).pixmap(QSize(18, 18), 1.5)
    assert pixmap.size() == QSize(27, 27)
    assert pixmap.devicePixelRatio() == 1.5
    picture = pixmap.toImage()
    assert any(picture.pixelColor(x, 22).alpha() for x in range(27)), "the lower part is drawn too"


def test_a_disabled_icon_is_pale(theme: Theme) -> None:
    assert _ink(icon(Symbol.SAVE, "accent").pixmap(96, 96, QIcon.Mode.Disabled).toImage()) == LIGHT.disabled


def test_an_icon_survives_being_copied_and_changed(theme: Theme) -> None:
    copy = QIcon(icon(Symbol.SAVE))
    copy.addPixmap(icon(Symbol.SAVE).pixmap(16, 16))
    assert _ink(copy.pixmap(96, 96).toImage()) == LIGHT.muted


def test_a_token_that_does_not_exist_is_refused_at_once() -> None:
    with pytest.raises(AttributeError):
        icon(Symbol.SAVE, "no such colour")


def test_an_icon_label_shows_what_it_is_told(theme: Theme, qtbot: QtBot) -> None:
    label = IconLabel(Symbol.CLOUD_OK, "ok", 48)
    qtbot.addWidget(label)
    before = label.grab().toImage()
    label.show_symbol(Symbol.CLOUD_OFF, "critical")
    assert label.grab().toImage() != before
    assert LIGHT.critical in _colours(label.grab().toImage())


def _ink(picture: QImage) -> str:
    """Return the colour of a drawing: most of its full pixels have it, the rest is rounding where lines cross."""
    return _colours(picture).most_common(1)[0][0]


def _colours(picture: QImage) -> Counter[str]:
    pixels = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return Counter(pixel.name().upper() for pixel in pixels if pixel.alpha() == 255)
