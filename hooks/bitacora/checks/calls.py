"""Rules of the calls to apply to: when they are open, what came of the application."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.events import Oportunidad
from bitacora.records.institution import Entidad
from bitacora.records.record import Registro
from bitacora.tallies.calls import CallState, call_state
from bitacora.tallies.zones import COLOMBIA, zone_named

WAITING = frozenset({None, "en_espera"})
PATIENCE = timedelta(days=180)


@rule("oportunidad-fechas-invertidas", Severity.ERROR)
def closes_before_it_opens(world: World) -> Iterator[Finding]:
    """A call opens before it closes, is applied to before it is decided."""
    for item in world.register.all(Oportunidad):
        if item.apertura and item.cierre < item.apertura:
            yield Finding(
                item,
                ("cierre",),
                f"Cierra ({item.cierre}) antes de abrir ({item.apertura}).",
                "Revise las dos fechas; quizá quedaron cambiadas.",
            )
        if item.postulada and item.desenlace_fecha and item.desenlace_fecha < item.postulada:
            yield Finding(
                item,
                ("desenlace_fecha",),
                f"El desenlace ({item.desenlace_fecha}) es anterior a la postulación "
                f"({item.postulada}).",
                "Revise las dos fechas; quizá quedaron cambiadas.",
            )


@rule("postulacion-fuera-de-plazo", Severity.ERROR)
def applied_too_late(world: World) -> Iterator[Finding]:
    """A call is applied to before it closes."""
    for item in world.register.all(Oportunidad):
        if item.postulada and item.postulada > item.cierre:
            yield Finding(
                item,
                ("postulada",),
                f"Figura postulada el {item.postulada} y la convocatoria cerró el {item.cierre}.",
                "Corrija una de las dos fechas.",
            )


@rule("postulacion-sin-fecha", Severity.ERROR)
def outcome_without_application(world: World) -> Iterator[Finding]:
    """Only what was applied to has an outcome."""
    for item in world.register.all(Oportunidad):
        if item.desenlace and not item.postulada:
            name = world.lists.name("desenlaces_postulacion", item.desenlace).lower()
            yield Finding(
                item,
                ("desenlace",),
                f"Figura «{name}» y no se dice cuándo se postuló la entidad.",
                "Escriba la fecha en «postulada», o borre «desenlace» si no se postuló.",
            )


@rule("postulacion-sin-desenlace", Severity.AVISO)
def outcome_unknown(world: World) -> Iterator[Finding]:
    """What came of an application is known within 180 days of the close of the call."""
    for item in world.register.all(Oportunidad):
        late = item.cierre < world.as_of - PATIENCE
        if item.postulada and item.desenlace in WAITING and late:
            yield Finding(
                item,
                ("desenlace",),
                f"La convocatoria cerró el {item.cierre} y no se sabe qué pasó con la postulación.",
                "Pregunte a quien la ofrece y escriba el desenlace.",
            )


@rule("oportunidad-sin-decision", Severity.AVISO)
def nobody_said(world: World) -> Iterator[Finding]:
    """Of a call that closed it is told whether it was applied to, or why not."""
    for item in world.register.all(Oportunidad):
        closed = call_state(item, world.as_of, _zone(world)) is CallState.CERRADA
        told = item.postulada or item.desenlace or item.motivo_desenlace
        if closed and not told:
            yield Finding(
                item,
                ("cierre",),
                f"Cerró el {item.cierre} y no se dice si la entidad se postuló.",
                "Escriba la fecha en «postulada»; si no se postuló, diga por qué en "
                "«motivo_desenlace».",
            )


@rule("zona-desconocida", Severity.ERROR)
def zone_unknown(world: World) -> Iterator[Finding]:
    """A time zone is one of the IANA database, by its name."""
    told: list[tuple[Registro, str, str | None]] = [
        (item, "zona", item.zona) for item in world.register.all(Oportunidad)
    ]
    told += [(item, "zona_horaria", item.zona_horaria) for item in world.register.all(Entidad)]
    for record, field, name in told:
        if name and zone_named(name) is None:
            yield Finding(
                record,
                (field,),
                f"No existe la zona horaria «{name}».",
                "Escriba el continente y la ciudad, en inglés: America/Bogota, Europe/Madrid.",
            )


@rule("oportunidad-zona-sin-hora", Severity.MEJORA)
def zone_without_hour(world: World) -> Iterator[Finding]:
    """A zone is told with the hour that it belongs to."""
    for item in world.register.all(Oportunidad):
        if item.zona and not item.cierre_hora:
            yield Finding(
                item,
                ("zona",),
                "Dice la zona horaria del cierre y no la hora.",
                "Escriba «cierre_hora»; está en la página oficial.",
            )


@rule("contrapartida-sin-pedirla", Severity.AVISO)
def counterpart_not_asked(world: World) -> Iterator[Finding]:
    """Only a call that asks for a counterpart says which."""
    for item in world.register.all(Oportunidad):
        if item.contrapartida and item.requiere_contrapartida is not True:
            yield Finding(
                item,
                ("contrapartida",),
                "Dice qué contrapartida pide y no que la pide.",
                "Escriba «sí» en «requiere_contrapartida», o borre «contrapartida».",
            )


@rule("postulacion-futura", Severity.AVISO)
def applied_tomorrow(world: World) -> Iterator[Finding]:
    """An application, or its outcome, has a date that has come."""
    for item in world.register.all(Oportunidad):
        for field, day in (
            ("postulada", item.postulada),
            ("desenlace_fecha", item.desenlace_fecha),
        ):
            if day and day > world.as_of:
                yield Finding(
                    item,
                    (field,),
                    f"La fecha ({day}) no ha llegado.",
                    "Corríjala; déjela vacía mientras no haya ocurrido.",
                )


def _zone(world: World) -> str:
    entity = world.register.all(Entidad)
    return entity[0].zona_horaria if entity else COLOMBIA


RULES = (
    closes_before_it_opens,
    applied_too_late,
    outcome_without_application,
    outcome_unknown,
    nobody_said,
    zone_unknown,
    zone_without_hour,
    counterpart_not_asked,
    applied_tomorrow,
)
