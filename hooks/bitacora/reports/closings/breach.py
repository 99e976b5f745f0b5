"""What no longer agrees between a closed report and the data of today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.indicators import Avance, Indicador
from bitacora.records.record import Registro
from bitacora.register import Register
from bitacora.reports.closings.act import Acta, Fila, Version
from bitacora.reports.closings.inputs import Input, Scope, every_row, inputs
from bitacora.reports.closings.recompute import Moved, late_rows, made_again, moved_figures, shown
from bitacora.reports.verifying.digest import canonical_text

LIVING = {"indicadores": frozenset({"codigo", "nombre", "medidas_nivel"})}
"""Names may be mended, levels told later: the closed report keeps its own."""
MEASURED = frozenset({"avances", "indicadores", "estrategia"})
"""Rows that tell when they were written down; the others tell when something happened."""
FREE = frozenset({"entidad"})
"""Kept to be told beside the figures, not to be compared."""


class Cause(StrEnum):
    """Why a closed report no longer agrees with the data."""

    EDITED = "editada"
    REMOVED = "quitada"
    BACKDATED = "antedatada"
    ADDED = "añadida"
    LATE = "posterior"
    UNEXPLAINED = "sin-causa"


@dataclass(frozen=True, slots=True)
class Breach:
    """One thing that no longer agrees, with the figures it moves.

    ``folder`` and ``row`` name the row at fault, ``field`` what changed in it; ``record`` is where
    it stands today (None where it is gone), ``path`` the way to the field inside it; ``others``
    are further late rows of the same indicator.
    """

    quarter: Period
    cause: Cause
    folder: str
    row: str
    field: str = ""
    published: str | None = None
    now: str | None = None
    record: Registro | None = None
    path: tuple[str | int, ...] = ()
    moved: tuple[Moved, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a closed version that no longer come out the same."""

    version: Version
    moved: tuple[Moved, ...]

    def of(self, folder: str, fila: Fila) -> tuple[Moved, ...]:
        """Those that a row feeds: its indicator's; all of its strategy's."""
        cards = self.version.entradas.get("indicadores", ())
        if folder == "estrategia":
            fed = {card["id"] for card in cards if card["estrategia"] == fila["id"]}
        else:
            fed = {fila["id"] if folder == "indicadores" else fila.get("indicador")}
        return tuple(figure for figure in self.moved if figure.indicator in fed)


def breaches(
    quarter: Period,
    register: Register,
    lists: CodeLists,
    acts: Mapping[str, Acta],
    as_of: date,
) -> tuple[Breach, ...]:
    """All that no longer agrees with the latest version of a closed report: first what was edited
    behind its back, then what came later and moves its figures. ``register`` is the public one."""
    version = acts[quarter.text].latest
    scope = Scope(register, lists, quarter, version.cerrado)
    late = late_rows(scope, version, as_of)
    figures = Figures(
        version, tuple(moved_figures(version, made_again(scope, version, late, acts)))
    )
    edited = tuple(_edited(scope, version, figures))
    told = {figure for breach in edited for figure in breach.moved}
    rest = [figure for figure in figures.moved if figure not in told]
    return (*edited, *_later(scope, rest, late))


def _edited(scope: Scope, version: Version, figures: Figures) -> Iterator[Breach]:
    now = {item.key: item for item in inputs(scope)}
    anywhere = {item.key: item for item in every_row(scope)}
    frozen = {(folder, f["id"]): f for folder, rows in version.entradas.items() for f in rows}
    for key, fila in frozen.items():
        if key[0] not in FREE:
            item = now.get(key) or anywhere.get(key)
            yield from _differences(scope.quarter, key, fila, item, figures)
    for key, item in now.items():
        if key not in frozen and key[0] in version.entradas:
            yield from _new(scope.quarter, version, item, figures)


def _new(quarter: Period, version: Version, item: Input, figures: Figures) -> Iterator[Breach]:
    """A row that the closed report did not count. What happened in a closed quarter and was told
    later would stand in no report, so that its own has to be revised."""
    backdated = item.folder in MEASURED and item.record.actualizado <= version.cerrado
    if backdated or (item.surely and not item.as_known):
        yield Breach(
            quarter,
            Cause.BACKDATED if backdated else Cause.ADDED,
            *item.key,
            record=item.record,
            path=item.path,
            moved=figures.of(item.folder, item.fila),
        )


def _differences(
    quarter: Period,
    key: tuple[str, str],
    frozen: Fila,
    item: Input | None,
    figures: Figures,
) -> Iterator[Breach]:
    moved = figures.of(key[0], frozen)
    if item is None:
        yield Breach(quarter, Cause.REMOVED, *key, moved=moved)
        return
    for field in frozen:
        before, after = frozen.get(field), item.fila.get(field)
        if field == "metas_por_periodo":
            after = _without_later_goals(before, after, quarter)
        if field in LIVING.get(key[0], ()) or canonical_text(before) == canonical_text(after):
            continue
        if field == "meses" and frozen["periodicidad"] != item.fila["periodicidad"]:
            continue
        name, path = _named(field, item)
        published, today = _told_apart(before, after)
        yield Breach(quarter, Cause.EDITED, *key, name, published, today, item.record, path, moved)


def _named(field: str, item: Input) -> tuple[str, tuple[str | int, ...]]:
    """A field as the office calls it, with the way to it: the date of a fact stands in the field
    that the fact comes from."""
    if len(item.path) != 1:
        return field, item.path or (field,)
    name = str(item.path[0]) if field == "fecha" else field
    return name, (name,)


def _told_apart(before: Any, now: Any) -> tuple[str | None, str | None]:
    """Two values in words; of two lists, only what one has and the other has not."""
    if isinstance(before, list | tuple) and isinstance(now, list | tuple):
        gone, new = _only_in(before, now), _only_in(now, before)
        before, now = (gone, new) if gone or new else (before, now)
    return worded(before), worded(now)


def _only_in(one: Sequence[Any], other: Sequence[Any]) -> list[Any]:
    told = {canonical_text(item) for item in other}
    return [item for item in one if canonical_text(item) not in told]


def _without_later_goals(before: Any, now: Any, quarter: Period) -> Any:
    """The goals by period without those set since for periods to come: each year sets its own."""
    told = {goal["periodo"] for goal in before}
    return [
        goal
        for goal in now
        if goal["periodo"] in told or Period.parse(goal["periodo"]).start <= quarter.end
    ]


def _later(scope: Scope, figures: Sequence[Moved], late: tuple[Avance, ...]) -> Iterator[Breach]:
    for indicator in dict.fromkeys(figure.indicator for figure in figures):
        moved = tuple(figure for figure in figures if figure.indicator == indicator)
        rows = [row for row in late if row.indicador == indicator]
        if rows:
            *others, last = rows
            names = tuple(row.id for row in others)
            found = Breach(scope.quarter, Cause.LATE, "avances", last.id, record=last)
            yield replace(found, path=("valor",), moved=moved, others=names)
        else:
            card = scope.register.get(Indicador, indicator)
            found = Breach(scope.quarter, Cause.UNEXPLAINED, "indicadores", indicator, record=card)
            yield replace(found, moved=moved)


def worded(value: object) -> str | None:
    """A value in one line that people can read: «meta 64, periodo 2025; meta 68, periodo 2026»."""
    if isinstance(value, bool):
        return "sí" if value else "no"
    if isinstance(value, Mapping):
        told = ((name, worded(value[name])) for name in sorted(value))
        return ", ".join(f"{name} {text}" for name, text in told if text is not None)
    if isinstance(value, list | tuple):
        return "; ".join(worded(item) or "" for item in value) or None
    return shown(value)
