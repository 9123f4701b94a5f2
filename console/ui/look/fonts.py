"""The fonts of the desk: Inter in three weights, shipped with the program so that every desk looks the same."""

from PySide6.QtGui import QFont, QFontDatabase

import resources

FAMILY = "Inter"

SMALL = 9.0
"""Points: labels above fields, pills, table headers. 12 px at 96 dpi."""
BODY = 9.75
"""Points: everything else. 13 px at 96 dpi."""
HEADING = 11.25
"""Points: titles of cards. 15 px at 96 dpi."""
LARGE = 20.25
"""Points: the call timer, the number of a new ticket, figures of the board. 27 px at 96 dpi."""


def load() -> None:
    """Give the program its fonts.

    Raises FileNotFoundError when a font cannot be read: without it letters may be boxes.
    """
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FileNotFoundError(file)


def text(size: float = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of the desk at a size in points."""
    font = QFont(FAMILY)
    font.setPointSizeF(size)
    font.setWeight(weight)
    return font


def digits(size: float = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font whose digits are all of one width, for timers, counts and columns of numbers."""
    font = text(size, weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
