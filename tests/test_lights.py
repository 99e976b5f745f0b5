"""The light of an indicator in each quarter, with what was expected: worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bitacora.edition import load_edition
from bitacora.pages.method import thresholds
from bitacora.records.strategy import Estrategia, Semaforo
from bitacora.records.unknown import NO_INFORMADO
from bitacora.register import make_register
from bitacora.tallies.lights import Light
from one_indicator import change, facts, goals, line_of, row, world
from tiny_world import AS_OF, SHOWN, WORLD

Q = ("2025-T1", "2025-T2", "2025-T3", "2025-T4")
D = Decimal

BY_HAND: Mapping[str, tuple[Mapping[str, Any], str, str]] = {
    # Goal 160 over 16 quarters: 10 are expected of each.
    "acumulado": (
        {"meta": D(160)},
        "8 12 5 20",
        """
        8   0.05     10  0.8             en_riesgo
        20  0.125    20  1               en_meta
        25  0.15625  30  0.833333333333  en_riesgo
        45  0.28125  40  1.125           en_meta
        """,
    ),
    # Goal 4 in each quarter. Means: 0.75; (0.75+1)/2; (0.75+1+0.5)/3; (0.75+1+0.5+1)/4.
    "flujo": (
        {"meta": D(4)},
        "3 5 2 4",
        """
        3  0.75    4  0.75  en_riesgo
        5  0.875   4  1.25  en_meta
        2  0.75    4  0.5   atrasado
        4  0.8125  4  1     en_meta
        """,
    ),
    # From 20 to 52: 2 more are expected in each quarter. T1: (21−20)/32 and (21−20)/(22−20).
    "capacidad": (
        {"linea_base": D(20), "meta": D(52)},
        "21 24 24.5 23",
        """
        21    0.03125   22  0.5    atrasado
        24    0.125     24  1      en_meta
        24.5  0.140625  26  0.75   en_riesgo
        23    0.09375   28  0.375  atrasado
        """,
    ),
    # The same levels, whole: T1: 21/52 and 21/22.
    "stock": (
        {"linea_base": D(20), "meta": D(52)},
        "21 24 24.5 23",
        """
        21    0.403846153846  22  0.954545454545  en_meta
        24    0.461538461538  24  1               en_meta
        24.5  0.471153846154  26  0.942307692308  en_meta
        23    0.442307692308  28  0.821428571429  en_riesgo
        """,
    ),
    # From 200 down to 136: 4 less in each quarter. T1: (200−198)/64 and 2/4.
    "reduccion": (
        {"linea_base": D(200), "meta": D(136)},
        "198 192 191 199",
        """
        198  0.03125   196  0.5     atrasado
        192  0.125     192  1       en_meta
        191  0.140625  188  0.75    en_riesgo
        199  0.015625  184  0.0625  atrasado
        """,
    ),
    # 95, give or take 2: 92 is outside.
    "mantenimiento": (
        {"linea_base": D(95), "meta": D(95), "tolerancia": D(2)},
        "96 92 97 93",
        """
        96  1  95  1  en_meta
        92  0  95  0  atrasado
        97  1  95  1  en_meta
        93  1  95  1  en_meta
        """,
    ),
}


@pytest.mark.parametrize("kind", BY_HAND)
def test_a_year_of_each_kind_by_hand(kind: str) -> None:
    fields, values, table = BY_HAND[kind]
    rows = [row(quarter, value) for quarter, value in zip(Q, values.split(), strict=True)]
    for quarter, wanted in zip(Q, table.strip().splitlines(), strict=True):
        line = line_of({"acumulacion": kind, **fields}, rows, quarter)
        to_date, progress, expected, share, light = wanted.split()
        assert facts(line, "a_la_fecha", "avance") == (D(to_date), D(progress)), quarter
        assert facts(line, "esperado", "cumplimiento") == (D(expected), D(share)), quarter
        assert line.luz == light, quarter


def test_a_straight_line_is_said_to_be_one() -> None:
    rows = [row("2025-T1", "8")]
    assert line_of({}, rows, "2025-T1").via_esperado == "linea_recta"
    told = {"metas_por_periodo": goals(p2025_T1="8")}
    assert line_of(told, rows, "2025-T1").via_esperado == "metas_por_periodo"
    for kind in ("flujo", "mantenimiento"):
        assert line_of({"acumulacion": kind}, rows, "2025-T1").via_esperado is None


LATE, SOON = date(2025, 5, 15), date(2025, 4, 15)


@pytest.mark.parametrize(
    ("rows", "cutoff", "light"),
    [
        ([], LATE, Light.SIN_REPORTE),
        ([], SOON, Light.POR_REPORTAR),
        ([row("2025-T1", None)], LATE, Light.SIN_DATO),
        ([row("2025-T1", None, estado_dato="no_aplica")], LATE, Light.NO_APLICA),
        ([row("2025-T1", "0")], LATE, Light.ATRASADO),
    ],
)
def test_silence_is_never_zero(rows: list[Any], cutoff: date, light: Light) -> None:
    line = line_of({}, rows, "2025-T1", cutoff)
    assert line.luz == light
    assert line.valor == (0 if light is Light.ATRASADO else None)
    assert line.cumplimiento == (0 if light is Light.ATRASADO else None)


def test_an_indicator_that_is_not_due_has_nothing_to_answer_for() -> None:
    yearly = {"periodicidad": "anual", "meta": D(40)}
    rows = [row("2025", "9")]
    found = [line_of(yearly, rows, quarter) for quarter in (*Q, "2026-T1")]
    assert [line.luz for line in found] == ["no_aplica"] * 3 + ["en_meta", "no_aplica"]
    assert [line.valor for line in found] == [None, None, None, 9, None]
    assert [line.a_la_fecha for line in found] == [None, None, None, 9, 9]
    # One year of four: 40 / 4 = 10 are expected; 9 / 10 = 0.9.
    assert [line.cumplimiento for line in found] == [None, None, None, D("0.9"), None]
    assert all(line.faltan == () for line in found)


@pytest.mark.parametrize(
    ("periodicity", "asked"),
    [("bienal", ("2026-T4", "2028-T4")), ("cuatrienal", ("2028-T4",)), ("unica", ("2028-T4",))],
)
def test_what_is_reported_seldom_is_asked_for_when_it_is_due(
    periodicity: str, asked: tuple[str, ...]
) -> None:
    fields = {"periodicidad": periodicity, "acumulacion": "stock", "meta": D(1)}
    for quarter in ("2025-T1", "2026-T2", "2026-T4", "2028-T4"):
        light = line_of(fields, (), quarter).luz
        assert light == ("sin_reporte" if quarter in asked else "no_aplica"), quarter


def test_a_task_done_early_is_fulfilled_then_and_not_asked_for_again() -> None:
    once = {"periodicidad": "unica", "acumulacion": "stock", "meta": D(1)}
    rows = [row("2026-T2", "1")]
    assert line_of(once, rows, "2026-T2").luz == "cumplido"
    assert line_of(once, rows, "2028-T4").luz == "no_aplica"
    assert line_of(once, rows, "2028-T4").faltan == ()


@pytest.mark.parametrize(
    ("fields", "light", "words"),
    [
        ({"meta": NO_INFORMADO}, "sin_meta", "la meta en cifras"),
        ({"acumulacion": "flujo", "meta": NO_INFORMADO}, "sin_meta", "la meta en cifras"),
        ({"acumulacion": NO_INFORMADO}, "sin_calculo", "cómo se suman"),
        ({"periodicidad": NO_INFORMADO}, "sin_calculo", "cada cuánto se reporta"),
        ({"meta": D(0)}, "sin_calculo", "meta es cero"),
        ({"meta": D(0), "acumulacion": "stock"}, "sin_calculo", "meta es cero"),
        ({"meta": D(0), "acumulacion": "flujo"}, "sin_calculo", "meta es cero"),
        (
            {"meta": D(5), "linea_base": D(5), "acumulacion": "capacidad"},
            "sin_calculo",
            "igual a la línea base",
        ),
        (
            {"meta": D(5), "linea_base": D(5), "acumulacion": "reduccion"},
            "sin_calculo",
            "igual a la línea base",
        ),
        ({"linea_base": NO_INFORMADO, "acumulacion": "capacidad"}, "sin_calculo", "línea base"),
        ({"linea_base": NO_INFORMADO, "acumulacion": "reduccion"}, "sin_calculo", "línea base"),
        ({"linea_base": NO_INFORMADO, "acumulacion": "stock"}, "sin_calculo", "línea base"),
    ],
)
def test_where_no_light_can_be_given_the_reason_is(
    fields: Mapping[str, Any], light: str, words: str
) -> None:
    line = line_of(fields, [row("2025-T1", "3")], "2025-T1")
    assert facts(line, "luz", "cumplimiento") == (light, None)
    assert line.explicacion
    assert words in line.explicacion
    assert line.valor == 3


def test_goals_by_period_are_enough_for_a_light() -> None:
    told = {"meta": NO_INFORMADO, "metas_por_periodo": goals(p2025_T1="4")}
    line = line_of(told, [row("2025-T1", "3")], "2025-T1")
    assert facts(line, "avance", "esperado", "cumplimiento") == (None, 4, D("0.75"))
    assert line.luz == "en_riesgo"


def test_a_goal_of_zero_is_reached_by_falling() -> None:
    deaths = {"acumulacion": "reduccion", "linea_base": D(4), "meta": D(0)}
    # After 4 of 16 quarters: 4 − 4 × 4 / 16 = 3 expected; (4 − 3) / (4 − 3) = 1.
    line = line_of(deaths, [row("2025-T4", "3")], "2025-T4")
    assert facts(line, "esperado", "cumplimiento", "luz") == (3, 1, "en_meta")
    assert line.explicacion == "La meta es cero y nadie explica por qué."
    said = deaths | {"justificacion_meta": "Ninguna muerte es aceptable."}
    assert line_of(said, [row("2025-T4", "0")], "2025-T4").luz == "cumplido"
    explained = line_of(said, [row("2025-T4", "0")], "2025-T4").explicacion
    assert explained == "Ninguna muerte es aceptable."


def test_more_than_the_goal_is_shown_whole() -> None:
    line = line_of({"meta": D(100)}, [row("2025-T1", "250")], "2025-T1")
    # 250 / 100 = 2.5; expected 6.25: 250 / 6.25 = 40.
    assert facts(line, "avance", "cumplimiento", "luz") == (D("2.5"), 40, "cumplido")


def test_before_anything_is_expected_only_falling_back_is_late() -> None:
    # A yearly capacity reported before its first year ends: nothing is expected yet.
    early = {
        "acumulacion": "capacidad",
        "linea_base": D(20),
        "meta": D(52),
        "metas_por_periodo": goals(p2025_T1="20"),
    }
    for value, light in (("20", "en_meta"), ("25", "en_meta"), ("19", "atrasado")):
        line = line_of(early, [row("2025-T1", value)], "2025-T1")
        assert facts(line, "luz", "cumplimiento") == (light, None)
        assert line.explicacion
        assert line.explicacion.startswith("Todavía no se esperaba ningún avance")
        assert ("peor que al empezar" in line.explicacion) == (light == "atrasado")


def test_flow_and_upkeep_are_only_fulfilled_when_the_term_ends() -> None:
    for kind in ("flujo", "mantenimiento"):
        fields = {"acumulacion": kind, "meta": D(4), "tolerancia": D(0)}
        rows = [row("2025-T1", "4"), row("2028-T4", "4")]
        assert line_of(fields, rows, "2025-T1").luz == "en_meta"
        assert line_of(fields, rows, "2028-T4").luz == "cumplido"


@pytest.mark.parametrize(
    ("lights", "found"),
    [
        (("0.9", "0.7"), "en_riesgo"),
        (("0.8", "0.6"), "en_meta"),
        (("1", "0.85"), "atrasado"),
    ],
)
def test_thresholds_are_those_of_the_strategy(lights: tuple[str, str], found: str) -> None:
    limits = Semaforo(en_meta=D(lights[0]), en_riesgo=D(lights[1]))
    rows = [row("2025-T1", "8")]  # 8 of the 10 that were expected
    line = line_of({"meta": D(160)}, rows, "2025-T1", strategy={"semaforo": limits})
    assert facts(line, "cumplimiento", "luz") == (D("0.8"), found)


def test_a_report_uses_the_goal_in_force_at_its_cut_off() -> None:
    changed = {"meta": D(80), "cambios_meta": (change(date(2025, 8, 1), "160"),)}
    rows = [row("2025-T1", "5"), row("2025-T2", "5"), row("2025-T3", "5")]
    # Until August 160: 10 are expected of each quarter; then 80: 5 of each.
    before = line_of(changed, rows, "2025-T2", date(2025, 7, 31))
    assert facts(before, "meta", "esperado", "luz") == (160, 20, "atrasado")
    assert before.metas_cambiadas == ()
    after = line_of(changed, rows, "2025-T3", date(2025, 11, 15))
    assert facts(after, "meta", "esperado", "luz") == (80, 15, "en_meta")
    [told] = after.metas_cambiadas
    assert facts(told, "antes", "ahora", "acto") == (160, 80, "Acuerdo 9")


def test_every_light_of_the_list_exists_and_no_other() -> None:
    assert {code.codigo for code in world().lists.all("luces")} == {str(one) for one in Light}


def test_the_method_tells_the_thresholds_of_each_strategy() -> None:
    edition = load_edition(WORLD, SHOWN, AS_OF)
    assert [dict(one) for one in thresholds(edition)] == [
        {"estrategia": "", "en_meta": "90\xa0%", "en_riesgo": "70\xa0%"}
    ]
    [plan] = edition.register.all(Estrategia)
    limits = Semaforo(en_meta=D("0.85"), en_riesgo=D("0.5"))
    other = plan.model_copy(update={"id": "otra", "nombre": "Otra", "semaforo": limits})
    place = edition.register.where(plan)
    located = [*edition.register.located, replace(place, record=other)]
    two = thresholds(replace(edition, register=make_register(located)))
    assert [one["en_meta"] for one in two] == ["90\xa0%", "85\xa0%"]
    assert all(one["estrategia"] for one in two)
