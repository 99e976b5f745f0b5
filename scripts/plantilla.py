"""Write a workbook to fill in: the progress of a quarter, or the rows of a table."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from bitacora.authoring.workbook.progress import Wanted, progress_workbook, slots_by_unit
from bitacora.authoring.workbook.sheets import Workbook
from bitacora.authoring.workbook.tables import table_workbook
from bitacora.authoring.workbook.writing import workbook_bytes
from bitacora.checks.rule import World
from bitacora.quarters import Period, PeriodKind, read_period
from bitacora.records.kinds import BY_FOLDER
from bitacora.spanish import count_of, join_y, nearest, plain
from lectura import unit_named, world_of

PROGRESS = "avances"
TABLES = (
    "recursos",
    "eventos",
    "redes",
    "hermanamientos",
    "oportunidades",
    "actores",
    "documentos",
)
CLASSES = (PROGRESS, *TABLES)
ENDING = ".xlsx"


def class_named(name: str) -> str:
    """The class of workbook that people meant; an error in words if there is none."""
    known = {plain(one): one for one in CLASSES}
    if plain(name) in known:
        return known[plain(name)]
    near = nearest(name, CLASSES)
    guess = f"¿Quiso decir «{near}»? " if near else ""
    raise click.ClickException(f"No hay plantilla de «{name}». {guess}Hay de {join_y(CLASSES)}.")


def quarter_named(text: str | None, world: World) -> Period:
    """The quarter that people meant; an error in words if it is none."""
    now = Period.containing(world.as_of, PeriodKind.TRIMESTRAL)
    if not text:
        raise click.ClickException(f"Falta el trimestre: plantilla.py avances {now}.")
    try:
        found, _ = read_period(text)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    if found.kind is not PeriodKind.TRIMESTRAL:
        raise click.ClickException(
            f"«{text}» no es un trimestre. Escriba, por ejemplo, {found.quarter}. Los indicadores "
            "de otra periodicidad salen en el trimestre en que termina su periodo."
        )
    return found


def place_for(path: Path) -> Path:
    """Where a workbook may be written: a new .xlsx in a folder that exists."""
    if path.suffix.lower() != ENDING:
        raise click.ClickException(
            f"«{path}» no termina en {ENDING}. Escriba, por ejemplo, "
            f"--salida {path.with_suffix(ENDING)}."
        )
    if path.exists():
        raise click.ClickException(
            f"Ya existe «{path}» y puede tener datos escritos; no se tocó. Escoja otro nombre con "
            "--salida."
        )
    if not path.parent.is_dir():
        raise click.ClickException(f"No existe la carpeta «{path.parent}». Créela primero.")
    return path


def written(path: Path, content: bytes) -> None:
    """Put the whole file in place at once; an error in words where it cannot be."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise click.ClickException(
            f"No se pudo escribir «{path}» ({error.strerror}). Revise los permisos de la carpeta."
        ) from None


def progress_books(
    world: World, wanted: Wanted, out: Path, apart: bool
) -> Iterator[tuple[Path, Workbook]]:
    """The workbooks of a quarter with the place of each: one, or one for each unit."""
    found = slots_by_unit(world, wanted)
    if not found:
        raise click.ClickException(_nothing_due(world, wanted))
    if not apart:
        yield place_for(out), progress_workbook(world, wanted)
        return
    if not out.is_dir():
        raise click.ClickException(
            f"Con --separadas, --salida es una carpeta que ya existe, y «{out}» no lo es."
        )
    for unit in found:
        name = f"{PROGRESS}-{wanted.quarter}-{unit}{ENDING}"
        yield place_for(out / name), progress_workbook(world, replace(wanted, unit=unit))


def _nothing_due(world: World, wanted: Wanted) -> str:
    whose = f"la dependencia «{wanted.unit}»" if wanted.unit else "ninguna dependencia"
    if wanted.unit and slots_by_unit(world, replace(wanted, unit="")):
        others = join_y(list(slots_by_unit(world, replace(wanted, unit=""))))
        return f"En {wanted.quarter} {whose} no tiene indicadores por reportar. Tienen: {others}."
    return (
        f"En {wanted.quarter} {whose} tiene indicadores por reportar. Revise que los indicadores "
        "tengan «periodicidad» y que la estrategia esté vigente en ese trimestre."
    )


def told(path: Path, book: Workbook) -> str:
    """What was written, in a line."""
    rows = sum(len(sheet.rows) for sheet in book.sheets)
    if book.kind != PROGRESS:
        has = f"con {count_of(rows, 'fila', 'filas')} de datos" if rows else "vacía"
        return f"Escrito: {path} (tabla {has})."
    return (
        f"Escrito: {path} ({count_of(len(book.sheets), 'dependencia', 'dependencias')}, "
        f"{count_of(rows, 'fila', 'filas')})."
    )


HELP = """Escribe un libro de Excel para llenar.

\b
  plantilla.py avances 2026-T4 --salida avances.xlsx
  plantilla.py eventos --salida eventos.xlsx --con-datos

Los avances traen una hoja por dependencia, con los indicadores del trimestre. Las demás clases
(recursos, eventos, redes, hermanamientos, oportunidades, actores, documentos) traen una tabla.
"""


@click.command(help=HELP)
@click.argument("clase")
@click.argument("trimestre", required=False)
@click.option("--salida", default=None, help="Archivo .xlsx nuevo; o carpeta, con --separadas.")
@click.option("--datos", default="data", show_default=True, help="Carpeta de datos.")
@click.option("--dependencia", default="", help="Solo lo de esta dependencia: id, sigla o nombre.")
@click.option("--fecha", default=None, help="Fecha de hoy, AAAA-MM-DD.")
@click.option("--con-datos", is_flag=True, help="Trae las filas que ya están (no en avances).")
@click.option("--con-atrasados", is_flag=True, help="Trae también lo que quedó sin reportar antes.")
@click.option("--separadas", is_flag=True, help="Un libro por dependencia, en una carpeta.")
def main(
    clase: str,
    trimestre: str | None,
    salida: str | None,
    datos: str,
    dependencia: str,
    fecha: str | None,
    con_datos: bool,
    con_atrasados: bool,
    separadas: bool,
) -> None:
    """Write what is asked for; nothing that exists is touched."""
    kind = class_named(clase)
    if kind != PROGRESS and trimestre:
        raise click.ClickException(f"«{kind}» no va por trimestres; quite «{trimestre}».")
    if kind != PROGRESS and separadas:
        raise click.ClickException("«--separadas» solo sirve con avances.")
    world = world_of(datos, fecha)
    unit = unit_named(dependencia, world.register)
    if kind == PROGRESS:
        wanted = Wanted(quarter_named(trimestre, world), unit, con_atrasados)
        usual = "." if separadas else f"{PROGRESS}-{wanted.quarter}{ENDING}"
        books = list(progress_books(world, wanted, Path(salida or usual), separadas))
    else:
        place = place_for(Path(salida or f"{kind}{ENDING}"))
        books = [(place, table_workbook(world, BY_FOLDER[kind], unit, con_datos))]
    for path, book in books:
        written(path, workbook_bytes(book))
        click.echo(told(path, book))
    click.echo("Al recibirlo lleno: python scripts/importar.py ARCHIVO.xlsx --simular")


if __name__ == "__main__":
    main()
