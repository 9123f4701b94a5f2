"""The table on the screen, and the same as JSON."""

from pathlib import Path

import msgspec

from benchmarks.machine import Machine
from benchmarks.row import Measured, Row

_LINE = "{:<24}{:>12}  {:<9}{:>12}{:>9}  {:<16}{:<9}{:>8}"


class Report(msgspec.Struct, frozen=True):
    """Everything one run found out."""

    commit: str
    machine: Machine
    rows: tuple[Row, ...]


def print_head() -> None:
    """Print the names of the columns."""
    print(_LINE.format("name", "value", "unit", "raw", "ratio", "goal", "", "samples"), flush=True)


def print_row(found: Measured) -> None:
    """Print one row."""
    row = found.row
    baseline = "" if row.baseline is None else _figure(row.baseline)
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    met = "met" if row.met else "NOT MET"
    print(
        _LINE.format(row.name, _figure(row.value), row.unit, baseline, ratio, row.goal, met, found.samples), flush=True
    )


def print_foot(report: Report) -> None:
    """Print what was measured and on what."""
    machine = report.machine
    met = sum(row.met for row in report.rows)
    print(f"{met} of {len(report.rows)} goals met at commit {report.commit}")
    print(f"{machine.cores} × {machine.cpu}, {machine.memory_gb} GB, Python {machine.python}, {machine.os}")


def write_json(report: Report, file: Path) -> None:
    """Write a run's report."""
    file.write_bytes(msgspec.json.format(msgspec.json.encode(report)))


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 1_000 else f"{value:.3g}"
