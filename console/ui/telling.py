"""Tells the operator in place what went wrong; what is no ConsoleError is a bug and passes through."""

import traceback
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TypeAlias

from console.errors import ConsoleError, StoreBroken
from console.ui.look.field import FormField
from console.ui.look.notices import NoticeKind, Notices
from console.ui.words import Words

Place: TypeAlias = FormField | Notices | Callable[[str], object]
"""Where it is told: under a field, in the corner of the window, or by a call with the sentence."""


class telling(AbstractContextManager[None, bool]):  # noqa: N801 - read as a verb, like contextlib.suppress
    """Tells at `place` what the work inside was refused for; a field is first freed of what was told before.

    With `only` other kinds of refusal pass through, to be told elsewhere.
    """

    def __init__(self, place: Place, words: Words, only: type[ConsoleError] = ConsoleError) -> None:
        self._place = place
        self._words = words
        self._only = only

    def __enter__(self) -> None:
        """Free the field."""
        if isinstance(self._place, FormField):
            self._place.set_error(None)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        """Tell what was refused, and go on after it."""
        if not isinstance(error, self._only):
            return False
        sentence = self._words.refusal(error)
        if isinstance(self._place, FormField):
            self._place.set_error(sentence)
        elif isinstance(self._place, Notices):
            is_fault = isinstance(error, StoreBroken)
            details = "".join(traceback.format_exception(error)) if is_fault else None
            self._place.tell(sentence, NoticeKind.ERROR if is_fault else NoticeKind.WARNING, details)
        else:
            self._place(sentence)
        return True
