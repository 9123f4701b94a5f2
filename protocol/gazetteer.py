"""Finds streets as people name them: by new, old, inflected, Russian or mistyped name (product rules 7 and 20)."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from rapidfuzz import fuzz, process

from protocol.addresses import split_kind
from protocol.records import Street
from protocol.text import fold, has_cyrillic, skeleton, soften, unslip

# Fewer direct hits than this are filled up with similar names.
_ENOUGH_HITS = 4
_SHORTEST_PART = 3
_SHORTEST_FUZZY = 4
# Per cent of equal letters in two words: one wrong letter of four, two of eight.
_LEAST_LIKENESS = 74

_BRACKETS = re.compile(r"\([^)]*\)?")
_ORDINAL = re.compile(r"\b(\d+) ?(?:[йїяае]|[иі]й|[шгм]а?|т[аяи]?|го|ого|ої|ая|ый|ой)\b")


class MatchRank(IntEnum):
    """How well a name fits what was typed, best first."""

    EXACT = 0
    LENIENT = 1  # the same in another case form, order of words or Russian spelling; or part of it, with the type said
    PREFIX = 2
    WORD_PREFIX = 3  # each typed word begins a word of the name
    SUBSTRING = 4
    FUZZY = 5


@dataclass(frozen=True, slots=True)
class StreetMatch:
    """A street offered for a typed text, and the name of it that fitted."""

    street: Street
    matched_name: str
    is_former: bool
    rank: MatchRank


class Gazetteer:
    """The streets of a city, indexed once by every name they have or had."""

    def __init__(self, streets: Iterable[Street]) -> None:
        self._streets = list(streets)
        self._names = [name for place, street in enumerate(self._streets) for name in _names_of(place, street)]
        self._by_folded: dict[str, list[int]] = defaultdict(list)
        self._by_bag: dict[str, list[int]] = defaultdict(list)
        self._by_stem: dict[str, set[int]] = defaultdict(set)
        for place, name in enumerate(self._names):
            self._by_folded[name.key.folded].append(place)
            self._by_bag[name.key.bag].append(place)
            for stem in name.key.bag.split():
                self._by_stem[stem].add(place)
        self._softs = [name.key.soft for name in self._names]
        self._soft_words = _WordIndex((word, place) for place, soft in enumerate(self._softs) for word in soft.split())
        self._stems = _WordIndex((stem, place) for stem, places in self._by_stem.items() for place in places)
        self._vocabulary = list(self._by_stem)

    def exact(self, text: str, kind: str = "") -> list[Street]:
        """Return every street that has or had this name: those of the kind first, current names before former.

        Names equal letter for letter hide those equal only as skeletons. The kind may also stand in the text.
        """
        said, key = _read(text)
        kind = kind or said
        places = self._by_folded.get(key.folded) or self._by_bag.get(key.bag) or []
        names = sorted((self._names[place] for place in places), key=lambda name: (name.kind != kind, name.is_former))
        return [self._streets[street] for street in dict.fromkeys(name.street for name in names)]

    def suggest(self, text: str, limit: int = 12) -> list[StreetMatch]:
        """Return the streets a text may mean while it is typed, best first, each once.

        Similar names are looked for only when fewer than four fit directly and none is the name itself. A type in the
        text ranks homonyms.
        """
        kind, key = _read(text)
        if not key.bag:
            return []
        hits = [self._direct_hit(place, key, kind) for place in self._beginning(key)]
        if len(hits) < limit:
            found = {hit.place for hit in hits}
            hits += [self._hit(MatchRank.SUBSTRING, 0, place, kind) for place in self._containing(key) - found]
        if len(hits) < _ENOUGH_HITS and all(hit.rank > MatchRank.LENIENT for hit in hits):
            hits += [
                self._hit(MatchRank.FUZZY, len(self._names[place].key.stems) - likeness, place, kind)
                for place, likeness in self._similar(key).items()
            ]
        matches: dict[int, StreetMatch] = {}
        for hit in sorted(hits):
            name = self._names[hit.place]
            if name.street not in matches:
                matches[name.street] = StreetMatch(self._streets[name.street], name.text, name.is_former, hit.rank)
                if len(matches) >= limit:
                    break
        return list(matches.values())

    def _beginning(self, key: "_Key") -> set[int]:
        """Return the names in which every typed word begins a word."""
        words = list(zip(key.soft.split(), key.stems, strict=True))
        found = [self._soft_words.beginning_with(soft) | self._stems.beginning_with(stem) for soft, stem in words]
        if len(words) > 1:  # «Михайла Коцюбинського» is in some registers «М. Коцюбинського»
            found = [places | self._by_stem.get(soft[0], set()) for places, (soft, _) in zip(found, words, strict=True)]
        return set.intersection(*found)

    def _containing(self, key: "_Key") -> set[int]:
        words = key.soft.split()
        if max(map(len, words)) < _SHORTEST_PART:
            return set()
        longest = max(words, key=len)
        places = [place for place, soft in enumerate(self._softs) if longest in soft]
        return {place for place in places if all(word in self._softs[place] for word in words)}

    def _similar(self, key: "_Key") -> dict[int, float]:
        """Return the names with a word like every typed word, and how alike they are, per cent a word."""
        totals: dict[int, float] | None = None
        for stem in key.stems:
            likeness: dict[int, float] = {}
            if len(stem) < _SHORTEST_FUZZY:
                likeness = dict.fromkeys(self._stems.beginning_with(stem), 100.0)
            else:
                for word, score, _ in process.extract(
                    stem, self._vocabulary, scorer=fuzz.ratio, score_cutoff=_LEAST_LIKENESS, limit=None
                ):
                    for place in self._by_stem[word]:
                        likeness[place] = max(score, likeness.get(place, 0.0))
            if totals is not None:
                likeness = {place: score + totals[place] for place, score in likeness.items() if place in totals}
            totals = likeness
        return totals or {}

    def _direct_hit(self, place: int, key: "_Key", kind: str) -> "_Hit":
        name = self._names[place].key
        if name.folded == key.folded:
            return self._hit(MatchRank.EXACT, 0, place, kind)
        if name.bag == key.bag:
            return self._hit(MatchRank.LENIENT, 0, place, kind)
        if self._names[place].kind == kind and set(key.stems) <= set(name.stems):
            return self._hit(MatchRank.LENIENT, 1, place, kind)  # «пров. Зарічний» is the first or the second one
        if name.folded.startswith(key.folded):
            return self._hit(MatchRank.PREFIX, 0, place, kind)
        if name.soft.startswith(key.soft):
            return self._hit(MatchRank.PREFIX, 1, place, kind)
        is_strict = f" {key.folded}" in f" {name.folded}"
        return self._hit(MatchRank.WORD_PREFIX, 0 if is_strict else 1, place, kind)

    def _hit(self, rank: MatchRank, looseness: float, place: int, kind: str) -> "_Hit":
        name = self._names[place]
        is_other_kind = bool(kind) and name.kind != kind
        return _Hit(rank, is_other_kind, looseness, name.is_former, name.key.folded, place)


class _Key(NamedTuple):
    """The forms in which a name and a typed text are compared; words are parted by one blank."""

    folded: str
    soft: str
    stems: tuple[str, ...]
    bag: str  # the stems in the order of the alphabet


class _Name(NamedTuple):
    """One name of a street, current or former."""

    street: int
    text: str
    kind: str
    is_former: bool
    key: _Key


class _Hit(NamedTuple):
    """A name that fits; hits sort best first."""

    rank: MatchRank
    is_other_kind: bool
    looseness: float
    is_former: bool
    folded: str
    place: int


class _WordIndex:
    """Finds whose words begin with a text."""

    def __init__(self, words: Iterable[tuple[str, int]]) -> None:
        ordered = sorted(words)
        self._words = [word for word, _ in ordered]
        self._owners = [owner for _, owner in ordered]

    def beginning_with(self, text: str) -> set[int]:
        """Return the owners of the words that begin with a text."""
        start = bisect_left(self._words, text)
        return set(self._owners[start : bisect_left(self._words, text + "\U0010ffff", start)])


def _names_of(place: int, street: Street) -> Iterator[_Name]:
    yield _Name(place, street.name, street.kind, is_former=False, key=_key(street.name))
    for former in street.former:
        yield _Name(place, former.name, former.kind or street.kind, is_former=True, key=_key(former.name))


def _read(text: str) -> tuple[str, _Key]:
    kind, name = split_kind(text if has_cyrillic(text) else unslip(text))
    return kind, _key(name)


def _key(name: str) -> _Key:
    folded = _ORDINAL.sub(r"\1", fold(_BRACKETS.sub(" ", name)))
    soft = " ".join(soften(folded).split())
    stems = tuple(skeleton(folded).split())
    return _Key(folded, soft, stems, " ".join(sorted(stems)))
