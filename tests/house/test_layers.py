"""What lies below the screens loads without them; import-linter watches the rest of the layers."""

import subprocess
import sys

from tests.house.project import ROOT, modules

IMPORT_ALL = """
import importlib, sys
for name in sys.argv[2:]:
    importlib.import_module(name)
print(*(name for name in sys.modules if name.startswith(tuple(sys.argv[1].split()))))
"""


def loaded(unwanted: str, names: list[str]) -> list[str]:
    """Import the modules in a fresh process and return which unwanted ones (by their beginnings) came along."""
    command = [sys.executable, "-c", IMPORT_ALL, unwanted, *names]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout.split()


def test_everything_below_the_screens_loads_without_qt() -> None:
    root_and_screens = ("console.__main__", "console.app", "console.composition", "console.ui")
    below = [name for name in modules("protocol", "console", "central") if not name.startswith(root_and_screens)]
    assert below
    assert loaded("PySide6 shiboken6 qasync", below) == []


def test_item_models_load_without_widgets() -> None:
    models = modules("console/ui/itemmodels")
    assert models
    assert loaded("PySide6.QtWidgets", models) == []
