"""What was expected to date, which periods are due, which goal was in force: worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitacora.quarters import Period
from bitacora.records.accumulation import Acumulacion
from bitacora.records.indicators import Indicador
from bitacora.records.strategy import Estrategia
from bitacora.tallies.due import due_periods
from bitacora.tallies.expected import expected_at
from bitacora.tallies.goals import (
    Goals,
    goal_after,
    goal_of_quarter,
    goal_of_year,
    goals_at,
)
from one_indicator import change, facts, goals, line_of, register_of, row, world

A = Acumulacion
QUARTERLY = tuple(Period(2025 * 12 + step, 3) for step in range(0, 48, 3))
YEARLY = tuple(Period(year * 12, 12) for year in range(2025, 2029))


def made(term: str | None, **periods: str) -> Goals:
    """Goals as they stand in the data, sorted as ``goals_at`` sorts them."""
    listed = sorted((goal.periodo, goal.meta) for goal in goals(**periods))
    return Goals(None if term is None else Decimal(term), tuple(listed))


def expected(
    kind: A,
    asked: Goals,
    quarter: str,
    base: str | None = None,
    due: tuple[Period, ...] = QUARTERLY,
) -> str | None:
    level = None if base is None else Decimal(base)
    found = expected_at(kind, asked, level, due, Period.parse(quarter).end)
    return None if found is None else str(found)


@pytest.mark.parametrize(
    ("asked", "quarter", "found"),
    [
        # No goals by period: 160 × quarters ended ÷ 16
        (made("160"), "2025-T1", "10"),
        (made("160"), "2026-T3", "70"),
        (made("160"), "2028-T4", "160"),
        (made("160"), "2029-T1", "160"),
        # Quarterly goals: 5 + 7 at T2; then 160 − 12 = 148 over the 14 quarters left: 12 + 74
        (made("160", p2025_T1="5", p2025_T2="7"), "2025-T1", "5"),
        (made("160", p2025_T1="5", p2025_T2="7"), "2025-T2", "12"),
        (made("160", p2025_T1="5", p2025_T2="7"), "2026-T4", "75.428571428571"),  # 12 + 148 × 6/14
        # A yearly goal at T2 of its year: half of it, besides the year before: 20 + 40 / 2
        (made("160", p2025="20", p2026="40"), "2026-T2", "40"),
        (made("160", p2025="20", p2026="40"), "2026-T4", "60"),
        # Half-years inside a year count once: 12 of S1; then (40 − 12) over T3 and T4: 12 + 14
        (made("160", p2025="40", p2025_S1="12"), "2025-T3", "26"),
        (made("160", p2025="40", p2025_S1="12"), "2025-T4", "40"),
        # Goals by period that already exceed the term leave nothing for the rest
        (made("50", p2025="30", p2026="40"), "2027-T4", "70"),
        # The goal of the term unknown: only what the periods ask
        (made(None, p2025="20"), "2025-T2", "10"),
        (made(None, p2025="20"), "2027-T1", "20"),
        (made(None), "2027-T1", None),
    ],
)
def test_sums_by_hand(asked: Goals, quarter: str, found: str | None) -> None:
    assert expected(A.ACUMULADO, asked, quarter) == found


@pytest.mark.parametrize("kind", [A.CAPACIDAD, A.STOCK, A.REDUCCION])
@pytest.mark.parametrize(
    ("asked", "base", "quarter", "found"),
    [
        # 20 + (52 − 20) × 7 / 16 = 34
        (made("52"), "20", "2026-T3", "34"),
        (made("52"), "20", "2028-T4", "52"),
        # 200 − 64 × 4 / 16 = 184
        (made("136"), "200", "2025-T4", "184"),
        # Levels joined: 20 → 24 at the end of 2025 (4 quarters) → 32 at the end of 2026
        (made("52", p2025="24", p2026="32"), "20", "2025-T2", "22"),
        (made("52", p2025="24", p2026="32"), "20", "2025-T4", "24"),
        (made("52", p2025="24", p2026="32"), "20", "2026-T1", "26"),
        # From the last level to the goal of the term: 32 + (52 − 32) × 4 / 8 = 42
        (made("52", p2025="24", p2026="32"), "20", "2027-T4", "42"),
        # Without baseline: nothing before the first level, the line after it
        (made("52", p2025="24", p2026="32"), None, "2025-T2", None),
        (made("52", p2025="24", p2026="32"), None, "2026-T2", "28"),
        (made("52"), None, "2026-T2", None),
        # Without a goal of the term the last level stays
        (made(None, p2025="24"), "20", "2027-T1", "24"),
    ],
)
def test_levels_by_hand(
    kind: A, asked: Goals, base: str | None, quarter: str, found: str | None
) -> None:
    assert expected(kind, asked, quarter, base) == found


def test_a_yearly_indicator_owes_nothing_new_until_its_year_ends() -> None:
    quarters = ("2025-T1", "2025-T3", "2025-T4", "2026-T1", "2026-T3", "2026-T4")
    sums = [expected(A.ACUMULADO, made("40"), quarter, due=YEARLY) for quarter in quarters]
    assert sums == ["0", "0", "10", "10", "10", "20"]
    levels = [expected(A.STOCK, made("40"), quarter, "20", due=YEARLY) for quarter in quarters]
    assert levels == ["20", "20", "25", "25", "25", "30"]


def test_what_is_kept_is_expected_in_every_period() -> None:
    assert expected(A.MANTENIMIENTO, made("95"), "2025-T1") == "95"


def test_without_known_periods_only_goals_that_ended_are_expected() -> None:
    asked = made("100", p2025="20", p2026="30")
    assert expected(A.ACUMULADO, asked, "2025-T2", due=()) == "0"
    assert expected(A.ACUMULADO, asked, "2026-T4", due=()) == "50"
    assert expected(A.ACUMULADO, made("100"), "2026-T4", due=()) is None
    assert expected(A.STOCK, made("100"), "2026-T4", "0", due=()) is None


def test_the_flow_of_a_period_has_the_goal_of_the_shortest_stretch_that_holds_it() -> None:
    asked = made("9", p2025="4", p2025_S2="5", p2025_T4="6")
    found = [asked.of_flow(Period.parse(p)) for p in ("2025-T1", "2025-T3", "2025-T4", "2026-T1")]
    assert [str(goal) for goal in found] == ["4", "5", "6", "9"]


def due(periodicity: str, **strategy: Any) -> list[str]:
    register = register_of({"periodicidad": periodicity}, (), strategy)
    [indicator], [plan] = register.all(Indicador), register.all(Estrategia)
    return [period.text for period in due_periods(indicator, plan, world().lists)]


def test_due_periods_of_each_periodicity() -> None:
    assert len(due("mensual")) == 48
    assert due("cuatrimestral")[:3] == ["2025-C1", "2025-C2", "2025-C3"]
    assert due("anual") == ["2025", "2026", "2027", "2028"]
    assert due("bienal") == ["2025-2026", "2027-2028"]
    assert due("cuatrienal") == ["2025-2028"]
    assert due("unica") == ["2025-2028"]


def test_a_term_that_starts_in_mid_quarter_starts_with_that_quarter() -> None:
    begins = {"fecha_inicio": date(2025, 5, 20)}
    assert due("mensual", **begins)[0] == "2025-05"
    assert due("trimestral", **begins)[0] == "2025-T2"
    assert due("semestral", **begins)[0] == "2025-S1"
    assert due("anual", **begins)[0] == "2025"
    # 15 quarters are due: at the end of 2025-T3 two have ended: 150 × 2 / 15 = 20
    line = line_of({"meta": Decimal(150)}, [row("2025-T3", "20")], "2025-T3", strategy=begins)
    assert facts(line, "esperado", "cumplimiento", "luz") == (20, 1, "en_meta")
    assert line.faltan == ("2025-T2",)


CHANGED: Mapping[str, Any] = {
    "meta": Decimal(80),
    "metas_por_periodo": goals(p2026="18", p2027="30"),
    # Written in any order: 120 until March 2026, then 100 until July 2027, then 80.
    "cambios_meta": (
        change(date(2027, 7, 1), "100"),
        change(date(2026, 3, 1), "120"),
        change(date(2026, 3, 1), "25", period="2026"),
    ),
}


@pytest.mark.parametrize(
    ("day", "term", "of_2026"),
    [
        (date(2026, 2, 28), "120", "25"),
        (date(2026, 3, 1), "100", "18"),
        (date(2027, 6, 30), "100", "18"),
        (date(2027, 7, 1), "80", "18"),
    ],
)
def test_the_goal_in_force_at_a_date(day: date, term: str, of_2026: str) -> None:
    [indicator] = register_of(CHANGED, ()).all(Indicador)
    found = goals_at(indicator, day)
    assert (found.term, found.of(Period.parse("2026"))) == (Decimal(term), Decimal(of_2026))
    assert found.of(Period.parse("2027")) == 30


def test_each_change_tells_the_goal_it_put_in_force() -> None:
    [indicator] = register_of(CHANGED, ()).all(Indicador)
    after = [goal_after(indicator, one) for one in indicator.cambios_meta]
    assert after == [80, 100, 18]


@pytest.mark.parametrize(
    ("kind", "periods", "year", "quarter"),
    [
        ("acumulado", {"p2026": "12"}, "12", None),
        ("acumulado", {"p2026_S1": "5", "p2026_S2": "9"}, "14", None),
        ("acumulado", {"p2026_S1": "5"}, None, None),  # half a year is not the goal of the year
        ("acumulado", {"p2026_T3": "4"}, None, "4"),
        ("acumulado", {"p2026_07": "1", "p2026_08": "1", "p2026_09": "2"}, None, "4"),
        ("flujo", {"p2026_07": "1", "p2026_08": "1", "p2026_09": "2"}, None, "2"),
        ("capacidad", {"p2026_T3": "30", "p2026_T4": "35"}, "35", "30"),
        ("capacidad", {}, None, None),
    ],
)
def test_goals_of_the_year_and_of_the_quarter(
    kind: str, periods: dict[str, str], year: str | None, quarter: str | None
) -> None:
    fields = {"acumulacion": kind, "metas_por_periodo": goals(**periods)}
    [indicator] = register_of(fields, ()).all(Indicador)
    asked, here = goals_at(indicator, date(2026, 11, 1)), Period.parse("2026-T3")
    of_year, of_quarter = (
        goal_of_year(indicator, asked, here),
        goal_of_quarter(indicator, asked, here, 3),
    )
    assert (of_year, of_quarter) == (
        None if year is None else Decimal(year),
        None if quarter is None else Decimal(quarter),
    )


@given(
    st.integers(1, 10**9),
    st.lists(st.integers(0, 10**6), min_size=1, max_size=4),
    st.integers(0, 15),
)
def test_what_is_expected_of_a_sum_never_goes_down(term: int, by_year: list[int], at: int) -> None:
    yearly = {f"p{2025 + index}": str(goal) for index, goal in enumerate(by_year)}
    asked = made(str(term), **yearly)
    here, later = QUARTERLY[at], QUARTERLY[min(at + 1, 15)]
    now = expected_at(A.ACUMULADO, asked, None, QUARTERLY, here.end)
    then = expected_at(A.ACUMULADO, asked, None, QUARTERLY, later.end)
    assert now is not None
    assert then is not None
    assert 0 <= now <= then


@given(st.integers(-1000, 1000), st.integers(-1000, 1000), st.integers(0, 15))
def test_a_level_is_expected_between_the_baseline_and_the_goal(
    base: int, goal: int, at: int
) -> None:
    found = expected_at(
        A.STOCK, Goals(Decimal(goal), ()), Decimal(base), QUARTERLY, QUARTERLY[at].end
    )
    assert found is not None
    assert min(base, goal) <= found <= max(base, goal)
