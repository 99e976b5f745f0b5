"""The six kinds of accumulation: formulas against tables worked out by hand."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from bitacora.records.accumulation import Acumulacion
from bitacora.tallies.formulas import (
    WORDS,
    flow_fulfilment,
    flow_progress,
    fulfilment,
    level_progress,
    light_of,
    light_unexpected,
    ratio,
    rounded,
    straight_line,
    value_to_date,
)
from bitacora.tallies.lights import Light
from site_builds import ROOT

A = Acumulacion
NINE, SEVEN = Decimal("0.9"), Decimal("0.7")


def d(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def n(text: str) -> Decimal:
    return Decimal(text)


@pytest.mark.parametrize(
    ("kind", "values", "baseline", "goal", "to_date", "progress"),
    [
        # 12 + 8 + 25 = 45; 45 / 60 = 0.75
        (A.ACUMULADO, "12 8 25", "0", "60", "45", "0.75"),
        # More than the goal stays as it is: 50 + 28 = 78; 78 / 60 = 1.3
        (A.ACUMULADO, "50 28", "0", "60", "78", "1.3"),
        # The baseline of what adds up plays no part: 3 / 12 = 0.25
        (A.ACUMULADO, "3", "6", "12", "3", "0.25"),
        # (26 − 20) / (50 − 20) = 6 / 30 = 0.2
        (A.CAPACIDAD, "22 26", "20", "50", "26", "0.2"),
        # A capacity that falls: (38 − 40) / (30 − 40) = −2 / −10 = 0.2
        (A.CAPACIDAD, "38", "40", "30", "38", "0.2"),
        # Backwards: (18 − 20) / (50 − 20) = −2 / 30
        (A.CAPACIDAD, "18", "20", "50", "18", "-0.066666666667"),
        # 9 / 12 = 0.75, wherever it started
        (A.STOCK, "7 9", "5", "12", "9", "0.75"),
        # (200 − 170) / (200 − 140) = 30 / 60 = 0.5
        (A.REDUCCION, "190 170", "200", "140", "170", "0.5"),
        # To zero: (2 − 0) / (2 − 0) = 1
        (A.REDUCCION, "1 0", "2", "0", "0", "1"),
        # Worse than at the start: (200 − 212) / (200 − 140) = −12 / 60 = −0.2
        (A.REDUCCION, "212", "200", "140", "212", "-0.2"),
        # |93 − 95| = 2, inside 2.5; |92 − 95| = 3, outside
        (A.MANTENIMIENTO, "93", "95", "95", "93", "1"),
        (A.MANTENIMIENTO, "93 92", "95", "95", "92", "0"),
    ],
)
def test_value_and_progress_by_hand(
    kind: A, values: str, baseline: str, goal: str, to_date: str, progress: str
) -> None:
    found = value_to_date(kind, [n(value) for value in values.split()])
    assert found == n(to_date)
    assert found is not None
    assert level_progress(kind, found, n(baseline), n(goal), n("2.5")) == n(progress)


@pytest.mark.parametrize(
    ("values", "goals", "mean", "of_quarter"),
    [
        # (3/4 + 4/4) / 2 = 0.875; 7 / 8 = 0.875
        ("3 4", "4 4", "0.875", "0.875"),
        # 6/4 is capped: (1 + 2/4) / 2 = 0.75; uncapped sum 8 / 8 = 1
        ("6 2", "4 4", "0.75", "1"),
        # Each period with its own goal: (10/20 + 30/30) / 2 = 0.75; 40 / 50 = 0.8
        ("10 30", "20 30", "0.75", "0.8"),
        # A goal of zero has no share: only 5/10 counts; 8 / 10 = 0.8
        ("3 5", "0 10", "0.5", "0.8"),
        ("3", "0", None, None),
    ],
)
def test_flow_by_hand(values: str, goals: str, mean: str | None, of_quarter: str | None) -> None:
    told = [n(value) for value in values.split()]
    asked = [n(goal) for goal in goals.split()]
    assert flow_progress(told, asked) == d(mean)
    assert flow_fulfilment(told, asked) == d(of_quarter)


def test_without_values_nothing_is_known() -> None:
    assert [value_to_date(kind, []) for kind in A] == [None] * 6
    assert flow_progress([], []) is None
    assert flow_fulfilment([], []) is None


@pytest.mark.parametrize(
    ("kind", "baseline", "goal"),
    [
        (A.ACUMULADO, "0", "0"),
        (A.STOCK, "3", "0"),
        (A.CAPACIDAD, "5", "5"),
        (A.REDUCCION, "5", "5"),
        (A.CAPACIDAD, None, "5"),
        (A.REDUCCION, None, "5"),
    ],
)
def test_what_cannot_be_divided_is_not_zero(kind: A, baseline: str | None, goal: str) -> None:
    assert level_progress(kind, n("4"), d(baseline), n(goal)) is None


@pytest.mark.parametrize(
    ("kind", "value", "expected", "baseline", "goal", "share"),
    [
        (A.ACUMULADO, "45", "50", "0", "100", "0.9"),  # 45 / 50
        (A.STOCK, "9", "8", "5", "12", "1.125"),  # 9 / 8
        (A.CAPACIDAD, "26", "28", "20", "50", "0.75"),  # (26 − 20) / (28 − 20) = 6 / 8
        (A.CAPACIDAD, "38", "36", "40", "30", "0.5"),  # (38 − 40) / (36 − 40) = −2 / −4
        (A.REDUCCION, "185", "180", "200", "140", "0.75"),  # (200 − 185) / (200 − 180) = 15 / 20
        (A.REDUCCION, "212", "180", "200", "140", "-0.6"),  # −12 / 20
        (A.ACUMULADO, "5", "0", "0", "100", None),  # nothing was expected yet
        (A.CAPACIDAD, "22", "20", "20", "50", None),
        (A.CAPACIDAD, "22", "18", "20", "50", None),  # what was expected went backwards
        (A.REDUCCION, "190", "195", None, "140", None),  # no baseline
    ],
)
def test_fulfilment_by_hand(
    kind: A, value: str, expected: str, baseline: str | None, goal: str, share: str | None
) -> None:
    assert fulfilment(kind, n(value), n(expected), d(baseline), n(goal)) == d(share)


@pytest.mark.parametrize(
    ("start", "end", "elapsed", "whole", "found"),
    [
        ("0", "100", 7, 16, "43.75"),  # 100 × 7 / 16
        ("20", "50", 3, 16, "25.625"),  # 20 + 30 × 3 / 16
        ("200", "140", 4, 16, "185"),  # 200 − 60 × 4 / 16
        ("20", "50", 0, 16, "20"),
        ("20", "50", 16, 16, "50"),
        ("0", "10", 1, 3, "3.333333333333"),
        ("0", "10", 0, 0, None),
    ],
)
def test_straight_line_by_hand(
    start: str, end: str, elapsed: int, whole: int, found: str | None
) -> None:
    assert straight_line(n(start), n(end), elapsed, whole) == d(found)


@pytest.mark.parametrize(
    ("share", "light"),
    [
        ("1.4", Light.EN_META),
        ("0.9", Light.EN_META),
        ("0.899999999999", Light.EN_RIESGO),
        ("0.7", Light.EN_RIESGO),
        ("0.699999999999", Light.ATRASADO),
        ("0", Light.ATRASADO),
        ("-2", Light.ATRASADO),
        (None, None),
    ],
)
def test_thresholds_hold_at_their_edge(share: str | None, light: Light | None) -> None:
    assert light_of(A.STOCK, n("0.4"), d(share), False, NINE, SEVEN) is light


def test_nine_tenths_of_a_third_are_nine_tenths() -> None:
    expected = straight_line(n("0"), n("1"), 1, 3)
    assert expected is not None
    share = ratio(n("0.3"), expected)
    assert share is not None
    assert light_of(A.ACUMULADO, None, share, False, NINE, SEVEN) is Light.EN_META


def test_almost_all_is_not_all() -> None:
    almost = ratio(n("29999999999"), n("30000000000"))
    assert almost is not None
    assert almost < 1


@pytest.mark.parametrize(
    ("kind", "closing", "light"),
    [
        (A.ACUMULADO, False, Light.CUMPLIDO),
        (A.CAPACIDAD, False, Light.CUMPLIDO),
        (A.STOCK, False, Light.CUMPLIDO),
        (A.REDUCCION, False, Light.CUMPLIDO),
        (A.FLUJO, False, Light.EN_META),
        (A.FLUJO, True, Light.CUMPLIDO),
        (A.MANTENIMIENTO, False, Light.EN_META),
        (A.MANTENIMIENTO, True, Light.CUMPLIDO),
    ],
)
def test_what_starts_anew_is_only_fulfilled_at_the_end(
    kind: A, closing: bool, light: Light
) -> None:
    assert light_of(kind, n("1"), n("1"), closing, NINE, SEVEN) is light


@pytest.mark.parametrize(
    ("value", "falling", "light"),
    [
        ("20", False, Light.EN_META),
        ("21", False, Light.EN_META),
        ("19", False, Light.ATRASADO),
        ("19", True, Light.EN_META),
        ("21", True, Light.ATRASADO),
    ],
)
def test_before_anything_is_expected_only_falling_back_is_late(
    value: str, falling: bool, light: Light
) -> None:
    assert light_unexpected(n(value), n("20"), falling) is light


def test_figures_have_one_form() -> None:
    assert [str(rounded(n(text))) for text in ("100", "0.500", "1E+3", "2.5000000000004")] == [
        "100",
        "0.5",
        "1000",
        "2.5",
    ]


def test_every_kind_has_its_words() -> None:
    assert set(WORDS) == set(A)


def test_readers_can_run_the_formulas_with_python_alone() -> None:
    bare = "import sys; sys.path.insert(0, sys.argv[1]); import bitacora.tallies.expected"
    told = f"{bare}; print([m for m in sys.modules if m.split('.')[0] in ('pydantic', 'babel')])"
    found = subprocess.run(
        [sys.executable, "-S", "-c", told, str(Path(ROOT) / "hooks")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == "[]"
