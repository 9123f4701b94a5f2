"""Draws every widget of the look into pictures, to be looked at: `python -m tests.ui.look.gallery --out DIR`."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from console.ui.look.banner import Banner, BannerKind
from console.ui.look.buttons import Button
from console.ui.look.card import Card
from console.ui.look.chip import Chip
from console.ui.look.field import FormField
from console.ui.look.icons import Symbol, icon
from console.ui.look.looks import Look, dress
from console.ui.look.palette import Tone
from console.ui.look.theme import Scheme, Theme
from tests.ui.look.pages import icons_page, sample_table, widgets_page


def main() -> None:
    """Save the pictures of both schemes at 100 % and 150 %; each scale needs a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--scale", choices=["1", "1.5"])
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.scale:
        _save_pictures(arguments.out, arguments.scale)
        return
    for scale in ("1", "1.5"):
        environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "tests.ui.look.gallery", "--out", str(arguments.out), "--scale", scale]
        subprocess.run(command, env=environment, check=True)


def focus_page() -> QWidget:
    """Return a window with one of each widget that takes the focus."""
    page = QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    page.resize(900, 420)
    card = Card("У фокусі")
    bar = QFrame()
    dress(bar, Look.BAR)
    strip = QHBoxLayout(bar)
    strip.addWidget(Button("Утримати", "F7", Symbol.PAUSE, icon_tint="on_bar"))
    strip.addWidget(Button("Завершити", "F9", Symbol.PHONE_END, look=Look.DANGER))
    banner = Banner(BannerKind.OFFLINE, "Спробувати зараз")
    banner.say("Немає звʼязку.")
    line = QHBoxLayout()
    wrong = FormField("Будинок", QLineEdit("12-Ї"))
    wrong.set_error("Такого будинку немає")
    combo = QComboBox()
    combo.addItem("Водопостачання")
    text = QPlainTextEdit("Порив холодної води")
    text.setTabChangesFocus(True)
    for field in (FormField("Вулиця", QLineEdit("вул. Ґонти")), wrong, FormField("Тема", combo)):
        line.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(text)
    line.addWidget(sample_table())
    buttons = QHBoxLayout()
    for look in (Look.PLAIN, Look.PRIMARY, Look.DANGER, Look.FLAT):
        buttons.addWidget(Button(look.value, look=look))
    chip = Chip("Мої", Tone.OK)
    chip.setChecked(True)
    tabs = QTabBar()
    tabs.setDrawBase(False)
    tabs.addTab("Історія")
    tabs.addTab("Будинок")
    tool = QToolButton()
    tool.setIcon(icon(Symbol.CLOSE))
    tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for widget in (chip, Chip("Нові"), tabs, tool, QCheckBox("Так"), QRadioButton("Ні"), QSpinBox()):
        buttons.addWidget(widget)
    for row in (line, buttons):
        card.body.addLayout(row)
    layout = QVBoxLayout(page)
    for part in (bar, banner, card):
        layout.addWidget(part)
    return page


def _save_pictures(folder: Path, scale: str) -> None:
    application = QApplication([])
    theme = Theme(application)
    pages = {"widgets": widgets_page(), "icons": icons_page()}
    focus = focus_page()
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.use(scheme)
        ending = f"{scheme}-{round(float(scale) * 100)}.png"
        for name, page in pages.items():
            page.show()
            application.processEvents()
            page.grab().save(str(folder / f"{name}-{ending}"))
        _grab_focused(application, focus).save(str(folder / f"focus-{ending}"))


def _grab_focused(application: QApplication, page: QWidget) -> QPixmap:
    """Return a picture in which every widget has the focus: one grab for each, pasted together."""
    page.show()
    page.activateWindow()
    page.setFocus()
    application.processEvents()
    picture = page.grab()
    painter = QPainter(picture)
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            page.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            application.processEvents()
            cell = QRect(widget.mapTo(page, QPoint()), widget.size()).adjusted(-4, -4, 4, 4)
            painter.drawPixmap(cell.topLeft(), page.grab(cell))
    painter.end()
    return picture


if __name__ == "__main__":
    main()
