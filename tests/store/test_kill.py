"""kill -9 between any two statements loses nothing that was committed and doubles nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from console.store import drafts, tickets
from console.store.database import Database
from tests.desk import KEY, StillClock


def killed(folder: Path, statement: int) -> list[str]:
    """Run the desk until it dies and return what it had said by then."""
    command = [sys.executable, "-m", "tests.store.killed_desk", str(folder), str(statement)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=60, check=False)
    assert done.returncode in (0, -9)
    return done.stdout.split()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX; Windows ends processes in test_app")
def test_a_desk_killed_between_any_two_statements_loses_and_doubles_nothing(tmp_path: Path) -> None:
    deaths = 0
    for statement in range(1, 400, 7):
        folder = tmp_path / str(statement)
        said = killed(folder, statement)
        numbers = [word for word in said if word.startswith("26-")]
        database = Database(folder, KEY, StillClock())
        unconfirmed = [queued.n for queued in database.outbox.unconfirmed()]
        with database.read() as connection:
            assert all(tickets.find_by_number(connection, number) for number in numbers)
        with database.journal.read() as connection:
            assert len(drafts.saved(connection)) >= said.count("draft")
            counters = [row.n for row in connection.exec_driver_sql("SELECT n FROM operation ORDER BY n")]
        assert counters == list(range(1, len(counters) + 1))
        assert len(counters) >= len(numbers)
        assert set(unconfirmed) <= set(counters)
        database.close()
        if "finished" in said:
            break
        deaths += 1
    assert deaths > 10
    assert "finished" in said
