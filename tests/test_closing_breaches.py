"""No row behind a closed report changes in silence; each change is told in words to act on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from bitacora.edition import Review, review
from bitacora.quarters import Period
from bitacora.reading.faults import find
from bitacora.records.fields import block_model, shape_of
from bitacora.records.fieldtypes import FieldType
from bitacora.records.values import (
    CodeOf,
    Day,
    Hour,
    Moment,
    Number,
    Ref,
    ReportingPeriod,
    Whole,
    Year,
    YesNo,
)
from bitacora.records.values import Text as LabelText
from bitacora.reports.closings.act_text import act_text, plain
from bitacora.reports.closings.breach import FREE, LIVING
from bitacora.reports.closings.inputs import ROW, Input, Scope, inputs
from bitacora.reports.verifying.digest import with_digests
from bitacora.sources import Text
from closed_world import (
    LATE,
    LATER,
    QUARTER,
    REPORT,
    ROWS,
    act_of,
    append,
    close,
    closed_world,
    declared,
    edit,
    errors,
    table,
    versions,
    write_table,
)
from tiny_world import AS_OF, SHOWN, WORLD

CARD = "indicadores/ventas-cumplidas.yml"
RULE = "cierre-roto"
RICH = (
    (
        CARD,
        "metas_por_periodo:\n  - periodo: 2026\n    meta: 60\ncambios_meta:\n"
        "  - desde: 2026-05-01\n    meta_anterior: 90\n    acto: Acta 4\n    motivo: Se revisó.\n",
    ),
    (
        "estrategia/mundo.yml",
        "fecha_inicio: 2026-01-01\nsemaforo:\n  en_meta: 0.9\n  en_riesgo: 0.7\n",
    ),
    (
        REPORT,
        "luces_declaradas:\n  - indicador: ventas-cumplidas\n    luz: en_riesgo\n"
        "    motivo: El muelle estuvo cerrado.\n",
    ),
    (
        "buenas-practicas/relato-de-puerto.yml",
        "incorporada: 2026-04-05\ntransferencias:\n"
        "  - fecha: 2026-05-06\n    a_quien: Isla Verde\n    pais: PE\n",
    ),
)
"""What the tiny world lacks, so that every kind of input has a row."""
DERIVED = {
    ("indicadores", "eje"): ("objetivos/exportar.yml", "eje: vender", "eje: compartir"),
    ("indicadores", "meses"): (CARD, "periodicidad: trimestral", "periodicidad: semestral"),
}
"""What an indicator takes from elsewhere, with the edit that changes it."""


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed world with a row of every kind."""
    data = copytree(WORLD, tmp_path_factory.mktemp("rich") / SHOWN)
    for file, text in RICH:
        append(data / file, text)
    done = close(data)
    assert done.exit_code == 0, done.output
    assert errors(data) == ()
    return data


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A closed world, as the tests share it."""
    return closed_world(tmp_path)


def scope_of(found: Review) -> Scope:
    return Scope(found.register.public(), found.lists, Period.parse(QUARTER), AS_OF)


def told(data: Path) -> list[tuple[str, str]]:
    """The rule and the record of each error."""
    return [(problem.regla, problem.registro) for problem in errors(data)]


def changed(value: str, kind: FieldType, found: Review) -> str:
    """Another value of the same type."""
    if isinstance(kind, CodeOf):
        return next(code for code in found.lists.lists[kind.codelist] if code != value)
    if isinstance(kind, Day | Moment):
        if len(value) == 10:
            return (date.fromisoformat(value) + timedelta(days=1)).isoformat()
        return f"{int(value[:4]) + 1}{value[4:]}"
    if isinstance(kind, Hour):
        return "23:59"
    if isinstance(kind, ReportingPeriod):
        return Period.parse(value).previous().text
    if isinstance(kind, Ref):
        return next(name for name in found.register.by_kind[kind.kind] if name != value)
    if isinstance(kind, YesNo):
        return "no" if value == "sí" else "sí"
    if isinstance(kind, LabelText):
        return f"{value}x"
    assert isinstance(kind, Number | Whole | Year), kind
    return str(Decimal(value) + 1)


def leaves(item: Input, field: str, value: Any) -> Iterator[tuple[str | int, ...]]:
    """Where the values of a field of an input are written in its record."""
    base = item.path if item.path[:1] in {("luces_declaradas",), ("explicaciones",)} else ()
    if field == "fecha" and item.path and not base:
        yield item.path
    elif isinstance(value, list):
        for index, block in enumerate(value):
            yield from ((field, index, name) for name in block)
    elif isinstance(value, dict):
        yield from ((field, name) for name in value)
    else:
        yield (*base, field)


def rewrite(data: Path, found: Review, item: Input, path: tuple[str | int, ...]) -> bool:
    """Change what is written at a path of a record; False where nothing is."""
    located = found.register.where(item.record)
    node, place = find(located.entry, path)
    names = [step for step in path if isinstance(step, str)]
    model = block_model(type(item.record), path[:-1]) if len(path) > 1 else type(item.record)
    shape = shape_of(model, names[-1]) if model else None
    if not isinstance(node, Text) or shape is None or shape.value_type is None:
        return False
    new = changed(str(node), shape.value_type, found)
    file = data / located.path
    if file.suffix == ".csv":
        rows = table(file)
        rows[place.linea - 2][names[-1]] = new
        write_table(file, rows)
    else:
        lines = file.read_text(encoding="utf-8").split("\n")
        line = lines[place.linea - 1]
        assert str(node) in line, (line, node)
        quote = line[place.columna - 1] if line[place.columna - 1] in "'\"" else ""
        lines[place.linea - 1] = f"{line[: place.columna - 1]}{quote}{new}{quote}"
        file.write_text("\n".join(lines), encoding="utf-8")
    return True


def test_every_field_of_every_row_is_watched(rich: Path, tmp_path: Path) -> None:
    found = review(rich, SHOWN, AS_OF)
    silent: list[str] = []
    kinds: set[tuple[str, str]] = set()
    for item in inputs(scope_of(found)):
        for field, value in item.fila.items():
            if field in ("id", *LIVING.get(item.folder, ())) or item.folder in FREE:
                continue
            for path in leaves(item, field, value):
                data = copytree(rich, tmp_path / SHOWN)
                if rewrite(data, found, item, path):
                    kinds.add((item.folder, field))
                    if RULE not in {rule for rule, _ in told(data)}:
                        silent.append(f"{item.key} {path}: {told(data)}")
                _removed(data)
    assert silent == []
    assert {("avances", name) for name in ROW} <= kinds | {("avances", "accion_correctiva_fecha")}
    assert {
        ("indicadores", name)
        for name in (
            "meta",
            "linea_base",
            "acumulacion",
            "periodicidad",
            "sentido",
            "metas_por_periodo",
            "cambios_meta",
        )
    } <= kinds
    assert {
        ("estrategia", name)
        for name in ("vigencia_inicio", "vigencia_fin", "fecha_inicio", "semaforo")
    } <= kinds
    assert {
        ("recursos", "monto"),
        ("eventos", "costo"),
        ("informes", "luz"),
        ("informes", "fecha"),
        ("informes", "publicacion"),
        ("oportunidades", "fecha"),
        ("preguntas", "fecha"),
        ("compromisos", "plazo"),
        ("acciones", "fecha"),
        ("buenas-practicas", "fecha"),
    } <= kinds


def _removed(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()


@pytest.mark.parametrize(("file", "old", "new"), DERIVED.values(), ids=str)
def test_what_an_indicator_takes_from_elsewhere_is_watched(
    file: str, old: str, new: str, data: Path
) -> None:
    edit(data / file, old, new)
    assert RULE in {rule for rule, _ in told(data)}


def test_every_row_that_is_removed_is_missed(rich: Path, tmp_path: Path) -> None:
    for name in ("2026-T1", "2026-T2"):
        for index in range(3):
            data = copytree(rich, tmp_path / SHOWN)
            rows = table(data / "avances" / f"{name}.csv")
            gone = rows.pop(index)
            write_table(data / "avances" / f"{name}.csv", rows)
            problem = next(item for item in errors(data) if item.regla == RULE)
            assert f"usó «{gone['indicador']}-{name.lower()}-1»" in problem.mensaje
            assert problem.registro == "2026-t2"
            _removed(data)


@pytest.mark.parametrize(
    "file", ["recursos.csv", "oportunidades.csv", "eventos/rueda-de-compradores.yml"]
)
def test_a_fact_that_is_removed_is_missed(file: str, data: Path) -> None:
    path = data / file
    if path.suffix == ".csv":
        write_table(
            path,
            [{**table(path)[0], "id": "otro", "fecha": "2024-01-01"}]
            if file == "recursos.csv"
            else [{**table(path)[0], "postulada": ""}],
        )
    else:
        path.unlink()
    assert RULE in {rule for rule, _ in told(data)}


def test_a_draft_counts_as_removed(data: Path) -> None:
    rows = table(data / ROWS)
    write_table(data / ROWS, [{**row, "estado_publicacion": "borrador"} for row in rows])
    assert [rule for rule, _ in told(data)].count(RULE) >= 3


def test_a_row_dated_before_the_closing_is_found(data: Path) -> None:
    append(data / ROWS, LATE.replace("2026-08-10", "2026-07-12"))
    problem = next(item for item in errors(data) if item.regla == RULE)
    assert "dice haber llegado antes del cierre del 2026-07-15 o ese mismo día" in problem.mensaje
    assert "escriba en «actualizado» el día en que llegó" in problem.remedio
    assert problem.place.linea == 5


def test_a_fact_dated_before_the_closing_is_found(data: Path) -> None:
    first = table(data / "recursos.csv")[1]
    write_table(data / "recursos.csv", [*table(data / "recursos.csv"), {**first, "id": "otro"}])
    assert (RULE, "otro") in told(data)


def test_later_facts_break_nothing(data: Path) -> None:
    rows = table(data / "recursos.csv")
    later = {**rows[1], "id": "mas", "fecha": "2026-08-01", "actualizado": "2026-08-10"}
    of_the_year = {**later, "id": "del-anio", "fecha": "2026"}
    write_table(data / "recursos.csv", [*rows, later, of_the_year])
    append(
        data / "compromisos/directorio-de-compradores.yml",
        "cerrado: 2026-08-01\ndesenlace: cumplido\nevidencia: documento:acta-1\n",
    )
    edit(data / "acciones/relatos.yml", "estado: ", "nota: Se supo después.\nestado: ")
    edit(data / CARD, "nombre: Pedidos", "nombre: Los pedidos")
    assert told(data) == []


def test_a_fact_of_the_quarter_told_later_asks_for_a_revision(data: Path) -> None:
    rows = table(data / "recursos.csv")
    late = {**rows[1], "id": "otro", "actualizado": "2026-08-10"}
    write_table(data / "recursos.csv", [*rows, late])
    (problem,) = errors(data)
    assert "lleva una fecha de ese trimestre y no estaba al cerrarlo" in problem.mensaje
    append(data / REPORT, declared(problem))
    assert close(data, QUARTER, LATER).exit_code == 0
    assert errors(data) == ()
    version = review(data, SHOWN, LATER).acts[QUARTER].latest
    assert "otro" in {item.id for item in version.contenido.aportes}


def test_goals_of_periods_to_come_may_be_set(data: Path) -> None:
    append(
        data / "indicadores/relatos-publicados.yml",
        "metas_por_periodo:\n  - periodo: 2027-T1\n    meta: 3\n",
    )
    assert RULE not in {rule for rule, _ in told(data)}


def test_a_goal_changed_by_an_act_breaks_nothing(data: Path) -> None:
    edit(data / CARD, "meta: 80", "meta: 70")
    assert RULE in {rule for rule, _ in told(data)}
    append(
        data / CARD,
        "cambios_meta:\n  - desde: 2026-08-01\n    meta_anterior: 80\n"
        "    acto: Acuerdo 5 de 2026\n    motivo: Cerró un muelle.\n",
    )
    assert RULE not in {rule for rule, _ in told(data)}


def test_a_change_is_told_with_its_figures_and_its_way_out(data: Path) -> None:
    edit(
        data / ROWS,
        "personas-formadas,2026-T2,reportado,60",
        "personas-formadas,2026-T2,reportado,65",
    )
    (problem,) = errors(data)
    assert (problem.regla, problem.campo, problem.place.linea) == (RULE, "valor", 2)
    assert problem.place.archivo == f"{SHOWN}/{ROWS}"
    assert "usó «60» en «valor» y ahora dice «65»" in problem.mensaje
    assert "valor del trimestre de 60 a 65, valor a la fecha de 100 a 105" in problem.mensaje
    assert "Vuelva a escribir «60» en «valor»." in problem.remedio
    assert "version 2" in problem.remedio
    assert "correcciones" not in problem.remedio


def two_closed(folder: Path) -> Path:
    """A world with both of its quarters closed."""
    data = copytree(WORLD, folder / SHOWN)
    text = re.sub(r"cambios_fecha:\n(  .*\n)+", "", (data / REPORT).read_text(encoding="utf-8"))
    first = text.replace("2026-T2", "2026-T1").replace("2026-07-14", "2026-07-13")
    (data / "informes/2026-t1.yml").write_text(first, encoding="utf-8")
    assert close(data, "2026-T1").exit_code == 0
    assert close(data).exit_code == 0
    assert errors(data) == ()
    return data


def test_an_edit_that_touches_two_reports_is_told_once(tmp_path: Path) -> None:
    data = two_closed(tmp_path)
    file = data / "avances/2026-T1.csv"
    edit(file, "personas-formadas,2026-T1,reportado,40", "personas-formadas,2026-T1,reportado,41")
    (problem,) = errors(data)
    assert "El informe 2026-T1, cerrado (versión 1), usó «40»" in problem.mensaje
    assert "Toca también 2026-T2." in problem.mensaje


def test_an_edited_row_cannot_be_excused(data: Path) -> None:
    edit(
        data / ROWS,
        "personas-formadas,2026-T2,reportado,60",
        "personas-formadas,2026-T2,reportado,65",
    )
    append(
        data / REPORT,
        "correcciones:\n  - clase: correccion\n    escala: menor\n"
        "    registro: avance:personas-formadas-2026-t2-1\n    campo: valor\n"
        "    valor_publicado: '60'\n    valor_corregido: '65'\n    causa: Se digitó mal.\n"
        "    fecha: 2026-08-01\n",
    )
    (problem,) = errors(data)
    assert "Vuelva a escribir «60»" in problem.remedio
    done = close(data, day=LATER)
    assert done.exit_code == 1
    assert len(versions(data)) == 1


def test_a_card_may_be_corrected_in_sight_of_all(data: Path) -> None:
    edit(data / CARD, "linea_base: 40", "linea_base: 45")
    (problem,) = errors(data)
    assert problem.remedio.startswith("Hay dos salidas.\n1) Si fue un error")
    assert "registro: indicador:ventas-cumplidas" in problem.remedio
    append(data / REPORT, declared(problem))
    assert close(data, day=LATER).exit_code == 0
    assert errors(data) == ()
    assert len(versions(data)) == 2


def test_a_late_row_of_an_earlier_quarter_names_every_report_it_moves(tmp_path: Path) -> None:
    data = two_closed(tmp_path)
    append(
        data / "avances/2026-T1.csv",
        "personas-formadas,2026-T1,corregido,45,,,2026-03-31,"
        "Cinco más.,,documento:acta-1,planeacion,2,Faltaban.,documento:acta-1,oficina,"
        "2026-08-10\n",
    )
    found = [problem for problem in errors(data) if problem.regla == RULE]
    assert len(found) == 2
    assert "Toca también 2026-T2" in found[0].mensaje + found[1].mensaje
    assert "Toca también 2026-T1" in found[0].mensaje + found[1].mensaje
    done = close(data, day=LATER)
    assert "Primero hay que cerrar 2026-T1" in done.output


# The act itself.


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('"valor": 60, "numerador": null', '"valor": 65, "numerador": null', "cierre-alterado"),
        ('"a_la_fecha": 100, "avance"', '"a_la_fecha": 99, "avance"', "cierre-alterado"),
        ('"clase": "cierre"', '"clase": "revision"', "cierre-alterado"),
        ('"cerrado": "2026-07-15"', '"cerrado": "2026-07-16"', "cierre-alterado"),
        ('"huella_anterior": ""', '"huella_anterior": "ab"', "cierre-alterado"),
        ('"periodo": "2026-T2",\n  "v', '"periodo": "2026-T1",\n  "v', "cierre-ilegible"),
        ('"contenido": {', '"contenido": [', "cierre-ilegible"),
        ('"version": 1,\n', '"version": 1,\n      "version": 1,\n', "cierre-ilegible"),
    ],
)
def test_an_edited_act_is_found(old: str, new: str, rule: str, data: Path) -> None:
    edit(act_of(data), old, new)
    assert (rule, QUARTER) in told(data)


def test_an_act_whose_digests_were_made_again_is_found(data: Path) -> None:
    act = review(data, SHOWN, AS_OF).acts[QUARTER]
    version = plain(act.latest)
    version["contenido"]["renglones"][0]["avance"] = Decimal("0.9")
    act_of(data).write_text(act_text(QUARTER, with_digests(QUARTER, version)), encoding="utf-8")
    (problem,) = errors(data)
    assert problem.regla == RULE
    assert "avance de 90 % a 25 %" in problem.mensaje.replace("\N{NO-BREAK SPACE}", " ")
    assert "no cambió ninguna de sus filas" in problem.mensaje


def test_an_act_that_is_gone_is_missed(data: Path) -> None:
    act_of(data).unlink()
    (problem,) = errors(data)
    assert (problem.regla, problem.registro) == ("cierre-falta", "2026-t2")
    assert "python scripts/cerrar.py 2026-T2" in problem.remedio


def test_a_version_that_is_gone_is_missed(data: Path) -> None:
    first = act_of(data).read_bytes()
    append(data / ROWS, LATE)
    (problem,) = errors(data)
    append(data / REPORT, declared(problem))
    assert close(data, day=LATER).exit_code == 0
    act_of(data).write_bytes(first)
    (problem,) = errors(data)
    assert "falta cerrar la versión 2" in problem.remedio


def test_an_act_in_between_that_is_gone_is_missed(tmp_path: Path) -> None:
    data = two_closed(tmp_path)
    act_of(data, "2026-T1").unlink()
    assert ("cierre-alterado", QUARTER) in told(data)
    assert ("cierre-falta", "2026-t1") in told(data)


def test_a_closed_report_cannot_go_back_nor_lose_its_record(data: Path) -> None:
    edit(data / REPORT, "estado: definitivo", "estado: preliminar")
    assert told(data) == [("cierre-estado", "2026-t2")]
    (data / REPORT).unlink()
    assert ("cierre-sin-informe", "entidad") in told(data)


def test_a_correction_runs_through_every_report_it_moves(tmp_path: Path) -> None:
    data = two_closed(tmp_path)
    append(
        data / "avances/2026-T1.csv",
        "personas-formadas,2026-T1,corregido,45,,,2026-03-31,Cinco más.,,documento:acta-1,"
        "planeacion,2,Faltaban.,documento:acta-1,oficina,2026-08-10\n",
    )
    for quarter, problem in zip(("2026-T1", QUARTER), errors(data), strict=True):
        report = f"informes/{quarter.lower()}.yml"
        assert report in problem.remedio
        append(data / report, declared(problem))
    for quarter in ("2026-T1", QUARTER):
        assert close(data, quarter, LATER).exit_code == 0
    assert errors(data) == ()
    first, second = review(data, SHOWN, LATER).acts.values()
    assert [version.version for version in first.versiones] == [1, 2]
    assert second.versiones[0].huella_anterior == first.versiones[0].huella
    line = second.latest.contenido.renglon("personas-formadas")
    assert line is not None
    assert (line.a_la_fecha, line.corregido) == (Decimal(105), True)
