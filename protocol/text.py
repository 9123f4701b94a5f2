"""Ukrainian text made comparable: folding, lenient word keys and text typed on the wrong keyboard layout.

Product rule 20: search forgives apostrophes, Latin look-alikes, case endings, Russian spellings and the Latin layout.
"""

import re
import unicodedata
from functools import lru_cache

LOOK_ALIKES = str.maketrans("abcehikmoptxyïABCEHIKMOPTXYÏ", "авсенікмортхуїАВСЕНІКМОРТХУЇ")
"""Latin letters with the Cyrillic ones they are mistaken for, for `str.translate`."""

# Every sign people type for the apostrophe, marks of stress and invisible characters.
_DROPPED = re.compile("['’ʼ`´‘‛′ʹʻʽ\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f]")
# A double quote or an asterisk where Ukrainian has an apostrophe: «п"ятий», «п*ятий».
_STAND_IN = re.compile('(?<=[а-яіїє])["*](?=[яюєї])')
_LATIN = re.compile("[a-zï]")
_MIXED_WORD = re.compile(r"\b(?=\w*[\u0400-\u04ff]|\d)\w*[a-zï]\w*")

_SOFT = str.maketrans("іїыйєэё", "ииииеее", "ьъ")
_SOFT_O = re.compile("[йь]о|(?<=[жчшщ])о")
_DOUBLED = re.compile(r"([^\W\d])\1+")
# Endings of adjectives, ordinals, nouns and surnames after `soften`, in Ukrainian and Russian; three letters stay.
_ENDING = re.compile(
    "(?<=[^\\W\\d]{3})(?:(?:[ое]г|[ое]м)[оу]|[иео]м[иу]?|их|[аяоеу]и|[оеи]ю|[аи]я|[уя]ю|[ои]е|и[ею]м|[аеиоуюя])$"
)
_PLURAL = re.compile("(?<=..)[ие]в$")
_ORDINALS = {
    stem: str(digits)
    for digits, stems in enumerate(
        ("перш перв", "друг втор", "трет трети", "четверт", "пят", "шост шест", "сем седм", "восм", "девят", "десят"), 1
    )
    for stem in stems.split()
}

_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`\\/"
_SHIFTED_KEYS = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~|?'
_LAYOUT = str.maketrans(
    _KEYS + _SHIFTED_KEYS, "йцукенгшщзхїфівапролджєячсмитьбю'ґ." + "ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ'Ґ,"
)
# A run of keys that hold letters in the Ukrainian layout; a mark straight after a digit (14/41, 47,) is only a mark.
_SLIPPED_RUN = re.compile(r"(?:(?<!\d)[;:'\",.<>/?]+)?[A-Za-z\[\]{}`~\\|][A-Za-z\[\]{}`~\\|;:'\",.<>/?]*")
_FEWEST_LETTERS = 3
_CYRILLIC = re.compile("[\u0400-\u04ff]")
# Ten times the logarithm of how much likelier a key is in Ukrainian typed on it than in Latin text, from the letter
# frequencies of Ukrainian against the mean of English and transliterated Ukrainian.
_SLIP_ODDS = dict(zip("qwertyuiop[]", (25, 0, -10, -4, -5, 8, -7, -23, -27, 1, 25, 25), strict=True))
_SLIP_ODDS |= dict(zip("asdfghjkl;", (-35, 0, 3, 19, 4, 0, 27, 2, -2, 5), strict=True))
_SLIP_ODDS |= dict(zip("zxcvbnm", (4, 19, 8, 4, 13, -2, -4), strict=True))


def fold(text: str, keep: str = "") -> str:
    """Return a text as it is compared and searched; folding twice changes nothing.

    Lower case without apostrophes; ґ is г; Latin look-alikes inside Cyrillic words and beside digits are Cyrillic;
    blanks are single, and so is every run of punctuation but the characters of `keep`.
    """
    folded = _DROPPED.sub("", unicodedata.normalize("NFC", text).casefold()).replace("ґ", "г")
    if '"' in folded or "*" in folded:
        folded = _STAND_IN.sub("", folded)
    folded = " ".join(_kept(keep).findall(folded))
    return _MIXED_WORD.sub(_to_cyrillic, folded) if _LATIN.search(folded) else folded


def soften(folded: str) -> str:
    """Return a folded text with the letters made equal that Ukrainian and Russian spelling tell apart.

    The beginning of a text softens to the beginning of the softened text.
    """
    return _DOUBLED.sub(r"\1", folded.translate(_SOFT))


def skeleton(text: str) -> str:
    """Return the lenient key of a word or a name, equal for its case forms and for its Russian spelling.

    «Рокоссовского», «Рокосовського» and «Рокосовський» share one key; ordinals in words become digits.
    """
    return " ".join(map(_stem, soften(_SOFT_O.sub("е", fold(text))).split()))


def has_cyrillic(text: str) -> bool:
    """Return whether a text has any Cyrillic letter."""
    return _CYRILLIC.search(text) is not None


def unslip(text: str) -> str:
    """Return a text typed on the Latin layout as the Ukrainian layout would have given it: «Gjgjdf» is «Попова»."""
    return _SLIPPED_RUN.sub(lambda run: run[0].translate(_LAYOUT), text)


def looks_slipped(text: str) -> bool:
    """Return whether a text without Cyrillic letters is likelier Ukrainian on the Latin layout than Latin text.

    It is right for 99 in 100 street names; fewer than three letters tell nothing.
    """
    letters = sum(map(str.isalpha, text))
    if letters < _FEWEST_LETTERS or has_cyrillic(text):
        return False
    return sum(_SLIP_ODDS.get(key, 0) for key in text.lower()) > 0


@lru_cache(maxsize=16)
def _kept(keep: str) -> re.Pattern[str]:
    return re.compile(f"(?:[^\\W_]|[{re.escape(keep)}])+" if keep else r"[^\W_]+")


def _to_cyrillic(word: re.Match[str]) -> str:
    return word[0].translate(LOOK_ALIKES)


def _stem(soft: str) -> str:
    stem = _PLURAL.sub("ов", _ENDING.sub("", soft))
    return _ORDINALS.get(stem, stem)
