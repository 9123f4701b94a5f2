"""Every group of measurements runs and reports in the shape that others read."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.house.project import ROOT

NAMES = {
    "central.changes",
    "central.push_tx",
    "desk.pop_p95_ms",
    "desk.queue",
    "desk.start_usable",
    "desk.suggest_p95_ms",
    "desk.typing_p95_ms",
    "slips.pdf",
    "store.history",
    "store.pop",
    "store.queue",
    "store.save",
    "sync.apply",
    "sync.push",
    "sync.visible",
}


@pytest.mark.slow
@pytest.mark.postgres
@pytest.mark.timeout(300)
def test_every_group_measures_its_rows_beside_a_baseline(tmp_path: Path) -> None:
    report = measured(tmp_path)
    assert set(report) == {"commit", "machine", "rows"}
    assert set(report["machine"]) == {"cores", "cpu", "memory_gb", "python", "os"}
    for row in report["rows"]:
        assert set(row) == {"name", "value", "unit", "baseline", "ratio", "goal", "met"}
        assert row["value"] > 0
        assert row["ratio"] == pytest.approx(row["value"] / row["baseline"])
        assert isinstance(row["met"], bool)
    assert {row["name"] for row in report["rows"]} >= NAMES


def measured(folder: Path) -> dict[str, Any]:
    """Run every group on a thousand tickets and return the report."""
    file = folder / "report.json"
    command = [sys.executable, "-m", "benchmarks", "--scale", "tiny", "--json", str(file)]
    caches = {"XDG_CACHE_HOME": str(folder), "LOCALAPPDATA": str(folder)}
    environment = {**os.environ, **caches, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    report: dict[str, Any] = json.loads(file.read_bytes())
    return report
