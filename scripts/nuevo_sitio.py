"""The folder of a new site: its questions asked, its files written."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import os
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import click

from bitacora.authoring.schemas import project_lists
from bitacora.authoring.starting.answers import Answers, axes_fault, units_fault
from bitacora.authoring.starting.launcher import PATH as LAUNCHER
from bitacora.authoring.starting.questions import (
    AXIS,
    PROGRAM,
    SINGLE,
    UNIT,
    Question,
    answered,
    asked_of,
)
from bitacora.authoring.starting.site_files import (
    COPIED,
    FOLDER,
    Material,
    Program,
    site_files,
)
from bitacora.checks.strategy import FEWEST_AXES, MOST_AXES
from bitacora.edition import review_of
from bitacora.problems import Problem
from bitacora.reading.records import context_of, kind_of_file
from bitacora.records.fieldtypes import ReadingContext
from bitacora.sources import Sources, overlaid
from bitacora.wording import problem_lines
from guardado import written

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "scripts" / "plantillas" / "sitio"
GIT_ADDRESS = re.compile(r"(?:ssh://)?git@(?P<host>[^:/]+)[:/](?P<path>.+)")
NO_MORE = (
    "Las respuestas se acabaron antes que las preguntas, así que no se escribió nada. Con "
    "--sin-preguntas, lo que falte queda «por llenar»."
)
Flags = Mapping[str, str | tuple[str, ...] | None]


def make_site(folder: Path, flags: Flags, ask: bool, today: date) -> list[str]:
    """Write a site that builds at once into an empty folder; the paths written, in order."""
    refuse_full(folder)
    context = context_of(project_lists())
    answers = _from_flags(flags, context)
    origin = _told_origin(flags, context) or _origin()
    if ask:
        answers = _asked(answers, context)
        origin = origin or _one(PROGRAM, _words(PROGRAM), "", context)
    while True:
        files = _files(answers, folder, today, origin)
        faults = _faults(files, today)
        if not faults:
            break
        answers = _again(answers, faults, ask, context)
    for path, text in files.items():
        written(folder / path, text)
    (folder / LAUNCHER).chmod(0o755)
    return list(files)


def refuse_full(folder: Path) -> None:
    """An error in words unless the folder is a new or an empty one."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.ClickException(f"«{folder}» no está vacía; escoja una carpeta nueva.")


def is_beside(folder: Path) -> bool:
    """Whether a site stands where its own repository can find the program again: beside it."""
    return folder.resolve().parent == ROOT.parent


def _from_flags(flags: Flags, context: ReadingContext) -> Answers:
    given: dict[str, str] = {}
    for question in SINGLE:
        text = flags.get(question.key)
        if isinstance(text, str):
            given[question.key] = _or_refuse(question, text, context)
    axes = tuple(_or_refuse(AXIS, text, context) for text in flags.get(AXIS.key) or ())
    units = tuple(_or_refuse(UNIT, text, context) for text in flags.get(UNIT.key) or ())
    for fault in (axes_fault(axes), units_fault(units)):
        if fault:
            raise click.ClickException(fault)
    return Answers(given, axes, units)


def _told_origin(flags: Flags, context: ReadingContext) -> str:
    text = flags.get(PROGRAM.key)
    return _or_refuse(PROGRAM, text, context) if isinstance(text, str) else ""


def _or_refuse(question: Question, text: str, context: ReadingContext) -> str:
    try:
        return answered(question, text, context)
    except ValueError as error:
        raise click.ClickException(f"--{question.key}: {error}") from None


def _asked(answers: Answers, context: ReadingContext) -> Answers:
    """The answers with those that people give now to what no flag answered."""
    click.echo("Responda cada pregunta. Con Enter queda lo que está entre corchetes, y se puede")
    click.echo("cambiar después en los archivos.\n")
    given = dict(answers.given)
    for question in SINGLE:
        if question.key not in given:
            given[question.key] = _one(question, _words(question), question.unanswered, context)
    axes = answers.axes or _several(AXIS, context, MOST_AXES, axes_fault, FEWEST_AXES)
    units = answers.units or _several(UNIT, context, None, units_fault)
    return Answers({key: text for key, text in given.items() if text}, axes, units)


def _one(question: Question, words: str, usual: str, context: ReadingContext) -> str:
    def read(text: str) -> str:
        if text == usual:
            return text
        try:
            return answered(question, text, context)
        except ValueError as error:
            raise click.BadParameter(str(error)) from None

    try:
        found: str = click.prompt(words, default=usual, value_proc=read, show_default=bool(usual))
    except click.Abort:
        raise click.ClickException(NO_MORE) from None
    return found


def _words(question: Question) -> str:
    return question.words if question.unanswered else f"{question.words} (opcional)"


def _several(
    question: Question,
    context: ReadingContext,
    most: int | None,
    fault: Callable[[tuple[str, ...]], str],
    fewest: int = 0,
) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    while most is None or len(found) < most:
        enough = not found or len(found) >= fewest
        last = "(Enter si no hay más)" if found else "(Enter para dejarlo así)"
        hint = f" {last}" if enough else ""
        number = f" {len(found) + 1}" if fewest else ""
        text = _one(question, f"{question.words}{number}{hint}", "", context)
        if not text:
            if enough:
                return found
            click.echo(f"Error: Son al menos {fewest}.")
            continue
        wrong = fault((*found, text)) if not fewest or len(found) + 1 >= fewest else ""
        if wrong:
            click.echo(f"Error: {wrong}")
        else:
            found = (*found, text)
    return found


def _files(answers: Answers, folder: Path, today: date, origin: str) -> dict[str, str]:
    root = Path(os.path.relpath(ROOT, folder.resolve())).as_posix()
    program = Program(root, origin, _git("rev-parse", "HEAD"))
    templates = {
        path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(TEMPLATES.rglob("*"))
        if path.is_file()
    }
    copied = {path: (ROOT / source).read_text(encoding="utf-8") for path, source in COPIED.items()}
    return site_files(answers, program, today, Material(templates, copied))


def _faults(files: dict[str, str], today: date) -> list[Problem]:
    """The errors of the data that would be written."""
    start = f"{FOLDER}/"
    data = {
        path.removeprefix(start): text.encode("utf-8")
        for path, text in files.items()
        if path.startswith(start)
    }
    found = review_of(overlaid(Sources((), ()), data, FOLDER), (), FOLDER, today)
    return [problem for problem in found.problems if problem.is_error]


def _again(
    answers: Answers, faults: Iterable[Problem], ask: bool, context: ReadingContext
) -> Answers:
    """The answers with those that do not go together asked anew."""
    wrong = list(faults)
    found = [_asked_at(problem) for problem in wrong]
    again = list(dict.fromkeys(question for question in found if question is not None))
    if not ask or not again:
        raise click.ClickException("\n".join(["Así no se puede empezar.", *problem_lines(wrong)]))
    given = dict(answers.given)
    for problem in wrong:
        click.echo(f"Error: {problem.mensaje} {problem.remedio}")
    for question in again:
        given[question.key] = _one(question, _words(question), question.unanswered, context)
    return Answers({key: text for key, text in given.items() if text}, answers.axes, answers.units)


def _asked_at(problem: Problem) -> Question | None:
    kind = kind_of_file(problem.place.archivo.removeprefix(f"{FOLDER}/"))
    return asked_of(kind.name, problem.campo) if kind else None


def _origin() -> str:
    """The address from which anybody can fetch the program, if it came from one."""
    address = _git("remote", "get-url", "origin")
    found = GIT_ADDRESS.fullmatch(address)
    if found:
        return f"https://{found['host']}/{found['path']}"
    return address if address.startswith("https://") else ""


def _git(*words: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
