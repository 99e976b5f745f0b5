"""Each indicator as a line of its report: its rows, gaps, corrections, comparisons, measures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bitacora.records.indicators import Avance
from bitacora.records.reports import Explicacion, Informe, LuzDeclarada
from bitacora.reports.content import Contenido, Renglon
from bitacora.reports.sections.lines import lines
from one_indicator import NAME, content_of, facts, goals, line_of, register_of, row, view_of, world

D = Decimal


def report(**fields: Any) -> Informe:
    """What the office wrote for a report."""
    return world().register.all(Informe)[0].model_copy(update={"explicaciones": (), **fields})


def about(**fields: Any) -> tuple[Explicacion, ...]:
    return (Explicacion.model_construct(indicador=NAME, **fields),)


def published(
    fields: Mapping[str, Any], rows: list[Avance], quarter: str, record: Informe | None = None
) -> Contenido:
    return content_of(view_of(register_of(fields, rows), quarter, record=record))


def after(
    fields: Mapping[str, Any],
    rows: list[Avance],
    quarter: str,
    earlier: list[Contenido],
    record: Informe | None = None,
) -> Renglon:
    known = {content.periodo: content for content in earlier}
    [line] = lines(view_of(register_of(fields, rows), quarter, record=record, earlier=known))
    return line


YEAR = [row("2025-T1", "5"), row("2025-T2", "7"), row("2025-T3", "9"), row("2025-T4", "11")]


def without(*quarters: str) -> list[Avance]:
    return [one for one in YEAR if one.periodo.text not in quarters]


def test_gaps_at_the_start_the_middle_the_end() -> None:
    first = line_of({}, without("2025-T1"), "2025-T4")
    assert facts(first, "faltan", "a_la_fecha") == (("2025-T1",), 27)
    assert first.explicacion == (
        "Falta el dato del primer trimestre de 2025: la suma puede ser mayor."
    )
    middle = line_of({}, without("2025-T2", "2025-T3"), "2025-T4")
    assert facts(middle, "faltan", "a_la_fecha") == (("2025-T2", "2025-T3"), 16)
    assert middle.explicacion == (
        "Faltan los datos del segundo trimestre de 2025 y del tercer trimestre de 2025: la suma "
        "puede ser mayor."
    )
    end = line_of({}, without("2025-T4"), "2025-T4")
    assert facts(end, "faltan", "luz", "valor") == (("2025-T4",), "sin_reporte", None)
    assert end.a_la_fecha == 21
    assert line_of({}, YEAR, "2025-T4").faltan == ()


def test_a_gap_is_a_gap_in_the_series_too() -> None:
    line = line_of({"meta": D(160)}, without("2025-T2"), "2025-T3")
    told = [facts(one, "periodo", "valor", "a_la_fecha", "esperado") for one in line.serie]
    assert told == [
        ("2025-T1", 5, 5, 10),
        ("2025-T2", None, None, 20),
        ("2025-T3", 9, 14, 30),
    ]
    assert [one.estado_dato for one in line.serie] == ["reportado", "sin_reporte", "reportado"]


def test_what_had_nothing_to_measure_is_no_gap() -> None:
    rows = [*without("2025-T1"), row("2025-T1", None, estado_dato="no_aplica")]
    assert line_of({}, rows, "2025-T4").faltan == ()
    unknown = [*without("2025-T1"), row("2025-T1", None)]
    assert line_of({}, unknown, "2025-T4").faltan == ("2025-T1",)


def test_a_corrected_row_counts_from_the_day_it_is_written() -> None:
    corrected = row(
        "2025-T2", "4", date(2025, 9, 20), version=2, estado_dato="corregido", evidencias=("Acta",)
    )
    rows = [*YEAR, corrected]
    before = line_of({}, rows, "2025-T2", date(2025, 9, 19))
    assert facts(before, "valor", "a_la_fecha", "corregido") == (7, 12, False)
    assert before.filas == (f"avance:{NAME}-2025-t2-v1",)
    then = line_of({}, rows, "2025-T2", date(2025, 9, 20))
    assert facts(then, "valor", "a_la_fecha", "corregido") == (4, 9, True)
    assert then.filas == (f"avance:{NAME}-2025-t2-v2",)
    assert then.evidencias == ("Acta",)
    later = line_of({}, rows, "2025-T3")
    assert facts(later, "corregido", "a_la_fecha") == (False, 18)
    assert [one.corregido for one in later.serie] == [False, True, False]


def test_rows_written_after_the_cut_off_are_not_known() -> None:
    late = [row("2025-T1", "5", date(2025, 6, 1))]
    assert line_of({}, late, "2025-T1", date(2025, 5, 31)).luz == "sin_reporte"
    assert line_of({}, late, "2025-T1", date(2025, 6, 1)).valor == 5


def test_the_rows_behind_each_figure() -> None:
    line = line_of({}, YEAR, "2025-T3")
    assert line.filas == (f"avance:{NAME}-2025-t3-v1",)
    assert line.filas_a_la_fecha == tuple(f"avance:{NAME}-2025-t{n}-v1" for n in (1, 2, 3))


MONTHS = [row("2025-01", "3"), row("2025-02", "4"), row("2025-03", "5"), row("2025-04", "6")]


def test_a_monthly_indicator_with_two_months_of_three() -> None:
    fields = {"periodicidad": "mensual", "meta": D(96)}
    rows = [*MONTHS, row("2025-05", "8")]
    # 2 are expected of each of 48 months: 12 by June; 3 + 4 + 5 + 6 + 8 = 26.
    line = line_of(fields, rows, "2025-T2")
    assert facts(line, "valor", "a_la_fecha", "esperado") == (14, 26, 12)
    assert line.faltan == ("2025-06",)
    earlier = published(fields, rows, "2025-T1")
    compared = after(fields, rows, "2025-T2", [earlier]).trimestre_anterior
    assert compared
    assert facts(compared, "valor", "diferencia") == (12, None)
    assert compared.motivo == (
        "Los trimestres no se pueden comparar: este reúne 2 meses con dato y aquel, 3 meses."
    )


def test_levels_are_compared_whatever_the_months_between() -> None:
    fields = {"periodicidad": "mensual", "acumulacion": "stock", "meta": D(96)}
    rows = [*MONTHS, row("2025-05", "8")]
    earlier = published(fields, rows, "2025-T1")
    compared = after(fields, rows, "2025-T2", [earlier]).trimestre_anterior
    assert compared
    assert facts(compared, "valor", "diferencia", "motivo") == (5, 3, "")


def test_against_the_quarter_and_the_year_before() -> None:
    rows = [*YEAR, row("2026-T1", "6")]
    fields = {"meta": D(160)}
    earlier = [published(fields, rows, "2025-T1"), published(fields, rows, "2025-T4")]
    line = after(fields, rows, "2026-T1", earlier)
    assert line.trimestre_anterior
    assert line.anio_anterior
    # 6 − 11 and 6 − 5; 38/160 − 32/160 = 0.0375 and 38/160 − 5/160 = 0.20625.
    assert line.trimestre_anterior.diferencia == -5
    assert line.anio_anterior.diferencia == 1
    assert line.trimestre_anterior.diferencia_avance == D("0.0375")
    assert line.anio_anterior.diferencia_avance == D("0.20625")
    assert line.anio_anterior.luz == "atrasado"


def test_without_an_earlier_report_nothing_is_compared() -> None:
    line = line_of({}, YEAR, "2025-T2")
    assert facts(line, "trimestre_anterior", "anio_anterior") == (None, None)


def test_an_earlier_quarter_without_value_is_said_to_have_none() -> None:
    rows = without("2025-T1")
    compared = after({}, rows, "2025-T2", [published({}, rows, "2025-T1")]).trimestre_anterior
    assert compared
    assert facts(compared, "valor", "diferencia") == (None, None)
    assert compared.motivo == "En aquel trimestre nadie entregó el dato."


def test_another_unit_is_another_figure() -> None:
    earlier = published({"unidad": "miles de dólares"}, YEAR, "2025-T1")
    compared = after({}, YEAR, "2025-T2", [earlier]).trimestre_anterior
    assert compared
    assert facts(compared, "diferencia", "motivo") == (None, "La unidad de medida cambió.")


LAGS = {"meta": D(1600)}


def test_a_red_line_tells_what_the_office_wrote() -> None:
    record = report(
        explicaciones=about(
            causa="Faltó presupuesto.",
            accion_correctiva="Pedir una adición.",
            dependencia="planeacion",
            fecha=date(2025, 9, 1),
        )
    )
    measure = after(LAGS, YEAR, "2025-T1", [], record).medida
    assert measure
    assert facts(measure, "causa", "accion_correctiva") == (
        "Faltó presupuesto.",
        "Pedir una adición.",
    )
    assert facts(measure, "fecha", "luz_anterior") == (date(2025, 9, 1), None)
    names = {one["id"]: one["nombre"] for one in units()}
    assert measure.dependencia == names["planeacion"]


def units() -> list[dict[str, str]]:
    found = world().register.by_kind["dependencia"].values()
    return [{"id": one.id, "nombre": one.title} for one in found]


def test_a_red_line_falls_back_on_its_row_and_never_invents() -> None:
    told = row(
        "2025-T1",
        "5",
        dificultades="No llegaron las firmas.",
        accion_correctiva="Citar otra vez.",
        accion_correctiva_fecha=date(2025, 6, 30),
    )
    measure = after(LAGS, [told], "2025-T1", []).medida
    assert measure
    assert facts(measure, "causa", "accion_correctiva", "fecha") == (
        "No llegaron las firmas.",
        "Citar otra vez.",
        date(2025, 6, 30),
    )
    silent = after(LAGS, [], "2025-T1", []).medida
    assert silent
    assert facts(silent, "causa", "accion_correctiva", "fecha") == (None, None, None)


def test_the_measure_of_the_report_before_is_followed() -> None:
    announced = report(explicaciones=about(accion_correctiva="Pedir una adición."))
    first = published(LAGS, YEAR, "2025-T1", announced)
    judged = report(
        explicaciones=about(resultado_anterior="en_parte", balance_anterior="Llegó la mitad.")
    )
    still = after(LAGS, YEAR, "2025-T2", [first], judged).medida
    assert still
    assert facts(still, "medida_anterior", "luz_anterior") == ("Pedir una adición.", "atrasado")
    assert facts(still, "resultado_anterior", "balance_anterior") == ("en_parte", "Llegó la mitad.")
    rows = [row("2025-T1", "5"), row("2025-T2", "300", evidencias=("Acta",))]
    mended = after(LAGS, rows, "2025-T2", [first], judged)
    assert mended.luz == "en_meta"
    assert mended.medida
    assert facts(mended.medida, "medida_anterior", "causa") == ("Pedir una adición.", None)
    good = published({"meta": D(16)}, YEAR, "2025-T1")
    assert after({"meta": D(16)}, YEAR, "2025-T2", [good]).medida is None


def test_a_remedy_is_not_lost_in_the_quarters_without_report() -> None:
    fields = {**LAGS, "periodicidad": "semestral"}
    rows = [row("2025-S1", "5"), row("2025-S2", "9")]
    announced = report(explicaciones=about(accion_correctiva="Pedir una adición."))
    june = published(fields, rows, "2025-T2", announced)
    september = content_of(
        view_of(register_of(fields, rows), "2025-T3", earlier={"2025-T2": june}, record=report())
    )
    between = september.renglon(NAME)
    assert between
    assert between.luz == "no_aplica"
    assert between.medida
    december = after(fields, rows, "2025-T4", [june, september]).medida
    assert december
    assert between.medida.medida_anterior == december.medida_anterior == "Pedir una adición."


def test_a_light_by_hand_stands_beside_the_computed_one() -> None:
    by_hand = LuzDeclarada.model_construct(
        indicador=NAME, luz="en_meta", motivo="El contrato se firmó en julio."
    )
    line = after(LAGS, YEAR, "2025-T1", [], report(luces_declaradas=(by_hand,)))
    assert facts(line, "luz", "luz_declarada", "luz_vigente") == ("atrasado", "en_meta", "en_meta")
    assert line.motivo_luz == "El contrato se firmó en julio."
    assert line.medida is None


def test_units_stand_by_their_name() -> None:
    names = {one["nombre"] for one in units()}
    assert line_of({}, YEAR, "2025-T1").responsable in names


def test_goals_of_the_year_and_the_quarter_stand_in_the_line() -> None:
    asked = goals(p2025_T1="4", p2025_T2="6", p2025_T3="8", p2025_T4="10")
    line = line_of({"metas_por_periodo": asked}, YEAR, "2025-T2")
    assert facts(line, "meta_anio", "meta_trimestre", "esperado") == (28, 6, 10)
    assert [one.meta_periodo for one in line.serie] == [4, 6]


KINDS = st.sampled_from(["acumulado", "flujo", "capacidad", "stock", "reduccion", "mantenimiento"])
VALUES = st.lists(st.one_of(st.none(), st.integers(0, 500)), min_size=1, max_size=6)


@given(KINDS, VALUES, st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(kind: str, values: list[int | None], random: Any) -> None:
    rows = [
        row(f"{2025 + at // 4}-T{at % 4 + 1}", None if value is None else str(value))
        for at, value in enumerate(values)
    ]
    shuffled = [*rows]
    random.shuffle(shuffled)
    fields = {"acumulacion": kind, "linea_base": D(7), "tolerancia": D(3)}
    quarter = rows[-1].periodo.text
    assert line_of(fields, rows, quarter) == line_of(fields, shuffled, quarter)


@given(VALUES)
def test_the_parts_of_a_sum_add_up(values: list[int | None]) -> None:
    rows = [
        row(f"{2025 + at // 4}-T{at % 4 + 1}", None if value is None else str(value))
        for at, value in enumerate(values)
    ]
    line = line_of({}, rows, rows[-1].periodo.text)
    known = [one.valor for one in line.serie if one.valor is not None]
    assert line.a_la_fecha == (sum(known) if known else None)
    assert len(line.serie) == len(values)
    assert len(line.faltan) == values.count(None)
    assert len(line.filas_a_la_fecha) == len(values)


def test_every_indicator_is_told_exactly_once() -> None:
    read = world()
    for quarter in ("2026-T1", "2026-T2", "2027-T3"):
        told = [line.indicador for line in lines(view_of(read.register, quarter))]
        assert sorted(told) == sorted(read.register.by_kind["indicador"])
