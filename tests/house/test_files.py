"""Files stay small and are named after the trade."""

import re
from pathlib import Path

from tests.house.project import PRODUCT, ROOT, python_files, texts

MOST_LINES = 400
NAMES_THAT_SAY_NOTHING = {"utils", "util", "misc", "common", "helpers", "helper", "core", "manager", "managers"}

# Written so that this file does not hold what it looks for.
PACKAGE_HOSTS = re.compile(r"(?:(?:pypi|pythonhosted|npmjs|anaconda)\.org|deb\.debian\.org|crates\.io)\b")
MACHINE_PATHS = re.compile(r"(?<![\w.-])/(?:root|work|home|tmp)/\w|[A-Z]:[\\/]+Users[\\/]+\w")


def test_no_file_of_the_product_is_longer_than_400_lines_unless_a_decision_page_names_it() -> None:
    decisions = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs" / "decisions").glob("*.md"))
    long = [
        path.as_posix()
        for path in (*python_files(*PRODUCT), Path("dev.py"))
        if len((ROOT / path).read_text(encoding="utf-8").splitlines()) > MOST_LINES and path.as_posix() not in decisions
    ]
    assert long == []


def test_every_module_is_named_after_what_it_does() -> None:
    every = python_files(*PRODUCT, "tests", "benchmarks")
    assert [path for path in every if NAMES_THAT_SAY_NOTHING & {part.removesuffix(".py") for part in path.parts}] == []


def test_no_text_names_a_host_packages_are_fetched_from() -> None:
    assert [(path, found[0]) for path, text in texts() for found in PACKAGE_HOSTS.finditer(text)] == []


def test_no_text_names_a_folder_of_one_machine() -> None:
    assert [(path, found[0]) for path, text in texts() for found in MACHINE_PATHS.finditer(text)] == []
