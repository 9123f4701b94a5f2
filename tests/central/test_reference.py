"""Reference files: the shipped ones hold together, and a city's own are read or refused with a clear word."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from central.reference import ReferenceInvalid, read
from protocol.category_words import CategoryIndex
from protocol.ids import reference_id
from protocol.moves import Standing, allowed
from protocol.records import (
    Calendar,
    Category,
    FormerName,
    House,
    Limit,
    Move,
    Organisation,
    Record,
    Responsibility,
    Street,
    kind_of,
    references,
)
from protocol.vocabulary import Holder, LegalRegime, PlaceClass, Resolution, Result, Role, State, Urgency
from resources import path

RecordType = TypeVar("RecordType", bound=Record)

ORGANISATIONS = "code,name,kind,phones\nVODA,Водоканал,water_utility,104|(0462) 67-67-87\n"


@pytest.fixture(scope="module")
def shipped() -> list[Record]:
    return [*read(path("reference")), *read(path("sample_city"))]


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes files into a folder: `name=content`, the name without .csv."""

    def write(**files: str | bytes) -> Path:
        for name, content in files.items():
            (tmp_path / f"{name}.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


def of(kind: type[RecordType], records: list[Record]) -> list[RecordType]:
    return [record for record in records if isinstance(record, kind)]


def leaves(records: list[Record]) -> list[Category]:
    return [category for category in of(Category, records) if category.parent_id is not None]


def test_every_shipped_record_has_an_id_of_its_own_and_names_only_shipped_ones(shipped: list[Record]) -> None:
    ids = [(kind_of(type(record)), record.id) for record in shipped]
    assert len(set(ids)) == len(ids)
    named = {
        (reference.kind, getattr(record, reference.field))
        for record in shipped
        for reference in references(type(record))
    }
    assert {(kind, named_id) for kind, named_id in named if named_id is not None} <= set(ids)


def test_every_leaf_category_has_an_executor_kind_some_organisation_is_of(shipped: list[Record]) -> None:
    kinds = {organisation.kind for organisation in of(Organisation, shipped)}
    assert len(leaves(shipped)) == 70
    assert {category.code for category in leaves(shipped) if category.executor_kind not in kinds} == set()


def test_every_leaf_category_is_known_by_what_callers_say(shipped: list[Record]) -> None:
    assert all(6 <= len(category.synonyms) <= 20 for category in leaves(shipped))
    index = CategoryIndex(of(Category, shipped))
    missed = [
        (category.code, said)
        for category in leaves(shipped)
        for said in category.synonyms
        if category.code not in [match.category.code for match in index.suggest(said, 3)]
    ]
    assert missed == []


def test_what_may_kill_is_stopped_first(shipped: list[Record]) -> None:
    stopping = {category.code: category for category in leaves(shipped) if category.stop_notice_uk}
    assert {"NET.GAS_SMELL", "NET.POWER_DANGER", "LIGHT.WIRE", "HOUSE.LIFT_TRAPPED", "SAFE.OBJECT"} <= stopping.keys()
    assert "104" in stopping["NET.GAS_SMELL"].stop_notice_uk
    assert all(category.stop_notice_en for category in stopping.values())
    assert {category.urgency for category in stopping.values()} <= {Urgency.CRITICAL, Urgency.EMERGENCY}


def test_every_limit_cites_its_act(shipped: list[Record]) -> None:
    assert all(len(limit.source) > 20 for limit in of(Limit, shipped))
    formal = [limit for limit in of(Limit, shipped) if limit.legal_regime is LegalRegime.FORMAL_APPEAL]
    assert [(limit.amount, limit.category_id) for limit in formal] == [(30, None)]


def test_the_working_week_is_monday_to_friday(shipped: list[Record]) -> None:
    (calendar,) = of(Calendar, shipped)
    assert calendar.weekly == (True,) * 5 + (False,) * 2


def standing(state: State, result: Result, rework_count: int = 0, *, due_at: int = 10) -> Standing:
    return Standing(state, result, rework_count, due_at, allows_photo_check=False)


def codes(shipped: list[Record], at: Standing, role: Role = Role.OPERATOR, now: int = 0) -> list[str]:
    return [move.code for move in allowed(of(Move, shipped), at, role, now)]


def test_every_move_leads_on_and_only_a_reopening_leaves_the_end(shipped: list[Record]) -> None:
    moves = of(Move, shipped)
    assert len({move.position for move in moves}) == len(moves)
    assert all(move.label_uk and move.label_en and move.roles for move in moves)
    assert [move.code for move in moves if move.from_state is State.CLOSED] == ["reopened"]
    assert {move.to_state for move in moves} == set(State)
    assert {move.result for move in moves} == set(Result)
    assert {move.resolution for move in moves} == {None, *Resolution}


def test_no_state_and_result_a_move_leads_to_is_a_dead_end_for_the_supervisor(shipped: list[Record]) -> None:
    moves = of(Move, shipped)
    for move in moves:
        at = standing(move.to_state, move.result, move.min_reworks)
        assert allowed(moves, at, Role.SUPERVISOR, 0), move.code


def test_done_by_the_executor_is_confirmed_before_it_is_closed(shipped: list[Record]) -> None:
    assert "done" in codes(shipped, standing(State.IN_WORK, Result.AWAITING))
    offered = codes(shipped, standing(State.ON_CHECK, Result.DONE))
    assert offered == ["confirmed", "not-confirmed", "self-resolved-on-check"]


def test_a_third_failed_check_goes_to_the_supervisor(shipped: list[Record]) -> None:
    third = codes(shipped, standing(State.ON_CHECK, Result.DONE, 2))
    assert "failed-third" in third
    assert "not-confirmed" not in third
    assert "closed-actually" not in codes(shipped, standing(State.ON_CHECK, Result.ACTUALLY, 2))
    assert "closed-actually" in codes(shipped, standing(State.ON_CHECK, Result.ACTUALLY, 2), Role.SUPERVISOR)


def test_not_in_competence_is_not_offered_after_the_due_time(shipped: list[Record]) -> None:
    at = standing(State.IN_WORK, Result.AWAITING, due_at=10)
    assert "not-ours-in-work" in codes(shipped, at, now=10)
    assert "not-ours-in-work" not in codes(shipped, at, now=11)
    (move,) = [move for move in of(Move, shipped) if move.code == "not-ours-in-work"]
    assert move.needs_executor


def test_streets_keep_their_former_names_with_type_and_date(shipped: list[Record]) -> None:
    streets = {street.name: street for street in of(Street, shipped)}
    assert len(of(Street, shipped)) == 221
    assert streets["Левка Лук'яненка"].former == (FormerName("Рокоссовського", "вулиця", "2022-07-28"),)
    assert "CHECK" in streets["Попова"].source
    assert {street.place_class for street in streets.values()} == set(PlaceClass)


def test_a_table_saved_by_a_spreadsheet_with_semicolons_and_a_mark_is_read(folder: Callable[..., Path]) -> None:
    (record,) = read(folder(organisations='\ufeffcode;name;kind;phones\r\nVODA;"Водоканал; КП";water;104 | 105\r\n'))
    assert record == Organisation(
        id=reference_id("organisation", "VODA"), code="VODA", name="Водоканал; КП", kind="water", phones=("104", "105")
    )


def test_a_city_imports_its_houses_by_street_and_number(folder: Callable[..., Path]) -> None:
    houses = 'street,number,district,manager,floors,latitude\nвулиця Попова,51 а,Західний,VODA,9,"51,49"\n'
    read_records = read(folder(organisations=ORGANISATIONS, streets="name,kind\nПопова,вулиця\n", houses=houses))
    (house,) = of(House, read_records)
    assert (house.number, house.floors, house.latitude) == ("51А", 9, 51.49)
    assert house.id == reference_id("house", "вулиця Попова, 51А")
    assert house.street_id == reference_id("street", "вулиця Попова")
    assert house.manager_id == reference_id("organisation", "VODA")
    assert house.heat_id is None


def test_a_street_with_a_code_stays_the_same_when_it_is_renamed(folder: Callable[..., Path]) -> None:
    (before,) = read(folder(streets="code,name,kind\n17,Рокоссовського,вулиця\n"))
    (after,) = read(
        folder(
            streets="code,name,kind\n17,Левка Лук'яненка,проспект\n",
            former_names="street,name,kind,until\n17,Рокоссовського,вулиця,2022-07-28\n",
        )
    )
    assert before.id == after.id
    assert isinstance(after, Street)
    assert after.former == (FormerName("Рокоссовського", "вулиця", "2022-07-28"),)


def test_codes_without_a_file_of_their_own_are_taken_on_trust(folder: Callable[..., Path]) -> None:
    rule = "code,priority,executor_kind,holder,reason_uk,reason_en,category\nx,5,,heat,бо так,so,HEAT\n"
    (record,) = read(folder(responsibilities=rule))
    assert isinstance(record, Responsibility)
    assert (record.holder, record.executor_kind, record.category_id) == (
        Holder.HEAT,
        None,
        reference_id("category", "HEAT"),
    )


CATEGORY = "code,parent,name_uk,name_en,executor_kind,deadline_hours,urgency\n"


@pytest.mark.parametrize(
    ("files", "file", "line", "column", "reason"),
    [
        ({"limits": "code,kind,amount,source\nx,clock_hours,три,act\n"}, "limits", 2, "amount", "no whole number"),
        ({"limits": "code,kind,amount,source\nx,hours,3,act\n"}, "limits", 2, "kind", "is none of clock_hours,"),
        ({"limits": "code,kind,amount,source\nx,clock_hours,,act\n"}, "limits", 2, "amount", "the cell is empty"),
        ({"limits": "code,kind,source\nx,clock_hours,act\n"}, "limits", 1, "amount", "the column is missing"),
        ({"limits": "code,kind,amount,source,x\n"}, "limits", 1, "x", "there is no such column"),
        ({"limits": "code,kind,kind,amount,source\n"}, "limits", 1, "kind", "the column stands twice"),
        ({"limits": "code,kind,amount,source\nx,clock_hours,3\n"}, "limits", 2, "", "3 cells, the table has 4"),
        ({"limits": ""}, "limits", 1, "", "the file is empty"),
        ({"limits": 'code,kind,amount,source\nx,clock_hours,3,"act\n'}, "limits", 2, "", "the line is no CSV"),
        ({"organisations": b"code,name,kind\n" + b"x,\xc2\xee\xe4\xe0,y\n"}, "organisations", 2, "", "UTF-8"),
        ({"organisations": ORGANISATIONS + "VODA,Друга,x,\n"}, "organisations", 3, "code", "already on line 2"),
        ({"limits": "kind,amount,source\nclock_hours,3,act\n"}, "limits", 2, "code", "every row needs a code"),
        ({"organisations": "code,name,kind,is_active\nx,y,z,мабуть\n"}, "organisations", 2, "is_active", "yes nor no"),
        ({"categories": CATEGORY + "A.B,A,б,b,x,3,low\n"}, "categories", 2, "parent", "on an earlier line"),
        ({"categories": CATEGORY + "A,,а,a,x,,low\n"}, "categories", 2, "executor_kind", "has a deadline"),
        ({"calendar": "code,name,weekly\nx,y,yes|no\n"}, "calendar", 2, "weekly", "a week has seven days"),
        ({"calendar": "code,name,weekly,days_off\nx,y,yes,31.12.2026\n"}, "calendar", 2, "days_off", "is no date"),
        (
            {"responsibilities": "code,priority,reason_uk,reason_en\nx,5,a,b\n"},
            "responsibilities",
            2,
            "organisation",
            "either an organisation or a holder",
        ),
        (
            {"organisations": ORGANISATIONS, "houses": "street,number,district,manager\nвулиця Нова,1,Х,ЖЕК\n"},
            "houses",
            2,
            "manager",
            "no organisation “ЖЕК” stands in its file",
        ),
        ({"houses": "street,number,district\nвулиця Нова,біля мосту,Х\n"}, "houses", 2, "number", "no house number"),
        ({"houses": "street,number,district,latitude\nвулиця Нова,1,Х,північ\n"}, "houses", 2, "latitude", "no number"),
        ({"former_names": "street,name\nx,y\n"}, "former_names", 1, "", "need streets.csv beside them"),
        (
            {"streets": "name,kind\nНова,вулиця\n", "former_names": "street,name\nвулиця Стара,Давня\n"},
            "former_names",
            2,
            "street",
            "no street “вулиця Стара”",
        ),
        (
            {"streets": "name,kind\nНова,вулиця\n", "former_names": "street,name,until\nвулиця Нова,Давня,колись\n"},
            "former_names",
            2,
            "until",
            "is no date",
        ),
    ],
)
def test_a_bad_row_is_refused_with_file_line_column_and_reason(
    folder: Callable[..., Path], files: dict[str, str | bytes], file: str, line: int, column: str, reason: str
) -> None:
    with pytest.raises(ReferenceInvalid, match=rf"^{file}\.csv, line {line}") as refused:
        read(folder(**files))
    assert (refused.value.file.name, refused.value.line, refused.value.column) == (f"{file}.csv", line, column)
    assert reason in refused.value.reason
