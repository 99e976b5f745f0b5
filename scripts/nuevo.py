"""Start something new: a site for another government, or a record with its fields explained."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import csv
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click
from pydantic_core import PydanticCustomError

from bitacora.authoring.schemas import project_lists
from bitacora.authoring.skeleton import (
    column_notes,
    known_of,
    table_columns,
    table_file,
    table_row,
    yaml_skeleton,
)
from bitacora.authoring.starting.questions import AXIS, PROGRAM, SINGLE, UNIT
from bitacora.edition import review
from bitacora.records.about import about
from bitacora.records.fieldtypes import ReadingContext
from bitacora.records.kinds import BY_NAME, Kind
from bitacora.records.values import Slug
from bitacora.spanish import nearest
from edition_date import edition_moment
from nuevo_sitio import Flags, is_beside, make_site

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = ROOT / "hooks" / "bitacora" / "schemas"


def new_record(kind: Kind, record_id: str, data: Path, today: date) -> str:
    """Write the YAML of a new record, or make the row of its table; what people should read."""
    if review(data, data.as_posix(), today).register.find(kind.name, record_id):
        raise click.ClickException(f"Ya hay {kind.singular} con el identificador «{record_id}».")
    if about(kind).in_table:
        return _row(kind, record_id, data, today)
    alone = kind.name == record_id and kind.folder == kind.name
    path = data / f"{record_id}.yml" if alone else data / kind.folder / f"{record_id}.yml"
    if path.exists():
        raise click.ClickException(f"Ya existe {path.as_posix()}; no se tocó.")
    try:
        known = known_of(kind, record_id, today)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    path.parent.mkdir(parents=True, exist_ok=True)
    schema = os.path.relpath(SCHEMAS / f"{kind.name}.json", path.parent.resolve())
    text = yaml_skeleton(kind, project_lists(), today, Path(schema).as_posix(), known)
    path.write_bytes(text.encode("utf-8"))
    return f"Se escribió {path.as_posix()}. Llénelo y corra scripts/revisar.py."


def _row(kind: Kind, record_id: str, data: Path, today: date) -> str:
    files = sorted([*data.glob(f"{kind.folder}.csv"), *(data / kind.folder).glob("*.csv")])
    columns = _header(files[-1]) if files else table_columns(kind)
    path = (data / table_file(kind, today)).as_posix()
    return "\n".join(
        (
            f"Pegue la segunda línea al final de {path}; si no existe, créelo con las dos:",
            "",
            table_row(kind, record_id, today, columns),
            *column_notes(kind, columns),
        )
    )


def _header(path: Path) -> tuple[str, ...]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple(next(csv.reader(file), ()))


def _kind(name: str) -> Kind:
    if name in BY_NAME:
        return BY_NAME[name]
    near = nearest(name, BY_NAME)
    guess = f"¿Quiso decir «{near}»? " if near else ""
    known = ", ".join(["sitio", *BY_NAME])
    raise click.ClickException(f"No hay «{name}». {guess}Puede crear: {known}.")


def _slug(text: str) -> str:
    try:
        return Slug().parse(text, ReadingContext())
    except PydanticCustomError as error:
        context = error.context or {}
        raise click.ClickException(f"{context['message']} {context['remedy']}") from None


def _site_options(command: Callable[..., None]) -> Callable[..., None]:
    """A flag for each question of a new site."""
    for many in (UNIT, AXIS):
        flag = f"--{many.key}"
        words = f"Sitio: {many.words[0].lower()}{many.words[1:]}; se repite."
        command = click.option(flag, many.key, multiple=True, help=words)(command)
    for one in reversed((*SINGLE, PROGRAM)):
        words = f"Sitio: {one.words[0].lower()}{one.words[1:]}."
        command = click.option(f"--{one.key}", one.key.replace("-", "_"), help=words)(command)
    return command


def _new_site(folder: str | None, flags: Flags, ask: bool, today: date) -> None:
    if not folder:
        raise click.ClickException("Falta la carpeta: nuevo.py sitio CARPETA.")
    for path in make_site(Path(folder), flags, ask, today):
        click.echo(f"{folder}/{path}")
    if not is_beside(Path(folder)):
        click.echo(
            f"Para publicarlo desde un repositorio propio, deje la carpeta al lado de la del "
            f"programa: nuevo.py sitio {ROOT.parent}/{Path(folder).name}"
        )
    click.echo(f"Listo. Siga por {folder}/README.md.")


HELP = """Crea un sitio o una ficha.

\b
  nuevo.py sitio ../mi-municipio       pregunta lo que hace falta y lo escribe
  nuevo.py hermanamiento ciudad-socia  una ficha con sus campos explicados
  nuevo.py informe 2027-t1             el informe de un trimestre
"""


@click.command(help=HELP)
@click.argument("que", metavar="QUÉ")
@click.argument("cual", metavar="[ID|CARPETA]", required=False)
@click.option("--datos", default="data", show_default=True, help="Carpeta de datos.")
@click.option("--fecha", default=None, help="Fecha de hoy, AAAA-MM-DD.")
@click.option(
    "--sin-preguntas", is_flag=True, help="Sitio: no pregunta; lo que falte queda «por llenar»."
)
@_site_options
def main(
    que: str,
    cual: str | None,
    datos: str,
    fecha: str | None,
    sin_preguntas: bool,
    **flags: str | tuple[str, ...] | None,
) -> None:
    """Create what is asked for; nothing that exists is touched."""
    try:
        today = edition_moment(fecha).date()
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    given = {name.replace("_", "-"): value for name, value in flags.items() if value}
    if que == "sitio":
        _new_site(cual, given, not sin_preguntas, today)
        return
    if given or sin_preguntas:
        raise click.ClickException("Esas opciones son de un sitio nuevo: nuevo.py sitio CARPETA.")
    kind = _kind(que)
    named = "entidad" if que == "entidad" else _slug(cual or "")
    click.echo(new_record(kind, named, Path(datos), today))


if __name__ == "__main__":
    main()
