"""The yearly report: the quarters of a year put together, from what each report says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Protocol, TypeVar

from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists
from bitacora.records.accumulation import Acumulacion
from bitacora.reports.content import (
    Aporte,
    Contenido,
    EjeInforme,
    Participacion,
    Renglon,
    Vinculo,
)
from bitacora.reports.content.yearly import InformeAnual, RenglonAnual
from bitacora.reports.published import Published
from bitacora.reports.rollups.along import (
    Along,
    counts,
    followed,
    in_force,
    lines_told,
    standing_of,
)
from bitacora.reports.sections.conservation import conserve_sums
from bitacora.reports.sections.meetings import missions
from bitacora.reports.sections.relations import HAPPENED
from bitacora.reports.sections.resources import sums_of
from bitacora.spanish import sort_key

_LEVELS = frozenset(
    {
        Acumulacion.CAPACIDAD.value,
        Acumulacion.STOCK.value,
        Acumulacion.REDUCCION.value,
        Acumulacion.MANTENIMIENTO.value,
    }
)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def report_years(reports: Iterable[Published]) -> tuple[int, ...]:
    """The years that have at least one report out, the earliest first."""
    return tuple(sorted({item.quarter.end.year for item in reports}))


def year_report(year: int, reports: Iterable[Published], lists: CodeLists) -> InformeAnual | None:
    """The report of a year from the versions in force of its quarters; None if it has none.

    Nothing is read but the reports, so what was closed stays as it was closed. Contributions dated
    with the year alone come from the last report. What several quarters tell (a question, an
    application) is told once, as the last of them tells it.
    """
    quarters = tuple(Period(year * 12 + month, 3) for month in (0, 3, 6, 9))
    along = in_force(reports, quarters)
    if not along:
        return None
    contents = [item.content for item in along.values()]
    last = contents[-1]
    given = _given(contents)
    sums = sums_of(given, lists)
    conserve_sums(given, sums)
    return InformeAnual(
        anio=year,
        corte=last.corte,
        entidad=last.entidad,
        demostracion=last.demostracion,
        dependencia=last.dependencia,
        contacto=last.contacto,
        informes=tuple(standing_of(quarter, along) for quarter in quarters),
        ejes=_axes(contents),
        cuentas=tuple(counts(quarter, _lines(quarter, along)) for quarter in quarters),
        renglones=tuple(_line(quarters, told) for told in lines_told(contents).values()),
        aportes=given,
        sin_trimestre=tuple(f"recurso:{one.id}" for one in last.aportes_sin_trimestre),
        sumas=sums,
        vinculos=tuple(_along_the_year(one, contents) for one in last.vinculos),
        pendientes=last.pendientes,
        **_happened(contents),
        **_registers(contents),
    )


def _happened(contents: Sequence[Contenido]) -> dict[str, Any]:
    """What happened along the year, each record once."""
    return {
        "encuentros": _once(one for content in contents for one in content.encuentros),
        "postulaciones": _once(one for content in contents for one in content.postulaciones),
        "practicas": tuple(dict.fromkeys(it for content in contents for it in content.practicas)),
        "preguntas": _once(one for content in contents for one in content.preguntas),
        "compromisos": _once(one for content in contents for one in content.compromisos),
        "enmiendas": tuple(dict.fromkeys(it for content in contents for it in content.enmiendas)),
    }


def _registers(contents: Sequence[Contenido]) -> dict[str, Any]:
    """What the registers tell besides; reports closed before they were told add nothing."""
    return {
        "misiones": missions(_once(one for content in contents for one in content.encuentros)),
        "cuotas": tuple(one for content in contents for one in content.cuotas or ()),
        "participaciones": _participants(contents),
        "documentos": _once(one for content in contents for one in content.documentos or ()),
        "autoevaluaciones": _once(
            one for content in contents for one in content.autoevaluaciones or ()
        ),
    }


def _lines(quarter: Period, along: Along) -> tuple[Renglon, ...]:
    return along[quarter].content.renglones if quarter in along else ()


def _given(contents: Sequence[Contenido]) -> tuple[Aporte, ...]:
    """Each contribution once, by date, as the last report that tells of it does."""
    dated = [one for content in contents for one in content.aportes]
    found = {one.id: one for one in (*dated, *contents[-1].aportes_sin_trimestre)}
    return tuple(sorted(found.values(), key=lambda one: (one.fecha, one.id)))


def _axes(contents: Sequence[Contenido]) -> tuple[EjeInforme, ...]:
    """The axes in the order and with the names of the last report, then those it no longer has."""
    found = {axis.id: axis for content in reversed(contents) for axis in reversed(content.ejes)}
    newest = {axis.id: axis for content in contents for axis in content.ejes}
    order = dict.fromkeys([axis.id for axis in contents[-1].ejes] + list(found))
    return tuple(newest[name] for name in order)


def _line(quarters: Sequence[Period], told: Sequence[tuple[Contenido, Renglon]]) -> RenglonAnual:
    _, last = told[-1]
    values = [one.valor for _, one in told if one.valor is not None]
    own = {
        "meta_anio": last.meta_anio,
        "valor_anio": _of_the_year(last.acumulacion, values),
        "con_valor": len(values),
    }
    return RenglonAnual.model_validate({**dict(followed(quarters, told)), **own})


def _of_the_year(kind: str | None, values: Sequence[Decimal]) -> Decimal | None:
    if not values:
        return None
    if kind == Acumulacion.ACUMULADO.value:
        return sum(values, Decimal(0))
    return values[-1] if kind in _LEVELS else None


def _along_the_year(one: Vinculo, contents: Sequence[Contenido]) -> Vinculo:
    """A relation as the last report tells it, with all that was done under it in the year."""
    same = [
        item
        for content in contents
        for item in content.vinculos
        if (item.tipo, item.id) == (one.tipo, one.id)
    ]
    happened = (word for item in same for word in item.novedades if word in HAPPENED)
    news = dict.fromkeys((*happened, *one.novedades))
    done = tuple(dict.fromkeys(act for item in same for act in item.actividades))
    return one.model_copy(update={"novedades": tuple(news), "actividades": done})


def _participants(contents: Sequence[Contenido]) -> tuple[Participacion, ...]:
    """Each actor once, by name, with all it took part in along the year."""
    told = [one for content in contents for one in content.participaciones or ()]
    rows: dict[str, list[str]] = {}
    for one in told:
        rows.setdefault(one.id, []).extend(one.filas)
    newest = {one.id: one for one in told}
    return tuple(
        one.model_copy(update={"filas": tuple(dict.fromkeys(rows[one.id]))})
        for one in sorted(newest.values(), key=lambda one: (sort_key(one.nombre), one.id))
    )


def _once(records: Iterable[N]) -> tuple[N, ...]:
    """Each record once, as the last report that tells of it does, in the order of the first."""
    return tuple({one.id: one for one in records}.values())
