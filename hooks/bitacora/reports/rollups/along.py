"""The quarters of a roll-up: which reports are out, their counts by light, their cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bitacora.quarters import Period
from bitacora.reports.content import Contenido, Renglon
from bitacora.reports.content.followed import (
    CeldaTrimestre,
    CuentaLuz,
    CuentasTrimestre,
    RenglonSeguido,
    TrimestreInforme,
)
from bitacora.reports.published import Published
from bitacora.tallies.lights import MEASURED, Light

_MEASURED = frozenset(light.value for light in MEASURED)

Along = Mapping[Period, Published]
"""The report in force of each quarter that has one, in their order."""


def in_force(reports: Iterable[Published], quarters: Sequence[Period]) -> Along:
    """Of these quarters, the version of each report that holds today."""
    latest = {item.quarter: item for item in reports if item.latest}
    return {quarter: latest[quarter] for quarter in quarters if quarter in latest}


def standing_of(quarter: Period, along: Along) -> TrimestreInforme:
    """A quarter with the state of its report, if one is out."""
    found = along.get(quarter)
    if found is None:
        return TrimestreInforme(periodo=quarter.text)
    return TrimestreInforme(
        periodo=quarter.text,
        estado=found.state,
        version=found.version,
        corte=found.content.corte,
    )


def counts(quarter: Period, lines: Iterable[Renglon]) -> CuentasTrimestre:
    """The lines of a quarter by the light in force; one that no list knows goes last."""
    found = Counter(line.luz_vigente for line in lines)
    order = [light.value for light in Light if light.value in found]
    order += sorted(light for light in found if light not in order)
    told = tuple(CuentaLuz(luz=light, cuantos=found[light]) for light in order)
    return CuentasTrimestre(periodo=quarter.text, cuentas=told)


def lines_told(contents: Iterable[Contenido]) -> dict[str, list[tuple[Contenido, Renglon]]]:
    """The lines of each indicator with the report of each, the earliest first; indicators in the
    order of the last report, those that it no longer tells of at the end."""
    found: dict[str, list[tuple[Contenido, Renglon]]] = {}
    order: dict[str, None] = {}
    for content in contents:
        for line in content.renglones:
            found.setdefault(line.indicador, []).append((content, line))
        here = dict.fromkeys(line.indicador for line in content.renglones)
        order = here | order
    return {name: found[name] for name in order}


def last_lit(told: Sequence[tuple[Contenido, Renglon]]) -> tuple[Contenido, Renglon]:
    """Where an indicator last had a light that came from a value; else where it was last told."""
    measured = [pair for pair in told if pair[1].luz_vigente in _MEASURED]
    return (measured or told)[-1]


def cells(
    quarters: Sequence[Period], told: Iterable[tuple[Contenido, Renglon]]
) -> tuple[CeldaTrimestre, ...]:
    """An indicator in each quarter, with empty cells where no report tells of it."""
    lines = {content.periodo: line for content, line in told}
    return tuple(_cell(quarter.text, lines.get(quarter.text)) for quarter in quarters)


def _cell(quarter: str, line: Renglon | None) -> CeldaTrimestre:
    if line is None:
        return CeldaTrimestre(periodo=quarter)
    return CeldaTrimestre(
        periodo=quarter,
        luz=line.luz_vigente,
        situacion=line.situacion,
        valor=line.valor,
        a_la_fecha=line.a_la_fecha,
        corregido=line.corregido,
    )


def followed(
    quarters: Sequence[Period], told: Sequence[tuple[Contenido, Renglon]]
) -> RenglonSeguido:
    """An indicator along the reports that tell of it, the earliest first."""
    content, line = told[-1]
    lit_content, lit = last_lit(told)
    return RenglonSeguido(
        indicador=line.indicador,
        codigo=line.codigo,
        nombre=line.nombre,
        unidad=line.unidad,
        eje=line.eje,
        acumulacion=line.acumulacion,
        linea_base=line.linea_base,
        meta=line.meta,
        meta_texto=line.meta_texto,
        hasta=content.periodo,
        luz=lit.luz_vigente,
        luz_periodo=lit_content.periodo,
        a_la_fecha=line.a_la_fecha,
        avance=line.avance,
        trimestres=cells(quarters, told),
    )
