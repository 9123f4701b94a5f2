"""What tests of whole consoles share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.undress import undress


@pytest.fixture(autouse=True)
def application_of_its_own(qapp: QApplication) -> Iterator[None]:
    """Leave the application as it was found."""
    yield
    undress(qapp)
