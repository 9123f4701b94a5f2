"""Request bodies: decompressed and decoded once, straight into the protocol's structs."""

from collections.abc import Generator
from typing import Any, ClassVar, Generic, TypeVar

import msgspec
from litestar.connection import ASGIConnection
from litestar.dto import AbstractDTO, DTOConfig
from litestar.dto.data_structures import DTOFieldDefinition
from litestar.openapi.spec import Reference, Schema
from litestar.typing import FieldDefinition

from central.encodings import Encoding, Undecodable, decode
from central.pointers import pointer_of
from central.problems import batch_too_large, body_invalid
from protocol.problems import FieldProblem

LARGEST_BODY = 512 * 1024
"""Bytes, also after decompression: the largest batch with room for its envelope."""

Body = TypeVar("Body", bound=msgspec.Struct)


class StructBody(AbstractDTO[Body], Generic[Body]):
    """Reads a body as a struct of the protocol.

    Litestar's own way goes by plain dicts, where an operation embedded as its very bytes would be lost.
    """

    config: ClassVar[DTOConfig] = DTOConfig()

    def decode_bytes(self, value: bytes) -> Body:
        """Return the struct of a body.

        Raises ProblemRaised: 400, or 413 when it is too large.
        """
        plain = _decompressed(self.asgi_connection, value)
        if len(plain) > LARGEST_BODY:
            raise batch_too_large(f"More than {LARGEST_BODY} bytes.")
        try:
            plain.decode()  # a part that is kept as bytes would not be looked at otherwise
            body: Body = msgspec.json.decode(plain, type=self.model_type)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise body_invalid(str(error), FieldProblem(pointer_of(error), "invalid")) from None
        return body

    @classmethod
    def create_for_field_definition(
        cls, field_definition: FieldDefinition, handler_id: str, backend_cls: Any = None
    ) -> None:
        """Need no transfer model: the struct is decoded as it is."""

    @classmethod
    def create_openapi_schema(
        cls, field_definition: FieldDefinition, handler_id: str, schema_creator: Any
    ) -> Reference | Schema:
        """Describe the struct as it is."""
        schema: Reference | Schema = schema_creator.for_field_definition(field_definition)
        return schema

    @classmethod
    def generate_field_definitions(cls, model_type: type[Any]) -> Generator[DTOFieldDefinition, None, None]:
        """Name no field: there is no transfer model."""
        yield from ()

    @classmethod
    def detect_nested_field(cls, field_definition: FieldDefinition) -> bool:
        """See no nested field: there is no transfer model."""
        return False


def _decompressed(connection: ASGIConnection[Any, Any, Any, Any], value: bytes) -> bytes:
    name = connection.headers.get("content-encoding", Encoding.IDENTITY).strip().lower()
    try:
        return decode(value, Encoding(name), LARGEST_BODY)
    except (Undecodable, ValueError) as error:
        raise body_invalid(f"Content-Encoding {name}: {error}") from None
