"""Relations that wait: instruments and networks about to end or already over, calls that close."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.calls import PATIENCE, nobody_said, outcome_unknown
from bitacora.pending.desk import Desk
from bitacora.pending.places import place_of
from bitacora.pending.things import Matter, Pending
from bitacora.records.events import Oportunidad
from bitacora.records.networks import Red
from bitacora.records.relations import Hermanamiento
from bitacora.tallies.calls import OPEN, application, call_state
from bitacora.tallies.happened import Standing, standing_of
from bitacora.tallies.instruments import InstrumentState

ENDING = frozenset({InstrumentState.POR_VENCER, InstrumentState.VENCIDO})


def instruments(desk: Desk) -> Iterator[Pending]:
    """The instruments that expire within 180 days, those that did, those that lie idle."""
    for item in desk.register.all(Hermanamiento):
        now = standing_of(desk.register, item, desk.as_of)
        name = (
            f"«{item.contraparte}» ({desk.lists.name('tipos_instrumento', item.tipo_instrumento)})"
        )
        remedies = (
            "Si se renueva, añádalo en «renovaciones» con su nueva fecha; si no, escriba "
            "«terminado» con su motivo.",
            "Añada en «actividades» lo que se hizo, o decida si el acuerdo sigue en pie.",
        )
        yield from _relation(desk, item, now, Matter.INSTRUMENTO, name, remedies)


def networks(desk: Desk) -> Iterator[Pending]:
    """The memberships that expire within 180 days, those that did, those that lie idle."""
    for item in desk.register.all(Red):
        now = standing_of(desk.register, item, desk.as_of)
        remedies = (
            "Si se renueva, escriba «renovada» y el nuevo «vence»; si no, «terminado» en «estado».",
            "Escriba en «ultima_actividad» cuándo se participó, o decida si se sigue en la red.",
        )
        yield from _relation(desk, item, now, Matter.RED, f"«{item.nombre}»", remedies)


def _relation(
    desk: Desk,
    item: Hermanamiento | Red,
    now: Standing,
    matter: Matter,
    name: str,
    remedies: tuple[str, str],
) -> Iterator[Pending]:
    renew, tell = remedies
    end = now.term.end
    if now.state in ENDING and end is not None:
        what, until, remedy = f"Decidir si se renueva {name}", end.last, renew
    elif now.state is InstrumentState.SIN_ACTIVIDAD:
        what, until, remedy = (
            f"Contar qué se hace con {name}: no hay actividad reciente",
            None,
            tell,
        )
    else:
        return
    yield Pending(
        matter, item.id, what, item.responsable, until, remedy, place_of(desk, item), item
    )


def calls(desk: Desk) -> Iterator[Pending]:
    """The open calls to which nobody has applied; the closed ones of which it is not known whether
    anybody did, or what came of it."""
    undecided = {finding.record.id for finding in nobody_said.check(desk.world)}
    unanswered = {finding.record.id for finding in outcome_unknown.check(desk.world)}
    for item in desk.register.all(Oportunidad):
        applied = application(item, desk.as_of) is not None
        is_open = call_state(item, desk.as_of, desk.zone) in OPEN
        until = item.cierre
        if is_open and not applied and not item.motivo_desenlace:
            what = f"Decidir si se postula a «{item.titulo}» ({item.oferente})"
            remedy = "Escriba la fecha en «postulada», o por qué no en «motivo_desenlace»."
        elif item.id in undecided:
            what = f"Decir si se postuló a «{item.titulo}», que ya cerró"
            remedy = "Escriba la fecha en «postulada», o por qué no en «motivo_desenlace»."
        elif item.id in unanswered:
            until = item.cierre + PATIENCE
            what = f"Averiguar qué pasó con la postulación a «{item.titulo}»"
            remedy = "Pregunte a quien la ofrece y escriba el «desenlace» con su fecha."
        else:
            continue
        yield Pending(
            Matter.CONVOCATORIA,
            item.id,
            what,
            item.responsable,
            until,
            remedy,
            place_of(desk, item),
            item,
        )
