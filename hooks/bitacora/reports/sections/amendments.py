"""Published figures of a quarter that changed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bitacora.canonical import canonical
from bitacora.records.indicators import Avance, EstadoDato, Indicador
from bitacora.records.record import Registro
from bitacora.records.unknown import NoInformado
from bitacora.reports.content import EnmiendaInforme
from bitacora.reports.view import View
from bitacora.tallies.reporting import Correction, corrections

MENDED, REVISED = "correccion", "revision"


def amendments(view: View) -> tuple[EnmiendaInforme, ...]:
    """New versions of rows of the quarter known at the cut-off, newest first, then what the report
    declares: a version that it declares is told once, in its words. Values in canonical form; None
    is «no value»."""
    declared = tuple(_declared(view))
    told = {item.registro for item in declared}
    return (*(item for item in _versions(view) if item.registro not in told), *declared)


def _versions(view: View) -> Iterator[EnmiendaInforme]:
    rows = (row for row in view.register.all(Avance) if row.periodo.quarter == view.quarter)
    known = (row for row in rows if row.actualizado <= view.cutoff)
    for found in corrections(view.register, known):
        yield EnmiendaInforme(
            clase=_class(found),
            escala=None,
            registro=f"avance:{found.row.id}",
            nombre=found.indicator.nombre,
            campo="valor",
            unidad=_known(found.indicator.unidad),
            publicado=_figure(found.before.valor) if found.before else None,
            corregido=_figure(found.row.valor),
            causa=found.row.motivo_correccion or "",
            fecha=found.row.actualizado,
        )


def _class(found: Correction) -> str:
    """A row told to be preliminary that becomes firm is revised, as announced; the rest mend."""
    announced = found.before is not None and found.before.estado_dato == EstadoDato.PRELIMINAR
    mended = found.row.estado_dato == EstadoDato.CORREGIDO
    return REVISED if announced and not mended else MENDED


def _declared(view: View) -> Iterator[EnmiendaInforme]:
    for item in view.record.correcciones if view.record else ():
        if item.fecha > view.cutoff:
            continue
        kind, _, name = item.registro.partition(":")
        record = view.register.find(kind, name)
        indicator = _indicator(view, record)
        yield EnmiendaInforme(
            clase=item.clase,
            escala=item.escala,
            registro=item.registro,
            nombre=indicator.nombre if indicator else record.title if record else item.registro,
            campo=item.campo,
            unidad=_known(indicator.unidad) if indicator else None,
            publicado=item.valor_publicado,
            corregido=item.valor_corregido,
            causa=item.causa,
            fecha=item.fecha,
        )


def _indicator(view: View, record: Registro | None) -> Indicador | None:
    if isinstance(record, Avance):
        return view.register.get(Indicador, record.indicador)
    return record if isinstance(record, Indicador) else None


def _figure(value: Decimal | None) -> str | None:
    return None if value is None else canonical(value)


def _known(value: str | NoInformado) -> str | None:
    return None if isinstance(value, NoInformado) else value
