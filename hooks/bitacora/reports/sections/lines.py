"""Each indicator at the end of a quarter, as a line of its report."""

from __future__ import annotations

from decimal import Decimal

from bitacora.records.accumulation import Acumulacion
from bitacora.records.strategy import Semaforo
from bitacora.records.unknown import NoInformado
from bitacora.reports.content import MetaCambiada, Renglon
from bitacora.reports.sections.comparison import compared
from bitacora.reports.sections.explained import explained
from bitacora.reports.sections.measures import measure_of, unit_name
from bitacora.reports.sections.series import series
from bitacora.reports.view import View
from bitacora.tallies.belonging import axis_of, strategy_of
from bitacora.tallies.due import reporting_months, without_value
from bitacora.tallies.fulfilment import Fulfilment, fulfilment_of
from bitacora.tallies.goals import (
    changes_in_order,
    goal_after,
    goal_of_quarter,
    goal_of_year,
)
from bitacora.tallies.levels import levels_of
from bitacora.tallies.marks import Goals
from bitacora.tallies.progress import Progress, known_baseline
from bitacora.tallies.reporting import report_at


def lines(view: View) -> tuple[Renglon, ...]:
    """Every indicator of the quarter, each exactly once, in reading order."""
    report = report_at(view.register, view.lists, view.quarter, view.cutoff)
    return tuple(_whole(view, progress) for progress in report.standings)


def _whole(view: View, progress: Progress) -> Renglon:
    """The line with what needs the line itself: its light by hand, its earlier quarters, its
    measure."""
    line = _line(view, progress)
    by_hand = view.record.luces_declaradas if view.record else ()
    declared = next((item for item in by_hand if item.indicador == line.indicador), None)
    if declared:
        line = line.model_copy(
            update={"luz_declarada": declared.luz, "motivo_luz": declared.motivo}
        )
    return line.model_copy(
        update={
            "trimestre_anterior": compared(line, view.quarter, view.previous),
            "anio_anterior": compared(line, view.quarter, view.year_before),
            "medida": measure_of(view, line, progress.rows),
        }
    )


def _line(view: View, progress: Progress) -> Renglon:
    indicator = progress.indicator
    axis, strategy = axis_of(view.register, indicator), strategy_of(view.register, indicator)
    goals = progress.goals
    found = fulfilment_of(progress, strategy.semaforo if strategy else Semaforo())
    gaps = without_value(progress.due, progress.until, view.quarter)
    return Renglon(
        indicador=indicator.id,
        codigo=indicator.codigo,
        nombre=indicator.nombre,
        unidad=_known(indicator.unidad),
        eje=axis.id if axis else None,
        responsable=unit_name(view, indicator.responsable_reporte),
        acumulacion=_known(indicator.acumulacion),
        periodicidad=_known(indicator.periodicidad),
        linea_base=known_baseline(indicator),
        meta=goals.term,
        meta_texto=indicator.meta_texto,
        meta_anio=goal_of_year(indicator, goals, view.quarter),
        meta_trimestre=_of_quarter(view, progress, goals, found),
        valor=progress.value,
        a_la_fecha=progress.to_date,
        avance=progress.ratio,
        esperado=found.expected,
        via_esperado=found.way,
        cumplimiento=found.share,
        situacion=progress.standing.value,
        luz=found.light.value,
        faltan=tuple(period.text for period in gaps),
        corregido=any(row.version > 1 for row in progress.rows),
        filas=tuple(f"avance:{row.id}" for row in progress.rows),
        filas_a_la_fecha=tuple(f"avance:{row.id}" for row in progress.until),
        evidencias=tuple(dict.fromkeys(text for row in progress.rows for text in row.evidencias)),
        metas_cambiadas=_changes(view, progress),
        serie=series(view, progress, goals),
        explicacion=explained(progress, found, goals, gaps),
        niveles=levels_of(indicator, view.lists),
    )


def _of_quarter(view: View, progress: Progress, goals: Goals, found: Fulfilment) -> Decimal | None:
    indicator = progress.indicator
    if indicator.acumulacion == Acumulacion.FLUJO:
        return found.expected  # Each period has its goal, set for it or not.
    months = reporting_months(indicator, view.lists)
    return goal_of_quarter(indicator, goals, view.quarter, months)


def _changes(view: View, progress: Progress) -> tuple[MetaCambiada, ...]:
    """The goals that changed by the cut-off, the first change first."""
    return tuple(
        MetaCambiada(
            desde=change.desde,
            antes=change.meta_anterior,
            ahora=goal_after(progress.indicator, change),
            periodo=change.periodo.text if change.periodo else None,
            acto=change.acto,
            motivo=change.motivo,
        )
        for change in changes_in_order(progress.indicator.cambios_meta)
        if change.desde <= view.until
    )


def _known(value: str | NoInformado) -> str | None:
    return None if isinstance(value, NoInformado) else str(value)
