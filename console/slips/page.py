"""A slip as a page: HTML from the template, and the two machine-readable codes of its number."""

from dataclasses import asdict
from functools import cache
from typing import NamedTuple, TypeAlias
from unicodedata import category

import segno
from barcode.codex import Code128
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

import resources
from console.slips.content import SlipContent
from protocol.times import Instant, local

# Rows of modules from the top left, True is black; the quiet zone around them is left to the page.
Modules: TypeAlias = tuple[tuple[bool, ...], ...]

CUT_MARK = "… повністю в заявці"
"""Stands where a text was cut to keep the slip on one page; in the crew's language, like the template."""


class SlipPage(NamedTuple):
    """One page: its HTML names the codes as the pictures `qr` and `code128`."""

    html: str
    qr: Modules
    code128: Modules  # one row, to be drawn as high as there is room


def slip_page(content: SlipContent) -> SlipPage:
    """Return the page of a slip; whatever the caller said stays literal text."""
    words = {name: _printable(value) if isinstance(value, str) else value for name, value in asdict(content).items()}
    return SlipPage(
        html=_template().render(words),
        qr=tuple(
            tuple(module == 1 for module in row) for row in segno.make(content.number, error="m", micro=False).matrix
        ),
        code128=(tuple(module == "1" for module in Code128(content.number).build()[0]),),
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(resources.path("slips")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["moment"] = _moment
    environment.filters["lines"] = _lines
    return environment.get_template("slip-a5.html")


def _moment(instant: Instant) -> str:
    return f"{local(instant):%d.%m.%Y %H:%M}"


def _lines(text: str) -> Markup:
    return Markup("<br>").join(text.split("\n"))


def _printable(text: str) -> str:
    """Drop what no font shows, and U+FFFC, which Qt reads as the place of a picture."""
    lines = text.replace("\t", " ").replace("\N{OBJECT REPLACEMENT CHARACTER}", "").splitlines()
    return "\n".join("".join(sign for sign in line if sign.isprintable() or category(sign) == "Zs") for line in lines)
