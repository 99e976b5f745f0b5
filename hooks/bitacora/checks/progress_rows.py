"""Rules of each progress row: its period, its value, its version."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.checks.units import is_percent
from bitacora.problems import Severity
from bitacora.quarters import Period, PeriodKind
from bitacora.records.accumulation import Acumulacion
from bitacora.records.indicators import Avance, EstadoDato, Indicador
from bitacora.spanish import number, percent
from bitacora.tallies.belonging import strategy_of
from bitacora.tallies.due import due_periods, reporting_months
from bitacora.tallies.progress import accumulation

WITHOUT_VALUE = frozenset({EstadoDato.SIN_DATO.value, EstadoDato.NO_APLICA.value})
ROUNDING = Decimal("0.05")


def _rows(world: World) -> Iterator[tuple[Avance, Indicador]]:
    for row in world.register.all(Avance):
        indicator = world.register.get(Indicador, row.indicador)
        if indicator is not None:
            yield row, indicator


@rule("avance-periodo-no-cuadra", Severity.ERROR)
def period_of_other_length(world: World) -> Iterator[Finding]:
    """The period of a row has the length that the indicator's periodicity asks for."""
    for row, indicator in _rows(world):
        months = reporting_months(indicator, world.lists)
        if months is None or months == row.periodo.months:
            continue
        due = due_periods(indicator, strategy_of(world.register, indicator), world.lists)
        if row.periodo not in due:
            name = world.lists.name("periodicidades", str(indicator.periodicidad)).lower()
            yield Finding(
                row,
                ("periodo",),
                f"El indicador es {name} y el periodo «{row.periodo}» no tiene esa duración.",
                f"Escriba el periodo así: «{_example(row, months)}».",
            )


def _example(row: Avance, months: int) -> str:
    day = row.periodo.end
    for kind in PeriodKind:
        if kind is not PeriodKind.PLURIANUAL and Period.containing(day, kind).months == months:
            return Period.containing(day, kind).text
    return f"{day.year}-{day.year + months // 12 - 1}"


@rule("avance-fuera-de-vigencia", Severity.AVISO)
def period_outside_term(world: World) -> Iterator[Finding]:
    """The period of a row falls within the term of the strategy."""
    for row, indicator in _rows(world):
        strategy = strategy_of(world.register, indicator)
        if strategy is None or strategy.years is None:
            continue
        first, last = strategy.years
        if row.periodo.start.year < first or row.periodo.end.year > last:
            yield Finding(
                row,
                ("periodo",),
                f"El periodo cae por fuera de la estrategia ({first} a {last}).",
                "Revise el año del periodo.",
            )


@rule("avance-futuro", Severity.AVISO)
def row_of_the_future(world: World) -> Iterator[Finding]:
    """A row is cut at a date that has come, once its period has begun."""
    for row in world.register.all(Avance):
        if row.fecha_corte > world.as_of or row.fecha_corte < row.periodo.start:
            why = "no ha llegado" if row.fecha_corte > world.as_of else "es anterior al periodo"
            yield Finding(
                row,
                ("fecha_corte",),
                f"La fecha de corte ({row.fecha_corte}) {why}.",
                "Escriba la fecha hasta la que cuenta el dato.",
            )


@rule("avance-sin-valor", Severity.ERROR)
def value_missing(world: World) -> Iterator[Finding]:
    """A row that reports has a value."""
    for row in world.register.all(Avance):
        if row.estado_dato not in WITHOUT_VALUE and row.valor is None:
            yield Finding(
                row,
                ("valor",),
                f"El dato figura como «{row.estado_dato}» y no trae valor. Vacío no es cero.",
                "Escriba el valor (0 si es cero), o cambie el estado a sin_dato o no_aplica.",
            )


@rule("avance-valor-sobra", Severity.ERROR)
def value_not_expected(world: World) -> Iterator[Finding]:
    """A row without datum has no value."""
    for row in world.register.all(Avance):
        if row.estado_dato in WITHOUT_VALUE and row.valor is not None:
            yield Finding(
                row,
                ("valor",),
                f"El dato figura como «{row.estado_dato}» y, sin embargo, trae un valor.",
                "Borre el valor, o cambie el estado a «reportado».",
            )


@rule("avance-sin-explicacion", Severity.AVISO)
def no_datum_no_word(world: World) -> Iterator[Finding]:
    """A row without datum says why."""
    for row in world.register.all(Avance):
        missing = row.estado_dato == EstadoDato.SIN_DATO
        if missing and not (row.dificultades or row.descripcion or row.nota):
            yield Finding(
                row,
                ("estado_dato",),
                "No hay dato de este periodo y no se dice por qué.",
                "Explíquelo en «dificultades», en una o dos frases.",
            )


@rule("avance-acumulado-baja", Severity.ERROR)
def accumulated_falls(world: World) -> Iterator[Finding]:
    """What is accumulated never falls: no period adds less than nothing."""
    for row, indicator in _rows(world):
        adds = accumulation(indicator) is Acumulacion.ACUMULADO
        if adds and row.valor is not None and row.valor < 0:
            yield Finding(
                row,
                ("valor",),
                f"El indicador es acumulado y este periodo lo haría bajar ({number(row.valor)}).",
                "Escriba lo que sumó el periodo; si corrige uno anterior, añada una versión nueva "
                "de aquella fila.",
            )


@rule("avance-porcentaje-no-cuadra", Severity.ERROR)
def percentage_at_odds(world: World) -> Iterator[Finding]:
    """A percentage comes with its two parts, and is their quotient."""
    for row, indicator in _rows(world):
        if not is_percent(indicator.unidad) or row.valor is None:
            continue
        if row.numerador is None or not row.denominador:
            yield Finding(
                row,
                ("numerador",) if row.numerador is None else ("denominador",),
                "El valor es un porcentaje y no se dice de qué cuenta sale.",
                "Escriba «numerador» y «denominador», con un denominador distinto de cero.",
            )
        elif abs(row.numerador / row.denominador * 100 - row.valor) > ROUNDING:
            share = percent(row.numerador / row.denominador * 100, 2)
            yield Finding(
                row,
                ("valor",),
                f"{number(row.numerador)} de {number(row.denominador)} es {share}, "
                f"no {percent(row.valor)}.",
                "Corrija el valor, el numerador o el denominador.",
            )


@rule("avance-version", Severity.ERROR)
def versions(world: World) -> Iterator[Finding]:
    """Versions go 1, 2, 3…; each after the first is a correction, with its reason."""
    rows = sorted(
        world.register.all(Avance), key=lambda row: (row.indicador, row.periodo, row.version)
    )
    for _, group in groupby(rows, key=lambda row: (row.indicador, row.periodo)):
        for expected, row in enumerate(group, start=1):
            fault = _version_fault(row, expected)
            if fault:
                field, message, remedy = fault
                yield Finding(row, (field,), message, remedy)


def _version_fault(row: Avance, expected: int) -> tuple[str, str, str] | None:
    if row.version != expected:
        return (
            "version",
            f"Es la versión {row.version} de este periodo y falta la {expected}.",
            "Numere las versiones 1, 2, 3…; las anteriores se conservan.",
        )
    corrected = row.estado_dato == EstadoDato.CORREGIDO
    if corrected != (row.version > 1):
        return (
            "estado_dato",
            f"Es la versión {row.version} y el dato figura como «{row.estado_dato}».",
            "La versión 1 es la primera que se reporta; desde la 2 el estado es «corregido».",
        )
    if corrected and not known(row.motivo_correccion):
        return (
            "motivo_correccion",
            "El dato se corrigió y no se dice por qué.",
            "Escriba el motivo en «motivo_correccion».",
        )
    return None


RULES = (
    period_of_other_length,
    period_outside_term,
    row_of_the_future,
    value_missing,
    value_not_expected,
    no_datum_no_word,
    accumulated_falls,
    percentage_at_odds,
    versions,
)
