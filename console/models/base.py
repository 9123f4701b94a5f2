"""What every record's row has beside its fields: revisions, and what is not yet confirmed."""

from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from console.models.types import Json, Key
from protocol.records import FieldValue


class ReplicaBase(DeclarativeBase):
    """Base of the replica's classes."""

    metadata = MetaData()
    type_annotation_map: ClassVar[dict[type, Any]] = {UUID: Key}


class RecordRow(ReplicaBase):
    """A record as this desk sees it: the centre's values with the desk's own pending changes laid over."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True)
    rev: Mapped[int] = mapped_column(default=0)
    """Revision: seq of the last event that touched it; 0 while the centre has not confirmed that it exists."""
    field_revs: Mapped[dict[str, int]] = mapped_column(Json(dict[str, int]), default=dict)
    """Revision of each field changed since birth; "" is the birth's."""
    pending: Mapped[dict[str, UUID]] = mapped_column(Json(dict[str, UUID]), default=dict)
    """Fields with unconfirmed changes, each with the operation that set it last."""
    shadow: Mapped[dict[str, FieldValue]] = mapped_column(Json(dict[str, FieldValue]), default=dict)
    """Confirmed values of the pending fields."""
    extra: Mapped[dict[str, FieldValue]] = mapped_column(Json(dict[str, FieldValue]), default=dict)
    """Fields this build does not know yet."""
