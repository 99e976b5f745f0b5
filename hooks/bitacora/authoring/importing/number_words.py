"""Numbers as offices write them in spreadsheets, read only where they can mean one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from pydantic_core import PydanticCustomError

from bitacora.authoring.importing.cells import Cell, Mark
from bitacora.authoring.importing.outcomes import Bad, Change, Good, Group, Outcome
from bitacora.canonical import canonical
from bitacora.records.fieldtypes import NumberFormat, ReadingContext
from bitacora.records.numbers import WORDS, parse_number
from bitacora.spanish import number, plain

GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:([.,])[0-9]{3})+")
BOTH = re.compile(r"-?[0-9]{1,3}(?:(?:\.[0-9]{3})+,[0-9]+|(?:,[0-9]{3})+\.[0-9]+)")
_SPACED = re.compile(r"-?[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?")
_APOSTROPHES = re.compile(r"-?[0-9]{1,3}(?:['’´][0-9]{3})(?:[.,'’´][0-9]{3})*")
_CURRENCY = re.compile(r"(US\$|R\$|\$|€|£|¥|\b[A-Z]{3}\b)")
_SIGNS = {"US$": "USD", "€": "EUR", "£": "GBP", "R$": "BRL", "¥": "JPY"}
_UNIT = re.compile(r"(.*[0-9])\s*([^\W\d_][^\d]*)")


@dataclass(frozen=True, slots=True)
class NumberSense:
    """What is known of the numbers of a column: the signs that its cells prove to part thousands,
    whether they are money, percentages, or of a unit; ``lone`` says that they are percentages that
    no numerator proves."""

    thousands: frozenset[str] = frozenset()
    money: bool = False
    percent: bool | None = None
    unit: str = ""
    lone: bool = False


def proven_thousands(cells: Iterable[Cell]) -> frozenset[str]:
    """The signs that some number of the column can only use between thousands."""
    found: set[str] = set()
    for cell in cells:
        body = _bare(cell.value)[0] if isinstance(cell.value, str) else ""
        if BOTH.fullmatch(body):
            found.add("." if body.rfind(".") < body.rfind(",") else ",")
        elif (grouped := GROUPED.fullmatch(body)) and body.count(grouped[1]) > 1:
            found.add(grouped[1])
    return frozenset(found) if len(found) == 1 else frozenset()


def currency_of(cell: Cell) -> str | None:
    """The currency that a cell names in its text or its format; a bare «$» names none."""
    if isinstance(cell.value, str):
        found = [sign for sign in _CURRENCY.findall(cell.value) if sign != "$"]
        return _SIGNS.get(found[0], found[0]) if found else None
    return None if cell.currency == "$" else cell.currency


def has_peso_sign(cell: Cell) -> bool:
    """Whether a cell has a bare «$» in its text or in its format."""
    if isinstance(cell.value, str):
        return "$" in _CURRENCY.findall(cell.value)
    return cell.currency == "$"


def read_number(cell: Cell, sense: NumberSense) -> Outcome:
    """The canonical text of the number in a cell."""
    value = cell.value
    if isinstance(value, Decimal):
        return _typed(cell, value, sense)
    if isinstance(value, bool | date | datetime | time | timedelta):
        return Bad(
            f"Aquí va un número y la celda tiene «{cell.text}», que la hoja guardó como "
            f"{_kind(value)}.",
            "Escriba el número de nuevo y dé a la celda formato de número.",
        )
    return _written(str(value), sense)


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "verdadero o falso"
    return "fecha" if isinstance(value, date) else "hora"


def _typed(cell: Cell, value: Decimal, sense: NumberSense) -> Outcome:
    if cell.mark is not Mark.PERCENT:
        return _lone_fraction(value, sense) or Good(canonical(value), _rounded(cell, value))
    percent = canonical(value * 100)
    if sense.percent is False:
        return _not_percent(f"{percent} %", sense)
    changes = _rounded(cell, value * 100, " %")
    return Good(percent, changes or (Change(Group.PERCENT, f"{percent} %", percent),))


def _rounded(cell: Cell, value: Decimal, sign: str = "") -> tuple[Change, ...]:
    """What a sheet shows of a figure that has more decimals than its format."""
    decimals = cell.look.decimals
    if decimals is None:
        return ()
    seen = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if seen == value:
        return ()
    return (Change(Group.ROUNDED, f"{number(seen)}{sign}", canonical(value)),)


def _lone_fraction(value: Decimal, sense: NumberSense) -> Bad | None:
    """Less than one, where a percentage goes and nothing proves it, is a fraction as likely."""
    if not (sense.lone and 0 < value < 1):
        return None
    whole = canonical(value * 100).replace(".", ",")
    return Bad(
        f"Aquí va un porcentaje y la celda tiene {number(value)}, que puede ser "
        f"{number(value)} % o {whole} %.",
        f"Escriba la cifra con su signo: «{number(value)} %» o «{whole} %».",
    )


def _not_percent(text: str, sense: NumberSense) -> Bad:
    unit = f" («{sense.unit}»)" if sense.unit else ""
    return Bad(
        f"«{text}» es un porcentaje y este dato no se mide en porcentaje{unit}.",
        "Escriba la cifra en su unidad, con formato de número.",
    )


def _bare(text: str) -> tuple[str, bool]:
    """The figure without signs of currency or percentage, and whether it is a percentage."""
    # An apostrophe before a figure is how spreadsheets are told that it is a text.
    body = _CURRENCY.sub(" ", text.replace("\u2212", "-").removeprefix("'"))
    percent = "%" in body
    return " ".join(body.replace("%", " ").split()), percent


def _written(text: str, sense: NumberSense) -> Outcome:
    body, percent = _bare(text)
    if re.fullmatch(r"[$€£ ]*-+[ ]*", text):
        return Bad(
            f"«{text}» puede ser cero o puede ser que no haya dato.",
            "Escriba 0 si es cero; si no hay dato, borre la celda.",
        )
    unit = _UNIT.fullmatch(body)
    if unit and not WORDS.search(body):
        if not sense.unit or plain(unit[2]).strip(" .") != plain(sense.unit):
            expected = f"; este dato se mide en «{sense.unit}»" if sense.unit else ""
            return Bad(
                f"«{text}» trae una unidad escrita al lado de la cifra («{unit[2]}»){expected}.",
                "Compruebe la unidad y deje solo la cifra.",
            )
        body = unit[1]
    if percent and sense.percent is False:
        return _not_percent(text, sense)
    if bad := _another_notation(text, body):
        return bad
    found = _figure(body, sense)
    if isinstance(found, Bad):
        return replace(found, message=found.message.replace("{}", text))
    if not percent and (bad := _lone_fraction(Decimal(found), sense)):
        return bad
    if found == text:
        return Good(found)
    return Good(found, (Change(Group.PERCENT if percent else Group.NUMBER, text, found),))


def _another_notation(text: str, body: str) -> Bad | None:
    """Figures in the ways of accounts and of sciences."""
    if found := re.fullmatch(r"\(\s*([0-9][0-9.,' ]*)\)", body):
        return Bad(
            f"«{text}» está entre paréntesis, que puede querer decir que es negativo.",
            f"Si es negativo, escríbalo con el signo menos: -{found[1].strip()}. Si no, quite los "
            "paréntesis.",
        )
    if re.fullmatch(r"-?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+", body):
        return Bad(
            f"«{text}» está en notación científica, y la cifra perdió cifras al guardarse.",
            "Dé a la columna formato de número, sin decimales, y guarde de nuevo el archivo.",
        )
    return None


def _figure(body: str, sense: NumberSense) -> str | Bad:
    if _SPACED.fullmatch(body):
        body = body.replace(" ", "")
    if _APOSTROPHES.fullmatch(body):
        if "," in body:
            return Bad(
                "«{}» mezcla apóstrofo y coma, y no se sabe si la coma separa miles o decimales.",
                "Escriba la cifra sin separar los miles; por ejemplo, 1234567,89.",
            )
        body = re.sub(r"[.,'’´]", "", body)
    grouped = GROUPED.fullmatch(body)
    decimal: str | None = None
    if grouped:
        sign = grouped[1]
        if body.count(sign) == 1 and sign not in sense.thousands and not sense.money:
            whole, rest = body.split(sign)
            decimals = rest.rstrip("0") if rest.endswith("0") and rest.strip("0") else f"{rest}0"
            return Bad(
                f"«{{}}» puede ser {whole}{rest} o {whole} con decimales, y nada en la columna "
                "lo aclara.",
                f"Escriba {whole}{rest}, o {whole},{decimals} si son decimales.",
            )
        decimal = "," if sign == "." else "."
    elif "," in body or "." in body:
        decimal = "," if body.rfind(",") > body.rfind(".") else "."
    context = ReadingContext(numbers=NumberFormat(decimal or "."))
    try:
        return canonical(parse_number(body, context))
    except PydanticCustomError as error:
        told = error.context or {}
        if told.get("rule") == "numero-en-palabras":
            return Bad(str(told["message"]), str(told["remedy"]))
        return Bad(
            "«{}» no se entiende como número.",
            "Escriba solo la cifra; por ejemplo, 1234567,89. Si no hay dato, borre la celda.",
        )
