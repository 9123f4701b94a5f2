"""A street is found by whatever people call it."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.gazetteer import Gazetteer, MatchRank, StreetMatch
from protocol.ids import reference_id
from protocol.records import FormerName, Street
from protocol.text import fold


def street(kind: str, name: str, *former: str, old_kind: str = "") -> Street:
    return Street(
        id=reference_id("street", f"{kind} {name}"),
        name=name,
        kind=kind,
        former=tuple(FormerName(name=old, kind=old_kind) for old in former),
    )


# Streets of Chernihiv with the names they had before 2016–2024.
CHORNOVOLA = street("вулиця", "В'ячеслава Чорновола", "Войкова", "Правди")
LUKIANENKA = street("проспект", "Левка Лук'яненка", "Рокоссовського", old_kind="вулиця")
POPOVA = street("вулиця", "Попова", "Новоокружна")
MYRU = street("проспект", "Миру")
PEREMOHY_SQUARE = street("площа", "Перемоги")
PEREMOHY = street("проспект", "Перемоги", "Жовтневої революції")
ZARICHNA = street("вулиця", "Зарічна")
FIRST_ZARICHNYI = street("провулок", "1-й Зарічний")
SECOND_ZARICHNYI = street("провулок", "2-й Зарічний")
KYIVSKA = street("вулиця", "Київська")
KYIVSKYI = street("провулок", "Київський", "Довженка", old_kind="вулиця")
HRUSHEVSKOHO = street("проспект", "Михайла Грушевського", "1 Травня", old_kind="вулиця")
NEBORAKA = street("вулиця", "Автозаводська", "Миколи Неборака")
SICHOVYKH = street("вулиця", "Січових стрільців", "Гомельська")
SERIKOVA = street("вулиця", "Сєрікова", "4-а Колія", "5-а Подусівська")
KOTY = street("вулиця", "Коти", "Уляни Громової")
KOTY_LANE = street("провулок", "Коти", "Уляни Громової")
HONCHA = street("вулиця", "Гонча", "Горького (частина)")
MUZEINA = street("вулиця", "Музейна", "Горького (інша частина)")
HELSINSKOI = street("вулиця", "Ґельсінської спілки", "Ломоносова")
PIATNYTSKA = street("вулиця", "П'ятницька")
FIRST_NABEREZHNA = street("вулиця", "Перша Набережна")
NABEREZHNA = street("вулиця", "Набережна")
KOTSIUBYNSKOHO = street("вулиця", "М. Коцюбинського")
DOVZHENKA = street("вулиця", "Олександра Довженка")
DESNIAKA = street("вулиця", "Десняка", "1-ша Холодний Яр")
HEROIV = street("вулиця", "Героїв Чорнобиля", "Бойова")
KOROLOVA = street("вулиця", "Корольова")
STREETS = (
    CHORNOVOLA, LUKIANENKA, POPOVA, MYRU, PEREMOHY_SQUARE, PEREMOHY, ZARICHNA, FIRST_ZARICHNYI, SECOND_ZARICHNYI,
    KYIVSKA, KYIVSKYI, HRUSHEVSKOHO, NEBORAKA, SICHOVYKH, SERIKOVA, KOTY, KOTY_LANE, HONCHA, MUZEINA, HELSINSKOI,
    PIATNYTSKA, FIRST_NABEREZHNA, NABEREZHNA, KOTSIUBYNSKOHO, DOVZHENKA, DESNIAKA, HEROIV, KOROLOVA,
)  # fmt: skip
CITY = Gazetteer(STREETS)
NAMES = [
    (known, name)
    for known in STREETS
    for name in (known.name, *(former.name for former in known.former))
    if "(" not in name  # a remark, nothing people say
]


def found(text: str) -> list[Street]:
    return [match.street for match in CITY.suggest(text)]


CALLED = {
    CHORNOVOLA: [
        "Войкова",
        "Чорновола",
        "В. Чорновола",
        "чорновола вячеслава",
        "вул. Чорновола",
        "Черновола",
        "новола",
    ],
    LUKIANENKA: ["Рокоссовского", "рокоссов", "Рокосовський", "ракасовського", "Л. Лук'яненка", "лук’ян", "kerzytyrf"],
    POPOVA: ["Gjgjdf", "на Попова", "Попової", "dek/ Gjgj", "Новоокружній", "вулиця попов"],
    MYRU: ["Мира", "вул. Миру", "Миpу", "проспект Мира", "миру просп"],
    HRUSHEVSKOHO: ["1 травня", "вул. 1 Травня", "михаила груш", "Грушевский"],
    FIRST_ZARICHNYI: ["1 зарічний", "1-й зар", "перший зарічний", "первый заречный", "Зарічний 1-й"],
    NEBORAKA: ["Николая Неборака", "неборак"],
    SICHOVYKH: ["сечевых стрельцов", "стрільців січових", "Гомельской"],
    SERIKOVA: ["4 колія", "4-а колія", "п'ята подусівська", "Серикова"],
    HELSINSKOI: ["ґельс", "гельс", "Гельсинской спилки", "Ломоносова"],
    PIATNYTSKA: ["пятниц", "П’ятницька", 'П"ятницька', "Пятницкая"],
    KOTSIUBYNSKOHO: ["Михайла Коцюбинського", "коцюбинского"],
    DESNIAKA: ["1 холодный яр", "Холодний Яр"],
    KOROLOVA: ["Королёва", "Королева", "Королёв", "корол"],
    NABEREZHNA: ["набережна", "вул. Набережна"],
    FIRST_NABEREZHNA: ["перша наб", "1-ша набережна"],
}


@pytest.mark.parametrize(("meant", "typed"), [(meant, typed) for meant, calls in CALLED.items() for typed in calls])
def test_a_street_is_found_by_what_people_call_it(meant: Street, typed: str) -> None:
    assert found(typed)[0] == meant


@given(st.sampled_from(NAMES), st.data())
def test_a_street_is_offered_at_every_beginning_of_any_of_its_names(
    named: tuple[Street, str], data: st.DataObject
) -> None:
    known, name = named
    typed = name[: data.draw(st.integers(1, len(name)))]
    assert known in [match.street for match in CITY.suggest(typed, limit=100)]


@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_the_order_of_words_makes_no_difference(named: tuple[Street, str], shuffler: Random) -> None:
    known, name = named
    words = name.split()
    shuffler.shuffle(words)
    assert known in found(" ".join(words))


@given(st.sampled_from([named for named in NAMES if len(named[1]) > 6 and " " not in named[1]]), st.integers(1, 5))
def test_one_wrong_letter_of_a_long_name_is_forgiven(named: tuple[Street, str], place: int) -> None:
    known, name = named
    assert known in found(f"{name[:place]}ц{name[place + 1 :]}")


@given(st.text(max_size=30) | st.text("Попваулкру'ь. -1", max_size=12), st.integers(1, 12))
def test_any_text_gives_at_most_so_many_streets_each_once_best_first(text: str, limit: int) -> None:
    matches = CITY.suggest(text, limit)
    assert len(matches) <= limit
    assert len({match.street.id for match in matches}) == len(matches)
    assert [match.rank for match in matches] == sorted(match.rank for match in matches)
    assert matches == CITY.suggest(text, limit)


@pytest.mark.parametrize("text", ["", "  ", "вул.", "47", "щщщщ", "???", "xyz"])
def test_nothing_is_offered_for_nothing(text: str) -> None:
    assert CITY.suggest(text) == []
    assert CITY.exact(text) == []


def test_a_match_tells_which_name_fitted_and_how_well() -> None:
    assert CITY.suggest("Войкова")[0] == StreetMatch(CHORNOVOLA, "Войкова", is_former=True, rank=MatchRank.EXACT)
    assert CITY.suggest("Чорновола В'ячеслава")[0].rank is MatchRank.LENIENT
    assert CITY.suggest("В'яч")[0].rank is MatchRank.PREFIX
    assert CITY.suggest("Чорн")[0].rank is MatchRank.WORD_PREFIX
    assert CITY.suggest("новол")[0].rank is MatchRank.SUBSTRING
    assert CITY.suggest("Чирнавола")[0].rank is MatchRank.FUZZY


def test_the_type_ranks_homonyms_and_excludes_none() -> None:
    assert found("просп. Перемоги")[:2] == [PEREMOHY, PEREMOHY_SQUARE]
    assert found("площа Перемоги")[:2] == [PEREMOHY_SQUARE, PEREMOHY]
    assert found("пров. Зарічний") == [FIRST_ZARICHNYI, SECOND_ZARICHNYI, ZARICHNA]
    assert found("Зарічна") == [ZARICHNA, FIRST_ZARICHNYI, SECOND_ZARICHNYI]


def test_a_former_name_counts_with_the_type_it_had() -> None:
    assert found("вул. Рокоссовського") == [LUKIANENKA]
    assert CITY.exact("Довженка", "вулиця") == [KYIVSKYI]


def test_current_names_come_before_former_ones() -> None:
    renamed = street("вулиця", "Привітна", "Попова")
    assert [match.street for match in Gazetteer([renamed, POPOVA]).suggest("Попова")] == [POPOVA, renamed]
    assert Gazetteer([renamed, POPOVA]).exact("Попова") == [POPOVA, renamed]


def test_no_similar_names_are_mixed_in_once_the_name_itself_is_found() -> None:
    assert all(match.rank is not MatchRank.FUZZY for match in CITY.suggest("Попова"))
    assert found("Попова") == [POPOVA]


def test_exact_gives_every_homonym_those_of_the_kind_first() -> None:
    assert CITY.exact("Перемоги") == [PEREMOHY_SQUARE, PEREMOHY]
    assert CITY.exact("Перемоги", "проспект") == [PEREMOHY, PEREMOHY_SQUARE]
    assert CITY.exact("просп. Перемоги") == [PEREMOHY, PEREMOHY_SQUARE]
    assert CITY.exact("Уляни Громової", "провулок") == [KOTY_LANE, KOTY]
    assert CITY.exact("Горького") == [HONCHA, MUZEINA]


def test_exact_prefers_equal_letters_to_equal_skeletons() -> None:
    assert CITY.exact("Київська") == [KYIVSKA]
    assert CITY.exact("київський") == [KYIVSKYI]
    assert CITY.exact("Киевской") == []
    assert CITY.exact("Київської") == [KYIVSKA, KYIVSKYI]
    assert CITY.exact("Рокоссовского") == [LUKIANENKA]
    assert CITY.exact("Чорновола") == []


@given(st.sampled_from(NAMES))
def test_exact_finds_every_name_folded(named: tuple[Street, str]) -> None:
    known, name = named
    assert known in CITY.exact(fold(name))
    assert known in CITY.exact(name.upper())
