"""Start something new: a site for another government, or a record with its fields explained."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import csv
import os
import shlex
from datetime import date
from pathlib import Path
from string import Template

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
from bitacora.edition import review
from bitacora.records.about import about
from bitacora.records.fieldtypes import ReadingContext
from bitacora.records.kinds import BY_NAME, Kind
from bitacora.records.values import Slug
from bitacora.spanish import nearest
from edition_date import edition_moment

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "scripts" / "plantillas" / "sitio"
SCHEMAS = ROOT / "hooks" / "bitacora" / "schemas"


def new_site(folder: Path, today: date) -> list[str]:
    """Write a site that builds at once into an empty folder; the paths written, in order."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.ClickException(f"«{folder}» no está vacía; escoja una carpeta nueva.")
    root = Path(os.path.relpath(ROOT, folder.resolve())).as_posix()
    values = {
        "raiz": root,
        "comando": shlex.quote(root),
        "hoy": today.isoformat(),
        "inicio": str(today.year),
        "fin": str(today.year + 3),
    }
    written = []
    for source in sorted(path for path in SITE.rglob("*") if path.is_file()):
        name = source.relative_to(SITE)
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        text = Template(source.read_text(encoding="utf-8")).substitute(values)
        target.write_bytes(text.encode("utf-8"))
        written.append(name.as_posix())
    return written


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


@click.command(help="Crea un sitio (nuevo.py sitio CARPETA) o una ficha (nuevo.py TIPO ID).")
@click.argument("tipo")
@click.argument("nombre", metavar="[ID|CARPETA]", required=False)
@click.option("--datos", default="data", show_default=True, help="Carpeta de datos.")
@click.option("--fecha", default=None, help="Fecha de hoy, AAAA-MM-DD.")
def main(tipo: str, nombre: str | None, datos: str, fecha: str | None) -> None:
    """Create what is asked for; nothing that exists is touched."""
    try:
        today = edition_moment(fecha).date()
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    if tipo != "sitio":
        kind = _kind(tipo)
        named = "entidad" if tipo == "entidad" else _slug(nombre or "")
        click.echo(new_record(kind, named, Path(datos), today))
        return
    if not nombre:
        raise click.ClickException("Falta la carpeta: nuevo.py sitio CARPETA.")
    for path in new_site(Path(nombre), today):
        click.echo(f"{nombre}/{path}")
    click.echo(f"Listo. Siga por {nombre}/README.md.")


if __name__ == "__main__":
    main()
