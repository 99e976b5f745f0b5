"""Where a record belongs: the axis and the strategy it serves, directly or through others."""

from __future__ import annotations

from datetime import date

from bitacora.records.actions import Accion
from bitacora.records.indicators import Indicador
from bitacora.records.record import Registro
from bitacora.records.strategy import Eje, Estrategia, Objetivo, Resultado
from bitacora.register import Register, in_reading_order


def axis_of(register: Register, record: Registro) -> Eje | None:
    """The axis a record serves; None where nothing says so."""
    if isinstance(record, Eje):
        return record
    axis = register.get(Eje, getattr(record, "eje", None))
    if axis is not None:
        return axis
    for parent in _parents(register, record):
        found = axis_of(register, parent)
        if found is not None:
            return found
    return None


def _parents(register: Register, record: Registro) -> tuple[Registro, ...]:
    if not isinstance(record, (Accion, Indicador, Resultado)):
        return ()
    action = register.get(Accion, getattr(record, "accion", None))
    objective = register.get(Objetivo, record.objetivo)
    return tuple(parent for parent in (objective, action) if parent is not None)


def strategy_of(register: Register, record: Registro) -> Estrategia | None:
    """The strategy a record serves; None where it hangs from no axis."""
    axis = axis_of(register, record)
    return register.get(Estrategia, axis.estrategia) if axis else None


def current_strategy(register: Register, as_of: date) -> Estrategia | None:
    """The strategy in force at a date; else the last one that began, where one without known
    beginning counts as the oldest; else the first to come."""
    strategies = sorted(
        register.all(Estrategia),
        key=lambda item: (item.first_year or 0, item.last_year or 0, item.id),
    )
    begun = [item for item in strategies if (item.first_year or 0) <= as_of.year]
    return begun[-1] if begun else (strategies[0] if strategies else None)


def axes_of(register: Register, strategy: Estrategia | None) -> tuple[Eje, ...]:
    """The axes of a strategy in their order."""
    if strategy is None:
        return ()
    return in_reading_order(register.naming(strategy, Eje, "estrategia"))


def indicators_of(register: Register, axis: Eje) -> tuple[Indicador, ...]:
    """The indicators that measure an axis, its objectives or its actions."""
    return in_reading_order(
        item for item in register.all(Indicador) if axis_of(register, item) == axis
    )


def actions_of(register: Register, axis: Eje) -> tuple[Accion, ...]:
    """The actions of an axis or of its objectives."""
    return in_reading_order(
        item for item in register.all(Accion) if axis_of(register, item) == axis
    )


def indicators_serving(register: Register, objective: Objetivo) -> tuple[Indicador, ...]:
    """The indicators that measure an objective or its actions."""
    found = list(register.naming(objective, Indicador, "objetivo"))
    for action in register.naming(objective, Accion, "objetivo"):
        found += register.naming(action, Indicador, "accion")
    return in_reading_order({item.id: item for item in found}.values())
