"""The tiny world with its last quarter closed, for the tests of closings."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from shutil import copytree
from typing import Any

from click.testing import CliRunner, Result

from bitacora.edition import review
from bitacora.problems import Problem
from script_files import script
from tiny_world import AS_OF, SHOWN, WORLD

QUARTER = "2026-T2"
LATER = date(2026, 8, 15)
REPORT = "informes/2026-t2.yml"
ROWS = "avances/2026-T2.csv"
LATE = (
    "relatos-publicados,2026-T2,corregido,2,,,2026-06-30,Se publicaron dos.,,documento:relato,"
    "planeacion,2,Faltaba contar uno.,documento:acta-1,oficina,2026-08-10\n"
)
"""A row that comes after the closing and moves a figure."""


def close(data: Path, quarter: str = QUARTER, day: date = AS_OF) -> Result:
    """Call the script that closes a report."""
    arguments = [quarter, "--datos", str(data), "--fecha", day.isoformat()]
    runner = CliRunner(env={"BITACORA_FECHA": day.isoformat()})
    return runner.invoke(script("cerrar").main, arguments, catch_exceptions=False)


def closed_world(folder: Path) -> Path:
    """A copy of the world whose second quarter is closed."""
    data = copytree(WORLD, folder / SHOWN)
    done = close(data)
    assert done.exit_code == 0, done.output
    return data


def act_of(data: Path, quarter: str = QUARTER) -> Path:
    """The file of an act."""
    return data / "cierres" / f"{quarter}.json"


def versions(data: Path) -> list[dict[str, Any]]:
    """The versions of the act as they are written."""
    found: list[dict[str, Any]] = json.loads(act_of(data).read_text(encoding="utf-8"))["versiones"]
    return found


def errors(data: Path, day: date = LATER) -> tuple[Problem, ...]:
    """The errors of the data at a date."""
    return tuple(problem for problem in review(data, SHOWN, day).problems if problem.is_error)


def edit(file: Path, old: str, new: str) -> None:
    """Put other words where these stand once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is not there once"
    file.write_text(text.replace(old, new), encoding="utf-8")


def append(file: Path, text: str) -> None:
    """Add to the end of a file."""
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def table(file: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    return list(csv.DictReader(StringIO(file.read_text(encoding="utf-8"))))


def write_table(file: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """A table with these rows."""
    found = list(rows)
    text = StringIO(newline="")
    writer = csv.DictWriter(text, list(found[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(found)
    file.write_text(text.getvalue(), encoding="utf-8")


def declared(problem: Problem) -> str:
    """The entry that a remedy gives to paste, as it comes, its cause filled in."""
    lines = problem.remedio.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith(("correcciones:", "  - ")))
    text = "\n".join(lines[start:])
    return f"{text.replace('(escriba aquí por qué cambió)', 'Faltaba contar uno.')}\n"
