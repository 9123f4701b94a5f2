"""The files that ship with the program: fonts, icons, style, templates, translations and reference data."""

from importlib.resources import files
from pathlib import Path


def path(*parts: str) -> Path:
    """Return the path of a shipped file or folder: `path("icons", "printer.svg")`."""
    return Path(str(files(__name__).joinpath(*parts)))
