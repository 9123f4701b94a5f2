"""From ring to slip, with and without the centre: the whole house walks."""

import asyncio
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from console.settings import Language
from console.ui.language import speak
from console.ui.look.theme import Scheme, Theme
from tests.e2e.city import SampleCity
from tests.e2e.story import Outcome, Stage, play
from tests.ui.slips.rendering import decoded
from tests.undress import undress


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> SampleCity:
    city = SampleCity(tmp_path_factory.mktemp("centre"))
    city.seed(tickets=300)
    return city


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Dress the application and let it speak Ukrainian, for this story only."""
    qapp.setQuitOnLastWindowClosed(False)
    speak(qapp, Language.UKRAINIAN)
    yield Theme(qapp, Scheme.LIGHT)
    undress(qapp)


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_from_ring_to_slip_with_and_without_the_centre(
    city: SampleCity, qapp: QApplication, theme: Theme, tmp_path: Path
) -> None:
    told: list[str] = []
    with city, asyncio.Runner(loop_factory=lambda: QEventLoop(qapp)) as runner:
        outcome = runner.run(play(Stage(qapp, theme, city, tmp_path, told.append)))
    check_slips(outcome)
    assert len(outcome.numbers) == 3


def check_slips(outcome: Outcome) -> None:
    """Read both slips back as a crew and its scanner would."""
    [first, offline] = outcome.slips
    text = PdfReader(first).pages[0].extract_text()
    assert outcome.numbers[0] in text
    assert "вул. Попова, 47" in text
    assert "Не світить ліхтар біля третього під" in text
    assert scanned(first) == [f"CODE-128:{outcome.numbers[0]}", f"QR-Code:{outcome.numbers[0]}"]
    assert scanned(offline) == [f"CODE-128:{outcome.numbers[2]}", f"QR-Code:{outcome.numbers[2]}"]
    assert "ПОВТОРНО" not in text


def scanned(slip: Path) -> list[str]:
    """Return what a scanner reads off the printed page."""
    page = slip.with_suffix("")
    subprocess.run(["pdftoppm", "-png", "-r", "200", "-singlefile", slip, page], check=True)
    return decoded(page.with_suffix(".png"))
