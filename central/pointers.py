"""JSON pointers (RFC 6901) to what msgspec found wrong."""

import re

_PATH = re.compile(r"`\$(.*)`$")
_STEP = re.compile(r"\.|\[")


def pointer_of(error: Exception) -> str:
    """Return where a msgspec error is: its message ends in "- at `$.changes[0].id`" unless it is the whole."""
    found = _PATH.search(str(error))
    return _STEP.sub("/", found[1].replace("]", "")) if found else ""
