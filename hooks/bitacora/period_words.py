"""How people write reporting periods."""

from __future__ import annotations

import re
import unicodedata

MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
ORDINALS = ("primer", "segundo", "tercer", "cuarto", "quinto", "sexto")

_YEAR = r"(?P<year>[0-9]{4})"
_SPAN = re.compile(rf"(?:de )?{_YEAR} ?(?:-|a|al|/|hasta) ?(?P<until>[0-9]{{4}})")
_WHOLE_YEAR = re.compile(rf"(?:ano|anual|vigencia)? ?{_YEAR} ?(?:anual)?")
_MONTH_FIRST = re.compile(rf"(?P<number>[0-9]{{1,2}}) ?[-/] ?{_YEAR}")
_MONTH_LAST = re.compile(rf"{_YEAR} ?[-/] ?(?P<number>[0-9]{{1,2}})")
_MONTH_NAMED = re.compile(
    rf"(?:(?P<before>[a-z]{{3,10}})[ .-]*(?:de |del )?{_YEAR}|{_YEAR.replace('year', 'first')}"
    r"[ -]*(?P<after>[a-z]{3,10}))"
)

# Between a year and a letter with nothing to part them: «2026Q3», «3T2026».
_YEAR_JOINED = re.compile(r"(?<=[0-9]{4})(?=[a-z])|(?<=[a-z])(?=[0-9]{4})")

_NUMBERS = {
    word: str(number)
    for number, words in enumerate(
        (
            "1 i primer primero primera 1er 1ro 1ra 1o 1a",
            "2 ii segundo segunda 2do 2da 2o 2a",
            "3 iii tercer tercero tercera 3er 3ro 3ra 3o 3a",
            "4 iv cuarto cuarta 4to 4ta 4o 4a",
            "5 v quinto quinta 5to 5ta 5o 5a",
            "6 vi sexto sexta 6to 6ta 6o 6a",
        ),
        start=1,
    )
    for word in words.split()
}
_KINDS = {
    word: letter
    for letter, words in (
        ("T", "t q trim trimestre"),
        ("S", "s sem semestre"),
        ("B", "b bim bimestre"),
        ("C", "c cuatrim cuatrimestre"),
    )
    for word in words.split()
}


def canonical(text: str) -> str | None:
    """What `text` says in the form that data files use (`2026-T3`), or None if it says none.

    The result has the right shape only: that the year or the number exist is for its reader.
    """
    plain = _plain(text)
    if found := _SPAN.fullmatch(plain):
        return f"{found['year']}-{found['until']}"
    if found := _WHOLE_YEAR.fullmatch(plain):
        return found["year"]
    for shape in (_MONTH_LAST, _MONTH_FIRST):
        if found := shape.fullmatch(plain):
            return f"{found['year']}-{int(found['number']):02}"
    return _named_month(plain) or _part_of_year(plain)


def _plain(text: str) -> str:
    """Small letters without accents, with one kind of dash, single spaces, bare ordinals."""
    text = re.sub("[\u2010-\u2015\u2212]", "-", text.lower().replace("º", "o").replace("ª", "a"))
    text = text.replace("°", "o").replace("1.o", "1o")
    letters = unicodedata.normalize("NFD", text)
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return " ".join(plain.replace(".o", "o").replace(".er", "er").split())


def _named_month(plain: str) -> str | None:
    found = _MONTH_NAMED.fullmatch(plain)
    if found is None:
        return None
    name = (found["before"] or found["after"]).replace("setiembre", "septiembre")
    short = "sep" if name in ("set", "sept") else name
    for number, month in enumerate(MONTHS, start=1):
        if short in (month, month[:3]):
            return f"{found['year'] or found['first']}-{number:02}"
    return None


def _part_of_year(plain: str) -> str | None:
    """A quarter, half-year and the like: its year, its number, its kind, in any order."""
    words = re.findall(r"[a-z0-9]+", _YEAR_JOINED.sub(" ", plain))
    words = [word for word in words if word not in ("de", "del", "el", "ano")]
    # «t3», «q3», «3t»: the kind joined to its number.
    joined = [re.fullmatch(r"([tqsbc])([1-6])|([1-6])([tqsbc])", word) for word in words]
    parts = [
        part
        for word, pair in zip(words, joined, strict=True)
        for part in ([group for group in pair.groups() if group] if pair else [word])
    ]
    years = [part for part in parts if re.fullmatch(r"[0-9]{4}", part)]
    kinds = [_KINDS[part] for part in parts if part in _KINDS]
    numbers = [_NUMBERS[part] for part in parts if part in _NUMBERS]
    if len(parts) != 3 or not (len(years) == len(kinds) == len(numbers) == 1):
        return None
    return f"{years[0]}-{kinds[0]}{numbers[0]}"
