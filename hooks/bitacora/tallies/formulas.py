"""The formulas of progress, one for each kind of accumulation, with the words that tell them.

Nothing here needs more than Python itself: readers run this very module to check a report, and
the method page prints its words. Values are exact decimals; a share of 1 is the whole, and is None
where it has no meaning, never 0 in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal

from bitacora.records.accumulation import Acumulacion
from bitacora.tallies.lights import Light

ZERO, ONE = Decimal(0), Decimal(1)
PLACES = 12
"""Decimals kept of a quotient: nine tenths stay nine tenths however they were divided."""
_WIDE = Context(prec=60, rounding=ROUND_HALF_EVEN)
LEVELS = (Acumulacion.CAPACIDAD, Acumulacion.STOCK, Acumulacion.REDUCCION)
"""The kinds whose value to date is a level that starts from a baseline."""
ONCE = (Acumulacion.ACUMULADO, *LEVELS)
"""The kinds that are fulfilled once for all when the goal of the term is reached."""
FROM_BASELINE = (Acumulacion.CAPACIDAD, Acumulacion.REDUCCION)
"""The kinds whose progress is the part walked of the way from the baseline to the goal."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a kind computes, in Spanish."""

    to_date: str
    progress: str
    expected: str
    fulfilment: str


_LINE = "el nivel que fijan las metas por periodo; si no hay, el de una recta de la línea base a la"
WORDS = {
    Acumulacion.ACUMULADO: Words(
        "suma de los valores reportados hasta ahora",
        "suma de los valores ÷ meta",
        "suma de las metas de los periodos que ya terminaron; si no hay, meta × periodos "
        "terminados ÷ periodos de la vigencia",
        "suma de los valores ÷ esperado",
    ),
    Acumulacion.FLUJO: Words(
        "valor del periodo",
        "promedio, en los periodos con dato, de valor ÷ meta del periodo, cada uno con un tope "
        "de 1",
        "la meta del periodo; si no hay, la de la vigencia",
        "suma de los valores del trimestre ÷ suma de sus metas",
    ),
    Acumulacion.CAPACIDAD: Words(
        "último nivel reportado",
        "(último valor − línea base) ÷ (meta − línea base)",
        f"{_LINE} meta",
        "(último valor − línea base) ÷ (esperado − línea base)",
    ),
    Acumulacion.STOCK: Words(
        "último nivel reportado",
        "último valor ÷ meta",
        f"{_LINE} meta",
        "último valor ÷ esperado",
    ),
    Acumulacion.REDUCCION: Words(
        "último nivel reportado",
        "(línea base − último valor) ÷ (línea base − meta)",
        f"{_LINE} meta",
        "(línea base − último valor) ÷ (línea base − esperado)",
    ),
    Acumulacion.MANTENIMIENTO: Words(
        "último nivel reportado",
        "sí, cuando el último valor está dentro del margen declarado alrededor de la meta; no, en "
        "los demás casos",
        "la meta, en todos los periodos",
        "lo mismo que el avance: dentro o fuera del margen",
    ),
}


def ratio(part: Decimal, whole: Decimal) -> Decimal | None:
    """part ÷ whole with ``PLACES`` decimals, or None when the whole is zero."""
    return rounded(_WIDE.divide(part, whole)) if whole else None


def rounded(value: Decimal) -> Decimal:
    """The value with ``PLACES`` decimals at most, without final zeros or exponent."""
    short = value.quantize(ONE.scaleb(-PLACES), context=_WIDE).normalize(_WIDE)
    return short.quantize(ONE, context=_WIDE) if short == short.to_integral_value() else short


def value_to_date(kind: Acumulacion, values: Sequence[Decimal]) -> Decimal | None:
    """What the values of the periods, in their order, amount to: their sum for ``acumulado``, else
    the last one. None without values."""
    if not values:
        return None
    return sum(values, ZERO) if kind is Acumulacion.ACUMULADO else values[-1]


def level_progress(
    kind: Acumulacion,
    to_date: Decimal,
    baseline: Decimal | None,
    goal: Decimal,
    tolerance: Decimal | None = None,
) -> Decimal | None:
    """Progress towards the goal of the term, as a share; ``flujo`` is ``flow_progress``."""
    if kind in (Acumulacion.ACUMULADO, Acumulacion.STOCK):
        return ratio(to_date, goal)
    if kind is Acumulacion.MANTENIMIENTO:
        return ONE if abs(to_date - goal) <= (tolerance or ZERO) else ZERO
    if baseline is None:
        return None
    if kind is Acumulacion.CAPACIDAD:
        return ratio(to_date - baseline, goal - baseline)
    return ratio(baseline - to_date, baseline - goal)


def flow_progress(values: Sequence[Decimal], goals: Sequence[Decimal]) -> Decimal | None:
    """For ``flujo``: the mean over the periods of value ÷ goal, each capped at 1."""
    shares = [ratio(value, goal) for value, goal in zip(values, goals, strict=True)]
    known = [min(share, ONE) for share in shares if share is not None]
    return ratio(sum(known, ZERO), Decimal(len(known)))


def straight_line(start: Decimal, end: Decimal, elapsed: int, whole: int) -> Decimal | None:
    """Where one stands after ``elapsed`` of ``whole`` equal steps from ``start`` to ``end``; None
    without steps. From 0 it prorates a goal over the periods due."""
    share = ratio((end - start) * elapsed, Decimal(whole))
    return None if share is None else rounded(start + share)


def fulfilment(
    kind: Acumulacion,
    to_date: Decimal,
    expected: Decimal,
    baseline: Decimal | None = None,
    goal: Decimal | None = None,
) -> Decimal | None:
    """What was reached of what was expected to date, for sums and levels; None where nothing was
    expected yet, or where what was expected went away from the goal."""
    if kind not in FROM_BASELINE:
        return ratio(to_date, expected) if expected > ZERO else None
    if baseline is None:
        return None
    away = goal is not None and (expected - baseline) * (goal - baseline) < ZERO
    return None if away else ratio(to_date - baseline, expected - baseline)


def flow_fulfilment(values: Sequence[Decimal], goals: Sequence[Decimal]) -> Decimal | None:
    """For ``flujo``: the values of the quarter's periods ÷ their goals."""
    return ratio(sum(values, ZERO), sum(goals, ZERO))


def light_of(
    kind: Acumulacion,
    progress: Decimal | None,
    share: Decimal | None,
    closing: bool,
    on_track: Decimal,
    at_risk: Decimal,
) -> Light | None:
    """The light of a value: ``progress`` towards the goal of the term, ``share`` of what was
    expected, against the two thresholds (0.9 and 0.7 unless changed).

    What starts anew in each period, or is kept, is only fulfilled when the term is ``closing``.
    None where there is no share: see ``light_unexpected``.
    """
    if progress is not None and progress >= ONE and (kind in ONCE or closing):
        return Light.CUMPLIDO
    if share is None:
        return None
    if share >= on_track:
        return Light.EN_META
    return Light.EN_RIESGO if share >= at_risk else Light.ATRASADO


def light_unexpected(to_date: Decimal, expected: Decimal, falling: bool) -> Light:
    """The light where nothing was expected yet: on track unless worse than where one stood."""
    behind = to_date > expected if falling else to_date < expected
    return Light.ATRASADO if behind else Light.EN_META
