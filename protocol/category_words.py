"""The category of a problem, found by what the caller says: «не горить ліхтар», «воды нет», «прорвало трубу»."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile
from math import log
from typing import NamedTuple

from protocol.records import Category
from protocol.stems import stem
from protocol.text import fold, looks_slipped, soften, unslip

# «Не» and «без» are none: «не світить» and «світить удень» are two categories, «без води» is «нема води».
_SMALL_WORDS = (
    "а або але біля в вже від во до з за зі и із й к коло мене мені на над нам нас наш нашому о об от під по при про "
    "с та так там тут у уже це чи що щодо ще як я і"
)
_STOP_WORDS = frozenset(_SMALL_WORDS.split())
_ABSENCE = {stem(word): stem("немає") for word in ("без", "відсутній", "зникло", "нет", "пропало")}
_ALTERNATIVES = re.compile("[,;:()]")
_PREFIX_SHARE = 0.8  # of a word's weight, where only its beginning is typed
_SHORTEST_CODE = 3  # letters


class CategoryMatch(NamedTuple):
    """A category that fits what was typed, and the folded typed words it was found by."""

    category: Category
    score: float  # 4 by code, 3 by its beginning, from 2 by a whole phrase, from 1 by all words, below by some
    words: tuple[str, ...]


class _Word(NamedTuple):
    """A typed word and the stems it may stand for, each with its weight."""

    typed: str
    weights: dict[str, float]


class CategoryIndex:
    """Finds active leaves of the category tree by the words of their names and synonyms, in any order and form.

    A word weighs the more the fewer categories have it; words that none has are passed over.
    """

    def __init__(self, categories: Iterable[Category]) -> None:
        tree = tuple(categories)  # its order is that in which equals are offered
        groups = {category.parent_id for category in tree}
        self._leaves = tuple(each for each in tree if each.is_active and each.id not in groups)
        self._phrases = [[tuple(map(_stem, _words(text))) for text in _texts(leaf)] for leaf in self._leaves]
        self._places: defaultdict[str, set[int]] = defaultdict(set)
        for place, phrases in enumerate(self._phrases):
            for known in {known for phrase in phrases for known in phrase}:
                self._places[known].add(place)
        self._weights = {known: log(1 + len(tree) / len(places)) for known, places in self._places.items()}
        words = {word for leaf in self._leaves for text in _texts(leaf) for word in _words(text)}
        self._spellings = sorted((soften(word), _stem(word)) for word in words)

    def suggest(self, text: str, limit: int = 12) -> list[CategoryMatch]:
        """Return the categories that fit a text as far as it is typed, best first, equals in the order of the tree."""
        matches = self._by_code(text.strip()) or self._by_words(unslip(text) if looks_slipped(text) else text)
        return sorted(matches, key=lambda match: -match.score)[:limit]

    def _by_code(self, typed: str) -> list[CategoryMatch]:
        code = typed.casefold()
        if len(code) < _SHORTEST_CODE:
            return []
        return [
            CategoryMatch(leaf, 4 if leaf.code.casefold() == code else 3, (typed,))
            for leaf in self._leaves
            if leaf.code.casefold().startswith(code)
        ]

    def _by_words(self, text: str) -> list[CategoryMatch]:
        asked = self._asked(text)
        total = sum(max(word.weights.values()) for word in asked)
        found: defaultdict[int, list[float]] = defaultdict(lambda: [0.0] * len(asked))
        for position, word in enumerate(asked):
            for meant, weight in word.weights.items():
                for place in self._places[meant]:
                    found[place][position] = max(found[place][position], weight)
        return [self._match(place, asked, found[place], total) for place in sorted(found)]

    def _asked(self, text: str) -> list[_Word]:
        """Return the typed words that any category has; the last one may be but a beginning."""
        words = _words(text)
        asked = [_Word(word, self._meanings(word)) for word in words]
        if words and not text[-1].isspace() and words[-1] == fold(text).split()[-1]:
            asked[-1] = _Word(words[-1], self._beginnings(words[-1]) | asked[-1].weights)
        return [word for word in asked if word.weights]

    def _meanings(self, word: str) -> dict[str, float]:
        meant = _stem(word)
        return {meant: self._weights[meant]} if meant in self._weights else {}

    def _beginnings(self, typed: str) -> dict[str, float]:
        beginning = soften(typed)
        following = self._spellings[bisect_left(self._spellings, (beginning, "")) :]
        meant = takewhile(lambda spelling: spelling[0].startswith(beginning), following)
        return {each: self._weights[each] * _PREFIX_SHARE for _, each in meant}

    def _match(self, place: int, asked: Sequence[_Word], found: Sequence[float], total: float) -> CategoryMatch:
        phrases = self._phrases[place]
        closeness = max(self._closeness(phrase, asked, total) for phrase in phrases)
        grade = 2 if any(_is_whole(phrase, asked) for phrase in phrases) else int(all(found))
        words = tuple(word.typed for word, weight in zip(asked, found, strict=True) if weight)
        return CategoryMatch(self._leaves[place], grade + (sum(found) / total + closeness) / 2, words)

    def _closeness(self, phrase: Sequence[str], asked: Sequence[_Word], total: float) -> float:
        """Return how much of a phrase and of the typed words is common to both, 0–1."""
        common = sum(max((word.weights.get(each, 0) for each in phrase), default=0) for word in asked)
        return min(1, common / total * common / sum(self._weights[each] for each in phrase)) if phrase else 0


def _is_whole(phrase: Sequence[str], asked: Sequence[_Word]) -> bool:
    return len(phrase) == len(asked) and all(each in word.weights for each, word in zip(phrase, asked, strict=True))


def _texts(category: Category) -> list[str]:
    """Return what a category is called: its synonyms and each part of its name."""
    return [*_ALTERNATIVES.split(category.name_uk), *category.synonyms]


def _words(text: str) -> list[str]:
    """Return the folded words of a text, without stop words unless there are no others."""
    words = fold(text).split()
    return [word for word in words if word not in _STOP_WORDS] or words


def _stem(word: str) -> str:
    found = stem(word)
    return _ABSENCE.get(found, found)
