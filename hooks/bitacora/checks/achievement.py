"""Rules of what an indicator has achieved: evidence, jumps, missing reports."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.accumulation import Acumulacion
from bitacora.records.indicators import Avance, Indicador
from bitacora.spanish import join_y, percent
from bitacora.tallies.belonging import strategy_of
from bitacora.tallies.due import due_periods, without_row
from bitacora.tallies.formulas import level_progress, ratio, value_to_date
from bitacora.tallies.goals import Goals, goals_at
from bitacora.tallies.progress import GRACE, accumulation, known_baseline, rows_in_force

WHOLE, EXCESS, JUMP = Decimal(1), Decimal("1.2"), Decimal("0.5")
Shares = list[tuple[Avance, Decimal]]


def _shares(world: World) -> Iterator[tuple[Indicador, Shares]]:
    """Each indicator with its rows in force, each row with the progress it led to."""
    for item in world.register.all(Indicador):
        kind = accumulation(item)
        if kind is not None:
            rows = rows_in_force(world.register.naming(item, Avance, "indicador"))
            goals = goals_at(item, world.as_of)
            yield item, list(_shares_of(item, kind, rows, goals))


def _shares_of(
    item: Indicador, kind: Acumulacion, rows: tuple[Avance, ...], goals: Goals
) -> Iterator[tuple[Avance, Decimal]]:
    values: list[Decimal] = []
    for row in rows:
        if row.valor is None:
            continue
        values.append(row.valor)
        goal = goals.of_flow(row.periodo) if kind is Acumulacion.FLUJO else goals.term
        to_date = value_to_date(kind, values)
        if goal is None or to_date is None:
            continue
        share = (
            ratio(row.valor, goal)
            if kind is Acumulacion.FLUJO
            else level_progress(kind, to_date, known_baseline(item), goal, item.tolerancia)
        )
        if share is not None:
            yield row, share


@rule("meta-alcanzada-sin-evidencia", Severity.ERROR)
def goal_reached_without_evidence(world: World) -> Iterator[Finding]:
    """A value that reaches the goal has evidence."""
    for item, shares in _shares(world):
        adds = accumulation(item) is Acumulacion.ACUMULADO
        for row, share in shares:
            # A period that adds nothing after the goal was reached has nothing to prove.
            if share >= WHOLE and not row.evidencias and not (adds and row.valor == 0):
                yield Finding(
                    row,
                    ("valor",),
                    f"Con este valor el avance llega a {percent(share * 100, 1)} y nada lo prueba.",
                    "Escriba en «evidencias» el acta, el enlace o el documento.",
                )


@rule("avance-excesivo", Severity.AVISO)
def progress_beyond_goal(world: World) -> Iterator[Finding]:
    """A progress above 120 % is explained."""
    for _, shares in _shares(world):
        for row, share in shares:
            if share > EXCESS and not row.descripcion:
                yield Finding(
                    row,
                    ("valor",),
                    f"El avance llega a {percent(share * 100, 1)} de la meta y no se explica.",
                    "Compruebe el valor y la meta; si están bien, explíquelo en «descripcion».",
                )


@rule("avance-salto", Severity.AVISO)
def sudden_jump(world: World) -> Iterator[Finding]:
    """A change of more than 50 points between two periods is explained."""
    for item, shares in _shares(world):
        if accumulation(item) is Acumulacion.MANTENIMIENTO:
            continue  # It is met or not met: there is nothing between.
        for (_, before), (row, share) in pairwise(shares):
            if abs(share - before) > JUMP and not row.descripcion:
                yield Finding(
                    row,
                    ("valor",),
                    f"El avance pasa de {percent(before * 100, 1)} a {percent(share * 100, 1)} "
                    "de un periodo al siguiente, y no se explica.",
                    "Compruebe la cifra; si está bien, explíquela en «descripcion».",
                )


@rule("avance-sin-evidencia", Severity.MEJORA)
def value_without_evidence(world: World) -> Iterator[Finding]:
    """A value above zero has evidence."""
    for row in world.register.all(Avance):
        if row.valor and not row.evidencias:
            yield Finding(
                row,
                ("evidencias",),
                "El valor no trae con qué comprobarlo.",
                "Escriba en «evidencias» el acta, el enlace o el documento.",
            )


@rule("avance-sin-verificar-aparte", Severity.AVISO)
def verified_by_the_reporter(world: World) -> Iterator[Finding]:
    """Who verifies a value is not who reports it."""
    for row in world.register.all(Avance):
        indicator = world.register.get(Indicador, row.indicador)
        reporter = indicator.responsable_reporte if indicator else row.responsable
        if row.verificado_por and row.verificado_por in (reporter, row.responsable):
            yield Finding(
                row,
                ("verificado_por",),
                "La misma dependencia reporta el valor y lo verifica.",
                "Escriba la dependencia que lo revisó, o deje el campo vacío.",
            )


@rule("sin-reporte", Severity.AVISO)
def report_missing(world: World) -> Iterator[Finding]:
    """Every period is reported within 30 days of its end."""
    for item in world.register.all(Indicador):
        if _rows_unread(world, item):
            continue  # What is wrong with its rows is told where they stand.
        due = due_periods(item, strategy_of(world.register, item), world.lists)
        rows = world.register.naming(item, Avance, "indicador")
        late = [
            period.text
            for period in without_row(due, rows)
            # The rows of a report that waits for its day are not missing.
            if period.end + GRACE < world.as_of and period.quarter not in world.withheld
        ]
        if late:
            yield Finding(
                item,
                ("periodicidad",),
                f"No hay reporte de {join_y(late)}.",
                "Añada la fila de cada periodo en «avances»; si no hay valor, con «sin_dato» y "
                "su explicación.",
            )


def _rows_unread(world: World, indicator: Indicador) -> bool:
    """Whether a table of progress, or a row of this indicator, could not be read."""
    names = [name for kind, name in world.unread if kind == Avance.kind]
    return any(not name or name.startswith(f"{indicator.id}-") for name in names)


RULES = (
    goal_reached_without_evidence,
    progress_beyond_goal,
    sudden_jump,
    value_without_evidence,
    verified_by_the_reporter,
    report_missing,
)
