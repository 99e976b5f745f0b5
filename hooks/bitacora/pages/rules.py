"""What each rule of the review asks, why, with an example: for whoever keeps the data."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.escape import inline
from bitacora.pages.writing import PageHead, Writer
from bitacora.problems import Severity
from bitacora.rulebook.book import ANCHOR, Chapter, Lesson, chapters, lessons
from bitacora.rulebook.examples import Excerpt, Piece
from bitacora.spanish import count_of

# Outside search and search engines: readers of the site look for what it tells, not for how.
HEAD = PageHead(
    "reglas/index.md",
    "Reglas de los datos",
    description="Qué revisa este sitio en sus datos, por qué, y cómo se corrige.",
    unlisted=True,
)
SEVERITIES = {
    Severity.ERROR: "Errores",
    Severity.AVISO: "Avisos",
    Severity.MEJORA: "Mejoras",
}


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The list of all rules, then a page for each chapter."""
    book = chapters()
    values = {
        "total": count_of(len(lessons()), "regla", "reglas"),
        "capitulos": [
            {
                "titulo": inline(chapter.title),
                "pagina": f"{chapter.name}.md",
                "resumen": inline(chapter.summary),
                "reglas": [_line(lesson) for lesson in chapter.lessons],
            }
            for chapter in book
        ],
    }
    yield writer.page(HEAD, "reglas", values)
    for chapter in book:
        yield _chapter(chapter, writer)


def _line(lesson: Lesson) -> dict[str, str]:
    return {
        "pide": inline(lesson.asks.rstrip(".")),
        "id": lesson.id,
        "ancla": f"{ANCHOR}{lesson.id}",
        "severidad": str(lesson.severity),
    }


def _chapter(chapter: Chapter, writer: Writer) -> Artefact:
    head = PageHead(
        f"reglas/{chapter.name}.md",
        f"Reglas: {chapter.title}",
        description=chapter.summary,
        unlisted=True,
    )
    grouped = groupby(chapter.lessons, key=lambda lesson: lesson.severity)
    values = {
        "titulo": inline(chapter.title),
        "resumen": inline(chapter.summary),
        "grupos": [(SEVERITIES[grade], [*map(_told, found)]) for grade, found in grouped],
    }
    return writer.page(head, "reglas_capitulo", values)


def _told(lesson: Lesson) -> dict[str, Any]:
    example = lesson.example
    return {
        **_line(lesson),
        "por_que": inline(lesson.why),
        "solucion": inline(lesson.remedy),
        "dice": inline(example.told) if example else "",
        "quien_dice": inline(lesson.told_by),
        "mal": inline(lesson.wrong),
        "bien": inline(lesson.right),
        "partes": [_piece(piece) for piece in example.pieces] if example else [],
    }


def _piece(piece: Piece) -> dict[str, Any]:
    return {
        "archivo": inline(piece.file),
        "publicado": _shown(piece.published) if piece.published else None,
        # A file that a change takes away is not there, right or wrong.
        "sale": piece.wrong == piece.right,
        "mal": _shown(piece.wrong),
        "bien": _shown(piece.right),
    }


def _shown(excerpt: Excerpt) -> dict[str, Any]:
    """Lines as they stand in the file, each sign of markup as text; a table as its cells."""
    return {
        "lineas": "\n".join(_verbatim(line) for line in excerpt.lines),
        "columnas": [inline(name) for name in excerpt.columns],
        "filas": [[inline(cell) or "—" for cell in row] for row in excerpt.rows],
    }


def _verbatim(line: str) -> str:
    # Braces would be taken for a list of attributes, or for a template.
    return escape(line).replace("{", "&#123;").replace("}", "&#125;")
