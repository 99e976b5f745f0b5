"""One edition of the site: the data read, checked, frozen at a date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from importlib.resources import as_file, files
from pathlib import Path

from bitacora.checks.all import RULES
from bitacora.checks.identity import repeated_ids
from bitacora.checks.rule import World, apply
from bitacora.problems import DataError, Place, Problem, Severity, in_order
from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists, read_code_lists
from bitacora.reading.records import read_records
from bitacora.records.institution import Entidad
from bitacora.register import Register, make_register
from bitacora.reports.calendar_entries import Announcement, calendar_of
from bitacora.reports.closings.act import Acta
from bitacora.reports.closings.acts import read_acts
from bitacora.reports.published import (
    Published,
    published_reports,
    tells_of,
    withheld_quarters,
)
from bitacora.sources import ClosingText, Sources, read_closings, read_folder
from bitacora.tallies.countries import countries_of
from bitacora.tallies.facets import Scene

MIDNIGHT = time(0)
"""The hour of an edition that names none: what is announced for later that day stays in."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything pages and exports are made from.

    ``register`` holds public records only, without the quarters that are withheld until their
    announced moment; ``problems`` the remarks on what is public; ``reports`` every version of
    every report that is out; ``calendar`` what has been announced, withheld or not; ``countries``
    the codes of those with which something is done, which are the countries that have a page.
    """

    entity: Entidad
    register: Register
    lists: CodeLists
    problems: tuple[Problem, ...]
    as_of: date
    reports: tuple[Published, ...] = ()
    calendar: tuple[Announcement, ...] = ()
    countries: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        found = frozenset(country.code for country in countries_of(self.register))
        object.__setattr__(self, "countries", found)

    def scene(self) -> Scene:
        """What facets see of the edition; the lights are those of the report of the last quarter
        that has ended."""
        ended = [one for one in self.reports if one.latest and one.quarter.end < self.as_of]
        lines = ended[-1].content.renglones if ended else ()
        lights = {line.indicador: line.luz_vigente for line in lines}
        return Scene(self.register, self.lists, self.as_of, self.entity.zona_horaria, lights)


@dataclass(frozen=True, slots=True)
class Review:
    """The outcome of reading and checking a data folder: all problems, and all that was read.

    ``unread`` holds the kind and id of what has errors of its own (see ``Reading``).
    """

    register: Register
    lists: CodeLists
    problems: tuple[Problem, ...]
    acts: Mapping[str, Acta]
    unread: frozenset[tuple[str, str]] = frozenset()


def review(data: Path, shown: str, as_of: date) -> Review:
    """Read a data folder and look for every problem in it; never raises on data.

    ``shown`` is how the folder is named to people in each problem.
    """
    return review_of(read_folder(data, shown), read_closings(data, shown), shown, as_of)


def review_of(
    sources: Sources, closings: tuple[ClosingText, ...], shown: str, as_of: date
) -> Review:
    """The same for data that are already read, from wherever they came."""
    lists, list_problems = read_code_lists(shipped_lists(), sources)
    reading = read_records(sources, lists)
    register = make_register(reading.located)
    acts, act_problems = read_acts(closings)
    problems = [*list_problems, *reading.problems, *act_problems, *repeated_ids(register)]
    problems += apply(RULES, World(register, lists, as_of, reading.unread, acts))
    if not register.all(Entidad):
        problems += _no_entity(problems, shown)
    return Review(register, lists, in_order(problems), acts, reading.unread)


def load_edition(data: Path, shown: str, as_of: date, hour: time = MIDNIGHT) -> Edition:
    """The edition of a data folder at a date (and an hour of it, for what is announced at an
    hour); raises ``DataError`` with all problems if any is an error."""
    return edition_of(review(data, shown, as_of), as_of, hour)


def edition_of(found: Review, as_of: date, hour: time = MIDNIGHT) -> Edition:
    """The edition of data already reviewed at that date; raises ``DataError`` as the other."""
    if any(problem.is_error for problem in found.problems):
        raise DataError(found.problems)
    withheld = withheld_quarters(found.register, datetime.combine(as_of, hour))
    public = found.register.public()
    register = public.only(lambda record: not tells_of(record, withheld))
    return Edition(
        register.all(Entidad)[0],
        register,
        found.lists,
        _on_what_is_public(found, register, as_of, withheld),
        as_of,
        published_reports(register, found.lists, found.acts, as_of, withheld),
        calendar_of(public),
    )


def _on_what_is_public(
    found: Review, register: Register, as_of: date, withheld: frozenset[Period]
) -> tuple[Problem, ...]:
    """The remarks that may be published: those that reading made, without those on what is kept
    back, and those of the rules as if it did not exist: its names and sums are nobody's
    business."""
    shown = {(item.place().archivo, item.record.id) for item in register.located}
    drafts = {
        (item.place().archivo, item.record.id)
        for item in found.register.located
        if (item.place().archivo, item.record.id) not in shown
    }
    if not drafts:
        return found.problems
    rules = {one.id for one in RULES}
    of_reading = (
        problem
        for problem in found.problems
        if problem.regla not in rules and (problem.place.archivo, problem.registro) not in drafts
    )
    world = World(register, found.lists, as_of, frozenset(), found.acts, withheld)
    return in_order([*of_reading, *apply(RULES, world)])


def shipped_lists() -> Sources:
    """The code lists that come with the project, as text with its place."""
    with as_file(files("bitacora").joinpath("codelists")) as folder:
        return read_folder(folder, "listas del proyecto")


def _no_entity(problems: list[Problem], shown: str) -> list[Problem]:
    if any(problem.place.archivo == f"{shown}/entidad.yml" for problem in problems):
        return []
    return [
        Problem(
            Place(f"{shown}/entidad.yml", 1),
            "entidad",
            "",
            "",
            "entidad-falta",
            Severity.ERROR,
            "Falta entidad.yml, que dice qué gobierno publica.",
            "Créelo a partir de la plantilla: python scripts/nuevo.py entidad.",
        )
    ]
