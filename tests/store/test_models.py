"""Rows mirror the protocol's records."""

import pytest

from console.models import ROWS
from console.models.base import RecordRow
from protocol.records import KINDS, fields_of

BOOKKEEPING = set(RecordRow.__annotations__)


def test_every_kind_of_record_has_its_rows() -> None:
    assert ROWS.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_has_the_fields_of_its_record_and_the_bookkeeping(kind: str) -> None:
    columns = {column.name for column in ROWS[kind].__table__.columns if not column.info.get("derived")}
    assert columns == BOOKKEEPING | fields_of(KINDS[kind]).keys()


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_may_lack_what_a_record_may_lack(kind: str) -> None:
    nullable = {name for name, hint in fields_of(KINDS[kind]).items() if type(None) in getattr(hint, "__args__", ())}
    assert {column.name for column in ROWS[kind].__table__.columns if column.nullable} == nullable
