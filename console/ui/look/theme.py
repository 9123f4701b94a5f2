"""Puts the look on the whole program and switches between light and dark while it runs."""

from dataclasses import asdict
from enum import StrEnum
from string import Template

from PySide6.QtCore import QDir, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

import resources
from console.ui.look import fonts
from console.ui.look.palette import DARK, LIGHT, Palette

_CHECK_BOX_EDGE_DARKENING = 1.4 / 1.1
"""Fusion draws the edge of a check box in the window's colour, darkened by 1.4 and lightened by 1.1."""

_SIZES = {"small": f"{fonts.SMALL}pt", "heading": f"{fonts.HEADING}pt"}


class Scheme(StrEnum):
    """Which palette the desk wears; SYSTEM follows the operating system."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Dresses the application: Fusion style, palette, fonts and style sheet."""

    changed = Signal()
    """Another palette is in force; only what keeps pixmaps or rich text in colours of its own needs to listen."""

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self._palette: Palette | None = None
        QDir.setSearchPaths("look", [str(resources.path("style"))])
        self._sheet = Template(resources.path("style", "desk.qss").read_text(encoding="utf-8"))
        fonts.load()
        application.setStyle("Fusion")
        application.setFont(fonts.text())
        application.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)
        self.use(scheme)

    @property
    def scheme(self) -> Scheme:
        """What was chosen; `colours()` tells what it came to."""
        return self._scheme

    def use(self, scheme: Scheme) -> None:
        """Switch to a scheme and tell the system too, so that Windows draws title bars to match."""
        self._scheme = scheme
        hints = self._application.styleHints()
        match scheme:
            case Scheme.SYSTEM:
                hints.unsetColorScheme()
                dark = hints.colorScheme() == Qt.ColorScheme.Dark
            case Scheme.LIGHT:
                hints.setColorScheme(Qt.ColorScheme.Light)
                dark = False
            case Scheme.DARK:
                hints.setColorScheme(Qt.ColorScheme.Dark)
                dark = True
        self._apply(DARK if dark else LIGHT)

    @Slot(Qt.ColorScheme)
    def _on_system_scheme_changed(self, system: Qt.ColorScheme) -> None:
        if self._scheme == Scheme.SYSTEM:
            self._apply(DARK if system == Qt.ColorScheme.Dark else LIGHT)

    def _apply(self, palette: Palette) -> None:
        if palette is self._palette:
            return
        self._palette = palette
        QApplication.setPalette(_qt_palette(palette))
        for name in ("QCheckBox", "QRadioButton", "QMenu"):
            QApplication.setPalette(_check_box_palette(palette), name)  # type: ignore[arg-type] # Qt's stub is wrong: bytes are refused
        self._application.setStyleSheet(self._sheet.substitute(asdict(palette), **_SIZES))
        self.changed.emit()


def colours() -> Palette:
    """Return the palette in force, for code that paints."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < QColor(DARK.input_border).lightness() else LIGHT


def _qt_palette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    result = QPalette(QColor(palette.panel), QColor(palette.background))
    for colour_role, colour in (
        (role.WindowText, palette.text),
        (role.Text, palette.text),
        (role.ButtonText, palette.text),
        (role.BrightText, palette.critical),
        (role.Base, palette.input),
        (role.AlternateBase, palette.stripe),
        (role.PlaceholderText, palette.muted),
        (role.Highlight, palette.accent),
        (role.HighlightedText, palette.on_accent),
        (role.Accent, palette.accent),
        (role.Link, palette.accent),
        (role.LinkVisited, palette.info),
        (role.ToolTipBase, palette.panel),
        (role.ToolTipText, palette.text),
    ):
        result.setColor(colour_role, QColor(colour))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(palette.disabled))
    return result


def _check_box_palette(palette: Palette) -> QPalette:
    """Return a palette under which Fusion's check boxes have an edge of 3:1, for a styled box loses its tick."""
    result = _qt_palette(palette)
    edge = QColor(palette.input_border).lighter(round(100 * _CHECK_BOX_EDGE_DARKENING))
    result.setColor(QPalette.ColorRole.Window, edge)
    return result
