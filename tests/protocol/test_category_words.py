"""A category is found by what the caller says, in any order and form of the words, a key at a time."""

import statistics
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.category_words import CategoryIndex, CategoryMatch
from protocol.ids import reference_id
from protocol.records import Category
from protocol.stems import stem

GROUPS = {
    "LIGHT": "Вуличне освітлення",
    "NET": "Комунальні мережі",
    "ROAD": "Дороги та благоустрій",
    "TRANS": "Пасажирські перевезення",
    "HOUSE": "Утримання будинків",
    "WASTE": "Побутові відходи",
    "ANIM": "Тварини",
}
LEAVES: dict[str, tuple[str, tuple[str, ...]]] = {
    "LIGHT.LAMP": (
        "Не світить окремий ліхтар",
        ("не горить ліхтар", "ліхтар погас", "блимає ліхтар", "не горит фонарь", "лампочка на стовпі"),
    ),
    "LIGHT.LINE": (
        "Не світить лінія або група ліхтарів",
        ("вся вулиця темна", "немає освітлення на вулиці", "не горять ліхтарі по всій вулиці"),
    ),
    "LIGHT.YARD": ("Немає освітлення двору", ("темно у дворі", "у дворі не світить ліхтар")),
    "LIGHT.DAYON": ("Ліхтарі світять удень", ("ліхтарі горять вдень", "не вимикають ліхтарі")),
    "LIGHT.POLE": ("Аварійна опора освітлення", ("стовп нахилився", "стовп падає", "впав стовп")),
    "NET.WATER_NONE": (
        "Немає холодної води",
        ("нема води", "відключили воду", "пропала вода", "води нет", "сухий кран"),
    ),
    "NET.SEWER": (
        "Засмічення, підпір або вилив каналізації",
        ("забита каналізація", "тече каналізація", "прорвало каналізацію", "фекалії у дворі"),
    ),
    "NET.HEAT_NONE": ("Немає опалення", ("холодні батареї", "не гріють батареї", "нема тепла", "нет отопления")),
    "NET.MANHOLE": ("Відкритий або пошкоджений люк", ("люк без кришки", "провалився люк", "відкритий колодязь")),
    "NET.WATER_BURST": (
        "Порив водопроводу, витік на вулиці",
        ("прорвало трубу", "тече вода на дорозі", "фонтан води", "порвало трубу"),
    ),
    "NET.HOT_NONE": ("Немає гарячої води", ("нема гарячої води", "з гарячого крана йде холодна")),
    "NET.POWER_NONE": ("Немає електропостачання", ("нема світла", "зникло світло", "вимкнули світло", "нет света")),
    "NET.GAS_SMELL": ("Запах газу (переадресація 104)", ("пахне газом", "тхне газом", "витік газу")),
    "ROAD.POTHOLE": ("Яма, пошкоджене покриття дороги чи тротуару", ("яма на дорозі", "розбита дорога", "вибоїна")),
    "ROAD.SNOW": ("Сніг або ожеледиця на дорозі, зупинці", ("не чистять сніг", "слизько", "не посипана дорога")),
    "ROAD.TREE_DANGER": ("Аварійне дерево або гілка", ("впало дерево", "дерево падає", "гілка висить над дорогою")),
    "ROAD.SIGNAL": ("Не працює світлофор", ("світлофор не горить", "світлофор блимає жовтим")),
    "TRANS.DRIVER": ("Поведінка водія, не зупинився на зупинці", ("водій нахамив", "маршрутка проїхала повз зупинку")),
    "TRANS.INTERVAL": ("Порушення графіка або інтервалу руху", ("довго немає автобуса", "тролейбус не їде")),
    "HOUSE.PIPE": (
        "Течія внутрішньобудинкових мереж",
        ("тече стояк", "заливають сусіди", "прорвало трубу в квартирі", "тече труба в підвалі"),
    ),
    "HOUSE.LIFT": ("Не працює ліфт", ("ліфт стоїть", "зламався ліфт", "ліфт застряг")),
    "HOUSE.LIFT_TRAPPED": ("Людина в ліфті", ("застрягли в ліфті", "застрягла людина в ліфті")),
    "HOUSE.ROOF": ("Протікає покрівля", ("тече дах", "протікає дах", "капає зі стелі")),
    "HOUSE.ENTRANCE_LIGHT": ("Немає світла в під'їзді", ("не горить лампочка в під'їзді", "темно в під'їзді")),
    "WASTE.COLLECT": ("Не вивезено побутові відходи", ("не вивозять сміття", "переповнені баки", "не вывозят мусор")),
    "ANIM.AGGRESSIVE": ("Безпритульні або агресивні тварини", ("бродячі собаки", "покусав собака", "зграя собак")),
}


def category(code: str, name_uk: str, synonyms: tuple[str, ...] = (), is_active: bool = True) -> Category:
    group = code.rpartition(".")[0]
    return Category(
        id=reference_id("category", code),
        code=code,
        name_uk=name_uk,
        name_en=code,
        parent_id=reference_id("category", group) if group else None,
        synonyms=synonyms,
        is_active=is_active,
    )


TREE = [category(code, name) for code, name in GROUPS.items()] + [
    category(code, name, synonyms) for code, (name, synonyms) in LEAVES.items()
]
INDEX = CategoryIndex(TREE)


def codes(text: str, limit: int = 12) -> list[str]:
    return [match.category.code for match in INDEX.suggest(text, limit)]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("не горить ліхтар", "LIGHT.LAMP"),
        ("ліхтар не горить біля будинку", "LIGHT.LAMP"),
        ("у нас навпроти під'їзду погас ліхтар", "LIGHT.LAMP"),
        ("на стовпі не світить лампочка", "LIGHT.LAMP"),
        ("добрий день, не світять ліхтарі по вулиці, вся вулиця темна", "LIGHT.LINE"),
        ("у дворі темно, хоч око виколи", "LIGHT.YARD"),
        ("чому вдень горять ліхтарі", "LIGHT.DAYON"),
        ("нахилився стовп, зараз впаде", "LIGHT.POLE"),
        ("нема води", "NET.WATER_NONE"),
        ("воды нет", "NET.WATER_NONE"),
        ("вже другий день сидимо без води", "NET.WATER_NONE"),
        ("зникла холодна вода", "NET.WATER_NONE"),
        ("забилась каналізація і тече у двір", "NET.SEWER"),
        ("батареї холодні", "NET.HEAT_NONE"),
        ("в квартирі не гріє батарея", "NET.HEAT_NONE"),
        ("відсутнє опалення", "NET.HEAT_NONE"),
        ("на дорозі люк відкритий", "NET.MANHOLE"),
        ("кришки на люку немає", "NET.MANHOLE"),
        ("прорвало трубу", "NET.WATER_BURST"),
        ("трубу прорвало, вода тече по дорозі", "NET.WATER_BURST"),
        ("гарячої води нема", "NET.HOT_NONE"),
        ("пропало світло", "NET.POWER_NONE"),
        ("сидимо без світла", "NET.POWER_NONE"),
        ("света нет", "NET.POWER_NONE"),
        ("у під'їзді сильно пахне газом", "NET.GAS_SMELL"),
        ("запаху газу", "NET.GAS_SMELL"),
        ("величезні ями на дорозі", "ROAD.POTHOLE"),
        ("сніг не чистили", "ROAD.SNOW"),
        ("дерево впало на машину", "ROAD.TREE_DANGER"),
        ("на перехресті не працюють світлофори", "ROAD.SIGNAL"),
        ("водій маршрутки хамив", "TRANS.DRIVER"),
        ("тролейбуси не їдуть", "TRANS.INTERVAL"),
        ("сусіди заливають", "HOUSE.PIPE"),
        ("труба тече у підвалі", "HOUSE.PIPE"),
        ("ліфт зламаний", "HOUSE.LIFT"),
        ("люди застрягли у ліфті", "HOUSE.LIFT_TRAPPED"),
        ("протік дах", "HOUSE.ROOF"),
        ("немає світла у під'їзді", "HOUSE.ENTRANCE_LIGHT"),
        ("сміття не вивезли", "WASTE.COLLECT"),
        ("собака покусала дитину", "ANIM.AGGRESSIVE"),
    ],
)
def test_what_a_caller_says_leads_to_the_category(said: str, code: str) -> None:
    assert codes(said)[:1] == [code]


def test_nothing_typed_suggests_nothing() -> None:
    assert codes("") == codes("   ") == codes("?") == []
    assert codes("щось геть невідоме") == []


def test_each_category_is_found_by_its_own_name_and_synonyms() -> None:
    for code, (name, synonyms) in LEAVES.items():
        for phrase in (name, *synonyms):
            assert codes(phrase)[0] == code, phrase


@pytest.mark.parametrize("typed", ["ліхт", "не горить ліхт", "ліхта", "ЛІХТАР", "Ліхтар,"])
def test_the_beginning_of_the_last_word_is_enough(typed: str) -> None:
    assert "LIGHT.LAMP" in codes(typed)[:3]


def test_only_the_last_word_may_be_unfinished() -> None:
    assert "ROAD.SIGNAL" in codes("світлоф")
    assert codes("світлоф ") == []
    assert "ROAD.SIGNAL" not in codes("світлоф дорога")


def test_every_key_of_a_phrase_keeps_the_right_category_in_sight() -> None:
    said = "прорвало трубу"
    for length in range(3, len(said) + 1):
        assert "NET.WATER_BURST" in codes(said[:length])[:4], said[:length]


def test_a_whole_phrase_beats_all_words_and_all_words_beat_some() -> None:
    tree = [
        category("A.SOME", "Ліхтар блимає"),
        category("A.ALL", "Ліхтар світлофора довго не горить"),
        category("A.WHOLE", "Темрява", ("не горить ліхтар",)),
    ]
    found = CategoryIndex(tree).suggest("не горить ліхтар")
    assert [match.category.code for match in found] == ["A.WHOLE", "A.ALL", "A.SOME"]
    assert found[0].score > 2 > found[1].score > 1 > found[2].score > 0


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    tree = [
        category("A.ONE", "Ліхтар у парку"),
        category("A.TWO", "Ліхтар на площі"),
        category("A.THREE", "Ліхтар на мосту"),
        category("A.FOUR", "Фонтан шумить"),
    ]
    (best, *_) = CategoryIndex(tree).suggest("ліхтар фонтан")
    assert best.category.code == "A.FOUR"


def test_small_words_do_not_count_but_no_and_without_do() -> None:
    assert codes("яма на дорозі") == codes("яма дорозі")
    assert codes("ліхтарі світять")[0] == "LIGHT.DAYON"
    assert codes("ліхтарі не світять")[0] != "LIGHT.DAYON"
    assert codes("без води")[0] == "NET.WATER_NONE"


def test_equals_are_offered_in_the_order_of_the_tree() -> None:
    tree = [category(code, "Ліхтар") for code in ("Z.LAST", "A.FIRST", "M.MIDDLE")]
    assert [match.category.code for match in CategoryIndex(tree).suggest("ліхтар")] == ["Z.LAST", "A.FIRST", "M.MIDDLE"]


def test_a_match_names_the_typed_words_it_was_found_by() -> None:
    (best, *_) = INDEX.suggest("Алло, у нас Ліхтарі вдень світять")
    assert best.category.code == "LIGHT.DAYON"
    assert best.words == ("ліхтарі", "вдень", "світять")


@pytest.mark.parametrize("typed", ["LIGHT.LAMP", "light.lamp", " LIGHT.LA"])
def test_a_code_can_be_typed_directly(typed: str) -> None:
    assert codes(typed) == ["LIGHT.LAMP"]


def test_the_code_of_a_group_offers_all_below_it() -> None:
    assert codes("light") == [code for code in LEAVES if code.startswith("LIGHT.")]


def test_groups_and_inactive_categories_are_not_offered() -> None:
    tree = [category("LIGHT", "Ліхтарі"), category("LIGHT.OLD", "Ліхтар", is_active=False)]
    assert CategoryIndex(tree).suggest("ліхтар") == []
    assert CategoryIndex(tree).suggest("LIGHT") == []


def test_words_typed_on_the_latin_layout_are_understood() -> None:
    assert codes("ys ujhbnm ks[nfh")[0] == "LIGHT.LAMP"


def test_no_more_than_the_limit_are_offered() -> None:
    assert len(codes("не")) == 12
    assert len(codes("не", limit=3)) == 3


@given(st.permutations(["трубу", "прорвало", "на", "вулиці"]))
def test_the_order_of_the_words_does_not_matter(words: list[str]) -> None:
    assert codes(" ".join(words))[0] == "NET.WATER_BURST"


@given(st.text() | st.lists(st.sampled_from(["не", "у", "вода", "ліхтар", "світл", "без", "LIGHT", "."])).map(" ".join))
def test_any_text_is_answered_in_order_and_once_each(text: str) -> None:
    found: list[CategoryMatch] = INDEX.suggest(text)
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert len({match.category.id for match in found}) == len(found) <= 12
    assert all(match.score > 0 and match.words for match in found)


def test_a_key_is_answered_within_three_milliseconds() -> None:
    said = "у нас вже другий день не горять ліхтарі по всій вулиці"
    spent = []
    for length in range(1, len(said) + 1):
        started = perf_counter()
        INDEX.suggest(said[:length])
        spent.append(perf_counter() - started)
    assert statistics.median(spent) < 0.003


@pytest.mark.parametrize(
    "forms",
    [
        "вода води воду водою воді вод воды",
        "ліхтар ліхтаря ліхтарі ліхтарів ліхтарем ліхтарями",
        "горить горять горіти горів горіла горит",
        "світло світла світить світять світиться свет света",
        "двір двору дворі двором двор",
        "зупинка зупинці зупинок зупинкою",
        "дорога дорозі дорогу доріг",
        "протікає протікати протекла протік протікання",
        "вивезли вивозять вивезено вивіз",
        "прорвало прорвана прорвав прорвалася",
        "водій водія водієм водіїв",
        "аварія аварії аварію аварій",
        "сніг снігу снігом снег",
        "вдень удень",
    ],
)
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("вода", "водій"), ("двері", "двір"), ("світло", "світлофор"), ("газ", "газон"), ("люк", "ліфт"), ("яма", "зима")],
)
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)
