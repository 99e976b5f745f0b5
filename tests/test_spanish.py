"""es-CO conventions: numbers, dates, countries, order, comparison."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from string import ascii_uppercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitacora.spanish import (
    count_of,
    country_name,
    join_y,
    long_date,
    nearest,
    number,
    percent,
    plain,
    sort_key,
)

AMOUNTS = st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=2)


@pytest.mark.parametrize(
    ("value", "max_decimals", "expected"),
    [
        (Decimal("1234567.89"), None, "1.234.567,89"),
        (Decimal("1278.78"), None, "1.278,78"),
        (Decimal("15.70"), None, "15,70"),
        (Decimal("15.70"), 2, "15,7"),
        (Decimal("15.70"), 0, "16"),
        (Decimal("0.125"), 2, "0,13"),
        (Decimal("-0.004"), 2, "0"),
        (Decimal("-0"), None, "0"),
        (Decimal("-1234.5"), None, "-1.234,5"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("100"), 1, "100"),
        (0, None, "0"),
        (16400, None, "16.400"),
    ],
)
def test_number(value: Decimal | int, max_decimals: int | None, expected: str) -> None:
    assert number(value, max_decimals) == expected


@given(AMOUNTS)
def test_number_can_be_read_back(value: Decimal) -> None:
    assert Decimal(number(value).replace(".", "").replace(",", ".")) == value


@given(AMOUNTS, st.integers(0, 4))
def test_rounding_moves_less_than_one_unit_of_the_last_place(value: Decimal, places: int) -> None:
    read = Decimal(number(value, places).replace(".", "").replace(",", "."))
    assert abs(read - value) <= Decimal("0.5").scaleb(-places)


def test_percent_does_not_break_before_its_sign() -> None:
    assert percent(Decimal("15.7")) == "15,7\u00a0%"
    assert percent(Decimal(100) / 3, 1) == "33,3\u00a0%"


def test_long_date() -> None:
    assert long_date(date(2026, 11, 21)) == "21 de noviembre de 2026"
    assert long_date(date(2027, 1, 1)) == "1 de enero de 2027"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("CO", "Colombia"),
        ("KR", "Corea del Sur"),
        ("ES", "España"),
        ("TR", "Turquía"),
        ("EU", None),
        ("XK", None),
        ("ZZ", None),
        ("419", None),
        ("co", None),
        ("", None),
    ],
)
def test_country_name(code: str, name: str | None) -> None:
    assert country_name(code) == name


def test_countries_are_those_of_iso_3166_1() -> None:
    codes = [one + two for one in ascii_uppercase for two in ascii_uppercase]
    assert sum(country_name(code) is not None for code in codes) == 249


def test_sort_key_is_spanish_alphabetical_order() -> None:
    ordered = [
        "«Acción» 2",
        "Acción 10",
        "África",
        "Árbol",
        "árbol",
        "C40",
        "C100",
        "Nuñez",
        "Nz",
        "Ñapa",
        "Ñuble",
        "Oaxaca",
        "San José",
        "Sanar",
        "Zúrich",
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered


@given(st.lists(st.text(max_size=8), max_size=8))
def test_order_does_not_depend_on_how_it_was_given(words: list[str]) -> None:
    backwards = words[::-1]
    assert sorted(words, key=sort_key) == sorted(backwards, key=sort_key)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Educación", "educacion"),
        ("NIÑEZ", "niñez"),
        ("nin\u0303ez", "niñez"),
        ("Pingüino", "pinguino"),
        ("São Paulo", "sao paulo"),
        ("", ""),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_plain_twice_is_plain_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_nearest_ignores_accents_and_keeps_the_spelling_of_the_option() -> None:
    options = ["en_ejecucion", "cumplida", "Educación"]
    assert nearest("en_ejecución", options) == "en_ejecucion"
    assert nearest("EDUCACION", options) == "Educación"
    assert nearest("complida", set(options)) == "cumplida"
    assert nearest("xyz", options) is None
    assert nearest("algo", []) is None


@pytest.mark.parametrize(
    ("how_many", "expected"),
    [(0, "0 acciones"), (1, "1 acción"), (12, "12 acciones"), (1200, "1.200 acciones")],
)
def test_count_of(how_many: int, expected: str) -> None:
    assert count_of(how_many, "acción", "acciones") == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a y b"),
        (["a", "b", "c"], "a, b y c"),
        (["Francia", "Italia"], "Francia e Italia"),
        (["padres", "hijos"], "padres e hijos"),
        (["Perú", "«Índice»"], "Perú e «Índice»"),
        (["agua", "hielo"], "agua y hielo"),
        (["Nevada", "Iowa"], "Nevada y Iowa"),
        (["Cali", "Yumbo"], "Cali y Yumbo"),
    ],
)
def test_join_y(items: list[str], expected: str) -> None:
    assert join_y(items) == expected
