"""Put data files in the one form that everything writes, without changing what they say."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import os
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from bitacora.authoring.ordering import Ordered, Surroundings, ordered_file
from bitacora.authoring.rule_help import understanding
from bitacora.edition import shipped_lists
from bitacora.sources import data_files, read_folder
from bitacora.spanish import count_of, join_y
from bitacora.wording import problem_lines
from guardado import written
from lectura import data_folder

ENTITY = ("entidad.yml", "entidad.yaml")


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file: where it is, its name in its data folder, how people know the folder."""

    path: Path
    name: str
    folder: Path

    @property
    def shown(self) -> str:
        """How messages name the file."""
        return f"{shown(self.folder)}/{self.name}"


def shown(folder: Path) -> str:
    """A folder as people see it from where they are."""
    return Path(os.path.relpath(folder)).as_posix()


def of_folder(folder: Path) -> list[DataFile]:
    """Every data file of a folder."""
    return [DataFile(path, name, folder) for path, name in data_files(folder)]


def named(path: Path, folder: Path) -> DataFile:
    """One file that was asked for, in the data folder given or in the one where it stands."""
    if not path.is_file():
        raise click.ClickException(f"No existe el archivo «{path}».")
    here = path.absolute()
    above = [it for it in here.parents if any((it / name).is_file() for name in ENTITY)]
    for one in (folder.absolute(), *above):
        found = next((it for it in of_folder(one) if it.path.samefile(here)), None)
        if found is not None:
            return found
    raise click.ClickException(
        f"«{path}» no es un archivo de datos de la carpeta «{folder}». Se ordenan los .yml y .csv "
        "que lee el sitio; los cierres y los archivos adjuntos no se tocan."
    )


def outcomes(files: Iterable[DataFile]) -> Iterator[tuple[DataFile, Ordered]]:
    """Each file with what comes of ordering it."""
    around: dict[Path, Surroundings] = {}
    for file in files:
        if file.folder not in around:
            read = read_folder(file.folder, shown(file.folder))
            around[file.folder] = Surroundings.of(shipped_lists(), read)
        raw = file.path.read_bytes()
        yield file, ordered_file(raw, file.name, shown(file.folder), around[file.folder])


def reasons(file: DataFile, outcome: Ordered) -> str:
    """Why a file was left alone."""
    lines = problem_lines(outcome.faults) or [f"{file.shown}: {outcome.reason}"]
    return "\n".join(lines)


@click.command(help="Pone los datos en su forma ordenada, sin cambiar lo que dicen.")
@click.argument("archivos", nargs=-1, metavar="[ARCHIVO...]", type=click.Path(path_type=Path))
@click.option("--datos", default="data", show_default=True, help="Carpeta de datos.")
@click.option("--revisar", is_flag=True, help="Solo dice qué archivos cambiarían; no escribe nada.")
def main(archivos: tuple[Path, ...], datos: str, revisar: bool) -> None:
    """Order the files; exit 1 if any is left alone or, with ``--revisar``, would change."""
    folder = Path(datos) if archivos else data_folder(datos)
    files = [named(path, folder) for path in archivos] or of_folder(folder)
    found = list(outcomes(files))
    alone = [(file, outcome) for file, outcome in found if outcome.left_alone]
    changing = [(file, outcome) for file, outcome in found if outcome.changes]
    for file, outcome in changing:
        if not revisar:
            written(file.path, outcome.text)
        click.echo(f"{file.shown}: {join_y(outcome.changes)}")
    for file, outcome in alone:
        click.echo(reasons(file, outcome), err=True)
    again = shlex.join(["python", "scripts/ordenar.py", *arguments(archivos, datos)])
    click.echo(summary(len(found), len(changing), len(alone), again if revisar else ""))
    if faults := [fault for _, outcome in alone for fault in outcome.faults]:
        click.echo(understanding(faults))
    click.get_current_context().exit(int(bool(alone) or (revisar and bool(changing))))


def arguments(files: Iterable[Path], data: str) -> list[str]:
    """What the order was given, to be given again."""
    folder = [] if data == "data" else ["--datos", data]
    return [*map(str, files), *folder]


def summary(total: int, changing: int, alone: int, order: str) -> str:
    """What was done, or what would be with an order to run, in a sentence or two."""
    told = []
    if changing and order:
        told.append(f"Por ordenar: {count_of(changing, 'archivo', 'archivos')}. Corra: {order}")
    elif changing:
        done = count_of(changing, "archivo quedó ordenado", "archivos quedaron ordenados")
        told.append(f"{done}; lo que dicen no cambió.")
    if alone:
        left = count_of(alone, "archivo quedó como estaba", "archivos quedaron como estaban")
        told.append(f"{left}: corrija primero lo que se dice arriba.")
    if not told:
        told.append(f"Todo está en orden ({count_of(total, 'archivo', 'archivos')}).")
    return "\n".join(told)


if __name__ == "__main__":
    main()
