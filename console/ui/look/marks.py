"""The small shapes that say a tone without colour, for pills, chips and rows of lists."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from console.ui.look.palette import Tone


def draw_mark(painter: QPainter, square: QRectF, tone: Tone, colour: QColor) -> None:
    """Draw the shape of a tone into a square.

    Critical is a full triangle, emergency a full diamond, routine a disc, info a ring, low a dash, ok a tick.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, square.width() / 5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour))
    left, top, right, bottom = square.left(), square.top(), square.right(), square.bottom()
    middle = square.center()
    match tone:
        case Tone.CRITICAL:
            painter.drawPolygon(QPolygonF([QPointF(middle.x(), top), QPointF(right, bottom), QPointF(left, bottom)]))
        case Tone.EMERGENCY:
            points = [QPointF(middle.x(), top), QPointF(right, middle.y()), QPointF(middle.x(), bottom)]
            painter.drawPolygon(QPolygonF([*points, QPointF(left, middle.y())]))
        case Tone.ROUTINE:
            painter.drawEllipse(_shrunk(square, 0.08))
        case Tone.INFO:
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(_shrunk(square, 0.18))
        case Tone.LOW:
            painter.setPen(pen)
            painter.drawLine(QPointF(left + 1, middle.y()), QPointF(right - 1, middle.y()))
        case Tone.OK:
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            knee = QPointF(left + square.width() * 0.4, bottom - square.height() * 0.15)
            painter.drawPolyline(QPolygonF([QPointF(left + 0.5, middle.y()), knee, QPointF(right, top + 1)]))
    painter.restore()


def _shrunk(square: QRectF, part: float) -> QRectF:
    margin = square.width() * part
    return square.adjusted(margin, margin, -margin, -margin)
