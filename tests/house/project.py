"""The project's own files, as the house tests look at them."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("protocol", "console", "central")


def python_files(*packages: str) -> list[Path]:
    """Return the Python files of the packages, relative to the checkout."""
    return sorted(path.relative_to(ROOT) for package in packages for path in (ROOT / package).rglob("*.py"))


def modules(*packages: str) -> list[str]:
    """Return the importable modules of the packages; Alembic runs its own scripts itself, they are none."""
    return [
        ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        for path in python_files(*packages)
        if path.stem != "__main__" and not any((ROOT / folder / "script.py.mako").exists() for folder in path.parents)
    ]


def texts() -> Iterator[tuple[Path, str]]:
    """Yield every text file that git holds or would take, relative to the checkout, with its content."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode("utf-8")
    for name in filter(None, listing.split("\0")):
        try:
            yield Path(name), (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):  # a picture or a font; or removed but not yet committed
            continue
