"""The lock holds what the project asks for."""

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.project import ROOT

PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ]+)", re.MULTILINE)


def test_the_lock_satisfies_every_requirement() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [Requirement(line) for group in project["optional-dependencies"].values() for line in group]
    asked += [Requirement(line) for line in project["dependencies"]]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = {found["name"]: found["version"] for found in PIN.finditer(lock)}
    unmet = [str(each) for each in asked if not each.specifier.contains(pins.get(canonicalize_name(each.name), ""))]
    assert unmet == []


def test_the_lock_names_no_address() -> None:
    assert "://" not in (ROOT / "requirements.lock").read_text(encoding="utf-8")
