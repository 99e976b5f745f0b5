"""Letters that were damaged on their way into a text."""

from __future__ import annotations

import re
import unicodedata

from bitacora.problems import Place, Problem
from bitacora.sources.faults import Origin, code_point, shorten

# Control, zero-width, direction-changing characters; lone surrogates come from YAML escapes.
_HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
)
_CONTROL = re.compile(f"[\t{_HIDDEN}]")
# What a YAML reader refuses or takes for the end of a line.
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

_NAMES = {
    "\t": "una tabulación",
    "\x00": "un carácter nulo",
    "\u00ad": "un guion invisible",
    "\u200b": "un espacio de ancho cero",
    "\u200c": "un separador invisible",
    "\u200d": "una unión invisible",
    "\u200e": "una marca de dirección de escritura",
    "\u200f": "una marca de dirección de escritura",
    "\u202e": "un cambio de dirección de escritura",
    "\ufeff": "una marca invisible (BOM)",
}

# UTF-8 read as Windows-1252: a lead byte as a letter, then the bytes 80 to BF as their signs.
_TAIL = "\x80-\xbf" + "".join(
    bytes([byte]).decode("cp1252", errors="ignore") for byte in range(0x80, 0xA0)
)
_MOJIBAKE = re.compile(f"(?:[ÂÃÅ][{_TAIL}]|[âï][{_TAIL}][{_TAIL}]|ð[{_TAIL}]{{3}})+")
_LOST = re.compile("\ufffd|ï¿½")
_ROUNDS = 3


def clean(text: str, place: Place, origin: Origin, field: str) -> tuple[str, list[Problem]]:
    """`text` in NFC without hidden characters, with a problem for each kind of damage."""
    if text.isprintable() and text.isascii():
        return text, []
    problems = _garbled(text, place, origin, field)
    # Damaged letters have invisible characters of their own («Ã» with U+00AD is «í»).
    hidden = _CONTROL.search(_MOJIBAKE.sub("", text))
    if hidden is not None:
        problems.append(_control(hidden.group(), text, place, origin, field))
        text = _CONTROL.sub(lambda found: " " if found.group() == "\t" else "", text)
    if not unicodedata.is_normalized("NFC", text):
        problems.append(_decomposed(text, place, origin, field))
        text = unicodedata.normalize("NFC", text)
    return text, problems


def unreadable(text: str, origin: Origin) -> Problem | None:
    """The first character of a whole file that no YAML reader can pass, if there is one."""
    found = _UNREADABLE.search(text)
    if found is None:
        return None
    start = text.rfind("\n", 0, found.start()) + 1
    place = origin.place(text.count("\n", 0, start) + 1, found.start() - start + 1)
    return _control(found.group(), text[start:].partition("\n")[0], place, origin, "")


def _control(char: str, text: str, place: Place, origin: Origin, field: str) -> Problem:
    name = _NAMES.get(char, "un carácter invisible")
    return origin.error(
        "texto-control",
        place,
        f"El texto tiene {name} ({code_point(char)}) que no se ve: «{shorten(text)}».",
        "Borre ese trozo y escríbalo de nuevo con el teclado, sin pegarlo.",
        field=field,
        value=text,
    )


def _garbled(text: str, place: Place, origin: Origin, field: str) -> list[Problem]:
    repaired = _repair(text)
    if _LOST.search(text):
        message = "El texto tiene el signo «�» donde se perdió una letra."
        remedy = "Busque el texto original y escriba la letra que falta."
    elif repaired != text:
        found = _MOJIBAKE.search(text)
        letters = found.group() if found else ""
        message = f"El texto tiene letras dañadas: «{letters}» parece ser «{_repair(letters)}»."
        remedy = f"Escriba «{_around(repaired, text)}»."
    else:
        return []
    return [origin.remark("texto-mojibake", place, message, remedy, field=field, value=text)]


def _repair(text: str) -> str:
    """The text as it must have been, undoing more than one wrong reading if need be."""
    for _ in range(_ROUNDS):
        again = _MOJIBAKE.sub(_as_utf8, text)
        if again == text:
            break
        text = again
    return text


def _as_utf8(found: re.Match[str]) -> str:
    raw = b"".join(
        char.encode("latin-1") if char < "\u0100" else char.encode("cp1252")
        for char in found.group()
    )
    return raw.decode("utf-8", errors="ignore") or found.group()


def _around(repaired: str, text: str) -> str:
    """The repaired words near the first damage: a long text is not repeated whole."""
    found = _MOJIBAKE.search(text)
    start = repaired.rfind(" ", 0, found.start()) + 1 if found else 0
    return " ".join(repaired[start : start + 120].split()[:3])


def _decomposed(text: str, place: Place, origin: Origin, field: str) -> Problem:
    return origin.remark(
        "texto-no-nfc",
        place,
        "Las tildes vienen como signos separados de su letra; se leyó "
        f"«{shorten(unicodedata.normalize('NFC', text))}».",
        "No cambia lo que se ve; para quitar el aviso, escriba de nuevo las letras con tilde.",
        field=field,
        value=unicodedata.normalize("NFC", text),
    )
