"""Addresses as spoken, one line taken apart while it is typed, and as written on cards and slips.

Nothing here fails: what is not understood stays in the street or in the rest, and a house number is kept as typed
(`protocol.houses` judges it).
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from protocol.text import has_cyrillic, unslip


class StreetText(NamedTuple):
    """A street as typed: its type in the normal form, empty when none was said, and the name alone."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class AddressLine:
    """The parts of one spoken address; a part not said is empty."""

    street: str = ""  # as typed, without the type
    street_kind: str = ""  # вулиця, проспект, провулок…
    house: str = ""  # as typed, also when it is no house number
    entrance: str = ""
    floor: str = ""
    flat: str = ""
    door_code: str = ""
    rest: str = ""  # landmarks and all else


class _Kind(NamedTuple):
    short: str
    said: str  # pattern of every way it is written, Ukrainian and Russian, without the dot


_KINDS = {
    "вулиця": _Kind("вул.", r"вул(?:иц\w+)?|ул(?:иц\w+)?"),
    "проспект": _Kind("просп.", r"просп(?:ект[уіаое]?м?)?|пр-к?т[уіа]?|пр"),
    "провулок": _Kind("пров.", r"пров(?:ул[ок]\w*)?|пер(?:еул[ок]\w*)?"),
    "бульвар": _Kind("бульв.", r"бул(?:ьв(?:ар[уіае]?)?)?|б-р"),
    "площа": _Kind("пл.", r"пл(?:ощ(?:[аіу]|ад[ьи]))?"),
    "майдан": _Kind("майдан", r"майдан[уі]?"),
    "узвіз": _Kind("узв.", r"узв(?:[іо]з[уіи]?)?|спуск[уе]?"),
    "шосе": _Kind("шосе", r"шосс?е"),
    "проїзд": _Kind("проїзд", r"про[їе]зд[уіе]?|пр-з?д"),
    "набережна": _Kind("наб.", r"наб(?:ережн\w+)?"),
    "тупик": _Kind("туп.", r"туп(?:ик[уіае]?)?"),
    "алея": _Kind("алея", r"але[яїю]|алле[яеию]"),
    "мікрорайон": _Kind("мкрн", r"м[іи]крорайон[уіае]?|мкрн?|м-н"),
}
_IGNORE = re.IGNORECASE | re.VERBOSE
_SAID = "|".join(f"(?P<k{place}>{kind.said})" for place, kind in enumerate(_KINDS.values()))
_LEADING_KIND = re.compile(rf"\s*(?:{_SAID})(?:\.\s*|[\s,]+)", _IGNORE)
# «Перша Набережна» and «Набережна вулиця» are names: the full word counts only before a name.
_TRAILING_KIND = re.compile(rf"(?<=[\w.])[\s,]+(?!набережн)(?:{_SAID})\.?[\s,]*$", _IGNORE)
_PREPOSITION = re.compile(r"^\s*(?:на|по|у|в)\s+(?=\S)", re.IGNORECASE)
_LATER_KIND = re.compile(
    rf"^(?P<before>[^\d,]+),\s*(?=(?:{'|'.join(kind.said for kind in _KINDS.values())})(?:\.\s*|\s+)[^\W\d_])", _IGNORE
)
_TOWN = re.compile(r"^\s*(?:\d{5},?\s*)?(?:[мг]\.\s*|(?:місто|город)\s+)[^\W\d][\w’'ʼ-]+\s*,", re.IGNORECASE)
_FORMER = re.compile(r"\((?:кол\.|колишн|бувш|бывш)[^)]*\)?", re.IGNORECASE)
_LANDMARK = re.compile(
    r"(?<=[\w.)])[\s,]+(?=(?:біля|навпроти|напроти|поруч|поряд|коло|неподалік|за|перед|між|при|двір|у\ дворі|в\ дворі|"
    r"возле|около|напротив|рядом|между)(?!\w))",
    _IGNORE,
)

# What parts are called; a dot may follow, a letter may not.
_END = r"(?![^\W\d])"
_ENTRANCE = r"п(?:ід(?:['’ʼ`]?[їі]?зд\w*)?|од(?:[ъь'’]?[еє]?зд\w*)?|арадн\w+|-д)"
_FLOOR = r"пов(?:ерх\w*|ерс\w+)?|[еэє]т(?:аж\w*)?"
_FLAT = r"кв(?:артир\w*|-ра|ар)?"
_BLOCK = r"к(?:ор(?:п(?:ус\w*)?)?)?|бл(?:ок\w*)?"
_CODE = r"код\w*|домофон\w*"
_NAMED = rf"(?:{_ENTRANCE}|п|{_FLOOR}|{_FLAT}|{_BLOCK}|{_CODE}){_END}"
_LETTER = r"[^\W\d_]"
_NUMBER = rf"\d{{1,4}}(?:-?{_LETTER}(?!\w))?"

_HOUSE_SAID = re.compile(r"(?<!\w)(?:буд(?:ин\w+)?|дом\w*|б|д)\.?\s*№?\s*$", re.IGNORECASE)
_PART_SAID = re.compile(rf"(?<!\w){_NAMED}[\s.:№]*$", _IGNORE)
_FIRST_PART = re.compile(rf"(?<=\w)\s+{_NAMED}[\s.:№]*\d", _IGNORE)
_ORDINAL = re.compile(rf"\d+(?:[-–]?(?:[йїх]|[иі]й|ша|га|тя|го|ої|ого|ти|ая|ый|ой){_END}|-(?:річч|літт))", _IGNORE)
_HOUSE = re.compile(
    rf"""
    \d+
    (?:
        (?!{_NAMED}) {_LETTER}{{2,}}                                # 47аб is no house number, but it was typed
      | [-–]?[^\W\d_кп](?!\w|\.\w)                                  # 47а, 47-а
      | [-–]?[кп](?![\w.]|\s*\d)                                    # 47к; but «2к 1» and «2п.3» name parts
      | (?:\s?[-–]\s?|\s)[^\W\d_вуізийсоєкп](?![\w.])               # 47 а
      | \s[вуізийсоє](?!\w) (?=\s*(?:$|[-–,;/(]|{_NAMED}))          # 47 в; but «47 в дворі», «47 і 49»
      | \s[кп](?!\w) (?=\s*(?:[,;/(]|{_NAMED}))                     # 47 к, кв. 3; but «47 к» begins a word
    )?
    (?:\s*/+\s*(?:\d+(?:\s?[-–]?(?!{_NAMED}){_LETTER}(?!\w))?|{_LETTER}(?!\w))?)*
    """,
    _IGNORE,
)
_TAIL = re.compile(
    rf"""
      (?P<code>{_CODE}){_END} [\s.:]* (?:(?:домофон\w*|двер\w+|під\w+)[\s:]+)?
      (?P<code_value>(?=[^\s,;()]*[\d*\#])[^\s,;()]+)
    | (?:
          (?P<entrance>{_ENTRANCE}|п) | (?P<floor>{_FLOOR}) | (?P<flat>{_FLAT})
      ){_END} [\s.:№-]* (?P<value>{_NUMBER}(?:/\d+)?)
    | (?P<block>(?:{_BLOCK}){_END} [\s.:№]* (?:{_NUMBER}|{_LETTER}(?![\w.])))
    | (?:(?:на|у|в)\s+)? (?P<value_first>\d{{1,3}}) (?:\s?-?\s?(?:[йм]|[иі]й|[ой]?му|о?го))? \s*
      (?: (?P<entrance_after>{_ENTRANCE}) | (?P<floor_after>{_FLOOR}) ){_END} (?![\s.:№]*\d)
    | (?P<bare>{_NUMBER}(?:/\d+)?(?!\w))
    | (?P<unfinished>{_NAMED}[\s.:№]*$)
    | (?P<comma>[,;])
    | (?=\S*\w)[^\s,;()–—.:№-][^\s,;()]*
    """,
    _IGNORE,
)


def split_kind(text: str) -> StreetText:
    """Return the type and the name of a typed street: «на просп. Миру», «Миру проспект» and «пр-т Миру» are alike."""
    name = _PREPOSITION.sub("", text)
    leading, trailing = _LEADING_KIND.match(name), _TRAILING_KIND.search(name)
    if leading is not None:
        kind, rest = _kind_of(leading), name[leading.end() :].strip(" ,")
        if kind != "набережна" or (rest and trailing is None):
            return StreetText(kind, rest)
    if trailing is not None:
        return StreetText(_kind_of(trailing), name[: trailing.start()].strip(" ,"))
    return StreetText("", name.strip(" ,"))


def parse_line(text: str) -> AddressLine:
    """Return the parts of an address as it is spoken: «Попова 47 кв 12», «просп. Миру 17А, п. 3, біля аптеки».

    Every beginning of a line makes sense, for it is read at each key; a line on the Latin layout is read as meant.
    """
    line = unslip(text) if re.search(r"[A-Za-z\[\]]{2}", text) and not has_cyrillic(text) else text
    line = _PREPOSITION.sub("", _FORMER.sub(" ", _TOWN.sub("", line)).strip())
    tail = _Tail()
    if later := _LATER_KIND.match(line):
        tail.add_words(later["before"])
        line = line[later.end() :]
    street, remainder, has_house = _split_street(line)
    landmark = _LANDMARK.search(street)
    if landmark is not None:
        tail.add_words(street[landmark.end() :])
        street = street[: landmark.start()]
    if has_house and (house := _HOUSE.match(remainder)):
        tail.house = house[0].strip()
        remainder = remainder[house.end() :]
    tail.read(remainder)
    kind, name = split_kind(street)
    return AddressLine(
        name.strip(" ,;:-–—№"),
        kind,
        tail.house,
        tail.entrance,
        tail.floor,
        tail.flat,
        tail.door_code,
        tail.rest,
    )


def format_address(
    kind: str,
    street_name: str,
    former_name: str | None,
    house: str,
    entrance: str,
    floor: str,
    flat: str,
    landmark: str,
    *,
    with_former: bool,
) -> str:
    """Return an address in one line: «вул. Попова, 47, під. 3, кв. 12», with «(кол. Войкова)» when asked."""
    street = " ".join(part for part in (short_kind(kind), street_name) if part)
    if with_former and former_name:
        street = f"{street} (кол. {former_name})"
    parts = (
        street,
        house,
        entrance and f"під. {entrance}",
        floor and f"пов. {floor}",
        flat and f"кв. {flat}",
        landmark,
    )
    return ", ".join(part for part in parts if part)


def short_kind(kind: str) -> str:
    """Return the usual abbreviation of a street type: «вул.» for «вулиця»; a type without one is returned as it is."""
    return _KINDS[kind].short if kind in _KINDS else kind


def _kind_of(found: re.Match[str]) -> str:
    return next(kind for place, kind in enumerate(_KINDS) if found[f"k{place}"] is not None)


def _split_street(line: str) -> tuple[str, str, bool]:
    """Return the street, what follows it, and whether that begins with a house."""
    for number in re.finditer(r"\d+", line):
        before = line[: number.start()]
        if said := _HOUSE_SAID.search(before):
            return before[: said.start()], line[number.start() :], True
        name = split_kind(before).name.strip(" ,.№-–—")
        if not re.search(_LETTER, _ORDINAL.sub("", name)) or _ORDINAL.match(line, number.start()):
            continue  # a number in the name: 8 Березня, 1-ї танкової бригади
        if "," in name or _PART_SAID.search(before) or _LANDMARK.search(before):
            break
        return before, line[number.start() :], True
    end = min(
        (found.start() for found in (re.search("[,;(]", line), _FIRST_PART.search(line)) if found), default=len(line)
    )
    return line[:end], line[end:], False


class _Tail:
    """Collects the parts that follow the street."""

    def __init__(self) -> None:
        self.house = ""
        self.entrance = ""
        self.floor = ""
        self.flat = ""
        self.door_code = ""
        self.rest = ""

    def add_words(self, words: str) -> None:
        """Add words to the rest."""
        self.rest = f"{self.rest} {words.strip(' ,;()')}".strip()

    def read(self, text: str) -> None:
        """Read the parts one after another; once a landmark has begun, only named parts end it."""
        has_comma = False
        for found in _TAIL.finditer(text):
            if not found["comma"] and not self._take(found):
                self.rest += "," if has_comma and self.rest else ""
                self.add_words(found[0])
            has_comma = bool(found["comma"])

    def _take(self, found: re.Match[str]) -> bool:
        """Keep a part, once; return whether nothing of it is left for the rest."""
        value = found["value"] or found["value_first"] or ""
        has_landmark = bool(self.rest)  # «біля 3 під'їзду» names no entrance
        if found["code"] and not self.door_code:
            self.door_code = found["code_value"]
        elif (found["entrance"] or (found["entrance_after"] and not has_landmark)) and not self.entrance:
            self.entrance = value
        elif (found["floor"] or (found["floor_after"] and not has_landmark)) and not self.floor:
            self.floor = value
        elif found["flat"] and not self.flat:
            self.flat = value
        elif found["block"]:
            self.house = f"{self.house} {found['block']}".strip()
        elif found["bare"] and not has_landmark and not self.flat:
            self.flat = found["bare"]
        else:
            return bool(found["unfinished"]) and not has_landmark
        return True
