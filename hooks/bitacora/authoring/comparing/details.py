"""The details of a change, section by section, for whoever wants to look closer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bitacora.authoring.comparing.change import (
    CHANGED,
    GONE,
    NEW,
    Change,
    FieldChange,
    ListChange,
    RecordChange,
)
from bitacora.authoring.comparing.report_words import light_turns, report_details, report_line
from bitacora.authoring.comparing.telling import figure_words, in_quoted_order
from bitacora.authoring.comparing.values import ORDER
from bitacora.authoring.field_words import spoken_field
from bitacora.problems import Problem, Severity
from bitacora.reading.code_lists import CodeLists
from bitacora.spanish import count_of, join_y, number, sentence_case
from bitacora.wording import problem_lines

MOST_FILES = 20
"""How many files that are no data are named."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``under`` holds what belongs below it; ``exact`` what is there to be pasted;
    ``rule`` the rule that is broken, which stands in brackets at the end of the text."""

    text: str
    under: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A title with what stands below it; ``urgent`` ones are never folded; ``total`` counts the
    things where not all of them are shown."""

    title: str
    lines: tuple[Line, ...]
    urgent: bool = False
    total: int = 0

    @property
    def heading(self) -> str:
        """The title with how many things there are."""
        return f"{self.title} ({number(self.total or len(self.lines))})"


def details(change: Change, lists: CodeLists) -> tuple[Section, ...]:
    """Every section that has something to say, what must be mended first."""
    found = (
        Section("Por corregir", tuple(_to_mend(change)), urgent=True),
        Section("Cifras", tuple(_figures(change))),
        Section("Luces", tuple(_lights(change, lists))),
        Section("Informes", tuple(_reports(change, lists))),
        *_records(change),
        Section("Listas de códigos", tuple(map(_list, change.lists))),
        Section("Páginas", tuple(_pages(change))),
        Section("Avisos y mejoras nuevos", tuple(_problems(_remarks(change)))),
        Section("Resuelto", tuple(_problems(change.solved))),
        _files(change),
    )
    return tuple(section for section in found if section.lines)


def _files(change: Change) -> Section:
    names = (*change.touched.words, *change.touched.program)
    left = len(names) - MOST_FILES
    more = (Line(f"… y {number(left)} más"),) if left > 0 else ()
    lines = (*map(Line, names[:MOST_FILES]), *more)
    return Section("Otros archivos", lines, total=len(names))


def _to_mend(change: Change) -> Iterator[Line]:
    new = change.new_errors
    yield from _problems((*change.blocking, *new))
    left = change.after[Severity.ERROR] - len(new)
    if left:
        noun = count_of(left, "error que ya estaba", "errores que ya estaban")
        yield Line(f"Además, {noun}: python scripts/revisar.py los muestra.")


def _remarks(change: Change) -> list[Problem]:
    return [it for it in (*change.faults, *change.new_problems) if not it.is_error]


def _problems(problems: Iterable[Problem]) -> Iterator[Line]:
    for problem in problems:
        (text,) = problem_lines((problem,))
        first, *more = text.split("\n")
        yield Line(first, exact=tuple(more), rule=problem.regla)


def _figures(change: Change) -> Iterator[Line]:
    for found in in_quoted_order(change.figures):
        yield Line(f"{sentence_case(figure_words(found))}.")


def _lights(change: Change, lists: CodeLists) -> Iterator[Line]:
    for report, words in light_turns(change.reports, lists):
        yield Line(f"{words} ({report.quarter.spoken}).")


def _reports(change: Change, lists: CodeLists) -> Iterator[Line]:
    for report in change.reports:
        under = tuple(report_details(report, lists))
        yield Line(f"{sentence_case(report_line(report))}.", under)


def _records(change: Change) -> Iterator[Section]:
    titles = {
        NEW: "Registros que se añaden",
        CHANGED: "Registros que cambian",
        GONE: "Registros que salen",
    }
    for what, title in titles.items():
        yield Section(title, tuple(_record(it) for it in change.records if it.what == what))


def _record(change: RecordChange) -> Line:
    own = "" if change.title == change.id else f" ({change.id})"
    name = f"{sentence_case(change.kind.singular)} «{change.title}»{own}"
    return Line(name, tuple(map(field_words, change.fields)))


def field_words(change: FieldChange) -> str:
    """A field before and after: «Meta: 40 → 60»."""
    name = join_path(change.field)
    if change.before == change.after == ORDER:
        return f"{name}: {ORDER}"
    if change.before is None:
        return f"{name}: se añade «{change.after}»"
    if change.after is None:
        return f"{name}: se quita «{change.before}»"
    return f"{name}: {change.before} → {change.after}"


def join_path(field: str) -> str:
    """The way to a field as people read it: «Hitos 2, fecha»."""
    told: list[str] = []
    for step in field.split("."):
        if step.isdigit():
            told[-1] += f" {step}"
        else:
            told.append(spoken_field(step))
    first, *rest = told
    return ", ".join((first, *(f"{it[:1].lower()}{it[1:]}" for it in rest)))


def _list(change: ListChange) -> Line:
    parts = (("se añade", change.new), ("cambia", change.changed), ("se quita", change.gone))
    told = [f"{verb} {join_y([f'«{it}»' for it in names])}" for verb, names in parts if names]
    return Line(f"{change.name}: {'; '.join(told)}.")


def _pages(change: Change) -> Iterator[Line]:
    pages = change.pages
    yield from (Line(f"Nueva: {it}") for it in pages.new)
    yield from (Line(f"{was} lleva ahora a {now}") for was, now in pages.moved)
    yield from (Line(f"Queda la constancia del retiro: {it}") for it in pages.withdrawn)
    yield from (Line(f"Deja de existir: {it}") for it in pages.gone)
