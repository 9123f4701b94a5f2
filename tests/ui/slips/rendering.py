"""Slips as pixels and as read back from paper."""

import subprocess
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from console.slips.content import SlipContent
from console.ui.slips.drawing import LAYOUT_DPI, PAGE_SIZE, SlipDrawing


def picture(content: SlipContent, dpi: int = 200, pages: float = 1) -> QImage:
    """Return a slip as grey pixels, on paper of so many pages' height."""
    scale = dpi / LAYOUT_DPI
    image = QImage(
        round(PAGE_SIZE.width() * scale), round(PAGE_SIZE.height() * scale * pages), QImage.Format.Format_Grayscale8
    )
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    SlipDrawing(content).draw(painter)
    painter.end()
    return image


def inked_rows(image: QImage) -> list[int]:
    """Return the rows of pixels that are not all white."""
    pixels, stride = bytes(image.constBits()), image.bytesPerLine()
    return [row for row in range(image.height()) if min(pixels[row * stride : row * stride + image.width()]) < 255]


def decoded(image: Path) -> list[str]:
    """Return what a reader of codes finds in an image: "QR-Code:…", "CODE-128:…"."""
    found = subprocess.run(["zbarimg", "--quiet", image], capture_output=True, check=False)
    return sorted(found.stdout.decode().splitlines())
