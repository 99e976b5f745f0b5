"""Data files read as if some of them already said something else."""

from __future__ import annotations

from collections.abc import Mapping

from bitacora.problems import Problem, in_order
from bitacora.sources.faults import Origin
from bitacora.sources.file_text import parse_text
from bitacora.sources.nodes import SourceFile, Sources


def overlaid(sources: Sources, texts: Mapping[str, bytes], shown: str) -> Sources:
    """The same sources with the files of `texts` (path inside the data folder, new bytes) in place
    of those that they had; `shown` is how people know the folder."""
    files = {file.path: file for file in sources.files if file.path not in texts}
    replaced = {Origin.of(path, shown).archivo for path in texts}
    problems: list[Problem] = [
        problem for problem in sources.problems if problem.place.archivo not in replaced
    ]
    for path, raw in texts.items():
        file, faults = parse_text(raw, path, shown)
        problems += faults
        if file is not None:
            files[path] = SourceFile(path, file.entries)
    return Sources(tuple(files[path] for path in sorted(files)), in_order(problems))
