"""Column types of the desk's databases: compact ids, open word lists, typed JSON."""

from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import LargeBinary, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class Key(TypeDecorator[UUID]):
    """A UUID as its 16 bytes: a third of the size of text in every index."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> bytes | None:
        """Return the bytes to store."""
        return None if value is None else value.bytes

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> UUID | None:
        """Return the stored id."""
        return None if value is None else UUID(bytes=value)


class Word(TypeDecorator[StrEnum]):
    """A value of a closed word list; a word this build does not know yet is kept as plain text."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words
        self._by_value: dict[str, StrEnum] = {word.value: word for word in words}

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """Return the text to store."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Return the word, or its text when it is a newer build's."""
        return None if value is None else self._by_value.get(value, value)


class Json(TypeDecorator[Any]):
    """A structured value as JSON text, decoded to its declared type."""

    impl = String
    cache_ok = True

    def __init__(self, kind: Any) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Return the text to store."""
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Return the decoded value."""
        return None if value is None else msgspec.json.decode(value, type=self.kind)
