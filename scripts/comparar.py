"""Tell what a change of the data means to the public, beside what git has as published."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import os
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import click

from bitacora.authoring.comparing.as_json import as_json
from bitacora.authoring.comparing.change import Change, Touched
from bitacora.authoring.comparing.compare import compare
from bitacora.authoring.comparing.markdown import as_markdown
from bitacora.authoring.comparing.side import Side, side_of
from bitacora.authoring.comparing.text import as_text
from bitacora.authoring.problem_formats import as_github, as_gitlab
from bitacora.edition import review
from bitacora.spanish import long_date
from guardado import written
from lectura import data_folder, moment_of
from versiones import Base, base_of, changed_since, files_at, repository_of, unknown_to_git

MARKS = ("github", "gitlab")
SHORT_COMMIT = 8


def side_in(folder: Path, shown: str, moment: datetime) -> Side:
    """A data folder reviewed."""
    return side_of(review(folder, shown, moment.date()), shown, moment)


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path in it; none where one cannot be opened, which the review
    tells."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    try:
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    except OSError:
        return {}


def side_from(files: Mapping[str, bytes], shown: str, moment: datetime) -> Side:
    """The same for files that are not on the disk any more."""
    with tempfile.TemporaryDirectory(prefix="bitacora-") as name:
        for path, raw in files.items():
            target = Path(name, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(raw)
        return side_in(Path(name), shown, moment)


def touched_in(data: Path, base: Base) -> Touched:
    """The files of the site that differ: of data, of words, of the program."""
    site = repository_of(data.resolve().parent)
    own, words = f"{data.resolve().name}/", "content/"
    known = changed_since(site, base.commit)
    names = sorted({*known, *unknown_to_git(site)})
    return Touched(
        data=tuple(it for it in names if it.startswith(own)),
        words=tuple(it for it in names if it.startswith(words)),
        # What nobody added is no part of the program: notes, what other programs leave.
        program=tuple(it for it in known if not it.startswith((own, words))),
    )


def said(base: Base) -> str:
    """What it is compared with, as a sentence."""
    day = f", del {long_date(datetime.fromisoformat(base.day).date())}" if base.day else ""
    return f"Comparado con «{base.name}» (cambio {base.commit[:SHORT_COMMIT]}{day})."


def marks(change: Change, after: Side, form: str) -> str:
    """The faults as marks for the site where the proposal is read. GitHub adds up those of each
    program; GitLab takes one file, which must bring those of the review too."""
    if form == "github":
        return as_github(change.faults, change.site)
    return as_gitlab((*change.faults, *after.found.problems), change.site)


def deliver(text: str, target: str | None) -> None:
    """Write the whole text at once where it is asked for, or show it."""
    if target is None:
        click.echo(text)
        return
    path = Path(target)
    if not path.parent.is_dir():
        raise click.ClickException(f"No existe la carpeta «{path.parent}» para guardar el archivo.")
    written(path, f"{text.rstrip()}\n")


def worded(change: Change, after: Side, form: str, against: str, short: bool) -> str:
    """The change in the form that is asked for."""
    lists = after.found.lists
    if form == "json":
        return as_json(change, lists, against)
    if form == "markdown":
        return as_markdown(change, lists, against)
    return as_text(change, lists, against, only_short=short)


@click.command(help="Dice qué significa un cambio de los datos para quien lee el sitio.")
@click.option(
    "--base",
    default=None,
    help="Con qué comparar: rama, cambio o día (AAAA-MM-DD). Sin ella, lo publicado.",
)
@click.option("--datos", default="data", show_default=True, help="Carpeta de datos.")
@click.option(
    "--formato",
    type=click.Choice(["texto", "markdown", "json"]),
    default="texto",
    show_default=True,
    help="Cómo se muestra.",
)
@click.option("--corto", is_flag=True, help="Solo las primeras líneas, sin los detalles.")
@click.option("--fecha", default=None, help="Fecha de la edición, AAAA-MM-DD o AAAA-MM-DDTHH:MM.")
@click.option("--salida", default=None, help="Archivo donde se guarda, en vez de mostrarlo.")
@click.option(
    "--anotar",
    type=click.Choice(MARKS),
    default=None,
    help="Con --salida, muestra además las marcas que lee GitHub o GitLab.",
)
def main(
    base: str | None,
    datos: str,
    formato: str,
    corto: bool,
    fecha: str | None,
    salida: str | None,
    anotar: str | None,
) -> None:
    """Compare, tell, and exit 1 where the change breaks what was promised to readers."""
    folder = data_folder(datos)
    if anotar and not salida:
        raise click.ClickException("--anotar va con --salida, para no mezclar las dos cosas.")
    moment = moment_of(fecha)
    change, after, parted = compared(folder, base, moment)
    deliver(worded(change, after, formato, said(parted), corto), salida)
    if anotar:
        click.echo(marks(change, after, anotar))
    click.get_current_context().exit(int(bool(change.blocking)))


def compared(folder: Path, asked: str | None, moment: datetime) -> tuple[Change, Side, Base]:
    """The change from what git has to what the folder holds, with what it was compared with."""
    repository = repository_of(folder)
    base = base_of(repository, asked)
    shown = Path(os.path.relpath(folder)).as_posix()
    after, files = side_in(folder, shown, moment), files_at(repository, base.commit)
    before = after if files == files_in(folder) else side_from(files, shown, moment)
    return compare(before, after, touched_in(folder, base)), after, base


if __name__ == "__main__":
    main()
