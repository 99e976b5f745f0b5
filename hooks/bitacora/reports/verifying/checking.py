"""A reader's check of a published report, from the words typed to the words answered.

Nothing here needs more than Python itself: it is the door of the checker offered as one file.
Whoever calls it reads the disk.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from bitacora.reports.verifying.digest import SHORTEST
from bitacora.reports.verifying.verification import Answer, checked, digests_of, parsed

FOLDERS = ("site/datos/informes", ".")
"""Where a digest is looked for unless a folder is named."""
USAGE = "Uso: informe ARCHIVO.json, o informe HUELLA (o 2026-T3) --carpeta CARPETA"
QUARTER = re.compile(r"[0-9]{4}-t[1-4]")
Files = Callable[[str], Iterable[str]]
"""The names of the files of a folder; none where there is no such folder."""
Read = Callable[[str], "bytes | None"]
"""The bytes of a file, or None."""


def answered(words: Sequence[str], files: Files, read: Read) -> tuple[str, int]:
    """The answer to a command line, with the code it ends with."""
    order, *rest = words or [""]
    folders: Sequence[str] = FOLDERS
    if "--carpeta" in rest[:-1]:
        at = rest.index("--carpeta")
        folders = (rest[at + 1],)
        rest = rest[:at] + rest[at + 2 :]
    if order != "informe" or len(rest) != 1:
        return USAGE, 2
    return answer(rest[0], folders, files, read)


def answer(target: str, folders: Sequence[str], files: Files, read: Read) -> tuple[str, int]:
    """What can be said of a report named by its file, by the beginning of a digest or by its
    quarter (then of all its versions), with 0 if all agrees, else 1."""
    raw = read(target)
    if raw is not None:
        report = parsed(raw)
        if report is None:
            return f"{target}: no es un informe cerrado, o el archivo está dañado.", 1
        return _told([(target, report)], read)
    wanted = target.strip().lower()
    is_digest = len(wanted) >= SHORTEST and not set(wanted) - set("0123456789abcdef")
    if not is_digest and QUARTER.fullmatch(wanted) is None:
        return (
            f"«{target}» no es un archivo que exista, ni un trimestre, ni los {SHORTEST} primeros "
            "signos de una huella.",
            1,
        )
    for folder in folders:
        found = [
            (path, report)
            for path in (_inside(folder, name) for name in sorted(files(folder)))
            if path.endswith(".json") and (report := parsed(read(path) or b"")) is not None
            if any(name.startswith(wanted) for name in _names(report))
        ]
        if found:
            return _told(found, read)
    return f"En {' ni en '.join(folders)} no hay ningún informe cerrado «{target}».", 1


def _names(report: Mapping[str, Any]) -> tuple[str, ...]:
    return report["periodo"].lower(), *digests_of(report)


def _told(found: Sequence[tuple[str, dict[str, Any]]], read: Read) -> tuple[str, int]:
    lines: list[str] = []
    agrees = True
    for path, report in found:
        folder, _, name = path.replace("\\", "/").rpartition("/")
        act = report["acta"]
        lines.append(
            f"{name}: informe {report['periodo']}, versión {act.get('version')}, cerrado el "
            f"{act.get('cerrado')}"
        )
        beside = _beside(folder, path, read)
        for item in checked(report, name.removesuffix(".json"), beside):
            agrees = agrees and item.agrees
            lines.append(f"  {_mark(item)}  {item.text}")
    lines.append(
        "Todo coincide. Si la huella del acta es la que muestra la página del informe, es el que "
        "se cerró."
        if agrees
        else "No todo coincide: el archivo no es el que se cerró, o una cifra no sale de sus datos."
    )
    return "\n".join(lines), int(not agrees)


def _mark(item: Answer) -> str:
    if not item.seen:
        return "falta"
    return "bien " if item.agrees else "FALLA"


def _beside(folder: str, path: str, read: Read) -> Read:
    start = path[: len(folder) + 1] if folder else ""
    return lambda name: read(f"{start}{name}")


def _inside(folder: str, name: str) -> str:
    return f"{folder.rstrip('/')}/{name}"
