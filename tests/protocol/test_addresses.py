"""An address is taken apart as it is spoken, at every key, and nothing said is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.addresses import AddressLine, StreetText, format_address, parse_line, short_kind, split_kind
from protocol.houses import HouseNumber

STREETS = (
    "Попова", "Миру", "Левка Лук'яненка", "В'ячеслава Чорновола", "1-ї танкової бригади", "77-ї Гвардійської дивізії",
    "1-й Зарічний", "8 Березня", "50 років Перемоги", "Перша Набережна", "Набережна", "Київська", "Комка",
    "В. Чорновола", "Пласту", "Проектна", "Коти", "Квітки Цісик", "5-а Подусівська", "1-ша Холодний Яр", "Верені",
)  # fmt: skip
KINDS = ("", "вулиця", "проспект", "провулок", "бульвар", "площа", "узвіз", "шосе", "проїзд", "тупик", "мікрорайон")
LINES = (
    "Попова 47 кв 12", "просп. Миру 17А, під'їзд 3, біля аптеки", "Попова буд 47 корп 1 п.3 пов 4 кв. 17",
    "1-ї танкової бригади 12, код 25к7", "77-ї Гвардійської дивізії 3 кв 4", "Шевченка 5 (двір)",
)  # fmt: skip
numbers = st.integers(1, 999).map(str)
maybe_number = st.just("") | numbers
houses = st.builds(
    HouseNumber,
    st.integers(1, 299),
    st.sampled_from(["", "А", "Б", "Г", "К", "П", "В"]),
    st.none() | st.integers(1, 99),
    fraction_letter=st.just(""),
    block=st.sampled_from(["", "1", "2"]),
).map(str)


@given(
    st.sampled_from(STREETS),
    houses,
    maybe_number,
    maybe_number,
    st.sampled_from(
        [
            ("{street} {house}", " під {}", " кв {}"),
            ("{street}, {house}", ", під. {}", ", кв. {}"),
            ("вул. {street}, буд. {house}", ", під'їзд {}", ", квартира {}"),
            ("на {street} {house}", " п.{}", " кв{}"),
            ("ул. {street} д.{house},", "подъезд {}", ",кв.{}"),
            ("{street} {house}", ", {} під'їзд", ", кв № {}"),
        ]
    ),
)
def test_the_parts_of_a_spoken_address_come_back(
    street: str, house: str, entrance: str, flat: str, spoken: tuple[str, str, str]
) -> None:
    line = spoken[0].format(street=street, house=house)
    line += spoken[1].format(entrance) if entrance else ""
    line += spoken[2].format(flat) if flat else ""
    parts = parse_line(line)
    assert (parts.street, parts.entrance, parts.flat, parts.rest) == (street, entrance, flat, "")
    assert str(HouseNumber.parse(parts.house)) == house


@given(
    st.sampled_from(KINDS), st.sampled_from(STREETS), st.none() | st.just("Войкова"), houses,
    maybe_number, maybe_number, maybe_number, st.sampled_from(["", "біля школи", "двір, вхід з арки"]), st.booleans(),
)  # fmt: skip
def test_a_written_address_is_read_back(
    kind: str,
    street: str,
    former: str | None,
    house: str,
    entrance: str,
    floor: str,
    flat: str,
    landmark: str,
    told: bool,
) -> None:
    line = format_address(kind, street, former, house, entrance, floor, flat, landmark, with_former=told)
    assert parse_line(line) == AddressLine(street, kind, house, entrance, floor, flat, "", landmark)


@given(st.text(max_size=60) | st.text("Поваулкбіде 1234/-.,()№'кп", max_size=40))
def test_no_text_is_refused(text: str) -> None:
    assert isinstance(parse_line(text), AddressLine)


@given(st.text("Поваулкбіде 1234/,", max_size=30))
def test_no_digit_is_lost(text: str) -> None:
    parts = parse_line(text)
    kept = (parts.street, parts.house, parts.entrance, parts.floor, parts.flat, parts.door_code, parts.rest)
    assert sorted(filter(str.isdigit, text)) == sorted(filter(str.isdigit, "".join(kept)))


@pytest.mark.parametrize("line", LINES)
def test_every_beginning_of_a_line_makes_sense(line: str) -> None:
    final = parse_line(line)
    house_at = line.index(final.house.split()[0], line.index(final.street) + len(final.street))
    for end in range(len(line) + 1):
        parts = parse_line(line[:end])
        assert parts == parse_line(line[:end] + " ")
        if end > house_at:
            assert parts.street == final.street
            assert final.house.startswith(parts.house)
        else:
            assert parts.house == ""
            assert final.street.startswith(parts.street) or line.startswith(parts.street)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Попова 47 кв 12", AddressLine("Попова", house="47", flat="12")),
        ("Рокосовського 14/41 під 3", AddressLine("Рокосовського", house="14/41", entrance="3")),
        ("вул. Попова, 47", AddressLine("Попова", "вулиця", "47")),
        ("Попова буд 47 корп 1 п.3 пов 4 кв. 17", AddressLine("Попова", "", "47 корп 1", "3", "4", "17")),
        ("просп. Миру 17А", AddressLine("Миру", "проспект", "17А")),
        ("Миру17а", AddressLine("Миру", house="17а")),
        ("пров. 1-й Зарічний 5", AddressLine("1-й Зарічний", "провулок", "5")),
        ("Зарічний 1-й 5", AddressLine("Зарічний 1-й", house="5")),
        ("проспект 700-річчя Чернігова 3", AddressLine("700-річчя Чернігова", "проспект", "3")),
        ("Попова 47-12", AddressLine("Попова", house="47", flat="12")),
        ("Попова 47А-12", AddressLine("Попова", house="47А", flat="12")),
        ("Попова 12-А", AddressLine("Попова", house="12-А")),
        ("Попова 47, 12", AddressLine("Попова", house="47", flat="12")),
        ("Попова 47кв12", AddressLine("Попова", house="47", flat="12")),
        ("Попова 2к1 кв5", AddressLine("Попова", house="2 к1", flat="5")),
        ("Попова 47 к, кв 3", AddressLine("Попова", house="47 к", flat="3")),
        ("Попова 47 2-й під'їзд на 4 поверсі", AddressLine("Попова", house="47", entrance="2", floor="4")),
        ("ул. Попова д. 47 под 3 эт 2", AddressLine("Попова", "вулиця", "47", "3", "2")),
        ("Попова 47, під'їзд №3, код домофону 25В", AddressLine("Попова", house="47", entrance="3", door_code="25В")),
        ("Попова 47 код 25к7", AddressLine("Попова", house="47", door_code="25к7")),
        ("Попова кв 12", AddressLine("Попова", flat="12")),
        ("м. Чернігів, вул. Попова, 47", AddressLine("Попова", "вулиця", "47")),
        ("місто Чернігів, Попова 47", AddressLine("Попова", house="47")),
        ("Городнянська, 2 корп. 1", AddressLine("Городнянська", house="2 корп. 1")),
        ("Чернігів, вул. Попова, 47", AddressLine("Попова", "вулиця", "47", rest="Чернігів")),
        ("dek/ Gjgjdf? 47 rd 12", AddressLine("Попова", "вулиця", "47", flat="12")),
    ],
)
def test_an_address_is_understood_as_it_is_spoken(line: str, parts: AddressLine) -> None:
    assert parse_line(line) == parts


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Попова 47 біля аптеки", AddressLine("Попова", house="47", rest="біля аптеки")),
        ("Попова 47 а біля школи", AddressLine("Попова", house="47 а", rest="біля школи")),
        ("Попова 47 в дворі", AddressLine("Попова", house="47", rest="в дворі")),
        ("Попова 47 під мостом", AddressLine("Попова", house="47", rest="під мостом")),
        ("Попова 47 і 49", AddressLine("Попова", house="47", rest="і 49")),
        ("Шевченка 5 (двір)", AddressLine("Шевченка", house="5", rest="двір")),
        ("Попова (колишня Войкова) 5 (колодязь)", AddressLine("Попова", house="5", rest="колодязь")),
        ("Попова 47 - навпроти АТБ", AddressLine("Попова", house="47", rest="навпроти АТБ")),
        ("Попова 47 біля входу п 3", AddressLine("Попова", house="47", entrance="3", rest="біля входу")),
        ("Попова, біля школи 5", AddressLine("Попова", rest="біля школи 5")),
        ("Попова біля школи буд 47", AddressLine("Попова", house="47", rest="біля школи")),
        ("Попова 47 біля 3 під'їзду", AddressLine("Попова", house="47", rest="біля 3 під'їзду")),
        ("Попова 47 п 1, п 2", AddressLine("Попова", house="47", entrance="1", rest="п 2")),
        ("Попова 47 домофон не працює", AddressLine("Попова", house="47", rest="домофон не працює")),
        ("Попова 5, біля школи, вхід з двору", AddressLine("Попова", house="5", rest="біля школи, вхід з двору")),
    ],
)
def test_landmarks_stay_in_the_rest(line: str, parts: AddressLine) -> None:
    assert parse_line(line) == parts


@pytest.mark.parametrize("line", ["перехрестя Миру і Шевченка", "Миру ріг Шевченка", "Попова", "47", "пр", "1-й"])
def test_without_a_house_all_is_the_street(line: str) -> None:
    assert parse_line(line) == AddressLine(line)


@pytest.mark.parametrize("house", ["14//", "14/", "47аб", "0", "123456"])
def test_a_wrong_house_number_is_kept_as_typed(house: str) -> None:
    assert parse_line(f"Попова {house}") == AddressLine("Попова", house=house)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("вул. Попова", "вулиця", "Попова"), ("вул Попова", "вулиця", "Попова"), ("ул.Попова", "вулиця", "Попова"),
        ("Миру проспект", "проспект", "Миру"), ("пр-т Миру", "проспект", "Миру"), ("пр. Миру", "проспект", "Миру"),
        ("пер. Зарічний", "провулок", "Зарічний"), ("у провулку Зарічному", "провулок", "Зарічному"),
        ("б-р Шевченка", "бульвар", "Шевченка"), ("пл. Перемоги", "площа", "Перемоги"),
        ("Київське шосе", "шосе", "Київське"), ("Набережна ", "", "Набережна"),
        ("Набережна вулиця", "вулиця", "Набережна"),
        ("набережна Стрижня", "набережна", "Стрижня"), ("Набережна", "", "Набережна"),
        ("Перша Набережна", "", "Перша Набережна"), ("вул. Набережна", "вулиця", "Набережна"), ("вул.", "вулиця", ""),
        ("пр", "", "пр"), ("Проектна", "", "Проектна"), ("Площадна", "", "Площадна"), ("на Попова", "", "Попова"),
        ("В. Чорновола", "", "В. Чорновола"),
    ],
)  # fmt: skip
def test_the_type_of_a_street_is_told_from_its_name(text: str, kind: str, name: str) -> None:
    assert split_kind(text) == StreetText(kind, name)


def test_an_address_is_written_with_the_usual_abbreviations() -> None:
    assert (
        format_address("вулиця", "Попова", None, "47", "3", "", "12", "", with_former=True)
        == "вул. Попова, 47, під. 3, кв. 12"
    )
    assert (
        format_address("вулиця", "В'ячеслава Чорновола", "Войкова", "13", "", "2", "", "біля школи", with_former=True)
        == "вул. В'ячеслава Чорновола (кол. Войкова), 13, пов. 2, біля школи"
    )
    assert format_address("", "Попова", "Новоокружна", "", "", "", "", "", with_former=False) == "Попова"


@pytest.mark.parametrize("kind", KINDS[1:])
def test_an_abbreviated_type_is_understood_again(kind: str) -> None:
    assert split_kind(f"{short_kind(kind)} Попова") == StreetText(kind, "Попова")
    assert short_kind("лінія") == "лінія"
