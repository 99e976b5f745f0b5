"""Two states of the tiny world, changed as golden cases ask."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from datetime import datetime, time
from pathlib import Path

from bitacora.authoring.comparing.side import Side, side_of
from bitacora.edition import review
from closed_world import close
from tiny_world import AS_OF, SHOWN, WORLD, changed_text

MOMENT = datetime.combine(AS_OF, time(12))
Step = Mapping[str, str]
"""A change of a file, as in ``tiny_world``; or ``borra`` (the whole file, or the row that begins
so), ``anade`` (a line at the end), ``pasa_a`` (its new path). Or ``cierra`` a quarter's report."""


def changed(folder: Path, steps: Iterable[Step]) -> Path:
    """A copy of the world in a new folder, with the steps taken one after another."""
    data = shutil.copytree(WORLD, folder / SHOWN)
    take(data, steps)
    return data


def take(data: Path, steps: Iterable[Step]) -> None:
    """Change a data folder."""
    for step in steps:
        if "cierra" in step:
            done = close(data, step["cierra"])
            assert done.exit_code == 0, done.output
            continue
        file = data / step["archivo"]
        if step.get("borra") == "todo":
            file.unlink()
        elif "pasa_a" in step:
            file.rename(data / step["pasa_a"])
        else:
            before = file.read_text(encoding="utf-8") if file.is_file() else ""
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(rewritten(before, step), encoding="utf-8")


def rewritten(before: str, step: Step) -> str:
    """The text of a file after a step; empty where the file goes."""
    if step.get("borra") == "todo":
        return ""
    if "anade" in step:
        return f"{before}{step['anade']}\n"
    if "borra" in step:
        lines = before.splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(step["borra"])]
        assert len(kept) == len(lines) - 1, f"no single line begins with {step['borra']!r}"
        return "".join(kept)
    return changed_text(before, step)


def side(data: Path, moment: datetime = MOMENT) -> Side:
    """A data folder as one side of a comparison."""
    return side_of(review(data, SHOWN, moment.date()), SHOWN, moment)
