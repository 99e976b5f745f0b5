"""Import a spreadsheet into the data: show what it says, write canonical files or nothing."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from bitacora.authoring.importing.folder import Folder
from bitacora.authoring.importing.planning import Plan, Wish, plan_import
from bitacora.authoring.importing.telling import told
from bitacora.authoring.importing.vocabulary import FOLDERS
from bitacora.authoring.importing.workbook import read_book
from bitacora.quarters import Period, read_period
from bitacora.sources import read_closings, read_folder
from bitacora.spanish import nearest
from lectura import data_folder as folder_named
from lectura import moment_of


def data_folder(path: Path) -> Folder:
    """The data folder as it is on disk."""
    shown = Path(os.path.relpath(path)).as_posix()
    sources = read_folder(path, shown)
    raw = {file.path: (path / file.path).read_bytes() for file in sources.files}
    return Folder.of(sources, raw, read_closings(path, shown), shown)


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all the files, or none: each beside its place first, then all are moved."""
    waiting: list[tuple[Path, Path]] = []
    try:
        for name, raw in files.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            beside = target.with_name(f".{target.name}.nuevo")
            waiting.append((beside, target))
            beside.write_bytes(raw)
        for beside, target in waiting:
            beside.replace(target)
    except OSError as error:
        raise click.ClickException(
            f"No se pudo escribir en {folder.as_posix()} ({error.strerror}). Revise los permisos y "
            "que ningún programa tenga abiertos los archivos."
        ) from None
    finally:
        for beside, _ in waiting:
            beside.unlink(missing_ok=True)


@contextmanager
def quiet() -> Iterator[None]:
    """Nothing of what the library that opens workbooks prints about a damaged one: it is told in
    words."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        kept = os.dup(2)
        try:
            os.dup2(nowhere.fileno(), 2)
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)


def planned(file: Path, wish: Wish, folder: Folder) -> Plan:
    """The plan of importing a file; one clear sentence where it cannot even be read."""
    try:
        raw = file.read_bytes()
    except OSError:
        raise click.ClickException(
            f"No se puede abrir «{file}». Compruebe el nombre y que nadie más lo tenga abierto."
        ) from None
    try:
        with quiet():
            book = read_book(raw, file.name)
        return plan_import(book, wish, folder, folder.review(wish.as_of))
    except ValueError as error:
        raise click.ClickException(str(error)) from None


def kind_named(text: str | None) -> str:
    """A kind by the word of its folder; the nearest is offered where it is not one."""
    if not text or text in FOLDERS:
        return text or ""
    near = nearest(text, FOLDERS)
    guess = f"¿Quiso decir «{near}»? " if near else ""
    raise click.ClickException(f"No hay «{text}». {guess}Puede ser: {', '.join(sorted(FOLDERS))}.")


def period_named(text: str | None) -> Period | None:
    """A period as people write it."""
    try:
        return read_period(text)[0] if text else None
    except ValueError as error:
        raise click.ClickException(str(error)) from None


@click.command(help="Importa una hoja de cálculo: importar.py Avances.xlsx.")
@click.argument("archivo", required=False)
@click.option("--como", default=None, help="Qué trae: avances, recursos, redes, eventos…")
@click.option("--hoja", default="", help="Número o nombre de la hoja, si no son todas.")
@click.option("--datos", default="data", show_default=True, help="Carpeta de datos.")
@click.option("--simular", is_flag=True, help="Muestra todo y no escribe nada.")
@click.option("--fecha", default=None, help="Fecha de hoy, AAAA-MM-DD.")
@click.option("--periodo", default=None, help="Periodo de los avances, si la hoja no lo dice.")
@click.option("--fuente", default="", help="Fuente de las fichas nuevas que no la dicen.")
@click.option("--responsable", default="", help="Dependencia de las fichas nuevas que no la dicen.")
def main(
    archivo: str | None,
    como: str | None,
    hoja: str,
    datos: str,
    simular: bool,
    fecha: str | None,
    periodo: str | None,
    fuente: str,
    responsable: str,
) -> None:
    """Tell what the import does and do it; exit 1, with nothing written, when it cannot."""
    if not archivo:
        raise click.ClickException("Falta el archivo: importar.py Avances.xlsx.")
    folder, as_of = folder_named(datos), moment_of(fecha).date()
    wish = Wish(as_of, kind_named(como), hoja, period_named(periodo), fuente, responsable)
    found = data_folder(folder)
    plan = planned(Path(archivo), wish, found)
    if plan.files and not plan.refusals and not simular:
        write(folder, plan.files)
    click.echo(told(plan, found.shown, simular))
    click.get_current_context().exit(int(bool(plan.refusals)))


if __name__ == "__main__":
    main()
