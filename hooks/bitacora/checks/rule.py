"""What a rule is, with the world it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from bitacora.problems import Problem, Severity
from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.reading.faults import dotted, find, shown
from bitacora.records.fields import Leaf, leaves
from bitacora.records.record import Registro
from bitacora.register import Register
from bitacora.reports.closings.act import Acta
from bitacora.sources import Text


@dataclass(frozen=True)
class World:
    """All that rules may look at: every record (drafts too), the code lists, the edition's date.

    ``unread`` holds the kind and id of what has errors of its own (see ``Reading``); ``acts`` the
    closing acts by quarter; ``withheld`` the quarters of which nothing may be told yet.
    """

    register: Register
    lists: CodeLists
    as_of: date
    unread: frozenset[tuple[str, str]] = frozenset()
    acts: Mapping[str, Acta] = field(default_factory=dict)
    withheld: frozenset[Period] = frozenset()

    @cached_property
    def leaves(self) -> tuple[tuple[Registro, Leaf], ...]:
        """Every value of every record, opened once for all rules."""
        return tuple(
            (item.record, leaf) for item in self.register.located for leaf in leaves(item.record)
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of a rule: the record, the path to its field, what is wrong, what to do.

    ``private`` keeps the value found out of the problem, for logs are public too.
    """

    record: Registro
    path: tuple[str | int, ...]
    message: str
    remedy: str
    private: bool = False


Check = Callable[[World], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id as staff see it, how grave a breach is, the generator that finds breaches."""

    id: str
    severity: Severity
    check: Check

    def problems(self, world: World) -> Iterator[Problem]:
        """Every breach with its place."""
        for finding in self.check(world):
            located = world.register.where(finding.record)
            node, place = find(located.entry, finding.path)
            yield Problem(
                place=place,
                registro=finding.record.id,
                campo=dotted(finding.path),
                valor="" if finding.private or not isinstance(node, Text) else shown(node),
                regla=self.id,
                severidad=self.severity,
                mensaje=finding.message,
                remedio=finding.remedy,
            )


def rule(rule_id: str, severity: Severity) -> Callable[[Check], Rule]:
    """Turn a generator of findings into a rule."""
    return lambda check: Rule(rule_id, severity, check)


def apply(rules: Iterable[Rule], world: World) -> Iterator[Problem]:
    """The breaches of all rules, rule by rule."""
    for one in rules:
        yield from one.problems(world)
