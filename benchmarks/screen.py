"""The one Qt application all measurements of the screen share."""

from functools import cache

from PySide6.QtWidgets import QApplication

from console.ui.look.theme import Scheme, Theme


@cache
def application() -> QApplication:
    """Return the application, dressed as the console's."""
    application = QApplication([])
    Theme(application, Scheme.LIGHT)
    return application
