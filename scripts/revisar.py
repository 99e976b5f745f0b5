"""Review the data: list every fault with its place, and fail if any is an error."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from bitacora.edition import review
from bitacora.problems import Problem, Severity
from bitacora.wording import problem_lines, summary
from edition_date import edition_moment

GITHUB_LEVEL = {Severity.ERROR: "error", Severity.AVISO: "warning", Severity.MEJORA: "notice"}


def as_text(problems: Iterable[Problem]) -> str:
    """One line a problem, then the count."""
    found = list(problems)
    return "\n".join([*problem_lines(found), summary(found)])


def as_json(problems: Iterable[Problem]) -> str:
    """A list of objects with the stable keys other programs read."""
    rows = [
        {
            "archivo": problem.place.archivo,
            "linea": problem.place.linea,
            "registro": problem.registro,
            "campo": problem.campo,
            "valor": problem.valor,
            "regla": problem.regla,
            "severidad": str(problem.severidad),
            "mensaje": problem.mensaje,
            "remedio": problem.remedio,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """GitHub workflow commands, which mark each fault on its line of the pull request."""
    return "\n".join(_annotation(problem) for problem in problems)


def _annotation(problem: Problem) -> str:
    properties = {
        "file": problem.place.archivo,
        "line": str(problem.place.linea),
        "title": problem.regla,
    }
    written = ",".join(f"{key}={_escaped(value, ',:')}" for key, value in properties.items())
    text = f"{problem.campo + ': ' if problem.campo else ''}{problem.mensaje} {problem.remedio}"
    return f"::{GITHUB_LEVEL[problem.severidad]} {written}::{_escaped(text)}"


def _escaped(text: str, also: str = "") -> str:
    for char in "%\r\n" + also:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


FORMATS: dict[str, Callable[[Iterable[Problem]], str]] = {
    "texto": as_text,
    "json": as_json,
    "github": as_github,
}


@click.command(help="Revisa los datos y muestra todo lo que hay que corregir.")
@click.option("--datos", default="data", show_default=True, help="Carpeta de datos.")
@click.option("--fecha", default=None, help="Fecha de la edición, AAAA-MM-DD.")
@click.option(
    "--formato",
    type=click.Choice(list(FORMATS)),
    default="texto",
    show_default=True,
    help="Cómo se muestra.",
)
def main(datos: str, fecha: str | None, formato: str) -> None:
    """Print the problems of a data folder; exit 1 if any is an error."""
    folder = Path(datos)
    if not folder.is_dir():
        raise click.ClickException(f"No existe la carpeta «{datos}».")
    try:
        as_of = edition_moment(fecha).date()
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    problems = review(folder, Path(os.path.relpath(folder)).as_posix(), as_of).problems
    click.echo(FORMATS[formato](problems))
    click.get_current_context().exit(int(any(problem.is_error for problem in problems)))


if __name__ == "__main__":
    main()
