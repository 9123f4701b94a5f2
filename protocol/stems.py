"""Stems of Ukrainian words: what the forms of one word have in common, found loosely and by rule alone.

Forms of one word should share a stem; two words may share one now and then. Russian endings and Russian е for і are
forgiven too: «світло», «світить» and «свет» meet, and so do «вивезли» and «вивозять».
"""

import re

from protocol.text import fold, soften

_OF_NOUNS = (
    "а я о е є и і ї й у ю ь ы ам ям ом ем єм ів їв ов ев ою ею єю ой ей ий ый ої їм ім їх іх их ых ую юю ая яя ое ее "
    "ые ие ея еї ами ями ого ього ому ьому ьої"
)
_OF_LONG_NOUNS = "ах ях им ими іми има ия ии ія ію ії ій ією ієм іїв іям іями іях"
_OF_VERBS = (
    "ить їть ять уть ють еш єш иш їш ає яє ує ює ають яють ують юють аєть яєть уєть юєть ает яет ует ают яют уют "
    "увати ювати"
)
# How many letters each leaves: «аварія» ends in -ія, but «водій» would meet «вода» and «запах» «запити».
_ENDINGS = dict.fromkeys(f"{_OF_NOUNS} {_OF_VERBS}".split(), 2) | dict.fromkeys(_OF_LONG_NOUNS.split(), 4)

_OF_PAST = "ал ил іл їл ул ял увал ювал ав ив ув яв ував ював ів ов ев"
_OF_INFINITIVES = "ат ит іт їт ут ют ят уват юват"
_OF_PARTICIPLES = "ан ян ен їн ін анн янн енн інн"
# What is left of these once the ending is off.
_FORMATIVES = dict.fromkeys(f"{_OF_PAST} {_OF_INFINITIVES} {_OF_PARTICIPLES}".split(), 2)

_LONGEST = max(map(len, _ENDINGS))

_VOWEL = re.compile("[аеєиіїоуюяы]")
_REFLEXIVE = re.compile("ся$|(?<=[аиоу])сь$")
_U_FOR_V = re.compile("^у(?=[^аеєиіїоуюя])")
_L_AFTER_CONSONANT = re.compile("(?<=[^аеиоуюя])л$")
_LAST_VOWEL = re.compile("(?:и|е(?!р))(?=[^аеиоуюя]{1,2}$)")  # «двір» meets «двору», «снег» «сніг», «двері» neither
_VOWEL_BEFORE_K = re.compile("(?<=[аеиоуюя][^аеиоуюя])[еио](?=к$)|(?<=[аеиоуюя][^аеиоуюя]{2})[еио](?=к$)")
_LAST_CONSONANT = str.maketrans("зжцчсш", "ггккхх")


def stem(word: str) -> str:
    """Return the stem of a word, in the letters of `soften`: a key to compare, not a part of the word."""
    form = _U_FOR_V.sub("в", _REFLEXIVE.sub("", fold(word)))
    form = _without(_without(form, _ENDINGS), _FORMATIVES)
    soft = _L_AFTER_CONSONANT.sub("", soften(form))
    soft = soft[:-1] + soft[-1:].translate(_LAST_CONSONANT)
    return _LAST_VOWEL.sub("о", _VOWEL_BEFORE_K.sub("", soft))


def _without(form: str, endings: dict[str, int]) -> str:
    """Return the form without its longest ending that leaves a vowel and letters enough."""
    for length in range(_LONGEST, 0, -1):
        rest = form[:-length]
        if len(rest) >= endings.get(form[-length:], len(form)) and _VOWEL.search(rest):
            return rest
    return form
