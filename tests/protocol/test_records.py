"""Records survive their JSON form and name what they refer to."""

import json
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protocol.ids import reference_id
from protocol.records import KINDS, FormerName, Record, Street, Ticket, Version, fields_of, kind_of, references
from protocol.records.record import Reference

KIND_NAMES = sorted(KINDS)
NESTED = (FormerName, Version)

json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Return a strategy that draws values of a field's type."""
    if hint is Any:
        return json_values
    if hint is float:
        return st.floats(allow_nan=False, allow_infinity=False)
    if hint is int:
        return st.integers(-(2**63), 2**63 - 1)
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return values(parts[0])
    if origin in (Union, UnionType):
        return st.one_of([values(part) for part in parts])
    if origin is tuple:
        return st.lists(values(parts[0]), max_size=3).map(tuple)
    if is_struct(hint):
        return st.builds(hint, **{name: values(part) for name, part in hints_of(hint).items()})
    drawn: st.SearchStrategy[Any] = st.from_type(hint)
    return drawn


def hints_of(struct: type[msgspec.Struct]) -> dict[str, Any]:
    return get_type_hints(struct, include_extras=True)


def own_types(hint: Any) -> set[Any]:
    """Return every plain type a hint is made of."""
    parts = get_args(hint)[:1] if get_origin(hint) is Annotated else get_args(hint)
    return {part for each in parts for part in own_types(each)} or {hint}


def is_struct(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, msgspec.Struct)


def is_enum(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Enum)


@pytest.mark.parametrize("kind", KIND_NAMES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_record_survives_its_json_form(kind: str, data: st.DataObject) -> None:
    record = data.draw(values(KINDS[kind]))
    assert msgspec.json.decode(msgspec.json.encode(record), type=KINDS[kind]) == record


@pytest.mark.parametrize("kind", KIND_NAMES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_field_alone_decodes_by_its_listed_type(kind: str, data: st.DataObject) -> None:
    record = data.draw(values(KINDS[kind]))
    sent = json.loads(msgspec.json.encode(record))
    for name, hint in fields_of(KINDS[kind]).items():
        assert msgspec.convert(sent[name], hint) == getattr(record, name)


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_a_kind_is_the_class_name_in_lower_case(kind: str) -> None:
    assert kind == kind_of(KINDS[kind]) == KINDS[kind].__name__.lower()


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_field_but_the_id_is_listed(kind: str) -> None:
    assert {"id", *fields_of(KINDS[kind])} == set(KINDS[kind].__struct_fields__)


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_id_of_another_record_says_of_which_kind(kind: str) -> None:
    ids = {name for name, hint in fields_of(KINDS[kind]).items() if UUID in own_types(hint)}
    named = {reference.field for reference in references(KINDS[kind])}
    assert named == ids - {"record_id", "devices"}  # a record of any kind; no records at all


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_reference_leads_to_a_known_kind(kind: str) -> None:
    assert {reference.kind for reference in references(KINDS[kind])} <= set(KINDS)


def test_a_ticket_refers_to_all_it_stands_on() -> None:
    assert set(references(Ticket)) == {
        Reference("contact_id", "contact"),
        Reference("category_id", "category"),
        Reference("registered_by", "account"),
        Reference("desk_id", "desk"),
        Reference("applicant_id", "applicant"),
        Reference("street_id", "street"),
        Reference("house_id", "house"),
        Reference("executor_id", "organisation"),
    }


@pytest.mark.parametrize("struct", [*KINDS.values(), *NESTED], ids=lambda struct: struct.__name__)
def test_no_field_is_untyped(struct: type[msgspec.Struct]) -> None:
    for name, hint in hints_of(struct).items():
        if (struct, name) == (Version, "value"):  # is of the type of the field in question
            continue
        known = {str, int, float, bool, UUID, type(None), Ellipsis, *NESTED}
        assert not {part for part in own_types(hint) - known if not is_enum(part)}, name


def test_a_record_of_a_newer_program_is_read_without_what_is_unknown_here() -> None:
    street = Street(id=reference_id("street", "Миру"), name="Миру", kind="проспект")
    newer = json.dumps({**json.loads(msgspec.json.encode(street)), "surface": "asphalt"})
    assert msgspec.json.decode(newer, type=Street) == street


def test_a_record_of_an_older_program_gets_the_defaults() -> None:
    street = Street(id=reference_id("street", "Миру"), name="Миру", kind="проспект")
    older = json.dumps({"id": str(street.id), "name": "Миру", "kind": "проспект"})
    assert msgspec.json.decode(older, type=Street) == street


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_a_record_cannot_be_changed_in_place(kind: str) -> None:
    assert issubclass(KINDS[kind], Record)
    assert KINDS[kind].__struct_config__.frozen
