"""Nothing in the console stops the event loop or runs a second one."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.project import ROOT, python_files

NESTED_LOOPS = {"exec", "exec_", "processEvents"}


def blocking_calls(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and name of each call that blocks the GUI thread or nests an event loop."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr=name)) if name in NESTED_LOOPS:
                yield node.lineno, name
            case ast.Attribute(value=ast.Name(id="time"), attr="sleep"):
                yield node.lineno, "sleep"
            case ast.ImportFrom(module="time", names=names) if any(alias.name == "sleep" for alias in names):
                yield node.lineno, "sleep"


def test_no_console_file_blocks_the_event_loop() -> None:
    found = [
        (path.as_posix(), *call)
        for path in python_files("console")
        for call in blocking_calls((ROOT / path).read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("dialog.exec()", "exec"),
        ("menu.exec(event.globalPos())", "exec"),
        ("QApplication.processEvents()", "processEvents"),
        ("time.sleep(1)", "sleep"),
        ("from time import monotonic, sleep", "sleep"),
    ],
)
def test_a_blocking_call_is_recognised(source: str, name: str) -> None:
    assert list(blocking_calls(source)) == [(1, name)]


def test_waiting_in_a_coroutine_blocks_nothing() -> None:
    assert list(blocking_calls("async def wait():\n    await asyncio.sleep(1)\n    dialog.open()")) == []
