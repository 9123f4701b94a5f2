"""Everything written can be read, and everything to be filled or focused can be seen."""

import re
from dataclasses import fields

import pytest

import resources
from console.ui.look.palette import DARK, LIGHT, Palette, Tone
from protocol.vocabulary import Urgency
from tests.ui.look.contrast import contrast

_GROUNDS = ("background", "panel", "stripe", "selection", "hover", "input")

_TEXT_PAIRS = [
    *(("text", ground) for ground in _GROUNDS),
    *(("muted", ground) for ground in _GROUNDS),
    ("critical", "panel"),
    ("on_accent", "accent"),
    ("on_bar", "bar"),
    ("on_bar", "bar_hover"),
    ("bar_muted", "bar"),
    ("on_danger", "danger"),
    ("warning", "warning_tint"),
    ("accent", "panel"),
    ("info", "panel"),
    ("text", "critical_tint"),
    ("muted", "critical_tint"),
    ("text", "emergency_tint"),
    ("muted", "emergency_tint"),
]

_SHAPE_PAIRS = [
    ("input_border", "input"),
    ("input_border", "panel"),
    ("input_border", "background"),
    ("input_border", "stripe"),
    ("disabled", "background"),
    ("disabled", "panel"),
    ("accent", "input"),
    ("accent", "background"),
    ("accent", "stripe"),
    ("accent", "line"),
    ("critical", "input"),
    ("on_bar", "bar_hover"),
    ("bar_ringing", "bar"),
    ("bar_talking", "bar"),
]


@pytest.fixture(params=[LIGHT, DARK], ids=lambda palette: palette.name)
def palette(request: pytest.FixtureRequest) -> Palette:
    chosen: Palette = request.param
    return chosen


@pytest.mark.parametrize(("ink", "ground"), _TEXT_PAIRS)
def test_text_stands_at_four_and_a_half_to_one(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(palette.colour(ink), palette.colour(ground)) >= 4.5


@pytest.mark.parametrize(("shape", "ground"), _SHAPE_PAIRS)
def test_borders_rings_and_icons_stand_at_three_to_one(palette: Palette, shape: str, ground: str) -> None:
    assert contrast(palette.colour(shape), palette.colour(ground)) >= 3


@pytest.mark.parametrize("tone", Tone)
def test_a_tone_can_be_read_on_its_tint_and_in_any_row(palette: Palette, tone: Tone) -> None:
    strong, tint = palette.tone(tone)
    for ground in (tint, palette.panel, palette.stripe, palette.selection):
        assert contrast(strong, ground) >= 4.5


def test_every_pair_the_style_sheet_sets_together_can_be_read(palette: Palette) -> None:
    sheet = resources.path("style", "desk.qss").read_text(encoding="utf-8")
    pairs = [
        (ink.group(1), ground.group(1))
        for selector, body in re.findall(r"([^{}]+){([^}]*)}", sheet)
        if ":disabled" not in selector
        and (ink := re.search(r"(?<![-\w])color: \$(\w+)", body))
        and (ground := re.search(r"background: \$(\w+)", body))
    ]
    assert len(pairs) >= 5
    for ink_token, ground_token in pairs:
        assert contrast(palette.colour(ink_token), palette.colour(ground_token)) >= 4.5


def test_every_urgency_has_a_tone_of_the_same_word() -> None:
    assert [Tone(urgency) for urgency in Urgency] == list(Tone)[:5]


def test_every_token_is_a_colour(palette: Palette) -> None:
    for field in fields(Palette):
        if field.name != "name":
            assert re.fullmatch("#[0-9A-F]{6}", palette.colour(field.name))
