"""What click says by itself, in Spanish: help, wrong options, questions.

Click marks its words for translation and looks them up where the system keeps them, which has none
in Spanish; so they are looked up here. Every script takes it with ``entorno``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

WORDS = {
    "Usage:": "Uso:",
    "Options": "Opciones",
    "Positional arguments": "Qué recibe",
    "Commands": "Órdenes",
    "Show this message and exit.": "Muestra esta ayuda y termina.",
    "Show the version and exit.": "Muestra la versión y termina.",
    "Confirm the action without prompting.": "Lo hace sin preguntar.",
    "Do you want to continue?": "¿Quiere seguir?",
    "Repeat for confirmation": "Escríbalo otra vez",
    "Press any key to continue...": "Oprima una tecla para seguir…",
    "Aborted!": "Cancelado: no se hizo nada más.",
    "default: {default}": "si no se dice: {default}",
    "env var: {var}": "variable del equipo: {var}",
    "required": "obligatorio",
    "(dynamic)": "(depende)",
    "deprecated": "ya no se usa",
    "Error: {message}": "Error: {message}",
    "Error: invalid input": "No se entiende la respuesta.",
    "Error: The two entered values do not match.": "Las dos respuestas no son iguales.",
    "Try '{command} {option}' for help.": "Para ver la ayuda: {command} {option}",
    "Missing command.": "Falta decir qué hacer.",
    "Missing argument": "Falta",
    "Missing option": "Falta la opción",
    "Missing parameter": "Falta",
    "Missing {param_type}": "Falta",
    "Missing parameter: {param_name}": "Falta: {param_name}",
    "Choose from:\n\t{choices}": "Escoja entre:\n\t{choices}",
    "No such option {name!r}.": "No hay una opción «{name}».",
    "No such command {name!r}.": "No hay una orden «{name}».",
    "Invalid value: {message}": "No sirve lo escrito: {message}",
    "Invalid value for {param_hint}: {message}": "No sirve lo escrito en {param_hint}: {message}",
    "Invalid start character for option ({option})": "Una opción no empieza así: {option}",
    "Option {name!r} does not take a value.": "La opción «{name}» va sola, sin nada después.",
    "Argument {name!r} takes {nargs} values.": "«{name}» recibe {nargs} valores.",
    "Value must be an iterable.": "Aquí van varios valores.",
    "Could not open file {filename!r}: {message}": "No se pudo abrir «{filename}»: {message}",
    "unknown error": "no se sabe por qué",
    "{value} is not in the range {range}.": "{value} está por fuera de lo que se admite: {range}.",
    "{value!r} is not a valid {number_type}.": "«{value}» no es un {number_type}.",
    "{value!r} is not a valid boolean. Recognized values: {states}": "Escriba «sí» o «no».",
    "{name} {filename!r} does not exist.": "No existe «{filename}».",
    "{name} {filename!r} is a file.": "«{filename}» es un archivo y aquí va una carpeta.",
    "{name} {filename!r} is a directory.": "«{filename}» es una carpeta y aquí va un archivo.",
    "{name} {filename!r} is not readable.": "El equipo no deja leer «{filename}».",
    "{name} {filename!r} is not writable.": "El equipo no deja escribir en «{filename}».",
    "file": "archivo",
    "directory": "carpeta",
    "path": "ruta",
}
COUNTED = {
    "Got unexpected extra argument ({args})": "Sobra «{args}».",
    "Did you mean {possibility}?": "¿Quiso decir {possibility}?",
    "Option {name!r} requires an argument.": "A la opción «{name}» le falta su valor.",
    "{value!r} is not {choice}.": "«{value}» no es {choice}.",
    "Takes {nargs} values but 1 was given.": "Recibe {nargs} valores.",
}
"""By their form for one; that for many has the same words, but for the two below."""
MANY = {
    "(Did you mean one of: {possibilities}?)": "¿Quiso decir alguna de estas: {possibilities}?",
    "{value!r} is not one of {choices}.": "«{value}» no es una de estas: {choices}.",
    "Option {name!r} requires {nargs} arguments.": "A la opción «{name}» le faltan valores.",
}
TYPES = {
    click.types.StringParamType: "texto",
    click.types.IntParamType: "número entero",
    click.types.IntRange: "número entero",
    click.types.FloatParamType: "número",
    click.types.FloatRange: "número",
    click.types.Path: "ruta",
    click.types.File: "archivo",
}
USAGE = {"[OPTIONS]": "[OPCIONES]", "COMMAND [ARGS]...": "ORDEN…"}


def spanish(message: str) -> str:
    """Click's words for one of its messages; the message itself where it has none here."""
    return WORDS.get(message, message)


def counted(one: str, many: str, count: int) -> str:
    """The same for a message that depends on how many things it tells."""
    if count != 1 and many in MANY:
        return MANY[many]
    return COUNTED.get(one, one if count == 1 else many)


def range_words(
    low: float | None, high: float | None, *, above: bool = False, below: bool = False
) -> str:
    """What numbers are taken: «de 0 a 3650». Those at the end count unless it says «above» or
    «below» them; None is no end."""
    if low is not None and high is not None and not (above or below):
        return f"de {low} a {high}"
    parts = []
    if low is not None:
        parts.append(f"más de {low}" if above else f"desde {low}")
    if high is not None:
        parts.append(f"menos de {high}" if below else f"hasta {high}")
    return " y ".join(parts)


def _in_spanish() -> None:
    for name, module in sorted(sys.modules.items()):
        if name.startswith("click."):
            for word, ours in (("_", spanish), ("ngettext", counted)):
                if hasattr(module, word):
                    setattr(module, word, ours)
    for kind, told in TYPES.items():
        kind.name = told
    for command in (click.Command, click.Group):
        command.collect_usage_pieces = _usage_of(command)  # type: ignore[assignment, method-assign]
    # Click writes «0<=x<=3650», in help and where a number is out of its range.
    click.types._NumberRangeBase._describe_range = _range  # type: ignore[method-assign, assignment]


def _usage_of(kind: type[click.Command]) -> Callable[[Any, click.Context], list[str]]:
    pieces = kind.collect_usage_pieces

    def usage(self: click.Command, ctx: click.Context) -> list[str]:
        return [USAGE.get(piece, piece) for piece in pieces(self, ctx)]

    return usage


def _range(kind: Any) -> str:
    return range_words(kind.min, kind.max, above=kind.min_open, below=kind.max_open)


_in_spanish()
