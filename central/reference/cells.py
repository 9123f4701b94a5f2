"""What a cell of a reference file says, by the type of the record field it fills."""

import types
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Union, get_args, get_origin

from protocol.records import FieldValue

LIST_SEPARATOR = "|"

_TRUE = frozenset({"yes", "так", "true", "1"})
_FALSE = frozenset({"no", "ні", "false", "0"})
_DATES = frozenset({"as_of", "days_off", "days_on", "until", "valid_from", "valid_to"})


def value_of(text: str, hint: Any, field: str) -> FieldValue:
    """Return the value of a filled cell for a field of that type.

    Raises ValueError with the reason as a sentence.
    """
    hint = _bare(hint)
    if get_origin(hint) is tuple:
        part = get_args(hint)[0]
        return tuple(value_of(word.strip(), part, field) for word in text.split(LIST_SEPARATOR) if word.strip())
    if hint is bool:
        return _truth(text)
    if hint is int:
        return _whole_number(text)
    if hint is float:
        return _number(text)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _word(text, hint)
    return _date(text) if field in _DATES else text


def _bare(hint: Any) -> Any:
    """Return a type without None and without annotations."""
    if get_origin(hint) is Annotated:
        return _bare(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (part for part in get_args(hint) if part is not type(None))
        return _bare(hint)
    return hint


def _truth(text: str) -> bool:
    word = text.lower()
    if word not in _TRUE | _FALSE:
        raise ValueError(f"“{text}” is neither yes nor no")
    return word in _TRUE


def _whole_number(text: str) -> int:
    if not text.isascii() or not text.isdecimal():
        raise ValueError(f"“{text}” is no whole number")
    return int(text)


def _number(text: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise ValueError(f"“{text}” is no number") from None


def _word(text: str, words: type[StrEnum]) -> StrEnum:
    try:
        return words(text)
    except ValueError:
        raise ValueError(f"“{text}” is none of {', '.join(words)}") from None


def _date(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError(f"“{text}” is no date; write it as 2026-01-31") from None
