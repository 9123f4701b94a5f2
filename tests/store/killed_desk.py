"""A desk that registers tickets and is killed between two statements; run by test_kill.

`python -m tests.store.killed_desk FOLDER STATEMENT` prints the number of each ticket whose register call returned, and
dies by SIGKILL right before its statement of that ordinal.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from console.services.drafts import DraftService
from tests.desk import REFERENCE, StillClock, make_desk
from tests.store.acts import register


def main() -> None:
    """Register tickets until killed."""
    folder, deadly = Path(sys.argv[1]), int(sys.argv[2])
    desk = make_desk(folder, REFERENCE, StillClock())
    drafts = DraftService(desk.database, desk.clock)
    seen = 0

    def count(*_: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == deadly:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in ("before_cursor_execute", "begin", "commit"):
        event.listen(Engine, name, count)
    print("ready", flush=True)
    for _ in range(3):
        drafts.save(drafts.new_id(), "чернетка")
        print("draft", flush=True)
        print(register(desk).number, flush=True)
        desk.log.apply(desk.database.outbox.unconfirmed()[0].decoded())
        desk.pull()
    print("finished", flush=True)


if __name__ == "__main__":
    main()
