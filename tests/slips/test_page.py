"""The slip's page says what the crew needs, and nothing a caller wrote becomes markup."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.slips.page import slip_page
from protocol.vocabulary import Urgency
from tests.slips.sample import FULL, LAMP, at, slip


def words(html: str) -> str:
    """Return the text of a page, its blanks reduced to one."""
    body = re.sub(r"<head>.*</head>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", body)))


def test_times_are_shown_in_kyiv_summer_and_winter() -> None:
    html = slip_page(slip(due_at=1_783_155_600_000, registered_at=1_767_225_600_000)).html
    assert "04.07.2026 12:00" in html
    assert "01.01.2026 02:00" in html


def test_the_first_copy_is_not_marked_and_later_ones_are() -> None:
    assert "ПОВТОРНО" not in slip_page(slip(copy=1)).html
    assert "ПОВТОРНО · примірник 2" in words(slip_page(slip(copy=2)).html)


def test_invented_data_are_marked() -> None:
    assert "ЗРАЗОК" in slip_page(slip(is_sample=True)).html
    assert "ЗРАЗОК" not in slip_page(FULL).html


@pytest.mark.parametrize(
    ("urgency", "shown"),
    [
        (Urgency.CRITICAL, "АВАРІЙНА ТЕРМІНОВА"),
        (Urgency.EMERGENCY, "АВАРІЙНА"),
        (Urgency.ROUTINE, "Звичайна"),
        (Urgency.INFO, "Інформаційна"),
        (Urgency.LOW, "Планова"),
    ],
)
def test_every_urgency_has_its_word_and_only_pressing_ones_stand_in_capitals(urgency: Urgency, shown: str) -> None:
    assert f"Терміновість {shown} Виконати до" in words(slip_page(slip(urgency=urgency)).html)


def test_the_page_names_the_former_street_and_the_way_to_the_door() -> None:
    text = words(slip_page(FULL).html)
    assert "просп. Левка Лук’яненка, 14/41 корп. 2 (раніше вул. Рокоссовського)" in text
    assert "Деснянський район · під’їзд 3 · поверх 5 · кв. 47 · код дверей 47К2580" in text


def test_a_fact_that_is_not_known_leaves_no_line() -> None:
    text = words(slip_page(LAMP).html)
    for label in ("раніше", "під’їзд", "Орієнтир", "Місце", "Небезпека", "Доступ", "Заявник", "масова аварія"):
        assert label not in text
    assert "вул. Попова, 47 Категорія" in text


@pytest.mark.parametrize(
    "said", ["<b>гучно</b>", '<img src="file:///etc/passwd">', "{{ 7 * 7 }}", "{% raw %}", "&amp;"]
)
def test_markup_in_a_callers_words_stays_text(said: str) -> None:
    told = dict.fromkeys(
        ("text", "street", "former_street", "district", "landmark", "hazard", "access", "applicant_name", "phone"), said
    )
    html = slip_page(slip(LAMP, **told)).html
    plain = slip_page(slip(LAMP, **dict.fromkeys(told, "просто"))).html
    assert html.count("<") == plain.count("<")
    assert unescape(html).replace("\N{NO-BREAK SPACE}", " ").count(said) == len(told)


def test_lines_of_the_text_stay_lines() -> None:
    assert "перша<br>друга<br><br>четверта" in slip_page(slip(text="перша\r\nдруга\n\nчетверта")).html


def test_signs_that_are_no_letters_are_dropped() -> None:
    assert "абв г" in slip_page(slip(text="а\x00б\N{OBJECT REPLACEMENT CHARACTER}\u202eв\tг")).html


@given(st.text())
def test_any_text_makes_the_same_page_around_it(text: str) -> None:
    lines = len(slip_page(slip(text=text)).html.split("<br>"))
    assert slip_page(slip(text=text)).html.count("<") == slip_page(slip(text="")).html.count("<") + lines - 1


def test_the_codes_are_of_standard_size() -> None:
    page = slip_page(FULL)
    assert len(page.qr) == 21  # version 1
    assert {len(row) for row in page.qr} == {21}
    assert [len(page.code128)] == [1]
    assert page.code128[0][:11] in {
        tuple(sign == "1" for sign in start) for start in ("11010000100", "11010010000", "11010011100")
    }


def test_printing_moments_are_minutes() -> None:
    assert "надруковано 03.11.2026 09:07" in words(slip_page(slip(printed_at=at(2026, 11, 3, 9, 7) + 59_000)).html)
