"""The data folder on disk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from bitacora.problems import Problem, in_order
from bitacora.sources.faults import Origin
from bitacora.sources.file_text import MAX_BYTES, is_data_file, parse_text, too_large, unknown_kind
from bitacora.sources.nodes import SourceFile, Sources

# Attachments with their own reader, frozen closings: neither holds records.
APART = ("archivos", "cierres")
# Files that nobody wrote: a spreadsheet left open, a desktop's own notes.
_LEFTOVERS = re.compile(r"\..*|~\$.*|thumbs\.db|desktop\.ini|readme\.md", re.IGNORECASE)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_folder(folder: Path, shown: str) -> Sources:
    """All data files under `folder`, which people know as `shown`; nothing is raised."""
    if not folder.is_dir():
        return Sources((), (_missing(shown),))
    files: list[SourceFile] = []
    problems: list[Problem] = []
    for path in _walk(folder, folder):
        name = _relative(path, folder)
        problems += _misnamed(name, shown)
        file, faults = _read_file(path, name, folder, shown)
        problems += faults
        if file is not None:
            files.append(file)
    return Sources(tuple(sorted(files, key=lambda file: file.path)), in_order(problems))


def data_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """The data files under `folder` that are no links, with the name of each inside it."""
    for path in _walk(folder, folder):
        name = _relative(path, folder)
        if is_data_file(name) and path.is_file() and not path.is_symlink():
            yield path, name


def _walk(directory: Path, folder: Path) -> Iterator[Path]:
    try:
        children = sorted(directory.iterdir(), key=lambda child: child.name)
    except OSError:
        # A directory that cannot be listed is yielded itself, to be told like a closed file.
        yield directory
        return
    for path in children:
        if _LEFTOVERS.fullmatch(path.name) or (directory == folder and path.name in APART):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path, folder)
        else:
            yield path


def _relative(path: Path, folder: Path) -> str:
    # Names written on a Mac come decomposed; one that is no Unicode at all must still print.
    name = path.relative_to(folder).as_posix().encode("utf-8", errors="surrogateescape")
    return unicodedata.normalize("NFC", name.decode("utf-8", errors="replace"))


def _read_file(
    path: Path, name: str, folder: Path, shown: str
) -> tuple[SourceFile | None, list[Problem]]:
    if path.is_symlink() and not _stays_inside(path, folder):
        return None, [_link(name, shown)]
    if path.is_dir():
        return None, [_closed(name, shown)]
    if not is_data_file(name) or not path.is_file():
        return None, [unknown_kind(name, shown)]
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return None, [too_large(size, name, shown)]
        raw = path.read_bytes()
    except OSError:
        return None, [_closed(name, shown)]
    return parse_text(raw, name, shown)


def _stays_inside(link: Path, folder: Path) -> bool:
    """Whether a link leads to a file of the folder; one to a directory could go in circles."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    return target.is_file() and target.is_relative_to(folder.resolve())


def _misnamed(name: str, shown: str) -> list[Problem]:
    path = PurePosixPath(name)
    if path.parent == PurePosixPath(".") or path.suffix.lower() == ".csv" or not is_data_file(name):
        return []
    if _SLUG.fullmatch(path.stem):
        return []
    origin = Origin.of(name, shown)
    return [
        origin.error(
            "archivo-nombre",
            origin.place(1),
            "El nombre del archivo solo puede tener minúsculas sin tilde, números y guiones.",
            f"Cámbiele el nombre a «{_slug(path.stem) or 'registro'}{path.suffix.lower()}».",
            value=path.name,
        )
    ]


def _slug(stem: str) -> str:
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", errors="ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))


def _missing(shown: str) -> Problem:
    origin = Origin(shown, "")
    return origin.error(
        "carpeta-no-existe",
        origin.place(1),
        "No se encuentra la carpeta de datos.",
        "Compruebe su nombre y su lugar.",
        value=shown,
    )


def _link(name: str, shown: str) -> Problem:
    origin = Origin.of(name, shown)
    return origin.error(
        "archivo-enlace",
        origin.place(1),
        "Es un enlace que no lleva a un archivo de la carpeta de datos.",
        "Ponga en su lugar una copia del archivo.",
        value=PurePosixPath(name).name,
    )


def _closed(name: str, shown: str) -> Problem:
    origin = Origin.of(name, shown)
    return origin.error(
        "archivo-ilegible",
        origin.place(1),
        "El equipo no deja abrirlo.",
        "Revise sus permisos y que ningún programa lo tenga abierto.",
        value=PurePosixPath(name).name,
    )
