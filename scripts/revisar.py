"""Review the data: list every fault with its place, and fail if any is an error."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from bitacora.authoring.problem_formats import as_github, as_gitlab, as_json
from bitacora.authoring.rule_help import explained, understanding
from bitacora.edition import review
from bitacora.problems import Problem
from bitacora.records.institution import Entidad
from bitacora.rulebook.book import lessons
from bitacora.spanish import nearest
from bitacora.wording import brief_lines, problem_lines, summary
from lectura import data_folder, moment_of

Lines = Callable[[Iterable[Problem]], list[str]]


def as_text(
    problems: Iterable[Problem], site: str | None = None, lines: Lines = brief_lines
) -> str:
    """One line a problem, unless ``lines`` tells many of a column as one; then the count, and how
    to understand a rule."""
    found = list(problems)
    if not found:
        return summary(found)
    return "\n".join([*lines(found), summary(found), understanding(found)])


def as_whole_text(problems: Iterable[Problem], site: str | None = None) -> str:
    """The same with a line for each problem."""
    return as_text(problems, site, problem_lines)


FORMATS: dict[str, Callable[[Iterable[Problem], str | None], str]] = {
    "texto": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
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
@click.option("--todas", is_flag=True, help="Muestra cada fila, aunque repita la misma falta.")
@click.option("--explicar", metavar="REGLA", default=None, help="Explica una regla y termina.")
def main(datos: str, fecha: str | None, formato: str, todas: bool, explicar: str | None) -> None:
    """Print the problems of a data folder; exit 1 if any is an error."""
    if explicar is not None:
        click.echo(_explained(explicar.strip("[]")))
        return
    folder, as_of = data_folder(datos), moment_of(fecha).date()
    found = review(folder, Path(os.path.relpath(folder)).as_posix(), as_of)
    site = next((entity.direccion_sitio for entity in found.register.all(Entidad)), None)
    shown = as_whole_text if todas and formato == "texto" else FORMATS[formato]
    click.echo(shown(found.problems, site))
    click.get_current_context().exit(int(any(problem.is_error for problem in found.problems)))


def _explained(rule: str) -> str:
    known = lessons()
    if rule not in known:
        near = nearest(rule, known)
        guess = f"¿Quiso decir «{near}»?" if near else "Es lo que va entre corchetes al final."
        raise click.ClickException(f"No hay una regla «{rule}». {guess}")
    return explained(known[rule])


if __name__ == "__main__":
    main()
