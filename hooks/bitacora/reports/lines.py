"""Each indicator at the end of a quarter, as a line of its report."""

from __future__ import annotations

from bitacora.records.unknown import NoInformado
from bitacora.reports.content import Renglon
from bitacora.reports.view import View
from bitacora.tallies.belonging import axis_of
from bitacora.tallies.lights import Light
from bitacora.tallies.progress import Progress
from bitacora.tallies.reporting import report_at


def lines(view: View) -> tuple[Renglon, ...]:
    """Every indicator of the quarter, each exactly once, in reading order."""
    report = report_at(view.register, view.lists, view.quarter, view.cutoff)
    return tuple(_line(view, progress) for progress in report.standings)


def _line(view: View, progress: Progress) -> Renglon:
    indicator = progress.indicator
    axis = axis_of(view.register, indicator)
    return Renglon(
        indicador=indicator.id,
        codigo=indicator.codigo,
        nombre=indicator.nombre,
        unidad=_known(indicator.unidad),
        eje=axis.id if axis else None,
        responsable=_known(indicator.responsable_reporte),
        acumulacion=_known(indicator.acumulacion),
        periodicidad=_known(indicator.periodicidad),
        linea_base=None if isinstance(indicator.linea_base, NoInformado) else indicator.linea_base,
        meta=None if isinstance(indicator.meta, NoInformado) else indicator.meta,
        meta_texto=indicator.meta_texto,
        meta_anio=None,
        meta_trimestre=None,
        valor=progress.value,
        a_la_fecha=progress.to_date,
        avance=progress.ratio,
        esperado=None,
        via_esperado=None,
        cumplimiento=None,
        situacion=progress.standing.value,
        luz=Light.SIN_CALCULO.value,
        filas=tuple(f"avance:{row.id}" for row in progress.rows),
    )


def _known(value: str | NoInformado) -> str | None:
    return None if isinstance(value, NoInformado) else str(value)
