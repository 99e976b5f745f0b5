"""How a number written by an office is read: never guessed in silence.

Canonical data write 1234567.89. The entity may declare the decimal sign of a file in ``formatos``;
without a declaration, a single separator followed by three digits (1.234 or 1,234) is refused,
because it may mean a thousand or a bit more than one.
"""

from __future__ import annotations

import re
from decimal import Decimal

from bitacora.records.fieldtypes import ReadingContext, fault

PLAIN = re.compile(r"-?[0-9]+")
GROUPED = re.compile(r"-?[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
SINGLE = re.compile(r"-?[0-9]+[.,][0-9]+")
BOTH = re.compile(r"-?[0-9]{1,3}(?:(?:\.[0-9]{3})+,[0-9]+|(?:,[0-9]{3})+\.[0-9]+)")
MOST_DIGITS = 20
_SCALES = (("billon", 10**12), ("millon", 10**6), ("mil", 10**3))
WORDS = re.compile(r"\b(mil|miles|millon|millones|millón|billon|billones|billón)\b", re.IGNORECASE)


def parse_number(text: str, context: ReadingContext) -> Decimal:
    """The exact number that the text means; a fault when it can mean two, or none."""
    if sum(char.isdigit() for char in text) > MOST_DIGITS:
        raise fault(
            "numero-enorme",
            f"El número tiene más de {MOST_DIGITS} cifras.",
            "Compruebe que no se hayan pegado dos números.",
        )
    if PLAIN.fullmatch(text):
        return Decimal(text)
    if WORDS.search(text):
        raise fault(
            "numero-en-palabras",
            f"«{text}» está en palabras y puede leerse de más de una forma.",
            _in_figures(text),
        )
    if re.search(r"[$€£%]|USD|COP|EUR", text):
        raise fault(
            "numero-con-signo",
            f"«{text}» mezcla la cifra con un signo de moneda o de porcentaje.",
            f"{_bare(text)} La moneda y la unidad van en su propio campo.",
        )
    if context.numbers.decimal in {".", ","}:
        return _declared(text, context.numbers.decimal)
    return _undeclared(text, context)


def _declared(text: str, decimal: str) -> Decimal:
    thousands = "," if decimal == "." else "."
    whole = rf"-?(?:[0-9]+|[0-9]{{1,3}}(?:{re.escape(thousands)}[0-9]{{3}})+)"
    if re.fullmatch(rf"{whole}(?:{re.escape(decimal)}[0-9]+)?", text):
        return Decimal(text.replace(thousands, "").replace(decimal, "."))
    raise fault(
        "numero",
        f"«{text}» no es un número del formato que el archivo declara (decimal «{decimal}»).",
        "Corrija la cifra, o lo que «formatos» dice de este archivo en entidad.yml.",
    )


def _undeclared(text: str, context: ReadingContext) -> Decimal:
    grouped = GROUPED.fullmatch(text)
    if grouped and text.count(grouped[1]) == 1:
        whole = re.sub(r"[.,]", "", text)
        parts = re.split(r"[.,]", text)
        raise fault(
            "numero-ambiguo",
            f"«{text}» puede ser {whole} o {parts[0]} con decimales.",
            f"Escriba «{whole}» o «{parts[0]}.{parts[1]}0», o diga en «formatos», en entidad.yml, "
            "cómo escribe los números este archivo.",
        )
    if SINGLE.fullmatch(text) and "." in text:
        return Decimal(text)
    if grouped or BOTH.fullmatch(text) or SINGLE.fullmatch(text):
        return _normalised(text, context)
    raise fault("numero", f"«{text}» no es un número.", _bare(text))


def _normalised(text: str, context: ReadingContext) -> Decimal:
    """A number that can mean only one thing though it is not canonical: 12,5 or 1.234.567."""
    last = max(text.rfind("."), text.rfind(","))
    repeated = text.count(text[last]) > 1
    digits = re.sub(r"[.,]", "", text[: last if not repeated else None])
    value = digits if repeated else f"{digits}.{text[last + 1 :]}"
    context.remark(
        text,
        "numero-normalizado",
        f"«{text}» se leyó como {value}.",
        f"Escriba «{value}», o diga en «formatos», en entidad.yml, cómo escribe los números este "
        "archivo.",
    )
    return Decimal(value)


def _bare(text: str) -> str:
    """The remedy: the one figure of a text without what surrounds it, where it can only mean one
    number."""
    figures = re.findall(r"[0-9](?:[0-9.,\u00a0 ]*[0-9])?", text)
    # A sign or a parenthesis may mean less than zero: nobody guesses that.
    told_once = len(figures) == 1 and not re.search(r"[-−(]", text)
    amount = _amount(re.sub(r"[\u00a0 ]", "", figures[0])) if told_once else None
    if amount is None:
        return "Escriba solo la cifra, así: «1234567.89»."
    return f"Escriba solo la cifra: «{amount:f}»."


def _in_figures(text: str) -> str:
    """The remedy: the figure that the words mean, where they can only mean one."""
    amount = _amount(text)
    if amount is None:
        return "Escríbalo completo en cifras, sin palabras ni separadores de miles."
    for word in WORDS.findall(text):
        stem = word.lower().replace("ó", "o")
        amount *= next(size for start, size in _SCALES if stem.startswith(start))
    return f"Escríbalo completo en cifras y revíselo: «{amount.to_integral_value():f}»."


def _amount(text: str) -> Decimal | None:
    """The figure before the words, 1 if there is none, None if it may mean two."""
    found = re.search(r"[0-9][0-9.,]*[0-9]|[0-9]", text)
    if found is None:
        return Decimal(1)
    figure = found[0]
    if not any(shape.fullmatch(figure) for shape in (PLAIN, SINGLE, BOTH, GROUPED)):
        return None
    if GROUPED.fullmatch(figure):
        parts = re.split(r"[.,]", figure)
        return Decimal("".join(parts)) if len(parts) > 2 else None
    last = max(figure.rfind("."), figure.rfind(","))
    whole = re.sub(r"[.,]", "", figure[:last]) if last > 0 else figure
    return Decimal(f"{whole}.{figure[last + 1 :]}" if last > 0 else whole)
