"""Closing a report, correcting it, building it again long after."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from shutil import copytree

import pytest

from bitacora.canonical import Value
from bitacora.edition import load_edition, review
from bitacora.exports.report_files import report_files
from bitacora.reports.closings.act_text import plain
from bitacora.reports.verifying.digest import broken_digests, canonical_text, digest
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


def files_at(data: Path, day: date) -> dict[str, bytes]:
    """The files of the reports of an edition, by path."""
    edition = load_edition(data, SHOWN, day)
    return {made.path: made.as_bytes() for made in report_files(edition, ())}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A closed world."""
    return closed_world(tmp_path)


@pytest.fixture
def mended(data: Path) -> Path:
    """The same with a late row, its correction, version 2."""
    append(data / ROWS, LATE)
    (problem,) = errors(data)
    append(data / REPORT, declared(problem))
    done = close(data, day=LATER)
    assert done.exit_code == 0, done.output
    return data


def test_closing_writes_the_act_and_says_what_it_did(tmp_path: Path) -> None:
    data = copytree(WORLD, tmp_path / SHOWN)
    done = close(data)
    assert done.exit_code == 0
    assert "Informe del segundo trimestre de 2026, versión 1." in done.output
    assert "3 indicadores:" in done.output
    (version,) = versions(data)
    assert version["huella"] in done.output
    assert version["clase"] == "cierre"
    assert version["cerrado"] == AS_OF.isoformat()
    assert errors(data) == ()


def test_the_report_becomes_final_with_one_line_changed(data: Path) -> None:
    before = (WORLD / REPORT).read_text(encoding="utf-8")
    after = (data / REPORT).read_text(encoding="utf-8")
    assert after == before.replace("estado: preliminar", "estado: definitivo")


def test_an_act_keeps_every_figure_exactly(data: Path) -> None:
    acts = review(data, SHOWN, AS_OF).acts
    edition = load_edition(copytree(WORLD, data.parent / "abierto"), SHOWN, AS_OF)
    opened = next(item for item in edition.reports if item.quarter.text == QUARTER)
    assert acts[QUARTER].latest.contenido == opened.content
    assert plain(acts[QUARTER].latest) == plain(
        type(acts[QUARTER].latest).model_validate(plain(acts[QUARTER].latest))
    )


def test_one_row_one_line_and_no_line_feeds_of_other_systems(data: Path) -> None:
    raw = act_of(data).read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"}\n")
    rows = [
        line
        for line in raw.decode().splitlines()
        if '"estado_dato": ' in line and '"fecha_corte"' in line
    ]
    assert len(rows) == 6
    assert len(raw) < 300_000


def test_the_digest_is_that_of_one_canonical_form() -> None:
    value: Value = {"b": [1, Decimal("1.50"), None, True], "a": "ñ «»"}
    assert canonical_text(value) == '{"a":"ñ «»","b":[1,1.5,null,true]}'
    assert digest(Decimal("50.00")) == digest(50)
    assert digest("1") != digest(1)


def test_closing_again_changes_nothing(data: Path) -> None:
    before = act_of(data).read_bytes()
    done = close(data, day=LATER)
    assert done.exit_code == 0
    assert "ya está cerrado (versión 1, 2026-07-15) y nada ha cambiado" in done.output
    assert act_of(data).read_bytes() == before


@pytest.mark.parametrize(
    ("file", "old", "new", "quarter", "day", "reason"),
    [
        (
            REPORT,
            "estado: preliminar",
            "estado: borrador",
            QUARTER,
            AS_OF,
            "figura como «borrador»",
        ),
        ("", "", "", "2026-T1", AS_OF, "No hay informe del primer trimestre de 2026"),
        ("", "", "", "2026-T3", AS_OF, "termina el 2026-09-30"),
        ("", "", "", "2026", AS_OF, "no es un trimestre"),
        ("ejes/vender.yml", "numero: 2", "numero: uno", QUARTER, AS_OF, "ejes/vender.yml"),
    ],
)
def test_what_stands_in_the_way_is_told(
    file: str, old: str, new: str, quarter: str, day: date, reason: str, tmp_path: Path
) -> None:
    data = copytree(WORLD, tmp_path / SHOWN)
    if file:
        edit(data / file, old, new)
    done = close(data, quarter, day)
    assert done.exit_code == 1
    assert reason in done.output
    assert not (data / "cierres").exists()


def test_reports_are_closed_in_order(data: Path) -> None:
    text = (data / REPORT).read_text(encoding="utf-8")
    earlier = re.sub(r"cambios_fecha:\n(  .*\n)+", "", text.replace("2026-T2", "2026-T1"))
    (data / "informes" / "2026-t1.yml").write_text(
        earlier.replace("estado: definitivo", "estado: preliminar"), encoding="utf-8"
    )
    done = close(data, "2026-T1")
    assert done.exit_code == 1
    assert "Ya está cerrado 2026-T2" in done.output
    act_of(data).unlink()
    edit(data / REPORT, "estado: definitivo", "estado: preliminar")
    done = close(data)
    assert done.exit_code == 1
    assert "Primero hay que cerrar 2026-T1: python scripts/cerrar.py 2026-T1" in done.output
    assert close(data, "2026-T1").exit_code == 0
    assert close(data).exit_code == 0
    (first,), (second,) = (
        review(data, SHOWN, AS_OF).acts[name].versiones for name in ("2026-T1", QUARTER)
    )
    assert second.huella_anterior == first.huella


def test_a_late_row_needs_a_declared_correction(data: Path) -> None:
    append(data / ROWS, LATE)
    done = close(data, day=LATER)
    assert done.exit_code == 1
    assert "llegó después del cierre del 2026-07-15" in done.output
    assert "valor del trimestre de 1 a 2" in done.output
    assert len(versions(data)) == 1


def test_the_entry_to_paste_is_enough(mended: Path) -> None:
    assert errors(mended) == ()
    first, second = versions(mended)
    assert (second["version"], second["clase"]) == (2, "correccion")
    assert second["huella_anterior"] == first["huella"]
    assert second["cerrado"] == LATER.isoformat()
    assert broken_digests(QUARTER, plain(review(mended, SHOWN, LATER).acts[QUARTER].latest)) == ()


def test_a_declared_correction_waits_for_its_version(data: Path) -> None:
    append(data / ROWS, LATE)
    (problem,) = errors(data)
    append(data / REPORT, declared(problem))
    (problem,) = errors(data)
    assert "falta cerrar la versión 2: python scripts/cerrar.py 2026-T2." in problem.remedio


def test_a_correction_must_say_the_values_that_changed(data: Path) -> None:
    append(data / ROWS, LATE)
    (problem,) = errors(data)
    append(data / REPORT, declared(problem).replace('valor_corregido: "2"', 'valor_corregido: "3"'))
    assert close(data, day=LATER).exit_code == 1


def test_a_correction_keeps_the_first_version_byte_for_byte(data: Path) -> None:
    before, files = act_of(data).read_text(encoding="utf-8"), files_at(data, AS_OF)
    append(data / ROWS, LATE)
    (problem,) = errors(data)
    append(data / REPORT, declared(problem).replace("correccion\n", "revision\n"))
    assert close(data, day=LATER).exit_code == 0
    assert act_of(data).read_text(encoding="utf-8").startswith(before.removesuffix("\n  ]\n}\n"))
    assert versions(data)[1]["clase"] == "revision"
    after = files_at(data, LATER)
    kept = [path for path in files if "2026-t2-v1" in path]
    assert len(kept) == 3
    assert {path: after[path] for path in kept} == {path: files[path] for path in kept}
    assert "datos/informes/2026-t2-v2.json" in after


def test_corrected_figures_are_marked(mended: Path) -> None:
    act = review(mended, SHOWN, LATER).acts[QUARTER]
    marked = [line.indicador for line in act.latest.contenido.renglones if line.corregido]
    assert marked == ["relatos-publicados"]
    told = [
        (item.registro, item.publicado, item.corregido) for item in act.latest.contenido.enmiendas
    ]
    assert ("avance:relatos-publicados-2026-t2-2", "1", "2") in told
    edition = load_edition(mended, SHOWN, LATER)
    shown = [
        (item.version, item.latest) for item in edition.reports if item.quarter.text == QUARTER
    ]
    assert shown == [(1, False), (2, True)]


def test_a_year_later_the_same_bytes(mended: Path) -> None:
    now = files_at(mended, LATER)
    for file in sorted((mended / "avances").glob("*.csv")):
        write_table(file, reversed(table(file)))
    later = files_at(mended, LATER + timedelta(days=365))
    closed = [path for path in now if re.search(r"-v[0-9]", path) or path.endswith(".pyz")]
    assert len(closed) == 7
    assert {path: later[path] for path in closed} == {path: now[path] for path in closed}


def test_before_its_day_a_closing_may_be_made_again(tmp_path: Path) -> None:
    data = copytree(WORLD, tmp_path / SHOWN)
    early = date(2026, 7, 12)
    assert close(data, day=early).exit_code == 0
    append(data / ROWS, LATE.replace("2026-08-10", "2026-07-13"))
    done = close(data, day=date(2026, 7, 13))
    assert done.exit_code == 0
    assert "Reemplaza un cierre que todavía no se había publicado." in done.output
    (version,) = versions(data)
    assert version["version"] == 1
    assert errors(data) == ()


def test_a_day_moved_after_publishing_does_not_undo_it(data: Path) -> None:
    edit(data / REPORT, "publicacion: 2026-07-14", "publicacion: 2026-12-14")
    edit(data / REPORT, "despues: 2026-07-14", "despues: 2026-12-14")
    problem = next(item for item in errors(data) if item.regla == "cierre-roto")
    assert "un informe publicado no se retira ni cambia de fecha" in problem.remedio
    assert "correcciones" not in problem.remedio
    done = close(data, day=LATER)
    assert done.exit_code == 1
    assert "no se retira" in done.output


def test_a_published_correction_stays_as_it_was(mended: Path) -> None:
    edit(mended / REPORT, "Faltaba contar uno.", "Otra cosa.")
    (problem,) = errors(mended)
    assert problem.regla == "cierre-correccion"
    assert "aquí ya no está igual" in problem.mensaje


def test_a_summary_changed_after_closing_is_told(data: Path) -> None:
    edit(data / REPORT, "Se graduaron sesenta personas", "Se graduaron setenta personas")
    found = [item for item in review(data, SHOWN, LATER).problems if item.regla == "cierre-texto"]
    assert "el sitio sigue mostrando lo que se publicó" in found[0].mensaje


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("causa", "explicaciones.1.causa"),
        ("accion_correctiva", "explicaciones.1.accion_correctiva"),
        ("por_que", "no_realizado"),
    ],
)
def test_any_words_changed_after_closing_are_told(field: str, told: str, data: Path) -> None:
    text = (data / REPORT).read_text(encoding="utf-8")
    before = next(line for line in text.splitlines() if f"{field}: " in line)
    edit(data / REPORT, before, f"{before} Y algo más.")
    (found,) = (it for it in review(data, SHOWN, LATER).problems if it.regla == "cierre-texto")
    assert found.campo == told


def test_nothing_of_a_closing_is_out_before_its_moment(tmp_path: Path) -> None:
    data = copytree(WORLD, tmp_path / SHOWN)
    assert close(data, day=date(2026, 7, 12)).exit_code == 0
    early = load_edition(data, SHOWN, date(2026, 7, 14), time(9, 59))
    assert QUARTER not in {item.quarter.text for item in early.reports}
    told = b"".join(made.as_bytes() for made in report_files(early, ()))
    assert versions(data)[0]["huella"].encode() not in told
    out = load_edition(data, SHOWN, date(2026, 7, 14), time(10))
    assert QUARTER in {item.quarter.text for item in out.reports}


def test_an_older_edition_has_no_version_of_its_future(mended: Path) -> None:
    reports = load_edition(mended, SHOWN, date(2026, 8, 14)).reports
    assert [item.version for item in reports if item.quarter.text == QUARTER] == [1]


def test_a_second_version_does_not_bring_the_rest_up_to_today(data: Path) -> None:
    action = data / "acciones/relatos.yml"
    before = next(line for line in action.read_text("utf-8").splitlines() if "estado: " in line)
    edit(action, before, "estado: suspendida\nmotivo_estado: Se acabó el papel.")
    append(data / ROWS, LATE)
    (problem,) = errors(data)
    append(data / REPORT, declared(problem))
    done = close(data, day=LATER)
    assert done.exit_code == 0, done.output
    first, second = review(data, SHOWN, LATER).acts[QUARTER].versiones
    assert second.contenido.pendientes == first.contenido.pendientes
    assert {item.estado for item in second.contenido.vinculos} == {
        item.estado for item in first.contenido.vinculos
    }
