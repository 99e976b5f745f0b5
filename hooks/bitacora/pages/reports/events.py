"""What happened in the quarter of a report: missions, calls, practices, what was not done."""

from __future__ import annotations

from bitacora.pages.amounts import money
from bitacora.pages.cells import NOTHING
from bitacora.pages.chips import chip
from bitacora.pages.escape import inline
from bitacora.pages.reports.cells import day, moment, small, told, under, untold
from bitacora.pages.reports.sheet import Sheet
from bitacora.records.practices import BuenaPractica
from bitacora.reports.content import Encuentro, NovedadPractica, Pendiente, Postulacion

MEETING_HEAD = ("Qué y dónde", "Para qué y quiénes", "Costo y quién paga", "Qué dejó", "Evidencia")
CALL_HEAD = ("Convocatoria", "Cierre", "Postulación", "Resultado", "Monto")
UNDONE_HEAD = ("Qué", "Para cuándo", "Por qué no", "Quién responde")
CARRIED = "transferida"


def meeting_row(sheet: Sheet, item: Encuentro) -> list[str]:
    """A mission, visit or meeting with its cost and its result."""
    lists = sheet.lists
    where = f"{item.ciudad}, {lists.name('paises', item.pais)}"
    until = f" a {day(item.hasta)}" if item.hasta and item.hasta != item.desde else ""
    who = small(inline(f"Delegación: {'; '.join(item.delegacion)}.")) if item.delegacion else ""
    return [
        under(
            sheet.record("evento", item.id, item.nombre),
            small(inline(f"{lists.name('tipos_evento', item.tipo)}. {where}")),
            f"{day(item.desde)}{until}",
            _called_off(item),
        ),
        under(told(item.proposito, "No consta para qué."), who),
        under(_cost(sheet, item), small(inline(f"Paga: {item.paga}")) if item.paga else ""),
        _left(item),
        sheet.proof(item.evidencia) if item.evidencia else NOTHING,
    ]


def _called_off(item: Encuentro) -> str:
    return (
        f"{chip('cancelado', 'Cancelado')} {small(day(item.cancelado))}" if item.cancelado else ""
    )


def _left(item: Encuentro) -> str:
    """What it left; why it was called off, where it was."""
    if item.cancelado:
        return told(item.motivo_cancelacion, "No se hizo, y nadie ha dicho por qué.")
    return told(item.resultado, "Nadie ha informado qué dejó.")


def _cost(sheet: Sheet, item: Encuentro) -> str:
    if item.cancelado and item.costo is None:
        return NOTHING
    if item.costo is None or item.moneda is None:
        return untold("Costo no informado.")
    return inline(money(sheet.lists, item.costo, item.moneda)) + sheet.mark(f"evento:{item.id}")


def call_row(sheet: Sheet, item: Postulacion) -> list[str]:
    """A call with what came of applying to it."""
    lists = sheet.lists
    about = f"{lists.name('categorias_oportunidad', item.categoria)}. Ofrece: {item.oferente}"
    outcome = untold("Resultado no informado.")
    if item.desenlace:
        outcome = chip(item.desenlace, lists.name("desenlaces_postulacion", item.desenlace))
    known = small(day(item.desenlace_fecha)) if item.desenlace_fecha else ""
    amount = NOTHING
    if item.monto is not None and item.moneda:
        amount = inline(money(lists, item.monto, item.moneda, short=True))
    return [
        under(sheet.record("oportunidad", item.id, item.titulo), small(inline(about))),
        day(item.cierre),
        day(item.postulada),
        under(
            outcome + sheet.mark(f"oportunidad:{item.id}"),
            known,
            inline(item.motivo) if item.motivo else "",
        ),
        amount,
    ]


def practice_line(sheet: Sheet, item: NovedadPractica) -> str:
    """A practice that is new in the catalogue, or was taken up elsewhere with what came of it."""
    link = sheet.record(BuenaPractica.kind, item.id, item.titulo)
    if item.novedad != CARRIED:
        return f"{link}. Entró al catálogo: {moment(item.fecha)}."
    whom = inline(item.a_quien) if item.a_quien else untold("no consta a quién")
    result = told(item.resultado, "No consta qué resultó.")
    return f"{link}. La adoptó: {whom} ({moment(item.fecha)}). {result}"


def undone_row(sheet: Sheet, item: Pendiente) -> list[str]:
    """Something promised that is not done, with its reason."""
    state = ""
    if item.estado:
        state = chip(item.estado, sheet.lists.name("estados_accion", item.estado))
    elif item.sin_informar:
        state = untold("Nadie ha dicho si se cumplió.")
    what = inline(item.que)
    if item.accion and item.nombre:
        link = sheet.record("accion", item.accion, item.nombre)
        what = link if item.nombre == item.que else under(what, small(f"De: {link}"))
    return [
        under(what, state),
        moment(item.previsto),
        told(item.por_que, "Nadie ha explicado por qué."),
        inline(item.dependencia) if item.dependencia else untold("No informado"),
    ]


def done_line(sheet: Sheet, item: Pendiente) -> str:
    """Something that the report before told as not done, done since."""
    if item.accion and item.nombre and item.nombre != item.que:
        return f"{inline(item.que)} ({sheet.record('accion', item.accion, item.nombre)})"
    return sheet.record("accion", item.accion, item.que)
