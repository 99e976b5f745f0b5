"""All the files of a new site, as text, from the answers of its office."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from string import Template

from bitacora.authoring import workflows
from bitacora.authoring.editor import editor_files
from bitacora.authoring.forms.repository import repository_at
from bitacora.authoring.starting import launcher
from bitacora.authoring.starting.answers import OFFICE, Answers
from bitacora.authoring.starting.calendar import FirstQuarter, first_quarter, following
from bitacora.authoring.starting.first_records import first_records
from bitacora.authoring.starting.ownership import owners
from bitacora.authoring.starting.services import service_words
from bitacora.spanish import long_date

COPIED = {**{path: path for path in workflows.PATHS}, launcher.PATH: launcher.SOURCE}
"""The files of this repository that every site has, at the same place."""
NO_ORIGIN = """
Antes de eso falta una cosa: quien publica el sitio trae el programa con git, y todavía no se sabe
de dónde. Escriba esa dirección en el renglón `PROGRAMA_ORIGEN` de tres archivos:
`.github/workflows/revisar.yml`, `.gitlab-ci.yml` y `bitacora`.
"""
"""What is left to do where nobody knows where the program is cloned from."""
SCHEMAS = "hooks/bitacora/schemas"
FOLDER = "data"


@dataclass(frozen=True, slots=True)
class Program:
    """Where the program is for a site: the way there from the site's folder, the address that git
    clones it from (empty if nobody knows), the commit in use (empty likewise)."""

    path: str
    origin: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """The texts a site is made from, by their path: ``templates`` have names to put values at;
    ``copied`` are files of this repository."""

    templates: Mapping[str, str]
    copied: Mapping[str, str]


def site_files(
    answers: Answers, program: Program, today: date, material: Material
) -> dict[str, str]:
    """The text of each file by its path in the site's folder."""
    values = _values(answers, program, today)
    files = {path: Template(text).substitute(values) for path, text in material.templates.items()}
    files |= dict(_copied(program, material.copied))
    schemas = f"{program.path}/{SCHEMAS}"
    files |= editor_files(schemas, [FOLDER])
    files[values["duenos"]] = owners(answers.of("oficina"), answers.units)
    for path, text in first_records(answers, today, schemas):
        files[f"{FOLDER}/{path}"] = text
    return {path: files[path] for path in sorted(files)}


def _copied(program: Program, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    where = (program.path, program.origin, program.version)
    for path, text in texts.items():
        if path in workflows.PATHS:
            yield path, workflows.for_site(text, *where)
        elif path == launcher.PATH:
            yield path, launcher.launcher_for(text, *where)
        else:
            yield path, text


def _values(answers: Answers, program: Program, today: date) -> dict[str, str]:
    return {
        "raiz": program.path,
        "sin_origen": "" if program.origin else NO_ORIGIN,
        "comando": shlex.quote(program.path),
        "hoy": today.isoformat(),
        "lugar": answers.of("nombre-corto"),
        "oficina": OFFICE,
        "estrategia": answers.strategy_id,
        **service_words(repository_at(answers.of("repositorio"))),
        **_of_the_quarter(first_quarter(today, answers.years)),
    }


def _of_the_quarter(first: FirstQuarter) -> dict[str, str]:
    second = following(first)
    return {
        "trimestre": first.quarter.text,
        "informe": first.record_id,
        "trimestre_hablado": first.quarter.spoken,
        "anio": str(first.quarter.end.year),
        "desde": long_date(first.due),
        "cierra": first.quarter.end.isoformat(),
        "revisado": first.due.isoformat(),
        "compromiso": second.quarter.end.isoformat(),
        "publica": first.published.isoformat(),
        "publica_hablado": long_date(first.published),
        "trimestre_siguiente": second.quarter.text,
        "informe_siguiente": second.record_id,
        "publica_siguiente": second.published.isoformat(),
    }
