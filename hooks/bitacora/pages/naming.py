"""How each strategy calls its axes, its actions."""

from __future__ import annotations

from bitacora.edition import Edition
from bitacora.records.record import Registro
from bitacora.records.strategy import Denominacion, Estrategia
from bitacora.spanish import count_of
from bitacora.tallies.belonging import current_strategy, strategy_of

AXES = Denominacion(singular="Eje", plural="Ejes")
OBJECTIVES = Denominacion(singular="Objetivo", plural="Objetivos")
ACTIONS = Denominacion(singular="Acción", plural="Acciones")
INDICATORS = Denominacion(singular="Indicador", plural="Indicadores")


def axis_words(strategy: Estrategia | None) -> Denominacion:
    """What the strategy calls its axes."""
    return strategy.denominacion_eje if strategy else AXES


def objective_words(strategy: Estrategia | None) -> Denominacion:
    """What the strategy calls its objectives."""
    return strategy.denominacion_objetivo if strategy else OBJECTIVES


def action_words(strategy: Estrategia | None) -> Denominacion:
    """What the strategy calls its actions."""
    return strategy.denominacion_accion if strategy else ACTIONS


def words_for(edition: Edition, record: Registro) -> tuple[Denominacion, Denominacion]:
    """What the strategy of a record calls its axes, its actions."""
    strategy = strategy_of(edition.register, record)
    return axis_words(strategy), action_words(strategy)


def current_words(edition: Edition) -> tuple[Denominacion, Denominacion]:
    """What the strategy in force calls its axes, its actions."""
    strategy = current_strategy(edition.register, edition.as_of)
    return axis_words(strategy), action_words(strategy)


def inside(text: str) -> str:
    """A name as it stands inside a sentence: «Línea de acción» becomes «línea de acción»."""
    return text[:1].lower() + text[1:]


def counted(how_many: int, words: Denominacion) -> str:
    """A count in the words of the strategy: «4 líneas de acción»."""
    return count_of(how_many, inside(words.singular), inside(words.plural))
