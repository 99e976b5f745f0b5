"""The figures that the site shows of an edition, to be set beside those of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bitacora.authoring.comparing.change import Figure, FigureChange
from bitacora.authoring.comparing.side import Side
from bitacora.edition import Edition
from bitacora.quarters import Period, PeriodKind
from bitacora.reading.code_lists import CodeLists
from bitacora.records.accumulation import Acumulacion
from bitacora.records.actions import Accion
from bitacora.records.events import Oportunidad
from bitacora.records.indicators import Indicador
from bitacora.records.kinds import KINDS
from bitacora.records.networks import Red
from bitacora.records.relations import Hermanamiento
from bitacora.records.resources import Recurso
from bitacora.records.unknown import NoInformado
from bitacora.spanish import NO_BREAK_SPACE, number, percent
from bitacora.tallies.budget import BudgetKey
from bitacora.tallies.calls import CallState, call_state
from bitacora.tallies.contributions import contribution_sums
from bitacora.tallies.happened import standing_of
from bitacora.tallies.progress import Progress, accumulation, progress_at

SUMS = "recursos"
PERCENT = "%"
HUNDRED = Decimal(100)
OPEN = frozenset({CallState.ABIERTA, CallState.POR_CERRAR})


def figure_changes(before: Side, after: Side) -> tuple[FigureChange, ...]:
    """Each figure that differs between two editions, the indicators' first; none where one of the
    sides has errors. An indicator that is on one side only has nothing to be set beside."""
    if before.edition is None or after.edition is None:
        return ()
    was, now = (_figures(side.edition) for side in (before, after) if side.edition)
    indicators = [side.register.by_kind[Indicador.kind] for side in (before, after)]
    names = [*now, *(key for key in was if key not in now)]
    return tuple(
        FigureChange(was.get(key), now.get(key))
        for key in names
        if _value(was.get(key)) != _value(now.get(key))
        and (key[0] != Indicador.kind or all(key[1] in known for known in indicators))
    )


def _value(figure: Figure | None) -> object:
    return figure.value if figure else None


def _figures(edition: Edition) -> dict[tuple[str, ...], Figure]:
    found = [
        *(it for one in edition.register.all(Indicador) for it in _indicator(edition, one)),
        *_sums(edition),
        *_counts(edition),
        *_states(edition),
    ]
    return {figure.key: figure for figure in found}


def _indicator(edition: Edition, indicator: Indicador) -> Iterator[Figure]:
    """What the page of an indicator shows in large letters."""
    quarter = Period.containing(edition.as_of, PeriodKind.TRIMESTRAL)
    today = progress_at(edition.register, edition.lists, indicator, quarter, edition.as_of)
    unit = indicator.unidad
    measures = (
        ("a_la_fecha", "valor a la fecha", today.to_date),
        ("meta", "meta", indicator.meta),
        ("linea_base", "línea base", indicator.linea_base),
    )
    for key, name, value in measures:
        yield _measure(indicator, key, name, value, unit)
    ratio = today.ratio
    yield _of(indicator, "avance", "avance hacia la meta", ratio, _advance(today))


def _measure(
    indicator: Indicador,
    key: str,
    name: str,
    value: Decimal | NoInformado | None,
    unit: str | NoInformado,
) -> Figure:
    if value is None or isinstance(value, NoInformado):
        exact = None if value is None else str(value)
        return _of(indicator, key, name, exact, "sin dato" if value is None else "no informado")
    if unit == PERCENT:
        return _of(indicator, key, name, value, percent(value))
    counted = "" if isinstance(unit, NoInformado) else unit
    return replace(_of(indicator, key, name, value, number(value)), unit=counted)


def _of(
    indicator: Indicador, key: str, name: str, value: Decimal | str | None, shown: str
) -> Figure:
    return Figure((Indicador.kind, indicator.id, key), indicator.nombre, name, value, shown)


def _advance(progress: Progress) -> str:
    if progress.ratio is None:
        return "no se puede calcular"
    if accumulation(progress.indicator) is Acumulacion.MANTENIMIENTO:
        return "dentro del margen" if progress.ratio else "fuera del margen"
    return percent(progress.ratio * HUNDRED, 1)


def _sums(edition: Edition) -> Iterator[Figure]:
    """The contributions, never mixing currencies, loans with grants, nor moments."""
    for one in contribution_sums(edition.register.all(Recurso), edition.lists):
        key = one.key
        names = (key.currency, key.flow, key.support, key.role, str(key.repayable))
        shown = f"{number(one.total.amount)}{NO_BREAK_SPACE}{key.currency}"
        name = f"suma de recursos ({_sum_words(key, edition.lists)})"
        yield Figure((SUMS, *names), "", name, one.total.amount, shown)


def _sum_words(key: BudgetKey, lists: CodeLists) -> str:
    words = [
        lists.name("roles_recurso", key.role),
        lists.name("tipos_flujo", key.flow),
        lists.name("tipos_aporte", key.support),
        "se devuelve" if key.repayable else "no se devuelve",
    ]
    return ", ".join(word.lower() for word in words if word)


def _counts(edition: Edition) -> Iterator[Figure]:
    """How many records of each kind with pages."""
    for kind in KINDS:
        if kind.has_pages:
            found = len(edition.register.by_kind[kind.name])
            name = f"número de {kind.plural}"
            yield Figure(("cuantos", kind.name), "", name, Decimal(found), number(found))


def _states(edition: Edition) -> Iterator[Figure]:
    """How many actions, relations and calls are in each state, as the home page tells."""
    register, day = edition.register, edition.as_of
    actions = Counter(it.estado for it in register.all(Accion))
    twinnings = Counter(
        standing_of(register, it, day).state.value for it in register.all(Hermanamiento)
    )
    networks = Counter(standing_of(register, it, day).state.value for it in register.all(Red))
    zone = edition.entity.zona_horaria
    calls = [call_state(it, day, zone) for it in register.all(Oportunidad)]
    groups = (
        ("acciones", "estados_accion", actions),
        ("hermanamientos", "situaciones_instrumento", twinnings),
        ("redes", "situaciones_instrumento", networks),
    )
    for name, codelist, found in groups:
        for code, total in found.items():
            words = f"{name}: {edition.lists.name(codelist, code).lower()}"
            yield Figure((name, code), "", words, Decimal(total), number(total))
    total = sum(state in OPEN for state in calls)
    key = ("oportunidades", "abiertas")
    yield Figure(key, "", "convocatorias abiertas", Decimal(total), number(total))


def spoken_name(figure: Figure) -> str:
    """The name of a figure inside a sentence."""
    return f"«{figure.about}», {figure.name}" if figure.about else figure.name
