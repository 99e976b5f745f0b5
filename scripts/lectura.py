"""The data folder and the day that a script was given, or one sentence that says what is wrong."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from bitacora.checks.rule import World
from bitacora.edition import review
from bitacora.records.institution import Dependencia, Entidad
from bitacora.register import Register
from bitacora.spanish import count_of, nearest, plain
from edition_date import edition_moment


def data_folder(data: str) -> Path:
    """The folder of that name; a ClickException in words if there is none."""
    folder = Path(data)
    if not folder.is_dir():
        raise click.ClickException(f"No existe la carpeta «{data}».")
    return folder


def moment_of(day: str | None) -> datetime:
    """The moment of the edition that ``--fecha`` tells; a ClickException in words if it tells
    none."""
    try:
        return edition_moment(day)
    except ValueError as error:
        raise click.ClickException(str(error)) from None


def world_of(data: str, day: str | None) -> World:
    """All that is in a data folder, drafts and quarters not yet published too; a ClickException in
    words if there is nothing to work with. Faults of the data are told, and stop nothing."""
    folder, as_of = data_folder(data), moment_of(day).date()
    found = review(folder, Path(os.path.relpath(folder)).as_posix(), as_of)
    if not found.register.all(Entidad):
        raise click.ClickException(
            f"En «{data}» falta entidad.yml, o tiene errores. Corra: python scripts/revisar.py "
            f"--datos {data}"
        )
    errors = sum(problem.is_error for problem in found.problems)
    if errors:
        click.echo(
            f"Los datos tienen {count_of(errors, 'error', 'errores')}: puede faltar algo aquí. "
            f"Corra: python scripts/revisar.py --datos {data}",
            err=True,
        )
    return World(found.register, found.lists, as_of, frozenset(), found.acts)


def unit_named(text: str, register: Register) -> str:
    """The id of the unit that people meant by its id, its acronym or its name; empty if they named
    none. A ClickException in words if there is no such unit."""
    if not text:
        return ""
    spelled: dict[str, str] = {}
    for unit in register.all(Dependencia):
        for words in filter(None, (unit.nombre, unit.sigla, unit.id)):
            spelled[plain(words)] = unit.id
    if plain(text) in spelled:
        return spelled[plain(text)]
    near = nearest(text, spelled)
    guess = f"¿Quiso decir «{spelled[near]}»? " if near else ""
    known = ", ".join(unit.id for unit in register.all(Dependencia))
    raise click.ClickException(f"No hay dependencia «{text}». {guess}Las que hay: {known}.")
