"""Every text of the console is translated, and nothing else is."""

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

import dev
from tests.house.project import ROOT


@pytest.mark.parametrize(("language", "plural_forms"), [("uk", 3), ("en", 2)])
def test_every_text_of_the_console_is_translated(language: str, plural_forms: int, tmp_path: Path) -> None:
    ts = tmp_path / f"{language}.ts"
    shutil.copy(dev.TRANSLATIONS / ts.name, ts)
    subprocess.run(dev.update_command(ts), cwd=ROOT, check=True)
    messages = list(ElementTree.parse(ts).iter("message"))  # noqa: S314  # lupdate has just written it
    assert messages
    assert [fault for message in messages for fault in faults(message, plural_forms)] == []


def faults(message: ElementTree.Element, plural_forms: int) -> list[str]:
    """Say what is wrong with one message: new, no longer used, or without a text or a plural form."""
    source = message.findtext("source", "")
    translation = message.find("translation")
    if translation is None or translation.get("type"):
        return [f"{source!r} is {'missing' if translation is None else translation.get('type')}"]
    forms = translation.findall("numerusform") if message.get("numerus") else [translation]
    if len(forms) != (plural_forms if message.get("numerus") else 1) or not all(form.text for form in forms):
        return [f"{source!r} lacks a text"]
    return []
