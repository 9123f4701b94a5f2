"""The colours of the desk, light and dark.

Text stands at 4.5:1 or more on every ground it is used on, borders of inputs and focus rings at 3:1 or more
(WCAG 2.2, criteria 1.4.3, 1.4.11 and 2.4.13); the tests compute it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple


class Tone(StrEnum):
    """What a mark, a pill or a row says by colour: the five urgencies (by the same words) and "all is well"."""

    CRITICAL = "critical"
    EMERGENCY = "emergency"
    ROUTINE = "routine"
    INFO = "info"
    LOW = "low"
    OK = "ok"


class ToneColours(NamedTuple):
    """The two colours of a tone: strong for text, stripes and borders, tint for the ground under them."""

    strong: str
    tint: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of one scheme, as "#rrggbb"."""

    name: Literal["light", "dark"]

    background: str
    """The window behind the cards."""
    panel: str
    """Cards, tables, buttons."""
    stripe: str
    """Every second row of a table, and panels inside a card."""
    line: str
    """Edges that only decorate."""
    text: str
    muted: str
    disabled: str

    input: str
    input_border: str
    accent: str
    """Primary buttons, links, focus rings."""
    on_accent: str
    selection: str
    hover: str

    bar: str
    """The call strip; dark in both schemes."""
    on_bar: str
    bar_muted: str
    bar_hover: str
    bar_ringing: str
    bar_talking: str

    danger: str
    """The ground of a button that ends or destroys."""
    on_danger: str
    warning: str
    warning_tint: str
    warning_line: str

    critical: str
    critical_tint: str
    emergency: str
    emergency_tint: str
    routine: str
    routine_tint: str
    info: str
    info_tint: str
    low: str
    low_tint: str
    ok: str
    ok_tint: str

    def colour(self, token: str) -> str:
        """Return the colour of a token by its name; raises AttributeError for a name there is not."""
        value: str = getattr(self, token)
        return value

    def tone(self, tone: Tone) -> ToneColours:
        """Return the strong colour and the tint of a tone."""
        return ToneColours(getattr(self, tone), getattr(self, f"{tone}_tint"))


LIGHT = Palette(
    name="light",
    background="#EEF1F5",
    panel="#FFFFFF",
    stripe="#F7F9FB",
    line="#CBD3DD",
    text="#16202C",
    muted="#556270",
    disabled="#7C8794",
    input="#FFFFFF",
    input_border="#7F8B99",
    accent="#0B5CAD",
    on_accent="#FFFFFF",
    selection="#D6E6F8",
    hover="#E9F1FA",
    bar="#12304F",
    on_bar="#FFFFFF",
    bar_muted="#B9CBE0",
    bar_hover="#24486F",
    bar_ringing="#FFD97A",
    bar_talking="#7FE3A0",
    danger="#B3001B",
    on_danger="#FFFFFF",
    warning="#6B4A00",
    warning_tint="#FFF3CD",
    warning_line="#E0B84C",
    critical="#B3001B",
    critical_tint="#FDE7EA",
    emergency="#A04800",
    emergency_tint="#FFEEDD",
    routine="#0B5CAD",
    routine_tint="#E4EFFB",
    info="#5B3FA6",
    info_tint="#EEEAF9",
    low="#556270",
    low_tint="#EEF1F5",
    ok="#1B6E35",
    ok_tint="#E0F4E6",
)

DARK = Palette(
    name="dark",
    background="#12171E",
    panel="#1B222C",
    stripe="#1F2732",
    line="#3A4656",
    text="#E8EDF3",
    muted="#A3B0BF",
    disabled="#7A8797",
    input="#12181F",
    input_border="#6B7A8C",
    accent="#5AA9F0",
    on_accent="#0B1219",
    selection="#24405C",
    hover="#283546",
    bar="#0C2238",
    on_bar="#FFFFFF",
    bar_muted="#9DB4CC",
    bar_hover="#1B3A5A",
    bar_ringing="#FFD97A",
    bar_talking="#7FE3A0",
    danger="#C4122F",
    on_danger="#FFFFFF",
    warning="#FFD97A",
    warning_tint="#40351A",
    warning_line="#8A6D1F",
    critical="#FF8A95",
    critical_tint="#4A1A22",
    emergency="#FFB066",
    emergency_tint="#46301A",
    routine="#7CBCF5",
    routine_tint="#1B3550",
    info="#C0A8FF",
    info_tint="#32285A",
    low="#A3B0BF",
    low_tint="#2A3340",
    ok="#7FD699",
    ok_tint="#1B3F28",
)
