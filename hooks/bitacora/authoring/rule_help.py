"""A rule explained in a terminal, and how to ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from bitacora.problems import Problem
from bitacora.rulebook.book import Lesson, help_of
from bitacora.rulebook.examples import Excerpt, Piece

WIDTH = 88
MARGIN = "    "


def understanding(problems: Iterable[Problem]) -> str:
    """The order that explains the gravest of some problems; there must be one."""
    found = list(problems)
    gravest = next((one for one in found if one.is_error), found[0])
    return f"Para entender una regla: python scripts/revisar.py --explicar {gravest.regla}"


def explained(lesson: Lesson, site: str | None = None) -> str:
    """What the rule asks, why, an example, how to mend a breach; where the site tells it, if the
    site's address is known."""
    paragraphs = [
        f"{lesson.id} ({lesson.severity})",
        fill(lesson.asks, WIDTH),
        fill(f"Por qué importa: {lesson.why}", WIDTH),
        *_example(lesson),
        fill(f"Cómo se resuelve: {lesson.remedy}", WIDTH),
    ]
    address = help_of(lesson.id, site)
    if address:
        paragraphs.append(f"En el sitio: {address}")
    return "\n\n".join(paragraphs)


def _example(lesson: Lesson) -> Iterator[str]:
    if lesson.wrong:
        yield fill(f"Mal: {lesson.wrong}", WIDTH)
        yield fill(f"Bien: {lesson.right}", WIDTH)
    for piece in lesson.example.pieces if lesson.example else ():
        yield from _piece(piece)
    if lesson.example:
        yield fill(f"{lesson.told_by}: {lesson.example.told}", WIDTH)


def _piece(piece: Piece) -> Iterator[str]:
    if piece.published:
        yield f"Publicado, en {piece.file}:\n{_shown(piece.published)}"
    if piece.wrong == piece.right:
        yield "El cambio borra ese archivo."
        return
    yield f"Mal, en {piece.file}:\n{_shown(piece.wrong)}"
    yield f"Bien:\n{_shown(piece.right)}"


def _shown(excerpt: Excerpt) -> str:
    if excerpt.is_empty:
        return f"{MARGIN}(sin esas líneas)"
    rows = [excerpt.columns, *excerpt.rows]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    table = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
        if row
    )
    return "\n".join(f"{MARGIN}{line}" for line in (excerpt.lines or table))
