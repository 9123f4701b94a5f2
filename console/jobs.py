"""The desk's lanes: one writer thread, one read thread, two network threads; nothing else starts a thread.

Two network threads, so that an open event stream does not hold up a push.
"""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Jobs:
    """Runs work off the GUI thread and keeps hold of background tasks.

    `report` is called on the loop's thread with what a background task died of.
    """

    def __init__(self, report: Callable[[BaseException], None]) -> None:
        self._report = report
        self._writer = ThreadPoolExecutor(1, "writer")
        self._reader = ThreadPoolExecutor(1, "reader")
        self._network = ThreadPoolExecutor(2, "network")
        self._tasks: set[asyncio.Task[Any]] = set()

    async def write(self, act: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `act` on the writer thread and return its result."""
        return await self._run(self._writer, act, *args, **kwargs)

    async def read(self, act: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a longer read off the GUI thread and return its result."""
        return await self._run(self._reader, act, *args, **kwargs)

    async def network(self, act: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a call to the centre and return its result."""
        return await self._run(self._network, act, *args, **kwargs)

    def spawn(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        """Start a background task whose failure is reported; it is cancelled on close."""
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._on_done)
        return task

    async def close(self) -> None:
        """Cancel background tasks, finish what is being written, and stop the threads."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._writer.shutdown(wait=True)
        self._reader.shutdown(wait=True, cancel_futures=True)
        self._network.shutdown(wait=False, cancel_futures=True)

    async def _run(self, lane: Executor, act: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.wrap_future(lane.submit(act, *args, **kwargs))

    def _on_done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (failure := task.exception()) is not None:
            self._report(failure)
