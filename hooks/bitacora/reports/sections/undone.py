"""What was promised for a date that has come, not done."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.records.actions import Accion, Hito
from bitacora.records.institution import Dependencia
from bitacora.records.unknown import NoInformado
from bitacora.register import in_reading_order
from bitacora.reports.content import Pendiente
from bitacora.reports.view import View
from bitacora.tallies.belonging import strategy_of

MILESTONE, ACTION, DECLARED = "hito", "accion", "declarado"
STOPPED = frozenset({"atrasada", "suspendida", "cancelada"})
DONE_STATES = frozenset({"cumplida", "en_ejecucion"})
"""The states in which an action that was stopped is no longer."""


def undone(view: View) -> tuple[Pendiente, ...]:
    """Milestones overdue at the end of the quarter, actions stopped, what the office declares.

    A milestone without date of fulfilment is taken as the action tells it today. The state of an
    action has no date: it is told only if the action was last revised by the cut-off, for a state
    written later was perhaps another then. Actions of a strategy that ended in an earlier year are
    left to the reports of that strategy.
    """
    actions = [item for item in in_reading_order(view.register.all(Accion)) if _runs(view, item)]
    milestones = [pair for action in actions for pair in _overdue(view, action)]
    milestones.sort(key=lambda pair: (pair[1].fecha.last, str(pair[1].fecha)))
    stopped = (item for item in actions if _stands_stopped(view, item))
    return (
        *(_milestone(view, action, milestone) for action, milestone in milestones),
        *(_stopped(view, item) for item in stopped),
        *_declared(view),
    )


def done_since(view: View) -> tuple[Pendiente, ...]:
    """What the report before told as not done that is done now: milestones fulfilled by the end of
    the quarter, actions that go on again or ended well, these with the state of today."""
    found = []
    for item in view.previous.pendientes if view.previous else ():
        action = view.register.get(Accion, item.accion)
        if action is not None and _is_done(view, action, item):
            state = action.estado if item.tipo == ACTION else None
            found.append(item.model_copy(update={"estado": state}))
    return tuple(found)


def _runs(view: View, action: Accion) -> bool:
    strategy = strategy_of(view.register, action)
    last = strategy.last_year if strategy else None
    if last is not None and last < view.quarter.start.year:
        return False
    start = action.fecha_inicio
    return isinstance(start, NoInformado) or start.first <= view.until


def _stands_stopped(view: View, action: Accion) -> bool:
    return action.estado in STOPPED and action.actualizado <= view.cutoff


def _overdue(view: View, action: Accion) -> Iterator[tuple[Accion, Hito]]:
    for milestone in action.hitos:
        if milestone.fecha.last <= view.until and not _fulfilled(view, milestone):
            yield action, milestone


def _fulfilled(view: View, milestone: Hito) -> bool:
    if milestone.fecha_real is not None:
        return view.has_come(milestone.fecha_real)
    return milestone.cumplido is True


def _is_done(view: View, action: Accion, before: Pendiente) -> bool:
    if before.tipo == ACTION:
        return action.estado in DONE_STATES and action.actualizado <= view.cutoff
    return before.tipo == MILESTONE and any(
        _fulfilled(view, item)
        for item in action.hitos
        if (item.descripcion, str(item.fecha)) == (before.que, before.previsto)
    )


def _milestone(view: View, action: Accion, milestone: Hito) -> Pendiente:
    return Pendiente(
        tipo=MILESTONE,
        accion=action.id,
        nombre=action.nombre,
        que=milestone.descripcion,
        previsto=str(milestone.fecha),
        por_que=action.motivo_estado if _stands_stopped(view, action) else None,
        dependencia=_units(view, action),
        sin_informar=milestone.fecha_real is None and isinstance(milestone.cumplido, NoInformado),
    )


def _stopped(view: View, action: Accion) -> Pendiente:
    end = action.fecha_fin
    return Pendiente(
        tipo=ACTION,
        accion=action.id,
        nombre=action.nombre,
        que=action.nombre,
        previsto=None if isinstance(end, NoInformado) else str(end),
        por_que=action.motivo_estado,
        dependencia=_units(view, action),
        estado=action.estado,
    )


def _declared(view: View) -> Iterator[Pendiente]:
    for item in view.record.no_realizado if view.record else ():
        action = view.register.get(Accion, item.accion)
        yield Pendiente(
            tipo=DECLARED,
            accion=action.id if action else None,
            nombre=action.nombre if action else None,
            que=item.que,
            previsto=None,
            por_que=item.por_que,
            dependencia=_units(view, action) if action else None,
        )


def _units(view: View, action: Accion) -> str | None:
    known = (item for item in action.responsables if not isinstance(item, NoInformado))
    units = (view.register.get(Dependencia, item) for item in known)
    return "; ".join(unit.nombre for unit in units if unit) or None
