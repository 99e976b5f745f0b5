"""The figures of a closed report made again from the data of today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bitacora.canonical import canonical
from bitacora.records.indicators import Avance
from bitacora.records.institution import Entidad
from bitacora.records.reports import Informe
from bitacora.reports.closings.act import Acta, Version
from bitacora.reports.closings.inputs import Scope
from bitacora.reports.closings.known import as_if_known
from bitacora.reports.content import Contenido, Renglon
from bitacora.reports.sections.lines import lines
from bitacora.reports.view import View

FIGURES = (
    "valor",
    "a_la_fecha",
    "linea_base",
    "meta",
    "meta_anio",
    "meta_trimestre",
    "esperado",
    "avance",
    "cumplimiento",
    "situacion",
    "luz",
)
"""The figures of a line that stand for good, the one that people quote first."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure that no longer comes out as it was published; None is «no value»."""

    indicator: str
    name: str
    published: str | None
    now: str | None


def late_rows(scope: Scope, version: Version, as_of: date) -> tuple[Avance, ...]:
    """The rows of the closed periods that came after the closing, the earliest first."""
    frozen = {fila["id"] for fila in version.entradas.get("avances", ())}
    found = [
        row
        for row in scope.register.all(Avance)
        if row.periodo.end <= scope.quarter.end
        and version.cerrado < row.actualizado <= as_of
        and row.id not in frozen
    ]
    return tuple(sorted(found, key=lambda row: (row.actualizado, row.periodo, row.id)))


def made_again(
    scope: Scope, version: Version, late: tuple[Avance, ...], acts: Mapping[str, Acta]
) -> tuple[Renglon, ...]:
    """The lines of a closed report, seen from its closing as if the late rows had come by then."""
    kept = {fila["id"] for fila in version.entradas.get("avances", ())}
    revised = (row for row in scope.register.all(Avance) if row.id in kept)
    register = as_if_known(scope.register, version.cerrado, (*late, *revised))
    record = next((it for it in register.all(Informe) if it.periodo == scope.quarter), None)
    entity = register.all(Entidad)[0]
    earlier = earlier_acts(acts, scope)
    cutoff = version.cerrado
    return lines(View(entity, register, scope.lists, scope.quarter, cutoff, record, earlier))


def earlier_acts(acts: Mapping[str, Acta], scope: Scope) -> dict[str, Contenido]:
    """The closed reports of the quarters before, each as it holds today."""
    found = {name: act.latest.contenido for name, act in acts.items()}
    return {name: it for name, it in sorted(found.items()) if it.period < scope.quarter}


def moved_figures(version: Version, lines_now: tuple[Renglon, ...]) -> Iterator[Moved]:
    """Every figure of a published line that differs today; a line that is gone has none, nor has
    one that the act should have and has not."""
    now = {line.indicador: line for line in lines_now}
    told = {line.indicador for line in version.contenido.renglones}
    for card in version.entradas.get("indicadores", ()):
        if card["id"] in now and card["id"] not in told:
            yield Moved(card["id"], "luz", None, now[card["id"]].luz)
    for line in version.contenido.renglones:
        there = now.get(line.indicador)
        for name in FIGURES:
            before, after = shown(getattr(line, name)), shown(getattr(there, name, None))
            if before != after:
                yield Moved(line.indicador, name, before, after)


def shown(value: object) -> str | None:
    """A figure in the one form in which it is compared."""
    if value is None:
        return None
    return canonical(value) if isinstance(value, Decimal | int) else str(value)
