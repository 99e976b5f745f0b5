"""Every rule with its words and its example, chapter by chapter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

from bitacora.checks.all import RULES
from bitacora.problems import Severity
from bitacora.reading.faults import plain_value
from bitacora.rulebook.chapter import Capitulo, Regla
from bitacora.rulebook.examples import Example, examples
from bitacora.sources import SourceFile, read_folder

PAGE = "reglas/"
ANCHOR = "regla-"
GRAVEST_FIRST = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Lesson:
    """One rule for people: what it asks, why, how to mend its breach. The example, or the words
    that stand for it, show the fault and its remedy; ``told_by`` begins what staff are told."""

    id: str
    chapter: str
    severity: Severity
    asks: str
    why: str
    remedy: str
    told_by: str
    example: Example | None = None
    wrong: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The rules of one kind of thing, the gravest first; ``name`` stands in its address."""

    name: str
    title: str
    summary: str
    lessons: tuple[Lesson, ...]


@cache
def chapters() -> tuple[Chapter, ...]:
    """The whole rulebook, in the order of its chapters."""
    with as_file(files("bitacora").joinpath("rulebook", "chapters")) as folder:
        sources = read_folder(folder, "reglas")
    read = [(_name(source), _chapter(source)) for source in sources.files]
    read.sort(key=lambda pair: pair[1].orden)
    return tuple(Chapter(name, raw.titulo, raw.resumen, _lessons(name, raw)) for name, raw in read)


@cache
def lessons() -> Mapping[str, Lesson]:
    """Every rule by its id."""
    return {lesson.id: lesson for chapter in chapters() for lesson in chapter.lessons}


def address_of(rule: str) -> str:
    """Where the site explains a rule, from its root; the list of all where it has no entry."""
    lesson = lessons().get(rule)
    return f"{PAGE}{lesson.chapter}/#{ANCHOR}{rule}" if lesson else PAGE


def page_of(rule: str) -> str:
    """The same place as a link between pages of the site, from the folder of the rules."""
    lesson = lessons().get(rule)
    return f"{lesson.chapter}.md#{ANCHOR}{rule}" if lesson else "index.md"


def help_of(rule: str, site: str | None) -> str:
    """The whole address at which a site explains a rule; empty where its address is not known."""
    return f"{site.rstrip('/')}/{address_of(rule)}" if site else ""


def _name(source: SourceFile) -> str:
    return source.path.removesuffix(".yml")


def _chapter(source: SourceFile) -> Capitulo:
    (entry,) = source.entries
    return Capitulo.model_validate(plain_value(entry))


def _lessons(chapter: str, raw: Capitulo) -> tuple[Lesson, ...]:
    own = {rule.id: rule.severity for rule in RULES}
    found = (_lesson(chapter, raw.dice, one, own.get(one.regla)) for one in raw.reglas)
    return tuple(sorted(found, key=lambda lesson: GRAVEST_FIRST.index(lesson.severity)))


def _lesson(chapter: str, told_by: str, raw: Regla, severity: Severity | None) -> Lesson:
    return Lesson(
        raw.regla,
        chapter,
        severity or Severity(raw.severidad or ""),
        raw.pide,
        raw.por_que,
        raw.solucion,
        told_by,
        examples().get(raw.regla),
        raw.mal or "",
        raw.bien or "",
    )
