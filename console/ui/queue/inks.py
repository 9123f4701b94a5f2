"""Brushes, pens, fonts and measures of the queue's rows, made once and not with every row."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPen

from console.ui.itemmodels.queue_model import Pressure
from console.ui.look import fonts
from console.ui.look.palette import Palette, Tone


class Face(NamedTuple):
    """A font with its measures."""

    font: QFont
    metrics: QFontMetrics

    @property
    def rise(self) -> int:
        """How far the baseline of a line of text lies below the middle of the line."""
        return (self.metrics.ascent() - self.metrics.descent()) // 2


@dataclass(frozen=True, slots=True)
class Faces:
    """The four faces of a row."""

    plain: Face
    strong: Face
    small: Face
    digits: Face
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
        _face(fonts.digits(fonts.SMALL)),
        _face(fonts.digits()),
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


@lru_cache(4096)
def shortened(text: str, width: int, *, is_strong: bool = False, is_small: bool = False) -> str:
    """Return as much of a text as fits into a width."""
    ours = faces()
    face = ours.small if is_small else ours.strong if is_strong else ours.plain
    return face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


@lru_cache(1024)
def digits_width(text: str) -> int:
    """Return how wide a time or a number is in strong digits."""
    return faces().strong_digits.metrics.horizontalAdvance(text)


def _face(font: QFont) -> Face:
    return Face(font, QFontMetrics(font))
