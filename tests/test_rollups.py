"""The year and the term, put together from the reports that are out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bitacora.edition import Review
from bitacora.records.strategy import Eje, Estrategia
from bitacora.reports.content import Contenido
from bitacora.reports.content.road import InformeVigencia
from bitacora.reports.content.yearly import InformeAnual
from bitacora.reports.published import Published
from bitacora.reports.rollups.term import term_report
from bitacora.reports.rollups.year import report_years, year_report
from report_rows import T1, T2, T3, contents, opened, shuffled, with_record, world

LATER = date(2026, 11, 20)


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Review:
    return world(tmp_path_factory.mktemp("rollups"))


@pytest.fixture(scope="module")
def told(review: Review) -> dict[str, Contenido]:
    return contents(review, T1, T2, T3, seen=LATER)


@pytest.fixture(scope="module")
def year(review: Review, told: dict[str, Contenido]) -> InformeAnual:
    found = year_report(2026, opened(told), review.lists)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def term(review: Review, told: dict[str, Contenido]) -> InformeVigencia:
    [strategy] = review.register.all(Estrategia)
    return term_report(review.register, strategy, opened(told))


def test_a_year_says_which_of_its_quarters_have_no_report(year: InformeAnual) -> None:
    assert [item.periodo for item in year.informes] == [
        "2026-T1",
        "2026-T2",
        "2026-T3",
        "2026-T4",
    ]
    assert year.faltan == ("2026-T4",)


def test_years_are_those_of_the_reports(review: Review, told: dict[str, Contenido]) -> None:
    assert report_years(opened(told)) == (2026,)
    assert year_report(2025, opened(told), review.lists) is None


def test_each_indicator_is_counted_once_in_each_quarter(
    year: InformeAnual, told: dict[str, Contenido]
) -> None:
    totals = {item.periodo: item.total for item in year.cuentas}
    assert totals.pop("2026-T4") == 0
    assert totals == {name: len(content.renglones) for name, content in told.items()}


def test_an_indicator_along_the_year(year: InformeAnual) -> None:
    people = next(line for line in year.renglones if line.indicador == "personas-formadas")
    assert [cell.valor for cell in people.trimestres] == [Decimal(40), Decimal(60), None, None]
    assert [cell.luz for cell in people.trimestres][2:] == ["sin_reporte", None]
    assert people.valor_anio == people.a_la_fecha == 100
    assert people.con_valor == 2
    assert (people.hasta, people.luz_periodo) == ("2026-T3", "2026-T2")
    level = next(line for line in year.renglones if line.indicador == "ventas-cumplidas")
    assert level.valor_anio == 60
    flow = next(line for line in year.renglones if line.indicador == "relatos-publicados")
    assert flow.valor_anio is None


def test_contributions_of_the_year_add_up_with_those_of_no_quarter(year: InformeAnual) -> None:
    ids = [one.id for one in year.aportes]
    assert sorted(ids) == sorted(set(ids))
    assert {"giro-1", "giro-2", "futuro", "del-anio"} < set(ids)
    assert year.sin_trimestre == ("recurso:del-anio",)
    rows = [row for one in year.sumas for row in one.filas]
    assert sorted(rows) == sorted(f"recurso:{name}" for name in ids)
    assert sum(one.total for one in year.sumas) == sum(one.monto for one in year.aportes)


def test_what_several_quarters_tell_is_told_once_as_it_ended(year: InformeAnual) -> None:
    assert {one.id: one.situacion for one in year.preguntas} == {
        "becas": "respondida",
        "costo-viaje": "respondida",
        "marisma": "respondida",
        "metas": "vencida",
        "futura": "por_responder",
    }
    assert [(one.id, one.situacion) for one in year.compromisos] == [("costos", "cumplido")]
    assert [(one.id, one.desenlace) for one in year.postulaciones] == [
        ("premio", "aprobada"),
        ("beca", "negada"),
    ]
    assert [one.id for one in year.encuentros] == ["visita-lago", "feria-norte", "encuentro-julio"]


def test_a_relation_keeps_what_was_done_under_it_in_the_year(year: InformeAnual) -> None:
    river = next(one for one in year.vinculos if one.id == "marisma")
    assert [one.descripcion for one in river.actividades] == ["Taller de alertas"]
    assert "con_actividad" in river.novedades


def test_of_a_closed_report_only_the_version_in_force_counts(
    review: Review, told: dict[str, Contenido], year: InformeAnual
) -> None:
    reports = opened(told)
    old = told["2026-T2"].model_copy(update={"renglones": (), "aportes": (), "sumas": ()})
    old_version = Published(old, "definitivo", None, None, latest=False)
    found = year_report(2026, [old_version, *reports], review.lists)
    assert found == year
    closed = replace(reports[1], state="definitivo")
    found = year_report(2026, [reports[0], closed, reports[2]], review.lists)
    assert found is not None
    assert [item.estado for item in found.informes] == [
        "preliminar",
        "definitivo",
        "preliminar",
        None,
    ]


def test_the_order_of_reports_and_files_never_matters(
    review: Review, told: dict[str, Contenido], year: InformeAnual, term: InformeVigencia
) -> None:
    register = shuffled(review.register, 7)
    [strategy] = register.all(Estrategia)
    other = contents(review, T1, T2, T3, seen=LATER, register=register.public())
    assert year_report(2026, reversed(opened(other)), review.lists) == year
    assert term_report(register, strategy, reversed(opened(other))) == term


def test_a_term_has_all_its_quarters_with_or_without_report(term: InformeVigencia) -> None:
    assert len(term.informes) == 16
    assert [item.periodo for item in term.informes if item.estado] == [
        "2026-T1",
        "2026-T2",
        "2026-T3",
    ]


def test_the_axes_of_a_term_add_up_to_the_whole(
    term: InformeVigencia, told: dict[str, Contenido]
) -> None:
    for place, whole in enumerate(term.cuentas):
        parts = [axis.cuentas[place] for axis in term.ejes]
        assert sum(part.total for part in parts) == whole.total
        lights = [item for part in parts for item in part.cuentas]
        for count in whole.cuentas:
            same = (item.cuantos for item in lights if item.luz == count.luz)
            assert sum(same) == count.cuantos
        lines = told[whole.periodo].renglones if whole.periodo in told else ()
        assert whole.total == len(lines)


def test_an_indicator_along_the_term_keeps_its_last_measured_light(term: InformeVigencia) -> None:
    people = next(line for line in term.renglones if line.indicador == "personas-formadas")
    assert people.linea_base == 0
    assert people.meta == 400
    assert people.a_la_fecha == 100
    assert (people.hasta, people.luz_periodo) == ("2026-T3", "2026-T2")
    assert len(people.trimestres) == 16


def test_lines_without_axis_or_of_a_withdrawn_one_stay_in_the_term(
    review: Review, told: dict[str, Contenido]
) -> None:
    [strategy] = review.register.all(Estrategia)
    first, second, *rest = told["2026-T1"].renglones
    lines = (
        first.model_copy(update={"eje": None}),
        second.model_copy(update={"eje": "retirado"}),
        *rest,
    )
    content = told["2026-T1"].model_copy(update={"renglones": lines})
    found = term_report(review.register, strategy, opened({"2026-T1": content}))
    assert [axis.id for axis in found.ejes][-2:] == ["retirado", None]
    assert sum(axis.cuentas[0].total for axis in found.ejes) == found.cuentas[0].total == 3


def test_the_lines_of_another_strategy_are_left_to_it(
    review: Review, told: dict[str, Contenido]
) -> None:
    [strategy] = review.register.all(Estrategia)
    axis = review.register.all(Eje)[0]
    moved = with_record(review.register, axis.model_copy(update={"estrategia": "otra"}))
    found = term_report(moved, strategy, opened(told))
    assert axis.id not in {line.eje for line in found.renglones}
    assert found.renglones


def test_a_term_that_starts_late_has_the_quarter_of_its_first_day(review: Review) -> None:
    [strategy] = review.register.all(Estrategia)
    late = strategy.model_copy(update={"fecha_inicio": date(2026, 8, 20)})
    found = term_report(review.register, late, ())
    assert found.informes[0].periodo == "2026-T3"
    assert found.renglones == ()
