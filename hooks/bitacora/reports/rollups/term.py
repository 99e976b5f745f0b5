"""The road of a strategy so far, from the reports of its term."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bitacora.quarters import Period, quarters_between
from bitacora.records.strategy import Eje, Estrategia
from bitacora.register import Register
from bitacora.reports.content import Contenido, Renglon
from bitacora.reports.content.road import EjeVigencia, InformeVigencia
from bitacora.reports.published import Published
from bitacora.reports.rollups.along import (
    counts,
    followed,
    in_force,
    lines_told,
    standing_of,
)
from bitacora.tallies.belonging import axes_of
from bitacora.tallies.due import days_of


def term_report(
    register: Register, strategy: Estrategia, reports: Iterable[Published]
) -> InformeVigencia:
    """The term of a strategy from the versions in force of its reports.

    The register only tells which axes are of another strategy: their lines are left to it. An axis
    that was withdrawn stays, as the reports named it.
    """
    quarters = _quarters(strategy)
    along = in_force(reports, quarters)
    others = {axis.id for axis in register.all(Eje) if axis.estrategia != strategy.id}
    own = {
        quarter: item.content.model_copy(
            update={
                "renglones": tuple(
                    line for line in item.content.renglones if line.eje not in others
                )
            }
        )
        for quarter, item in along.items()
    }
    told = lines_told(own.values())
    return InformeVigencia(
        estrategia=strategy.id,
        nombre=strategy.nombre,
        inicio=strategy.first_year,
        fin=strategy.last_year,
        informes=tuple(standing_of(quarter, along) for quarter in quarters),
        cuentas=tuple(counts(quarter, _lines(quarter, own)) for quarter in quarters),
        ejes=_axes(axes_of(register, strategy), quarters, own),
        renglones=tuple(followed(quarters, found) for found in told.values()),
    )


def _quarters(strategy: Estrategia) -> tuple[Period, ...]:
    days = days_of(strategy)
    return quarters_between(*days) if days else ()


def _lines(quarter: Period, own: dict[Period, Contenido]) -> tuple[Renglon, ...]:
    return own[quarter].renglones if quarter in own else ()


def _axes(
    known: Sequence[Eje], quarters: Sequence[Period], own: dict[Period, Contenido]
) -> tuple[EjeVigencia, ...]:
    """The axes of the strategy, then those that only its reports name, then «without axis»."""
    names = {axis.id: axis.nombre for content in own.values() for axis in content.ejes}
    serving = {line.eje for content in own.values() for line in content.renglones}
    order: dict[str | None, None] = dict.fromkeys(axis.id for axis in known)
    order |= dict.fromkeys(sorted(name for name in serving if name is not None))
    order |= {None: None} if None in serving else {}
    now = {axis.id: axis.nombre for axis in known}
    return tuple(
        EjeVigencia(
            id=name,
            nombre=(now.get(name) or names.get(name, name)) if name else None,
            cuentas=tuple(
                counts(quarter, (line for line in _lines(quarter, own) if line.eje == name))
                for quarter in quarters
            ),
        )
        for name in order
    )
