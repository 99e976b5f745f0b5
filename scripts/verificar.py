"""Check a published report with nothing but its files: its digests, its tables, its figures."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

from collections.abc import Iterator
from pathlib import Path

import click

from bitacora.reports.verifying.checking import FOLDERS, answer


def files(folder: str) -> Iterator[str]:
    """The names of what stands in a folder."""
    return (path.name for path in Path(folder).glob("*"))


def read(name: str) -> bytes | None:
    """The bytes of a file, or None."""
    path = Path(name)
    return path.read_bytes() if path.is_file() else None


@click.group(help="Comprueba lo que se publicó.")
def main() -> None:
    """One order for each thing that can be checked."""


@main.command(help="Comprueba un informe cerrado: verificar.py informe 2026-t3-v1.json.")
@click.argument("huella_o_archivo", required=False)
@click.option("--carpeta", default=None, help="Dónde buscar la huella.", show_default=FOLDERS[0])
def informe(huella_o_archivo: str | None, carpeta: str | None) -> None:
    """Say what agrees; exit 1 if anything does not."""
    if not huella_o_archivo:
        raise click.ClickException("Falta el archivo: verificar.py informe 2026-t3-v1.json.")
    folders = (carpeta,) if carpeta else FOLDERS
    text, code = answer(huella_o_archivo, folders, files, read)
    click.echo(text)
    click.get_current_context().exit(code)


if __name__ == "__main__":
    main()
