"""What a change is made of: figures, lights, reports, records, pages, faults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bitacora.problems import Problem, Severity
from bitacora.quarters import Period
from bitacora.records.kinds import Kind
from bitacora.reports.content import Cambio

NEW, CHANGED, GONE = "nuevo", "cambia", "sale"
"""What may happen to a record, or to a report."""

Counts = Mapping[Severity, int]
Exact = Decimal | str | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a record, or an item of a list in it, in words: None is «not there»."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that the public sees, or saw: what happened to it, field by field."""

    kind: Kind
    id: str
    title: str
    what: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that the site shows: its key for programs, its name, its exact value, its words.

    ``about`` is the record it belongs to, empty where it is one of the whole site; ``unit`` what is
    counted, where the words do not say it.
    """

    key: tuple[str, ...]
    about: str
    name: str
    value: Exact
    shown: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure before and after; None where the site did not, or does not, show it."""

    before: Figure | None
    after: Figure | None

    @property
    def figure(self) -> Figure:
        """The one that names it."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class ReportChange:
    """A report that reads otherwise: what happened to it, its state and version before and after
    (empty and 0 where it was not out), what changed in it, which other sections differ."""

    quarter: Period
    what: str
    before: str
    after: str
    version_before: int
    version: int
    changes: tuple[Cambio, ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageChanges:
    """Addresses of the site, sorted: those that appear; those that now lead to another (before,
    after); those where a note of withdrawal stays; those where nothing answers any more."""

    new: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    withdrawn: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListChange:
    """A code list of the office: the codes that are new, that read otherwise, that are gone."""

    name: str
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """Files that differ, whatever they say: of data; of words written by hand; of the program."""

    data: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    program: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """All that a change means.

    ``faults`` break what was promised to readers; ``at_risk`` are the errors that touch closed
    reports; ``new_problems`` and ``solved`` are what the review says now, or no longer says.
    ``hidden`` counts the records that differ and that nobody sees yet. ``was_broken`` and
    ``is_broken`` say that errors left no site to compare figures of. ``site`` is the address of the
    site as published, which whoever proposes the change has no say in.
    """

    as_of: date
    figures: tuple[FigureChange, ...]
    reports: tuple[ReportChange, ...]
    records: tuple[RecordChange, ...]
    lists: tuple[ListChange, ...]
    pages: PageChanges
    faults: tuple[Problem, ...]
    new_problems: tuple[Problem, ...]
    solved: tuple[Problem, ...]
    before: Counts
    after: Counts
    hidden: int
    was_empty: bool
    was_broken: bool
    is_broken: bool
    site: str | None = None
    touched: Touched = Touched()

    @property
    def at_risk(self) -> tuple[Problem, ...]:
        """The new errors that touch closed reports."""
        found = (*self.faults, *self.new_problems)
        return tuple(
            it for it in found if it.is_error and it.regla.startswith(("cierre-", "acta-"))
        )

    @property
    def blocking(self) -> tuple[Problem, ...]:
        """The faults that must be mended before the change can be published."""
        return tuple(it for it in self.faults if it.is_error)

    @property
    def new_errors(self) -> tuple[Problem, ...]:
        """The errors of the review that were not there before."""
        return tuple(it for it in self.new_problems if it.is_error)

    @property
    def can_be_published(self) -> bool:
        """Whether nothing stands in its way."""
        return not self.is_broken and not self.blocking

    @property
    def is_nothing(self) -> bool:
        """Whether the public sees the same as before, and the review says the same."""
        told = (self.figures, self.reports, self.records, self.lists, self.faults)
        said = (self.new_problems, self.solved)
        return not any((*told, *said)) and self.pages == PageChanges() and not self.hidden
