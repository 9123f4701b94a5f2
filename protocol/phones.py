"""Phone numbers as the exchange sends and people type them, as stored, and as shown (telephony, Caller number)."""

import re
from dataclasses import dataclass

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

UKRAINE = 380
"""Country calling code."""

_NATIONAL_DIGITS = 9
_MOST_DIGITS = 15  # of E.164
_FEWEST_FOREIGN_DIGITS = 11  # below it a number without a plus is a mistyped local one
_WITHHELD = frozenset({"", "0", "anonymous", "unknown", "withheld", "private", "restricted", "unavailable"})
_SEPARATORS = re.compile(r"[\s().\u2010-\u2015/-]")
_DIGITS = re.compile(r"\+?[0-9]+")
_TRUNK_8 = re.compile(r"80\d{9}")
_INTERNATIONAL_810 = re.compile(r"810(\d{8,})")
_GROUPS = {5: (1, 2, 2), 6: (2, 2, 2), 7: (3, 2, 2)}


@dataclass(frozen=True, slots=True)
class PhoneSite:
    """How numbers are dialled where the centre stands."""

    area_code: str  # without the leading zero: 462 is Chernihiv
    country: str = "UA"  # ISO 3166
    short_codes: frozenset[str] = frozenset({"101", "102", "103", "104", "112", "1505"})


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """What is known of a number; a hint who calls, never proof (telephony)."""

    raw: str  # as sent or typed
    e164: str | None = None
    is_short: bool = False  # 104 and the like: `raw` is the code
    is_withheld: bool = False

    @property
    def is_valid(self) -> bool:
        """Whether the number can be called back and matched to people."""
        return self.number is not None

    @property
    def number(self) -> str | None:
        """The number as it is stored and compared: E.164 or a short code."""
        return self.raw if self.is_short else self.e164


def normalise(text: str, site: PhoneSite) -> PhoneNumber:
    """Return what a text says as a phone number; a text that is no number is kept and never valid."""
    if text.strip(" <>").casefold() in _WITHHELD:
        return PhoneNumber(text, is_withheld=True)
    digits = _SEPARATORS.sub("", text.strip().removeprefix("tel:"))
    if not _DIGITS.fullmatch(digits):
        return PhoneNumber(text)
    if digits in site.short_codes:
        return PhoneNumber(digits, is_short=True)
    return PhoneNumber(text, next(filter(None, map(_valid, _readings(digits, site))), None))


def show(e164: str) -> str:
    """Return a number as people read it: «(067) 123-45-67», «(0462) 67-67-87», foreign ones with their country code.

    A text that is no valid E.164 number is returned as it is.
    """
    number = _parse(e164)
    if number is None or not phonenumbers.is_valid_number(number):
        return e164
    if number.country_code != UKRAINE:
        return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
    national = phonenumbers.national_significant_number(number)
    is_mobile = phonenumbers.number_type(number) is PhoneNumberType.MOBILE
    area = 2 if is_mobile else phonenumbers.length_of_geographical_area_code(number)
    sizes = _GROUPS.get(len(national) - area)
    if not area or sizes is None:
        return phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
    groups, start = [], area
    for size in sizes:
        groups.append(national[start : start + size])
        start += size
    return f"(0{national[:area]}) {'-'.join(groups)}"


def _readings(digits: str, site: PhoneSite) -> list[str]:
    """Return what digits may mean as international numbers, likeliest first."""
    if digits.startswith("+"):
        return [digits]
    if abroad := _INTERNATIONAL_810.fullmatch(digits):
        return [f"+{abroad[1]}"]
    if _TRUNK_8.fullmatch(digits):
        digits = digits[1:]
    code = phonenumbers.country_code_for_region(site.country)
    if len(digits) == _NATIONAL_DIGITS - len(site.area_code):
        return [f"+{code}{site.area_code}{digits}"]
    national = _parse(digits, site.country)
    readings = [] if national is None else [phonenumbers.format_number(national, PhoneNumberFormat.E164)]
    if _FEWEST_FOREIGN_DIGITS <= len(digits) <= _MOST_DIGITS and not digits.startswith("0"):
        readings.append(f"+{digits}")  # trunks send foreign callers without the plus
    return readings


def _valid(international: str) -> str | None:
    number = _parse(international)
    if number is None or not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def _parse(text: str, region: str | None = None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
