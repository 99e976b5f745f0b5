"""The dated facts that reports tell, one row each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bitacora.quarters import Period
from bitacora.records.accountability import Compromiso, Pregunta
from bitacora.records.actions import Accion, Hito
from bitacora.records.documents import Documento
from bitacora.records.events import Evento, Oportunidad
from bitacora.records.institution import Entidad
from bitacora.records.networks import Red
from bitacora.records.partial_date import PartialDate
from bitacora.records.plain import value_of
from bitacora.records.practices import BuenaPractica
from bitacora.records.record import Registro
from bitacora.records.relations import Hermanamiento
from bitacora.records.reports import Informe
from bitacora.records.resources import Recurso
from bitacora.records.selfcheck import Autoevaluacion
from bitacora.register import Register
from bitacora.reports.closings.act import Fila

MODELS: tuple[type[Registro], ...] = (
    Entidad,
    Informe,
    Recurso,
    Evento,
    Oportunidad,
    Pregunta,
    Compromiso,
    Hermanamiento,
    Red,
    BuenaPractica,
    Accion,
    Documento,
    Autoevaluacion,
)
"""The kinds of record whose facts count."""
ANNOUNCED = ("publicacion", "publicacion_hora", "anunciado", "cambios_fecha")
GIVEN = (
    "aportante",
    "accion",
    "hermanamiento",
    "fecha",
    "monto",
    "moneda",
    "reembolsable",
    "fuente_recursos",
    "tipo_aporte",
    "tipo_flujo",
    "rol",
    "precision",
    "red",
)
MET = ("tipo", "pais", "fecha_inicio", "fecha_fin", "costo", "moneda", "cancelado")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened: its date (None: it belongs to the report whatever the date), its
    plain data, whose ``id`` begins with that of its record, the way to it inside the record.

    ``as_known`` marks what a report tells as it was known at its closing: another one that comes
    to light later breaks nothing."""

    record: Registro
    when: PartialDate | date | None
    fila: Fila
    path: tuple[str | int, ...] = ()
    as_known: bool = False


def facts(register: Register, quarter: Period) -> Iterator[Fact]:
    """Every dated fact of the register, with what the office wrote for the report of a quarter."""
    for entity in register.all(Entidad):
        words = ("nombre", "demostracion", "licencia_datos")
        yield Fact(entity, None, _row(entity, words))
    for report in register.all(Informe):
        if report.periodo == quarter:
            yield from _written(report)
    for resource in register.all(Recurso):
        yield Fact(resource, resource.fecha, _row(resource, GIVEN))
    for event in register.all(Evento):
        fila = {**_row(event, MET), "actores": sorted(event.actores)}
        yield Fact(event, event.fecha_fin or event.fecha_inicio, fila)
    for call in register.all(Oportunidad):
        yield from _applied(call)
    for question in register.all(Pregunta):
        yield from _dates(question, "fecha_respuesta")
        yield _fact(question, "fecha", question.fecha, plazo=question.plazo)
    for promise in register.all(Compromiso):
        yield _fact(promise, "fecha", promise.fecha, plazo=promise.plazo)
        if promise.cerrado:
            yield _fact(promise, "cerrado", promise.cerrado, desenlace=promise.desenlace)
        yield from _listed(promise, "seguimientos", promise.seguimientos)
    yield from _lasting(register, quarter)


def _lasting(register: Register, quarter: Period) -> Iterator[Fact]:
    for instrument in register.all(Hermanamiento):
        yield from _dates(instrument, "firmado", "vence", "terminado")
        yield from _listed(instrument, "actividades", instrument.actividades, ("costo", "moneda"))
    for network in register.all(Red):
        yield from _dates(network, "adhesion")
    for practice in register.all(BuenaPractica):
        yield from _dates(practice, "incorporada")
        yield from _listed(practice, "transferencias", practice.transferencias)
    yield from _papers(register)
    for action in register.all(Accion):
        for fact, milestone in zip(
            _listed(action, "hitos", action.hitos), action.hitos, strict=True
        ):
            yield _with_fulfilment(fact, milestone, quarter)


def _papers(register: Register) -> Iterator[Fact]:
    """Documents, each with its date; self-checks with their answers, not the words around them."""
    for document in register.all(Documento):
        if isinstance(document.fecha, PartialDate):
            fact = _fact(document, "fecha", document.fecha, tipo=document.tipo)
            yield replace(fact, as_known=True)
    for check in register.all(Autoevaluacion):
        fact = _fact(check, "fecha", check.fecha)
        answers = sorted((one.factor, one.respuesta) for one in check.respuestas)
        told = [{"factor": factor, "respuesta": answer} for factor, answer in answers]
        yield replace(fact, fila={**fact.fila, "respuestas": told})


def _with_fulfilment(fact: Fact, milestone: Hito, quarter: Period) -> Fact:
    """A milestone with the day it was done, if that day had come when the quarter ended."""
    day = milestone.fecha_real
    known = day if day is not None and day.first <= quarter.end else None
    return replace(fact, fila={**fact.fila, "fecha_real": value_of(known)})


def _written(report: Informe) -> Iterator[Fact]:
    """What the office declares for a report: its day, the lights set by hand, what it promises."""
    yield Fact(report, None, _row(report, ANNOUNCED))
    for index, light in enumerate(report.luces_declaradas):
        name = light.indicador
        fila: Fila = {"id": f"{report.id}:luz:{name}", "indicador": name, "luz": light.luz}
        yield Fact(report, None, fila, ("luces_declaradas", index))
    for index, told in enumerate(report.explicaciones):
        fila = {
            "id": f"{report.id}:explicacion:{told.indicador}",
            "indicador": told.indicador,
            "fecha": value_of(told.fecha),
            "resultado_anterior": told.resultado_anterior,
        }
        yield Fact(report, None, fila, ("explicaciones", index))


def _applied(call: Oportunidad) -> Iterator[Fact]:
    money = {"monto": call.monto, "moneda": call.moneda}
    yield replace(_fact(call, "cierre", call.cierre), as_known=True)
    if call.postulada:
        yield _fact(call, "postulada", call.postulada, cierre=call.cierre, **money)
    if call.desenlace_fecha:
        yield _fact(call, "desenlace", call.desenlace_fecha, desenlace=call.desenlace, **money)


def _dates(record: Registro, *names: str) -> Iterator[Fact]:
    for name in names:
        when = getattr(record, name)
        if when is not None:
            yield _fact(record, name, when)


def _fact(record: Registro, name: str, when: PartialDate | date, **more: object) -> Fact:
    also = {key: value_of(value) for key, value in more.items()}
    fila = {"id": f"{record.id}:{name}", "fecha": value_of(when), **also}
    return Fact(record, when, fila, (name,))


def _listed(
    record: Registro, name: str, blocks: Iterable[Any], also: Iterable[str] = ()
) -> Iterator[Fact]:
    """The dated blocks of a record, numbered within their date: a later one moves no other."""
    seen: Counter[str] = Counter()
    for index, block in enumerate(blocks):
        day = str(value_of(block.fecha))
        seen[day] += 1
        more = {field: value_of(getattr(block, field)) for field in also}
        fila: Fila = {"id": f"{record.id}:{name}:{day}:{seen[day]}", "fecha": day, **more}
        yield Fact(record, block.fecha, fila, (name, index, "fecha"))


def _row(record: Registro, names: Iterable[str]) -> Fila:
    return {"id": record.id, **{name: value_of(getattr(record, name)) for name in names}}
