"""The bytes of one data file read into its entries."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from bitacora.problems import Problem
from bitacora.sources.csv_text import read_csv
from bitacora.sources.encoding import Decoded, decode_csv, decode_yaml
from bitacora.sources.faults import Origin
from bitacora.sources.nodes import Mapping, SourceFile
from bitacora.sources.yaml_text import read_yaml

MAX_BYTES = 5_000_000

_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
_EXCEL = (".xls", ".xlsx", ".xlsm", ".ods")


@dataclass(frozen=True, slots=True)
class _Format:
    decode: Callable[[bytes, Origin], Decoded]
    read: Callable[[str, Origin], tuple[tuple[Mapping, ...] | None, list[Problem]]]


_YAML = _Format(decode_yaml, read_yaml)
_FORMATS = {".yml": _YAML, ".yaml": _YAML, ".csv": _Format(decode_csv, read_csv)}


def parse_text(raw: bytes, path: str, shown: str) -> tuple[SourceFile | None, list[Problem]]:
    """The entries of a data file; None when it cannot be read, with the problem that says why.

    `path` is relative to the data folder, which people know as `shown`. Nothing is raised.
    """
    origin = Origin.of(path, shown)
    form = _FORMATS.get(suffix(path))
    if form is None:
        return None, [unknown_kind(path, shown)]
    if len(raw) > MAX_BYTES:
        return None, [too_large(len(raw), path, shown)]
    text, problems = form.decode(raw, origin)
    if text is None:
        return None, problems
    conflict = _CONFLICT.search(text)
    if conflict is not None:
        return None, [*problems, _conflict(conflict, origin)]
    entries, faults = form.read(text, origin)
    problems += faults
    return (None if entries is None else SourceFile(path, entries)), problems


def suffix(path: str) -> str:
    """The ending of a file's name, in small letters: `.csv` for `REDES.CSV` too."""
    return PurePosixPath(path).suffix.lower()


def is_data_file(path: str) -> bool:
    """Whether the ending of `path` is one that `parse_text` reads."""
    return suffix(path) in _FORMATS


def unknown_kind(path: str, shown: str) -> Problem:
    """The problem of a file whose ending says that it is not a data file."""
    origin = Origin.of(path, shown)
    remedy = "Muévalo a la subcarpeta «archivos» o bórrelo."
    if suffix(path) in _EXCEL:
        remedy = "Ábralo y guárdelo como «CSV UTF-8 (delimitado por comas)»."
    return origin.error(
        "archivo-desconocido",
        origin.place(1),
        "Los datos van en archivos .yml o .csv, y este no lo es.",
        remedy,
        value=PurePosixPath(path).name,
    )


def too_large(size: int, path: str, shown: str) -> Problem:
    """The problem of a file too large to be a data file, which is then not read."""
    origin = Origin.of(path, shown)
    megabytes = f"{size / 1_000_000:.1f}".replace(".", ",")
    return origin.error(
        "archivo-grande",
        origin.place(1),
        f"El archivo pesa {megabytes} MB y no puede pasar de {MAX_BYTES // 1_000_000} MB; "
        "no se leyó.",
        "Revise si es el archivo correcto; si lo es, divídalo en varios.",
        value=f"{megabytes} MB",
    )


def _conflict(found: re.Match[str], origin: Origin) -> Problem:
    return origin.error(
        "archivo-conflicto",
        origin.place(found.string.count("\n", 0, found.start()) + 1),
        "El archivo quedó con marcas de dos versiones sin unir.",
        "Elija la versión correcta y borre las líneas que empiezan por «<<<<<<<», «=======» "
        "y «>>>>>>>».",
        value=found.group(),
    )
