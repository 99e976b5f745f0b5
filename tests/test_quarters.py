"""Tests of the reporting periods."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitacora.quarters import Period, PeriodKind, quarters_between, read_period

CANONICAL = [
    ("2026-03", "mensual", (2026, 3, 1), (2026, 3, 31), "2026-T1", "marzo de 2026"),
    ("2024-02", "mensual", (2024, 2, 1), (2024, 2, 29), "2024-T1", "febrero de 2024"),
    ("2026-B2", "bimestral", (2026, 3, 1), (2026, 4, 30), "2026-T2", "segundo bimestre de 2026"),
    ("2026-T3", "trimestral", (2026, 7, 1), (2026, 9, 30), "2026-T3", "tercer trimestre de 2026"),
    (
        "2026-C1",
        "cuatrimestral",
        (2026, 1, 1),
        (2026, 4, 30),
        "2026-T2",
        "primer cuatrimestre de 2026",
    ),
    ("2026-S1", "semestral", (2026, 1, 1), (2026, 6, 30), "2026-T2", "primer semestre de 2026"),
    ("2026", "anual", (2026, 1, 1), (2026, 12, 31), "2026-T4", "2026"),
    ("2025-2026", "plurianual", (2025, 1, 1), (2026, 12, 31), "2026-T4", "2025 a 2026"),
    ("2024-2027", "plurianual", (2024, 1, 1), (2027, 12, 31), "2027-T4", "2024 a 2027"),
]


@pytest.mark.parametrize(
    ("text", "kind", "start", "end", "quarter", "spoken"), CANONICAL, ids=[c[0] for c in CANONICAL]
)
def test_a_period_knows_itself(
    text: str,
    kind: str,
    start: tuple[int, int, int],
    end: tuple[int, int, int],
    quarter: str,
    spoken: str,
) -> None:
    period = Period.parse(text)
    assert period.text == str(period) == text
    assert period.kind == kind
    assert (period.start, period.end) == (date(*start), date(*end))
    assert period.quarter == Period.parse(quarter)
    assert period.spoken == spoken
    assert read_period(text) == (period, False)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("2026 Q3", "2026-T3"),
        ("2026Q3", "2026-T3"),
        ("T3 2026", "2026-T3"),
        ("3T2026", "2026-T3"),
        ("2026-t3", "2026-T3"),
        ("2026–T3", "2026-T3"),
        (" 2026-T3 ", "2026-T3"),
        ("III trim 2026", "2026-T3"),
        ("III Trim. 2026", "2026-T3"),
        ("3er trimestre de 2026", "2026-T3"),
        ("3.er trimestre del año 2026", "2026-T3"),
        ("Trimestre III - 2026", "2026-T3"),
        ("2º trimestre 2026", "2026-T2"),
        ("cuarto trimestre de 2026", "2026-T4"),
        ("primer semestre 2026", "2026-S1"),
        ("II sem. 2026", "2026-S2"),
        ("segundo bimestre de 2026", "2026-B2"),
        ("C3 2026", "2026-C3"),
        ("marzo de 2026", "2026-03"),
        ("Marzo 2026", "2026-03"),
        ("2026 marzo", "2026-03"),
        ("setiembre del 2026", "2026-09"),
        ("dic-2026", "2026-12"),
        ("2026-3", "2026-03"),
        ("03/2026", "2026-03"),
        ("año 2026", "2026"),
        ("2024–2027", "2024-2027"),
        ("2025 a 2026", "2025-2026"),
    ],
)
def test_what_people_write_is_read_with_a_remark(written: str, text: str) -> None:
    assert read_period(written) == (Period.parse(text), True)
    with pytest.raises(ValueError, match="No entiendo el periodo"):
        Period.parse(written)


@pytest.mark.parametrize(
    "text",
    [
        *("", "hoy", "T3", "26-T3", "2026-T5", "2026-T0", "2026-B7", "2026-C4", "2026-S3"),
        *("2026-13", "2026-00", "2026-27", "1899", "2101", "2095-2105", "2026-2026", "2027-2026"),
        *("2026-T3 y T4", "2026-Q3-Q4", "trimestre de 2026", "mayonesa 2026", "2026\n"),
        *("٢٠٢٦", "2026-T３"),
    ],
)
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match=r"periodo|año|número"):
        Period.parse(text)
    if text.strip() == text:
        with pytest.raises(ValueError, match=r"periodo|año|número"):
            read_period(text)


def test_periods_sort_by_end_then_start() -> None:
    texts = ["2026-T1", "2025-2026", "2025", "2026-03", "2026", "2026-T4", "2026-12", "2025-S2"]
    assert [period.text for period in sorted(map(Period.parse, texts))] == [
        "2025",
        "2025-S2",
        "2026-T1",
        "2026-03",
        "2025-2026",
        "2026",
        "2026-T4",
        "2026-12",
    ]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("2026-12", "2027-01"),
        ("2026-B6", "2027-B1"),
        ("2026-T4", "2027-T1"),
        ("2026-C3", "2027-C1"),
        ("2026-S1", "2026-S2"),
        ("2026", "2027"),
        ("2024-2027", "2028-2031"),
    ],
)
def test_neighbours(text: str, after: str) -> None:
    assert Period.parse(text).next().text == after
    assert Period.parse(after).previous().text == text


def test_time_has_limits() -> None:
    with pytest.raises(ValueError, match="1900"):
        Period.parse("1900-T1").previous()
    with pytest.raises(ValueError, match="2100"):
        Period.parse("2100").next()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (PeriodKind.MENSUAL, "2026-08"),
        (PeriodKind.BIMESTRAL, "2026-B4"),
        (PeriodKind.TRIMESTRAL, "2026-T3"),
        (PeriodKind.CUATRIMESTRAL, "2026-C2"),
        (PeriodKind.SEMESTRAL, "2026-S2"),
        (PeriodKind.ANUAL, "2026"),
    ],
)
def test_the_period_of_a_day(kind: PeriodKind, text: str) -> None:
    assert Period.containing(date(2026, 8, 31), kind).text == text


def test_the_span_of_several_years_is_not_guessed() -> None:
    with pytest.raises(ValueError, match="varios años"):
        Period.containing(date(2026, 8, 31), PeriodKind.PLURIANUAL)


def test_quarters_between_two_days() -> None:
    found = quarters_between(date(2025, 11, 30), date(2026, 4, 1))
    assert [period.text for period in found] == ["2025-T4", "2026-T1", "2026-T2"]
    assert quarters_between(date(2026, 4, 1), date(2026, 3, 1)) == ()


@pytest.mark.parametrize(("first", "months"), [(24312, 5), (24313, 3), (24312, 0), (24315, 12)])
def test_a_period_is_whole(first: int, months: int) -> None:
    with pytest.raises(ValueError, match="periodo"):
        Period(first, months)


@given(
    day=st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    kind=st.sampled_from([kind for kind in PeriodKind if kind is not PeriodKind.PLURIANUAL]),
)
def test_every_day_is_in_its_period(day: date, kind: PeriodKind) -> None:
    period = Period.containing(day, kind)
    assert period.start <= day <= period.end
    assert Period.parse(period.text) == period
    assert period.quarter.start <= period.end <= period.quarter.end


@given(st.text(max_size=30))
def test_any_text_is_a_period_or_a_value_error(text: str) -> None:
    try:
        period, _ = read_period(text)
    except ValueError:
        return
    assert Period.parse(period.text) == period
