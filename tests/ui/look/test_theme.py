"""The theme dresses the whole program and changes while it runs."""

import re
from dataclasses import asdict, fields
from string import Template

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import resources
from console.ui.look.icons import Symbol, icon
from console.ui.look.looks import Look, dress
from console.ui.look.palette import DARK, LIGHT, Palette
from console.ui.look.theme import Scheme, Theme, colours
from tests.ui.look.contrast import contrast

_SHEET = resources.path("style", "desk.qss").read_text(encoding="utf-8")


def test_every_token_in_the_style_sheet_exists() -> None:
    used = set(Template(_SHEET).get_identifiers())
    assert len(used) > 20
    assert used <= {field.name for field in fields(Palette)} | {"small", "heading"}


def test_every_look_has_a_rule_and_every_rule_a_look() -> None:
    assert set(re.findall(r'look="(\w+)"', _SHEET)) | {"plain"} == set(Look)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.name)
def test_every_picture_of_the_style_sheet_exists_in_the_colours_of_the_palette(palette: Palette) -> None:
    names = set(re.findall(r'url\("look:([^"]+)"\)', Template(_SHEET).safe_substitute(asdict(palette))))
    assert names
    for name in names:
        used = re.findall("#[0-9A-F]{6}", resources.path("style", name).read_text(encoding="utf-8"))
        assert used
        assert set(used) <= {palette.muted, palette.input, palette.input_border, palette.accent, palette.on_accent}


def test_check_boxes_are_not_styled() -> None:
    assert not re.search(r"^[^/*]*(QCheckBox|QRadioButton)[^.]*{", _SHEET, re.MULTILINE)


def test_a_switch_changes_the_palette_in_force_and_says_so(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.use(Scheme.DARK)
    assert colours() is DARK
    assert theme.scheme == Scheme.DARK
    theme.use(Scheme.LIGHT)
    assert colours() is LIGHT


def test_a_switch_tints_icons_anew(theme: Theme) -> None:
    drawing = icon(Symbol.PRINTER, "accent")
    inks = []
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.use(scheme)
        inks.append(drawing.pixmap(48, 48).toImage().pixelColor(24, 28).name().upper())
    assert inks[0] != inks[1]


def test_a_switch_paints_widgets_on_the_screen_anew(theme: Theme, qtbot: QtBot) -> None:
    panel = QWidget()
    panel.resize(200, 60)
    edit = QLineEdit(panel)
    edit.resize(100, 30)
    qtbot.addWidget(panel)
    panel.show()
    for scheme, palette in ((Scheme.DARK, DARK), (Scheme.LIGHT, LIGHT)):
        theme.use(scheme)
        picture = panel.grab().toImage()
        assert picture.pixelColor(90, 10) == QColor(palette.input)
        assert picture.pixelColor(panel.width() - 2, panel.height() - 2) == QColor(palette.background)


def test_the_system_scheme_is_followed_only_when_asked_for(theme: Theme, qapp: QApplication) -> None:
    theme.use(Scheme.SYSTEM)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert colours() is DARK
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert colours() is LIGHT
    theme.use(Scheme.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert colours() is LIGHT


@pytest.mark.parametrize(("scheme", "palette"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)])
def test_an_empty_check_box_has_an_edge_that_can_be_seen(
    theme: Theme, qtbot: QtBot, scheme: Scheme, palette: Palette
) -> None:
    theme.use(scheme)
    box = QCheckBox("yes")
    qtbot.addWidget(box)
    box.show()
    picture = box.grab().toImage()
    edge = max(contrast(picture.pixelColor(x, picture.height() // 2).name(), palette.background) for x in range(12))
    assert edge >= 3


def test_a_look_shows_on_a_widget_that_is_already_shown(theme: Theme, qtbot: QtBot) -> None:
    theme.use(Scheme.LIGHT)
    button = QWidget()
    line = QLineEdit(button)
    qtbot.addWidget(button)
    button.show()
    line.setProperty("invalid", True)
    dress(line, Look.PLAIN)
    assert line.grab().toImage().pixelColor(line.width() // 2, 0) == QColor(LIGHT.critical)
