"""Measures the groups named on the command line: `python -m benchmarks store sync --scale 1y --json FILE`."""

import argparse
import sys
import tempfile
from io import TextIOWrapper
from pathlib import Path

from benchmarks import central, desk, slips, store, sync, table
from benchmarks.filled_desk import cache_folder
from benchmarks.machine import commit, this_machine
from benchmarks.progress import Progress
from benchmarks.row import Row
from benchmarks.run import SCALES, Group, Run
from benchmarks.table import Report

GROUPS: dict[str, Group] = {
    "store": store.measure,
    "desk": desk.measure,
    "sync": sync.measure,
    "central": central.measure,
    "slips": slips.measure,
}


def main() -> None:
    """Measure, print the table and write the JSON."""
    arguments = _arguments()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console of Windows may not have every sign
    progress = Progress()
    cache_folder().mkdir(parents=True, exist_ok=True)
    rows: list[Row] = []
    table.print_head()
    for name in arguments.groups or GROUPS:
        with tempfile.TemporaryDirectory(prefix="run-", dir=cache_folder()) as folder:
            for found in GROUPS[name](Run(SCALES[arguments.scale], Path(folder), progress)):
                progress.clear()
                table.print_row(found)
                rows.append(found.row)
    report = Report(commit(), this_machine(), tuple(rows))
    table.print_foot(report)
    if arguments.json is not None:
        table.write_json(report, arguments.json)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("groups", nargs="*", metavar="group", help=", ".join(GROUPS))
    parser.add_argument("--scale", choices=SCALES, default="1y", help="how much data the desk holds")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the report there")
    arguments = parser.parse_args()
    if unknown := set(arguments.groups) - GROUPS.keys():
        parser.error(f"no such group: {', '.join(sorted(unknown))}")
    return arguments


if __name__ == "__main__":
    main()
