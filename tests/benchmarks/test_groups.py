"""Every group of measurements runs and reports in the shape that others read."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.house.project import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.postgres]

ROWS = {
    "store": {"store.pop", "store.queue", "store.history", "store.save"},
    "desk": {"desk.start_usable", "desk.suggest_p95_ms", "desk.typing_p95_ms", "desk.queue", "desk.pop_p95_ms"},
    "sync": {"sync.apply", "sync.push", "sync.push_sqlite", "sync.visible"},
    "central": {"central.push_tx", "central.changes"},
    "slips": {"slips.pdf", "slips.pdf_batch"},
}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder in which the desk that is measured is built once."""
    return tmp_path_factory.mktemp("cache")


@pytest.mark.parametrize("group", ROWS)
def test_a_group_measures_its_rows_beside_a_baseline(group: str, cache: Path) -> None:
    report = measured(group, cache)
    assert set(report) == {"commit", "machine", "rows"}
    assert set(report["machine"]) == {"cores", "cpu", "memory_gb", "python", "os"}
    for row in report["rows"]:
        assert set(row) == {"name", "value", "unit", "baseline", "ratio", "goal", "met"}
        assert row["value"] > 0
        assert row["ratio"] == pytest.approx(row["value"] / row["baseline"])
        assert isinstance(row["met"], bool)
    assert {row["name"] for row in report["rows"]} >= ROWS[group]


def measured(group: str, cache: Path) -> dict[str, Any]:
    """Run a group on a thousand tickets and return the report."""
    file = cache / "report.json"
    command = [sys.executable, "-m", "benchmarks", group, "--scale", "tiny", "--json", str(file)]
    caches = {"XDG_CACHE_HOME": str(cache), "LOCALAPPDATA": str(cache)}
    environment = {**os.environ, **caches, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    report: dict[str, Any] = json.loads(file.read_bytes())
    return report
