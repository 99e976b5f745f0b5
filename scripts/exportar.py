"""Write the Markdown and the open data of a site to a folder, without any site generator."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from bitacora.artefacts import Artefact
from bitacora.edition import load_edition
from bitacora.problems import DataError
from bitacora.publication import artefacts
from bitacora.spanish import count_of
from bitacora.wording import problem_lines, summary
from lectura import data_folder, moment_of

TEMPLATES = Path(__file__).resolve().parent.parent / "content" / "templates"
MARK = ".bitacora"
MARK_TEXT = "Carpeta escrita por scripts/exportar.py: se rehace entera cada vez.\n"


def refusal(folder: Path) -> str | None:
    """Why the folder must not be replaced, or None: only an empty one, or one of ours, may be."""
    if not folder.exists():
        return None
    if not folder.is_dir():
        return f"«{folder}» no es una carpeta."
    if (folder / MARK).is_file() or not any(folder.iterdir()):
        return None
    return f"«{folder}» tiene cosas que este programa no escribió; use una carpeta vacía."


def write(files: Iterable[Artefact], folder: Path) -> Counter[str]:
    """Write every file beside the folder, then put them in its place at once; the count of files
    by their ending."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        new = work / "new"
        new.mkdir()
        (new / MARK).write_text(MARK_TEXT, encoding="utf-8")
        counted: Counter[str] = Counter()
        for artefact in files:
            path = new / artefact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artefact.as_bytes())
            counted[path.suffix] += 1
        _swap(new, folder, work / "old")
    finally:
        shutil.rmtree(work)
    return counted


def _swap(new: Path, folder: Path, old: Path) -> None:
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise


@click.command(help="Escribe las páginas (Markdown) y los datos abiertos en una carpeta.")
@click.option("--salida", required=True, help="Carpeta que se escribe: vacía, o de otra vez.")
@click.option("--datos", default="data", show_default=True, help="Carpeta de datos.")
@click.option("--fecha", default=None, help="Fecha de la edición, AAAA-MM-DD o AAAA-MM-DDTHH:MM.")
def main(salida: str, datos: str, fecha: str | None) -> None:
    """Write the folder whole or not at all; exit 1 with the list when the data have errors."""
    data, folder = data_folder(datos), Path(salida).resolve()
    if reason := refusal(folder):
        raise click.ClickException(reason)
    moment = moment_of(fecha)
    try:
        shown = Path(os.path.relpath(data)).as_posix()
        edition = load_edition(data, shown, moment.date(), moment.time())
    except DataError as error:
        click.echo("\n".join(problem_lines(error.problems)), err=True)
        raise click.ClickException(f"{error} No se escribió nada.") from None
    own = data.resolve().parent / "content" / "templates"
    counted = write(artefacts(edition, (own, TEMPLATES)), folder)
    click.echo(f"Datos: {summary(edition.problems)}")
    for ending, total in sorted(counted.items(), key=lambda pair: (not pair[0], pair[0])):
        click.echo(f"{count_of(total, 'archivo', 'archivos')} {ending or 'sin extensión'}")
    click.echo(f"Edición del {edition.as_of.isoformat()} escrita en {salida}")


if __name__ == "__main__":
    main()
