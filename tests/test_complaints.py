"""What council members have complained of elsewhere: each complaint, met on the real road."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.pages import quality, twinnings
from bitacora.pages.escape import inline
from bitacora.pages.reports import index
from bitacora.pages.reports.lights import counted_lights
from bitacora.pages.writing import Writer
from bitacora.problems import DataError
from bitacora.records.relations import Hermanamiento
from bitacora.records.strategy import Eje
from bitacora.reports.content import Contenido, Renglon, Vinculo
from bitacora.reports.published import published_reports
from bitacora.tallies.breakdown import UNCLASSIFIED
from bitacora.tallies.lights import MEASURED, Light
from site_builds import ROOT, build
from tiny_world import AS_OF, SHOWN, Change, changed_world

WRITER = Writer((ROOT / "content" / "templates",))
LATE = date(2026, 8, 15)
"""When nobody may say any more that the second quarter is still to be reported."""
PERSONS = "personas-formadas"
SALES = "ventas-cumplidas"
UNKNOWN = "No informado"


def edition_with(folder: Path, *changes: Change, as_of: date = AS_OF) -> Edition:
    return load_edition(changed_world(folder, changes), SHOWN, as_of)


def errors_of(folder: Path, *changes: Change) -> set[str]:
    """The rules that stop the edition."""
    with pytest.raises(DataError) as stopped:
        edition_with(folder, *changes)
    return {problem.regla for problem in stopped.value.problems if problem.is_error}


def told(edition: Edition) -> set[str]:
    """The rules of the remarks that the public reads on the page of quality."""
    [page] = [it for it in quality.pages(edition, WRITER) if it.path == "calidad/index.md"]
    for problem in edition.problems:
        assert inline(problem.mensaje) in str(page.content)
    return {problem.regla for problem in edition.problems}


def report(edition: Edition, quarter: str = "2026-T2") -> Contenido:
    [found] = [one.content for one in edition.reports if one.content.periodo == quarter]
    return found


def line(edition: Edition, indicator: str, quarter: str = "2026-T2") -> Renglon:
    found = report(edition, quarter).renglon(indicator)
    assert found is not None
    return found


def report_page(edition: Edition) -> str:
    """What people read of the second quarter, without its markup."""
    [page] = [it for it in index.pages(edition, WRITER) if it.path == "informes/2026-t2.md"]
    return re.sub(r"<[^>]+>", "", unescape(str(page.content)))


def section(page: str, title: str) -> str:
    return page.split(f"\n## {title}")[1].split("\n## ")[0]


def lights_by_axis(page: str) -> dict[str, list[int]]:
    """The table of lights: for each axis its counts, the total at the end."""
    table = [row for row in section(page, "Semáforo por eje").splitlines() if row[:1] == "|"]
    bare = [re.sub(r" \{: [^}]*\}", "", row) for row in table[2:]]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in bare]
    return {
        name: [int(re.sub(r"\[(\d+)\].*", r"\1", cell)) for cell in counts]
        for name, *counts in cells
    }


def in_indicator(indicator: str, found: str, put: str) -> Change:
    return {"archivo": f"indicadores/{indicator}.yml", "busca": found, "pone": put}


def in_twinning(found: str, put: str = "") -> Change:
    return {"archivo": "hermanamientos/marisma.yml", "busca": found, "pone": put}


def without_row(indicator: str) -> Change:
    """The second quarter without the row of an indicator."""
    file = "avances/2026-T2.csv"
    text = (ROOT / "tests" / "world" / "data" / file).read_text(encoding="utf-8")
    [row] = [row for row in text.splitlines(keepends=True) if row.startswith(f"{indicator},")]
    return {"archivo": file, "busca": row, "pone": ""}


def twinning_page(edition: Edition) -> str:
    [page] = [
        it for it in twinnings.pages(edition, WRITER) if it.path == "hermanamientos/marisma.md"
    ]
    return re.sub(r"<[^>]+>", "", str(page.content))


def twinning_told(edition: Edition) -> Vinculo:
    [found] = [one for one in report(edition).vinculos if one.id == "marisma"]
    return found


def test_1_a_goal_of_zero_that_nobody_explained(tmp_path: Path) -> None:
    edition = edition_with(tmp_path, in_indicator(PERSONS, "meta: 400", "meta: 0"))
    assert "meta-cero" in told(edition)
    found = line(edition, PERSONS)
    assert (found.luz, found.avance) == (Light.SIN_CALCULO.value, None)
    assert "La meta es cero y nadie explica por qué." in (found.explicacion or "")
    assert "La meta es cero y nadie explica por qué." in report_page(edition)


def test_1_a_goal_of_zero_that_is_explained_says_why(tmp_path: Path) -> None:
    why = "Se busca que nadie quede por fuera."
    explained = f"meta: 0\njustificacion_meta: {why}"
    edition = edition_with(tmp_path, in_indicator(PERSONS, "meta: 400", explained))
    assert "meta-cero" not in told(edition)
    assert why in report_page(edition)


@pytest.mark.parametrize("goal", ["8000", "0.08"])
def test_2_a_goal_that_is_a_slip_of_the_keyboard(goal: str, tmp_path: Path) -> None:
    slip = in_indicator(SALES, "meta: 80", f"meta: {goal}")
    assert "meta-desproporcionada" in told(edition_with(tmp_path / "slip", slip))
    meant = {**slip, "pone": f"{slip['pone']}\njustificacion_meta: Así lo pide el plan."}
    assert "meta-desproporcionada" not in told(edition_with(tmp_path / "meant", meant))


def test_3_a_commentary_of_two_pages(tmp_path: Path) -> None:
    file = "informes/2026-t2.yml"
    pages = " ".join(["En este trimestre se avanzó con decisión y compromiso."] * 90)
    summary = "resumen: Se graduaron sesenta personas y salió el primer relato."
    cause = "causa: La corrección del segundo relato tardó más de lo previsto."
    for found, field, rule in (
        (summary, "resumen", "informe-resumen-largo"),
        (cause, "causa", "texto-largo"),
    ):
        change = {"archivo": file, "busca": found, "pone": f"{field}: {pages}"}
        assert rule in errors_of(tmp_path / field, change)


def test_4_a_quarter_without_data_is_told_and_is_never_zero(tmp_path: Path) -> None:
    edition = edition_with(tmp_path, without_row(PERSONS), as_of=LATE)
    found = line(edition, PERSONS)
    assert (found.luz, found.valor) == (Light.SIN_REPORTE.value, None)
    assert {"sin-reporte", "informe-sin-explicacion"} <= told(edition)
    [asked] = [it for it in edition.problems if it.regla == "informe-sin-explicacion"]
    assert "la causa, qué se hará y hasta cuándo" in asked.mensaje
    page = report_page(edition)
    assert "Personas formadas en cooperación" in section(page, "Lo que va mal, primero")
    assert "Personas formadas en cooperación" in section(page, "Lo que no sabemos")
    assert "2 de 3 indicadores que debían reportar tienen valor" in page


def test_4_a_value_that_nobody_has_comes_with_a_word(tmp_path: Path) -> None:
    row = "reportado,60,,,2026-06-30,Tres cursos terminados."
    silent = {"archivo": "avances/2026-T2.csv", "busca": row, "pone": "sin_dato,,,,2026-06-30,"}
    edition = edition_with(tmp_path / "silent", silent)
    assert line(edition, PERSONS).luz == Light.SIN_DATO.value
    assert "avance-sin-explicacion" in told(edition)
    empty = {**silent, "pone": row.replace("60", "")}
    assert "avance-sin-valor" in errors_of(tmp_path / "empty", empty)


def monthly(*months: str) -> str:
    return "\n".join(
        f"{PERSONS},2026-{month},reportado,20,,,2026-{month}-28,Un curso.,,documento:acta-1,"
        "planeacion,1,,documento:acta-1,oficina,2026-07-10"
        for month in months
    )


def test_5_periods_of_unequal_length_are_not_compared(tmp_path: Path) -> None:
    world = ROOT / "tests" / "world" / "data" / "avances"
    changes = [in_indicator(PERSONS, "periodicidad: trimestral", "periodicidad: mensual")]
    for quarter, rows in (("2026-T1", monthly("01", "02", "03")), ("2026-T2", monthly("04"))):
        [row] = [
            it
            for it in (world / f"{quarter}.csv").read_text(encoding="utf-8").splitlines()
            if it.startswith(PERSONS)
        ]
        changes.append({"archivo": f"avances/{quarter}.csv", "busca": row, "pone": rows})
    edition = edition_with(tmp_path, *changes)
    against = line(edition, PERSONS).trimestre_anterior
    assert against is not None
    assert (against.valor, against.diferencia) == (Decimal(60), None)
    assert "3 meses" in against.motivo
    assert against.motivo in report_page(edition)


def test_5_a_row_of_another_length_stops_the_edition(tmp_path: Path) -> None:
    change = {
        "archivo": "avances/2026-T2.csv",
        "busca": f"{PERSONS},2026-T2,",
        "pone": f"{PERSONS},2026-S1,",
    }
    assert "avance-periodo-no-cuadra" in errors_of(tmp_path, change)


def test_6_a_group_that_nobody_knows_stops_the_edition(tmp_path: Path) -> None:
    change = {"archivo": "objetivos/formar.yml", "busca": "eje: aprender", "pone": "eje: aprendre"}
    assert "referencia-rota" in errors_of(tmp_path, change)


def reported(content: Contenido) -> tuple[Decimal | None, Decimal | None]:
    """How many indicators have a value, out of how many."""
    [number] = [it for it in content.destacados if it.clave == "con_dato"]
    return number.valor, number.de


def test_6_no_row_vanishes_when_its_group_does(tmp_path: Path) -> None:
    whole = edition_with(tmp_path)
    register = whole.register.only(
        lambda record: not (isinstance(record, Eje) and record.id == "aprender")
    )
    before = report(whole)
    reports_left = published_reports(register, whole.lists, {}, AS_OF)
    [after] = [it.content for it in reports_left if it.content.periodo == before.periodo]
    assert [it.indicador for it in after.renglones] == [it.indicador for it in before.renglones]
    assert [it.valor for it in after.renglones] == [it.valor for it in before.renglones]
    assert reported(after) == reported(before) == (Decimal(3), Decimal(3))
    table = counted_lights(after, whole.lists)
    assert UNCLASSIFIED in table.groups
    assert table.total == sum(table.totals) == len(before.renglones)
    rows = lights_by_axis(report_page(replace(whole, register=register, reports=reports_left)))
    assert rows[UNCLASSIFIED][-1] == 1
    assert sum(row[-1] for name, row in rows.items() if name != "**Total**") == 3


ODD_WORLDS: dict[Light, tuple[Iterable[Change], date]] = {
    Light.SIN_REPORTE: ([without_row(PERSONS)], LATE),
    Light.POR_REPORTAR: ([without_row(PERSONS)], AS_OF),
    Light.SIN_META: ([in_indicator(PERSONS, "meta: 400", "meta: no_informado")], AS_OF),
    Light.SIN_CALCULO: ([in_indicator(PERSONS, "meta: 400", "meta: 0")], AS_OF),
    Light.SIN_PERIODICIDAD: (
        [
            without_row(PERSONS),
            in_indicator(PERSONS, "periodicidad: trimestral", "periodicidad: no_informado"),
        ],
        AS_OF,
    ),
    Light.CUMPLIDO: ([in_indicator(PERSONS, "meta: 400", "meta: 90")], AS_OF),
    Light.EN_RIESGO: ([in_indicator(PERSONS, "meta: 400", "meta: 1000")], AS_OF),
    Light.ATRASADO: ([in_indicator(PERSONS, "meta: 400", "meta: 2000")], AS_OF),
}


@pytest.mark.parametrize("light", ODD_WORLDS, ids=str)
def test_7_every_status_has_its_bucket(light: Light, tmp_path: Path) -> None:
    changes, as_of = ODD_WORLDS[light]
    edition = edition_with(tmp_path, *changes, as_of=as_of)
    assert line(edition, PERSONS).luz == light.value
    rows = lights_by_axis(report_page(edition))
    assert all(sum(counts[:-1]) == counts[-1] for counts in rows.values())
    assert rows["**Total**"][-1] == len(edition.register.by_kind["indicador"])
    assert edition.lists.name("luces", light.value) in report_page(edition)


def test_7_the_buckets_are_those_of_the_list(tmp_path: Path) -> None:
    lists = edition_with(tmp_path).lists
    assert {code.codigo for code in lists.all("luces")} == {light.value for light in Light}
    assert set(MEASURED) < set(Light)


def test_7_a_status_that_no_list_has_stops_the_edition(tmp_path: Path) -> None:
    change = {
        "archivo": "acciones/ferias.yml",
        "busca": "estado: en_ejecucion",
        "pone": "estado: pausada",
    }
    assert "codigo-desconocido" in errors_of(tmp_path, change)


def test_8_a_load_that_fails_leaves_the_last_site_and_invents_nothing(tmp_path: Path) -> None:
    broken = {"archivo": "avances/2026-T2.csv", "busca": "indicador,", "pone": '"indicador,'}
    changed_world(tmp_path, [broken])
    shutil.copytree(ROOT / "content", tmp_path / "content")
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\n"
        f"hooks: ['{ROOT / 'hooks' / 'publish.py'}']\n"
        f"theme: {{custom_dir: '{ROOT / 'content' / 'templates' / 'theme'}'}}\n",
        encoding="utf-8",
    )
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("la edición anterior", encoding="utf-8")
    built = build(site, config, settings={"BITACORA_FECHA": AS_OF.isoformat()})
    assert built.returncode == 1
    assert "data/avances/2026-T2.csv" in built.stderr
    assert [it.name for it in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "la edición anterior"


def test_8_no_figure_outlives_its_row(tmp_path: Path) -> None:
    assert line(edition_with(tmp_path / "before"), PERSONS).valor == Decimal(60)
    after = edition_with(tmp_path / "after", without_row(PERSONS))
    assert line(after, PERSONS).valor is None
    assert line(after, PERSONS).a_la_fecha == Decimal(40)


def test_9_a_twinning_without_the_reason_of_its_choice(tmp_path: Path) -> None:
    edition = edition_with(
        tmp_path, in_twinning("motivo: Comparten un río que inunda el centro.\n")
    )
    assert "instrumento-sin-motivo" in told(edition)
    page = twinning_page(edition)
    assert page.split("## Por qué esta contraparte")[1].split("##")[0].strip() == UNKNOWN
    assert twinning_told(edition).motivo is None


def test_10_what_a_twinning_cost(tmp_path: Path) -> None:
    assert "*Costo:* &#36; 3.000.000 COP" in twinning_page(
        edition_with(tmp_path / "whole")
    ).replace("\u00a0", " ")
    silent = edition_with(tmp_path / "silent", in_twinning("    costo: 3000000\n    moneda: COP\n"))
    assert "actividad-sin-costo" in told(silent)
    assert f"*Costo:* {UNKNOWN}" in twinning_page(silent)


def test_10_a_mission_without_its_cost_stops_the_edition(tmp_path: Path) -> None:
    file = "eventos/rueda-de-compradores.yml"
    cost = {"archivo": file, "busca": "costo: 18000000\nmoneda: COP\n", "pone": ""}
    assert "mision-incompleta" in errors_of(tmp_path / "silent", cost)
    owned = edition_with(tmp_path / "owned", {**cost, "pone": "costo: no_informado\n"})
    [mission] = report(owned).encuentros
    assert mission.costo is None
    missions = section(report_page(owned), "Misiones, visitas y eventos")
    assert "Costo no informado" in missions


def test_11_what_came_of_a_twinning(tmp_path: Path) -> None:
    edition = edition_with(tmp_path, in_twinning("    resultado: Un manual común\n"))
    assert "actividad-sin-resultado" in told(edition)
    assert f'{UNKNOWN} {{: data-t="Qué dejó" }}' in twinning_page(edition)


def test_11_what_came_of_a_mission(tmp_path: Path) -> None:
    result = "resultado: Cuatro empresas cerraron pedidos.\n"
    change = {"archivo": "eventos/rueda-de-compradores.yml", "busca": result, "pone": ""}
    assert "evento-sin-resultado" in told(edition_with(tmp_path, change))


def test_12_an_agreement_with_nobody_knows_whom_stops_the_edition(tmp_path: Path) -> None:
    assert "ciudad-falta" in errors_of(tmp_path, in_twinning("ciudad: Marisma\n"))


def test_12_an_agreement_whose_city_no_source_names_is_counted_all_the_same(
    tmp_path: Path,
) -> None:
    flag = "banderas:\n  - sin_ciudad\n"
    edition = edition_with(tmp_path, in_twinning("ciudad: Marisma\n", flag))
    kept = {item.id for item in edition.register.all(Hermanamiento)}
    told_in_report = [one.id for one in report(edition).vinculos if one.tipo == "hermanamiento"]
    assert sorted(told_in_report) == sorted(kept)
    flagged = edition.lists.name("banderas", "sin_ciudad")
    assert flagged in twinning_page(edition)


def test_12_an_agreement_that_serves_nothing_is_told(tmp_path: Path) -> None:
    edition = edition_with(tmp_path, in_twinning("acciones:\n  - escuela\n"))
    assert "instrumento-sin-proyecto" in told(edition)
    assert "Ningún proyecto está vinculado a este instrumento." in twinning_page(edition)


def test_12_an_agreement_of_unknown_fate_has_its_own_group(tmp_path: Path) -> None:
    edition = edition_with(tmp_path, in_twinning("estado: vigente", "estado: no_informado"))
    assert twinning_told(edition).estado == "no_informado"
    assert "La fuente no dice si sigue en pie." in twinning_page(edition)
