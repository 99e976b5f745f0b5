"""What the registers tell of a quarter besides its sections: fees, documents, self-checks."""

from __future__ import annotations

from bitacora.records.documents import Documento
from bitacora.records.networks import Red
from bitacora.records.partial_date import PartialDate
from bitacora.records.resources import Recurso
from bitacora.reports.content import (
    AutoevaluacionInforme,
    CambioRespuesta,
    CuentaRespuesta,
    CuotaInforme,
    DocumentoInforme,
)
from bitacora.reports.view import View
from bitacora.tallies.evaluation import Answer
from bitacora.tallies.happened import MOVED
from bitacora.tallies.memberships import paid_to
from bitacora.tallies.selfcheck import SelfCheck, Step, self_checks

CHANGED = (Step.GANADO, Step.PERDIDO, Step.OTRO)


def fees(view: View) -> tuple[CuotaInforme, ...]:
    """What the government paid to networks in the quarter, by date; not the trips it made."""
    found = [
        _fee(network, item)
        for network in view.register.all(Red)
        for item in paid_to(view.register, network)
        if item.evento is None and item.tipo_flujo in MOVED and view.holds_whole(item.fecha)
    ]
    return tuple(sorted(found, key=lambda one: (one.fecha, one.recurso)))


def _fee(network: Red, item: Recurso) -> CuotaInforme:
    return CuotaInforme(
        red=network.id,
        nombre=network.nombre,
        recurso=item.id,
        concepto=item.concepto,
        monto=item.monto,
        moneda=item.moneda,
        precision=item.precision,
        fecha=str(item.fecha),
    )


def documents(view: View) -> tuple[DocumentoInforme, ...]:
    """The documents surely dated in the quarter, by date."""
    found = []
    for item in view.register.all(Documento):
        if isinstance(item.fecha, PartialDate) and view.holds_whole(item.fecha):
            told = DocumentoInforme(
                id=item.id,
                titulo=item.titulo,
                tipo=item.tipo,
                autor=item.autor,
                fecha=str(item.fecha),
            )
            found.append(told)
    return tuple(sorted(found, key=lambda one: (one.fecha, one.id)))


def checks_done(view: View) -> tuple[AutoevaluacionInforme, ...]:
    """The self-checks of the quarter, each against the one before it, the oldest first."""
    found = self_checks(view.register, view.lists)
    return tuple(_check(one) for one in found if view.holds(one.record.fecha))


def _check(one: SelfCheck) -> AutoevaluacionInforme:
    counts = [(answer, one.count(answer)) for answer in (*Answer, None)]
    return AutoevaluacionInforme(
        id=one.record.id,
        nombre=one.record.nombre,
        fecha=one.record.fecha,
        quienes=one.record.quienes,
        respuestas=tuple(
            CuentaRespuesta(respuesta=answer.value if answer else None, cuantas=count)
            for answer, count in counts
            if count
        ),
        anterior=one.former.nombre if one.former else None,
        cambios=tuple(
            CambioRespuesta(
                factor=factor.code.codigo,
                antes=factor.before.respuesta if factor.before else None,
                ahora=factor.given.respuesta if factor.given else None,
            )
            for step in CHANGED
            for factor in one.moved(step)
        ),
    )
