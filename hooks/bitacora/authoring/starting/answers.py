"""What an office answered when its site was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bitacora.authoring.forms.repository import repository_at
from bitacora.authoring.starting.questions import OF_THE_ENTITY, SINGLE, UNKNOWN
from bitacora.checks.strategy import FEWEST_AXES, MOST_AXES
from bitacora.checks.text import TO_FILL
from bitacora.records.values.names import made_slug
from bitacora.spanish import plain

OFFICE = "oficina-internacional"
"""The identity of the office that answers, whatever it is called: it stands in every record."""
DATA = "data/"
VIEWS = {"github": "blob/main", "gitlab": "-/blob/main"}
_UNANSWERED = {question.key: question.unanswered for question in SINGLE}


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers by the key of their question (those that nobody gave are absent), the names of
    the axes, those of the units besides the office."""

    given: Mapping[str, str]
    axes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    def of(self, key: str) -> str:
        """The answer, or what stands where there is none; empty where the field is left out."""
        text = self.given.get(key) or _UNANSWERED[key]
        return data_address(text) if key == "repositorio" else text

    @property
    def is_known(self) -> bool:
        """Whether it is known which government this is."""
        return all(TO_FILL not in self.of(question.key) for question in OF_THE_ENTITY[:2])

    @property
    def axis_names(self) -> tuple[str, ...]:
        """The names of the axes, as many as a strategy needs, those without one to be filled."""
        missing = range(len(self.axes) + 1, FEWEST_AXES + 1)
        return (*self.axes, *(f"Eje {number} {TO_FILL}" for number in missing))

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year of the strategy; None unless both are known."""
        first, last = self.of("inicio"), self.of("fin")
        return None if UNKNOWN in (first, last) else (int(first), int(last))

    @property
    def strategy_id(self) -> str:
        """The identity of the strategy."""
        return "-".join(["estrategia", *map(str, self.years or ())])

    @property
    def unit_ids(self) -> tuple[str, ...]:
        """The identities of the units besides the office, in their order."""
        return tuple(made_slug(name) for name in self.units)


def data_address(address: str) -> str:
    """The address where the data files are seen, from that of their repository: who copies it from
    the browser copies that of the front page. Other addresses stay as they are."""
    found = repository_at(address)
    if found is None or found.branch is not None:
        return address
    return f"{address.rstrip('/').removesuffix('.git')}/{VIEWS[found.service]}/{DATA}"


def axes_fault(axes: tuple[str, ...]) -> str:
    """Why these cannot be the axes of a strategy, in words; empty if they can."""
    if axes and not FEWEST_AXES <= len(axes) <= MOST_AXES:
        return f"Escriba entre {FEWEST_AXES} y {MOST_AXES} ejes; hay {len(axes)}."
    return _repeated(axes, "El eje")


def units_fault(units: tuple[str, ...]) -> str:
    """Why these cannot be the units of a new site, in words; empty if they can."""
    ids = [made_slug(name) for name in units]
    empty = next((name for name, made in zip(units, ids, strict=True) if not made), None)
    if empty is not None:
        return f"«{empty}» no es el nombre de una dependencia."
    taken = next((name for name, made in zip(units, ids, strict=True) if made == OFFICE), None)
    if taken is not None:
        return f"«{taken}» ya es la oficina que responde; escriba solo las demás."
    return _repeated(units, "La dependencia")


def _repeated(names: tuple[str, ...], what: str) -> str:
    seen: set[str] = set()
    for name in names:
        if plain(name) in seen:
            return f"{what} «{name}» está dos veces."
        seen.add(plain(name))
    return ""
