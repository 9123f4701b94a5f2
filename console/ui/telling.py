"""Tells the operator in place what went wrong; what is no ConsoleError is a bug and passes through."""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

from console.errors import ConsoleError, StoreBroken
from console.ui.look.field import FormField
from console.ui.look.notices import NoticeKind, Notices
from console.ui.words import Words

Place: TypeAlias = FormField | Notices | Callable[[str], object]
"""Where it is told: under a field, in the corner of the window, or by a call with the sentence."""


@contextmanager
def telling(place: Place, words: Words) -> Iterator[None]:
    """Tell at `place` what the work inside was refused for; a field is first freed of what was told before."""
    if isinstance(place, FormField):
        place.set_error(None)
    try:
        yield
    except ConsoleError as error:
        sentence = words.refusal(error)
        if isinstance(place, FormField):
            place.set_error(sentence)
        elif isinstance(place, Notices):
            is_fault = isinstance(error, StoreBroken)
            details = "".join(traceback.format_exception(error)) if is_fault else None
            place.tell(sentence, NoticeKind.ERROR if is_fault else NoticeKind.WARNING, details)
        else:
            place(sentence)
