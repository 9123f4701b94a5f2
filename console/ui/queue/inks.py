"""Brushes, pens, fonts and measures of the queue's rows, made once and not with every row."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPen

from console.ui.itemmodels.queue_model import Pressure
from console.ui.look import fonts
from console.ui.look.palette import Palette, Tone


@dataclass(frozen=True, slots=True)
class Face:
    """A font with what is asked of it for every row; answers are kept."""

    font: QFont
    rise: int
    """How far the baseline of a line of text lies below the middle of the line."""
    width: Callable[[str], int]
    shorten: Callable[[str, int], str]
    """As much of a text as fits into a width."""


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces of a row."""

    plain: Face
    strong: Face
    small: Face
    small_digits: Face
    strong_digits: Face


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of one palette, ready to paint with."""

    text: QPen
    muted: QPen
    strong: dict[Tone, QPen]
    stripes: dict[Tone, QBrush]
    times: dict[Pressure, QPen]
    ground: QBrush
    second_ground: QBrush
    pressing_ground: QBrush
    selection: QBrush


@cache
def faces() -> Faces:
    """Return the faces of a row."""
    half = QFont.Weight.DemiBold
    return Faces(
        _face(fonts.text()),
        _face(fonts.text(weight=half)),
        _face(fonts.text(fonts.SMALL)),
        _face(fonts.digits(fonts.SMALL)),
        _face(fonts.digits(weight=half)),
    )


@cache
def inks(palette: Palette) -> Inks:
    """Return the inks of a palette."""
    return Inks(
        text=QPen(QColor(palette.text)),
        muted=QPen(QColor(palette.muted)),
        strong={tone: QPen(QColor(palette.tone(tone).strong)) for tone in Tone},
        stripes={tone: QBrush(QColor(palette.tone(tone).strong)) for tone in Tone},
        times={
            Pressure.CALM: QPen(QColor(palette.text)),
            Pressure.ATTENTION: QPen(QColor(palette.emergency)),
            Pressure.OVERDUE: QPen(QColor(palette.critical)),
        },
        ground=QBrush(QColor(palette.panel)),
        second_ground=QBrush(QColor(palette.stripe)),
        pressing_ground=QBrush(QColor(palette.critical_tint)),
        selection=QBrush(QColor(palette.selection)),
    )


def _face(font: QFont) -> Face:
    metrics = QFontMetrics(font)

    @lru_cache(4096)
    def width(text: str) -> int:
        return metrics.horizontalAdvance(text)

    @lru_cache(4096)
    def shorten(text: str, room: int) -> str:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    return Face(font, (metrics.ascent() - metrics.descent()) // 2, width, shorten)
