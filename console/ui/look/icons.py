"""The icons of the desk: our own line drawings, tinted in a colour of the palette at the moment they are painted."""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

import resources
from console.ui.look.palette import LIGHT
from console.ui.look.theme import colours


class Symbol(StrEnum):
    """Every drawing there is; the value is the file's name in `resources/icons`."""

    BUILDING = "building"
    BUS = "bus"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_RIGHT = "chevron-right"
    CLOCK = "clock"
    CLOSE = "close"
    CLOUD_OFF = "cloud-off"
    CLOUD_OK = "cloud-ok"
    DIRECTORY = "directory"
    DUPLICATE = "duplicate"
    EDIT = "edit"
    FILTER = "filter"
    FLAG = "flag"
    GAS = "gas"
    HEAT = "heat"
    HISTORY = "history"
    HOUSE = "house"
    INBOX = "inbox"
    INCIDENT = "incident"
    INFO = "info"
    KEYBOARD = "keyboard"
    LAMP = "lamp"
    LIGHT = "light"
    LINK = "link"
    MOON = "moon"
    NOTE = "note"
    OUTBOX = "outbox"
    PAUSE = "pause"
    PEOPLE = "people"
    PERSON = "person"
    PHONE_BACK = "phone-back"
    PHONE_END = "phone-end"
    PHONE_RINGING = "phone-ringing"
    PHONE_TALK = "phone-talk"
    PHOTO = "photo"
    PIN = "pin"
    PLUS = "plus"
    POWER = "power"
    PRINTER = "printer"
    QUEUE = "queue"
    REGISTER = "register"
    REPORT = "report"
    ROAD = "road"
    SAVE = "save"
    SEARCH = "search"
    SETTINGS = "settings"
    SUN = "sun"
    SYNC = "sync"
    TRANSFER = "transfer"
    TREE = "tree"
    USER = "user"
    WARNING = "warning"
    WASTE = "waste"
    WATER = "water"


@cache
def icon(symbol: Symbol, tint: str = "muted") -> QIcon:
    """Return an icon in a colour of the palette, sharp at every scale; it follows the theme by itself.

    Raises AttributeError when the palette has no such token.
    """
    LIGHT.colour(tint)
    return QIcon(_TintedEngine(symbol, tint))


class IconLabel(QWidget):
    """Shows one icon; it is silent to screen readers, so the words must stand beside it."""

    def __init__(self, symbol: Symbol, tint: str = "muted", size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon(symbol, tint)
        self.setFixedSize(size, size)

    def show_symbol(self, symbol: Symbol, tint: str) -> None:
        """Show another icon or the same in another colour."""
        self._icon = icon(symbol, tint)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in its place."""
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self._icon.paint(QPainter(self), self.rect(), Qt.AlignmentFlag.AlignCenter, mode)


class _TintedEngine(QIconEngine):
    """Draws one symbol in the colour its token has in the palette in force."""

    def __init__(self, symbol: Symbol, tint: str) -> None:
        super().__init__()
        self._symbol = symbol
        self._tint = tint

    def clone(self) -> QIconEngine:
        copy = _TintedEngine(self._symbol, self._tint)
        _clones.append(copy)
        return copy

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        colour = colours().colour("disabled" if mode == QIcon.Mode.Disabled else self._tint)
        key = f"{self._symbol} {colour} {size.width()}x{size.height()} {scale}"
        pixmap = QPixmap()
        if QPixmapCache.find(key, pixmap):
            return pixmap
        # Qt gives the size in logical pixels from 6.8 on.
        pixmap = QPixmap(size * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self._draw(painter, pixmap.rect(), colour)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        QPixmapCache.insert(key, pixmap)
        return pixmap

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = colours().colour("disabled" if mode == QIcon.Mode.Disabled else self._tint)
        self._draw(painter, rect, colour)

    def _draw(self, painter: QPainter, rect: QRect, colour: str) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        svg = _drawing(self._symbol).replace("currentColor", colour)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, square)


_clones: list[QIconEngine] = []
"""Keeps engines that Qt copied: it holds them by pointer only, and Python would free them at once."""


@cache
def _drawing(symbol: Symbol) -> str:
    return resources.path("icons", f"{symbol}.svg").read_text(encoding="utf-8")
