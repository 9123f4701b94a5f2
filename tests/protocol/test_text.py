"""Text is compared as people mean it, not as they type it."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from protocol.text import fold, has_cyrillic, looks_slipped, skeleton, soften, unslip

UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
LATIN_KEYS = str.maketrans(
    "йцукенгшщзхїфівапролджєячсмитьбюґЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮҐ",
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.\\QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>|",
)
NAMES = (
    "Попова", "Левка Лук'яненка", "В'ячеслава Чорновола", "Миру", "Михайла Грушевського", "Героїв Чорнобиля",
    "Ґельсінської спілки", "Їжакевича", "Єлецька", "Ціолковського", "Юрія Мезенцева", "Хлібопекарська",
)  # fmt: skip
words = st.text(UKRAINIAN + UKRAINIAN.upper(), min_size=1, max_size=12)
texts = st.text(st.sampled_from(f"{UKRAINIAN}ЁыЭaciopxyїQw '’ʼ`\"*.,-/_№«»()\t\n0123456789\u0301\u00ad")) | st.text()


@given(texts, st.sampled_from(["", "-", "/.", "-#"]))
def test_folding_twice_changes_nothing(text: str, keep: str) -> None:
    assert fold(fold(text, keep), keep) == fold(text, keep)


@given(texts)
def test_a_folded_text_is_words_of_letters_and_digits_parted_by_one_blank(text: str) -> None:
    assert re.fullmatch(r"(?:[^\W_]+(?: [^\W_]+)*)?", fold(text))


@given(words, st.sampled_from("'’ʼ`‘′"), words)
def test_an_apostrophe_makes_no_difference(start: str, apostrophe: str, end: str) -> None:
    assert fold(f"{start}{apostrophe}{end}") == fold(start + end)


@pytest.mark.parametrize(
    "typed", ["П'ятницька", "П’ЯТНИЦЬКА", 'п"ятницька', "п*ятницька", " ПЯТНИЦЬКА ", "п\u02bcятницька"]
)
def test_every_way_to_type_an_apostrophe_is_understood(typed: str) -> None:
    assert fold(typed) == "пятницька"


def test_latin_look_alikes_become_cyrillic_inside_cyrillic_words_and_beside_digits_only() -> None:
    assert fold("Миpу, Xлібопекарськa") == "миру хлібопекарська"  # Latin p, X, a
    assert fold("17A") == fold("17А")  # Latin and Cyrillic
    assert fold("ATB Nova") == "atb nova"


def test_letters_typed_as_two_characters_are_one() -> None:
    assert fold("Ки\u0456\u0308вськии\u0306 за\u0301мок") == "київський замок"


def test_punctuation_is_blank_unless_kept() -> None:
    assert fold("«Попова», 14/41-А") == "попова 14 41 а"
    assert fold("«Попова», 14/41-А", keep="/-") == "попова 14/41-а"


@pytest.mark.parametrize(
    "forms",
    [
        "Рокоссовского Рокосовського Рокосовський Рокоссовський Рокоссовскому",
        "Зарічна Зарічної Зарічній Зарічну Зарічною Зарічний Зарічного",
        "Попова Попов Попової Попову",
        "Шевченка Шевченко Шевченку",
        "Корольова Королева Королёва",
        "Чорновола Черновола Чёрновола",
        "Воробйова Воробьёва Воробьева",
        "Гвардії Гвардии Гвардія",
        "Космонавтів Космонавтов",
        "Михайла Михаила",
        "Бандери Бандеры",
        "Миру Мира Мирі",
        "Перша Перший Первая Первый Першої",
        "П'ята Пятая П’ятої",
        "Нова Нової Новая Новой",
    ],
)
def test_case_forms_and_russian_spellings_share_a_skeleton(forms: str) -> None:
    assert len({skeleton(form) for form in forms.split()}) == 1


def test_ordinals_in_words_are_digits_in_a_skeleton() -> None:
    assert skeleton("Перший Зарічний") == "1 заричн"
    assert skeleton("77") == "77"


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_different_names_keep_different_skeletons(one: str, other: str) -> None:
    assert (skeleton(one) == skeleton(other)) == (one == other)


@given(st.lists(words).map(" ".join).map(fold), st.integers(0, 12))
def test_the_beginning_of_a_text_softens_to_a_beginning(folded: str, end: int) -> None:
    assert soften(folded).startswith(soften(folded[:end]))


@given(texts)
def test_no_word_loses_its_whole_skeleton(text: str) -> None:
    assert len(skeleton(text).split()) == len(soften(fold(text)).split())


@given(st.lists(words, min_size=1).map(" ".join))
def test_a_text_typed_on_the_latin_layout_is_read_as_meant(text: str) -> None:
    typed = text.translate(LATIN_KEYS)
    assume(not re.search(r"(?<!\S)[;:'\",.<>]+(?!\S)", typed))  # standing alone such keys are punctuation
    assert unslip(typed) == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Gjgjdf", "Попова"),
        ("Gjgjdf? 47", "Попова, 47"),
        ("dek/ Gjgjdf 14/41f", "вул. Попова 14/41а"),
        ("Gjgjdf 47, rd 12", "Попова 47, кв 12"),
        ("77-] Udfhlsqcmrj]", "77-ї Гвардійської"),
        ("G`znybwmrf", "П'ятницька"),
        ("Попова 47", "Попова 47"),
    ],
)
def test_marks_between_digits_are_no_letters(typed: str, meant: str) -> None:
    assert unslip(typed) == meant


@pytest.mark.parametrize("name", NAMES)
def test_a_slipped_name_looks_slipped_and_the_name_does_not(name: str) -> None:
    assert looks_slipped(name.translate(LATIN_KEYS))
    assert not looks_slipped(name)


@pytest.mark.parametrize(
    "text", ["", "47", "ATB", "Nova Poshta", "Internet", "Kyivstar", "Popova", "info@example.com", "Wi-Fi", "kv"]
)
def test_latin_text_does_not_look_slipped(text: str) -> None:
    assert not looks_slipped(text)


def test_one_cyrillic_letter_shows_the_layout() -> None:
    assert has_cyrillic("ATБ")
    assert not has_cyrillic("ATB 47")
