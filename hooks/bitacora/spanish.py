"""The conventions of written Spanish in Colombia (es-CO)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from difflib import get_close_matches
from functools import cache

from babel import Locale
from babel.dates import format_date

LOCALE = Locale("es", "CO")
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

SortKey = tuple[tuple[tuple[int, int, str], ...], str]

# CLDR also names regions and test locales by two letters that ISO 3166-1 gives to no country.
_NOT_ISO = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
)
# Languages of Colombia that CLDR does not name.
_OF_COLOMBIA = {
    "arh": "arhuaco",
    "guc": "wayuunaiki",
    "gum": "namtrik",
    "icr": "criollo sanandresano",
    "kog": "kogui",
    "kwi": "awá pit",
    "pbb": "nasa yuwe",
    "tca": "ticuna",
}
# A quotient of two figures may have more digits than decimals keep unless told.
_WIDE = Context(prec=100)
_SWAP_SEPARATORS = str.maketrans(",.", ".,")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
# «e» before the sound i, but «y hielo», «y ion»: there the i opens a diphthong.
_SOUNDS_LIKE_I = re.compile(r"\W*h?i(?![aeou])")


def number(value: Decimal | int, max_decimals: int | None = None) -> str:
    """A number as es-CO writes it: «1.234.567,89».

    Zeros at the end stay as the Decimal has them. With ``max_decimals`` the value is rounded
    half up to that many places and its final zeros go.
    """
    exact = Decimal(value)
    if not exact:
        exact = abs(exact)  # never «-0»
    if max_decimals is None:
        return f"{exact:,f}".translate(_SWAP_SEPARATORS)
    rounded = exact.quantize(Decimal(1).scaleb(-max_decimals), ROUND_HALF_UP, _WIDE)
    if not rounded:
        return "0"
    text = f"{rounded:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(_SWAP_SEPARATORS)


def percent(value: Decimal | int, max_decimals: int | None = None) -> str:
    """A percentage given as 15.7, with a no-break space before the sign: «15,7 %»."""
    return f"{number(value, max_decimals)}{NO_BREAK_SPACE}%"


def long_date(day: date) -> str:
    """A date in words: «21 de noviembre de 2026»."""
    return format_date(day, format="long", locale=LOCALE)


def country_name(iso2: str) -> str | None:
    """The es-CO name of an ISO 3166-1 two-letter code in capitals; None if there is none."""
    if len(iso2) != 2 or iso2 in _NOT_ISO:
        return None
    return LOCALE.territories.get(iso2)


def language_name(tag: str) -> str | None:
    """The Spanish name of a language by its BCP 47 tag (language, writing, country): «es-CO» is
    «español (Colombia)»; None if one of its parts is unknown."""
    language, *others = tag.split("-")
    places = [LOCALE.scripts.get(one) or country_name(one) for one in others]
    name = LOCALE.languages.get(language) or _OF_COLOMBIA.get(language)
    known = [place for place in places if place]
    if name is None or len(known) < len(places):
        return None
    return f"{name} ({', '.join(known)})" if known else name


def plain(text: str) -> str:
    """The text in lower case and without accents, for comparing; the ñ is a letter and stays."""
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFC", text).casefold()
    return "".join(letter if letter == "ñ" else _unaccented(letter) for letter in lowered)


def _unaccented(letter: str) -> str:
    decomposed = unicodedata.normalize("NFD", letter)
    return "".join(part for part in decomposed if not unicodedata.combining(part))


@cache  # The same titles are sorted on page after page.
def sort_key(text: str) -> SortKey:
    """The key of Spanish alphabetical order.

    Word by word, with accents, case and punctuation put aside, ñ after n, and numbers by their
    value («2» before «10»). Texts that only differ in what was put aside follow their characters.
    """
    return tuple(_token_key(token) for token in _TOKEN.findall(plain(text))), text


def _token_key(token: str) -> tuple[int, int, str]:
    if token.isdecimal():
        return 0, int(token), ""
    # A tilde sorts after every plain letter, so «n~» falls between «nz» and «o».
    return 1, 0, token.replace("ñ", "n~")


def nearest(word: str, options: Iterable[str]) -> str | None:
    """The option most like ``word``, accents and case aside; None if none is close."""
    # Of two options that are plainly the same, the first in order wins.
    by_plain = {plain(option): option for option in sorted(options, reverse=True)}
    found = get_close_matches(plain(word), by_plain, n=1)
    return by_plain[found[0]] if found else None


def count_of(how_many: int, singular: str, plural: str) -> str:
    """A count with its noun: «1 acción», «12 acciones», «0 acciones»."""
    return f"{number(how_many)} {singular if how_many == 1 else plural}"


def sentence_case(text: str) -> str:
    """The text as it begins a line: its first letter in capitals, the others as they are."""
    return text[:1].upper() + text[1:]


def join_y(items: Sequence[str]) -> str:
    """A list in a sentence: «a, b y c», with «e» before the sound i; empty if there are none."""
    if len(items) < 2:
        return "".join(items)
    *first, last = items
    link = "e" if _SOUNDS_LIKE_I.match(plain(last)) else "y"
    return f"{', '.join(first)} {link} {last}"
