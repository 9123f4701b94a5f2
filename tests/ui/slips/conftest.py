"""The letters slips are drawn with."""

import pytest
from PySide6.QtWidgets import QApplication

from console.ui.look import fonts


@pytest.fixture(autouse=True, scope="session")
def letters(qapp: QApplication) -> None:
    """Give the test application the fonts of the desk."""
    fonts.load()
