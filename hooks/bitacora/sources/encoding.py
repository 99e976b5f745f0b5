"""From the bytes of a data file to its text."""

from __future__ import annotations

import codecs
import re

from bitacora.problems import Problem
from bitacora.sources.faults import Origin

Decoded = tuple[str | None, list[Problem]]

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_SAVE_TEXT = "Abra el archivo en el Bloc de notas y guárdelo de nuevo con la codificación UTF-8."
_SAVE_CSV = (
    "En Excel elija «Guardar como» y el tipo «CSV UTF-8 (delimitado por comas)»; "
    "en LibreOffice, el juego de caracteres «Unicode (UTF-8)»."
)


def decode_yaml(raw: bytes, origin: Origin) -> Decoded:
    """The text of a YAML file, which must be UTF-8; None when it is not."""
    return _decode(raw, origin, _SAVE_TEXT)


def decode_csv(raw: bytes, origin: Origin) -> Decoded:
    """The text of a CSV file: UTF-8 or, with a remark, Windows-1252; None when it is neither."""
    text, problems = _decode(raw, origin, _SAVE_CSV)
    if text is not None or raw.startswith((codecs.BOM_UTF8, *_WIDE_MARKS)) or b"\x00" in raw:
        return text, problems
    try:
        text = _plain_newlines(raw.decode("cp1252"))
    except UnicodeDecodeError as error:
        return None, [_bad_byte(raw, error.start, origin, _SAVE_CSV)]
    return text, [_read_as_windows(text, origin)]


def _decode(raw: bytes, origin: Origin, remedy: str) -> Decoded:
    if raw.startswith(_WIDE_MARKS) or b"\x00" in raw:
        return None, [_not_text(origin, remedy)]
    problems: list[Problem] = []
    body = raw.removeprefix(codecs.BOM_UTF8)
    if body != raw:
        problems.append(_byte_order_mark(origin))
    try:
        return _plain_newlines(body.decode("utf-8")), problems
    except UnicodeDecodeError as error:
        return None, [*problems, _bad_byte(body, error.start, origin, remedy)]


def _plain_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _not_text(origin: Origin, remedy: str) -> Problem:
    return origin.error(
        "archivo-codificacion",
        origin.place(1),
        "El archivo no está guardado como texto UTF-8: es «Texto Unicode» de Excel, o es de otro "
        "programa y le cambiaron el nombre.",
        remedy,
    )


def _byte_order_mark(origin: Origin) -> Problem:
    return origin.remark(
        "archivo-bom",
        origin.place(1),
        "El archivo empieza con una marca invisible (BOM); se leyó sin ella.",
        "No hace falta corregirlo.",
    )


def _bad_byte(raw: bytes, start: int, origin: Origin, remedy: str) -> Problem:
    before = raw[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    column = len(before) - (before.rfind(b"\n") + 1) + 1
    nearby = re.split(rb"[\r\n]", raw[max(0, start - 20) : start])[-1]
    nearby += re.split(rb"[\r\n]", raw[start : start + 20])[0]
    return origin.error(
        "archivo-codificacion",
        origin.place(line, column),
        f"El archivo no está guardado como texto UTF-8: en la línea {line} hay una letra que no se "
        "puede leer.",
        remedy,
        value=nearby.decode("cp1252", errors="replace"),
    )


def _read_as_windows(text: str, origin: Origin) -> Problem:
    found = re.search(r"\w*[^\W\x00-\x7f]\w*|[^\x00-\x7f]", text)
    word = found.group() if found else ""
    before = text[: found.start()] if found else ""
    line = before.count("\n") + 1
    return origin.remark(
        "archivo-cp1252",
        origin.place(line, len(before) - (before.rfind("\n") + 1) + 1),
        "El archivo no está guardado como UTF-8; se leyó como lo guarda Excel en español. "
        f"La primera palabra con tilde o signo se leyó «{word}».",
        f"Compruebe que esa palabra se lee bien. {_SAVE_CSV}",
        value=word,
    )
