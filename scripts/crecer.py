"""Grow a data folder with clones of its own records, to see what a big site costs."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import csv
import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from bitacora.edition import review
from bitacora.records.documents import Documento
from bitacora.records.kinds import BY_FOLDER, KINDS, Kind
from bitacora.register import references

DAY = date(2026, 11, 21)
GROWN = (
    "acciones",
    "indicadores",
    "recursos",
    "eventos",
    "oportunidades",
    "preguntas",
    "compromisos",
    "hermanamientos",
    "redes",
    "buenas-practicas",
    "autoevaluaciones",
    "actores",
    "documentos",
    "objetivos",
)
"""The registers that grow, all at the pace at which the demonstration has them."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A record to be cloned: its file or its row, what tells it from others by sight, and the
    records it names that have clones of their own, so that a clone names those of its turn and no
    page grows with the site."""

    kind: Kind
    id: str
    titles: Mapping[str, str]
    named: frozenset[tuple[str, str]]
    file: Path | None = None
    row: Mapping[str, str] = field(default_factory=dict)


def grow(data: Path, wanted: int) -> int:
    """Clone records of a data folder, each under a new id, until so many have a page; how many
    there are."""
    seeds = list(_seeds(data))
    progress = [row for path in sorted(data.glob("avances/*.csv")) for row in _read(path)]
    # A closed report admits no new rows, so what grows has none.
    for name in ("informes", "cierres"):
        shutil.rmtree(data / name, ignore_errors=True)
    total = sum(_count(data, kind.folder) for kind in KINDS if kind.has_pages)
    turn = 0
    while total < wanted:
        turn += 1
        room = min(len(seeds), wanted - total)
        chosen = [seeds[place * len(seeds) // room] for place in range(room)]
        _clone(data, chosen, turn, progress)
        total += room
    return total


def _seeds(data: Path) -> Iterator[Seed]:
    register = review(data, "data", DAY).register
    grown = {BY_FOLDER[name].name for name in GROWN} - {Documento.kind}
    for kind in map(BY_FOLDER.__getitem__, GROWN):
        rows = {row["id"]: row for path in data.glob(f"{kind.folder}.csv") for row in _read(path)}
        for record in register.all(kind.model):
            named = frozenset((it.kind, it.target) for it in references(record) if it.kind in grown)
            titles = {
                name: str(getattr(record, name))
                for name in (kind.model.title_field, "codigo")
                if hasattr(record, name)
            }
            file = data / kind.folder / f"{record.id}.yml"
            if file.exists():
                yield Seed(kind, record.id, titles, named, file=file)
            elif record.id in rows:
                yield Seed(kind, record.id, titles, named, row=rows[record.id])


def _clone(
    data: Path, seeds: Sequence[Seed], turn: int, progress: Sequence[dict[str, str]]
) -> None:
    made = {(seed.kind.name, seed.id) for seed in seeds}
    rows: dict[str, list[dict[str, str]]] = {}
    for seed in seeds:
        # Of two records of one name, one of them without clone, neither is exchanged.
        names = {name for _, name in seed.named & made} - {name for _, name in seed.named - made}
        if seed.file:
            text = _renamed(seed.file.read_text("utf-8"), seed, names, turn)
            seed.file.with_stem(f"{seed.id}-{turn}").write_text(text, encoding="utf-8")
        else:
            rows.setdefault(seed.kind.folder, []).append(_cloned(seed, names, turn))
        if seed.kind.folder == "indicadores":
            own = (row for row in progress if row["indicador"] == seed.id)
            more = [{**row, "indicador": f"{seed.id}-{turn}"} for row in own]
            rows.setdefault("avances/clones", []).extend(more)
    for name, found in rows.items():
        _append(data / f"{name}.csv", found)


def _renamed(text: str, seed: Seed, names: set[str], turn: int) -> str:
    """The text of a record with another title and code, which names the clones of these."""
    for field_name, value in seed.titles.items():
        told = json.dumps(f"{value} ({turn})", ensure_ascii=False)
        whole = re.compile(rf"^{field_name}:.*(?:\n[ ]+.*)*", re.MULTILINE)
        found = whole.search(text)
        if found:
            text = f"{text[: found.start()]}{field_name}: {told}{text[found.end() :]}"
    for name in names:
        alone = re.compile(rf"^([ \-a-z_:]*[ :]){re.escape(name)}$", re.MULTILINE)
        text = alone.sub(rf"\g<1>{name}-{turn}", text)
    return text


def _cloned(seed: Seed, names: set[str], turn: int) -> dict[str, str]:
    """A row with another id and title, which names the clones of these."""
    row = {
        key: "|".join(f"{it}-{turn}" if it in names else it for it in cell.split("|"))
        for key, cell in seed.row.items()
    }
    titles = {key: f"{value} ({turn})" for key, value in seed.titles.items()}
    return {**row, **titles, "id": f"{seed.id}-{turn}"}


def _count(data: Path, folder: str) -> int:
    """How many records stand in the files and in the table of a kind."""
    tables = [*data.glob(f"{folder}.csv"), *data.glob(f"{folder}/*.csv")]
    return len([*data.glob(f"{folder}/*.yml")]) + sum(len(_read(path)) for path in tables)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _append(path: Path, rows: Sequence[dict[str, str]]) -> None:
    if not rows:
        return
    columns = list(dict.fromkeys(column for row in rows for column in row))
    new = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        if new:
            writer.writeheader()
        writer.writerows(rows)


@click.command(
    help="Multiplica las fichas de una COPIA de los datos hasta que tantas tengan página; quita "
    "sus informes cerrados. Sirve para medir un sitio grande."
)
@click.argument("carpeta", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--fichas", type=int, default=1000, show_default=True, help="Cuántas fichas.")
def main(carpeta: Path, fichas: int) -> None:
    """Grow the folder where it stands; say how many records have a page."""
    click.echo(f"{grow(carpeta, fichas)} fichas con página en {carpeta}")


if __name__ == "__main__":
    main()
