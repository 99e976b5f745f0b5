"""What the registers tell in a report: nothing lost, nothing mixed, nothing changed in silence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bitacora.edition import Edition, Review, load_edition, review
from bitacora.exports.report_files import report_files
from bitacora.pages.reports import index
from bitacora.pages.writing import Writer
from bitacora.records.events import Evento
from bitacora.records.indicators import Indicador
from bitacora.register import Register
from bitacora.reports.closings.act_text import act_text
from bitacora.reports.content import Contenido, Misiones
from bitacora.reports.rollups.year import year_report
from bitacora.reports.sections.meetings import closing_next, meetings, missions
from bitacora.reports.sections.participants import participants
from bitacora.reports.sections.registers import checks_done, fees
from bitacora.reports.verifying.digest import with_digests
from bitacora.reports.verifying.verification import checked, parsed
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
    versions,
)
from report_rows import (
    RESOURCES,
    T1,
    T2,
    TAIL,
    contents,
    opened,
    view_of,
    with_record,
    world,
)
from tiny_world import AS_OF, SHOWN

ROOT = Path(__file__).parent.parent
ADDED = (
    "misiones",
    "cerradas_sin_postular",
    "por_cerrar",
    "cuotas",
    "participaciones",
    "documentos",
    "autoevaluaciones",
)
CHECKS = {
    "autoevaluaciones/de-2025.yml": """nombre: Autoevaluación de 2025
fecha: 2025-06-01
quienes: Oficina y Planeación
respuestas:
  - {factor: DIS-01, respuesta: no}
  - {factor: DIS-02, respuesta: si, evidencia: Acta 3}
fuente: documento:acta-1
responsable: oficina
actualizado: 2025-06-02
""",
    "autoevaluaciones/de-2026.yml": """nombre: Autoevaluación de 2026
fecha: 2026-06-01
quienes: Oficina y Planeación
respuestas:
  - {factor: DIS-01, respuesta: si, evidencia: Acta 9}
  - {factor: DIS-02, respuesta: si, evidencia: Acta 3}
fuente: documento:acta-1
responsable: oficina
actualizado: 2026-06-02
""",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Review:
    rows = [{"archivo": name, "pone": text} for name, text in CHECKS.items()]
    return world(tmp_path_factory.mktemp("registers"), *rows)


@pytest.fixture(scope="module")
def register(found: Review) -> Register:
    return found.register.public()


@pytest.fixture(scope="module")
def told(found: Review) -> dict[str, Contenido]:
    return contents(found, T1, T2)


def with_event(register: Register, name: str, **fields: object) -> Register:
    record = register.get(Evento, name)
    assert record is not None
    return with_record(register, record.model_copy(update=fields))


def test_missions_are_summed_one_currency_at_a_time(found: Review, register: Register) -> None:
    more = with_event(register, "visita-lago", tipo="mision_saliente")
    dear = with_event(more, "visita-lago", tipo="mision_saliente", costo=Decimal(7), moneda="USD")
    for changed, known in ((more, 1), (dear, 2)):
        got = missions(meetings(view_of(found, T2, register=changed)))
        assert (got.cuantas, got.con_costo) == (2, known)
        assert sum(len(one.filas) for one in got.costos) == known
    assert [(one.moneda, one.total) for one in got.costos] == [
        ("COP", Decimal(12000000)),
        ("USD", Decimal(7)),
    ]


def test_a_mission_called_off_is_told_and_costs_nothing(found: Review, register: Register) -> None:
    off = with_event(
        register, "feria-norte", cancelado=date(2026, 5, 1), motivo_cancelacion="Paro aéreo"
    )
    met = meetings(view_of(found, T2, register=off))
    (fair,) = (one for one in met if one.id == "feria-norte")
    assert (fair.cancelado, fair.motivo_cancelacion) == (date(2026, 5, 1), "Paro aéreo")
    assert missions(met) == Misiones(cuantas=0, con_costo=0)


def test_calls_nobody_applied_to_and_those_to_come(
    found: Review, told: dict[str, Contenido]
) -> None:
    content = told["2026-T2"]
    assert [one.id for one in content.cerradas_sin_postular or ()] == ["sola"]
    assert [one.id for one in told["2026-T1"].por_cerrar or ()] == ["beca", "sola"]
    assert {one.id for one in closing_next(view_of(found, T2))} == set()


def test_only_a_fee_that_left_the_till_is_paid(tmp_path: Path) -> None:
    head, *rows = RESOURCES.splitlines()
    cells = "Cuota,universidad,recursos_propios,nacional,dinero,{flow},no,40,EUR,exacto,2026-05-03"
    fee = [
        f"cuota-{flow},{cells.format(flow=flow)}{TAIL},puertos"
        for flow in ("desembolso", "compromiso")
    ]
    text = "\n".join([f"{head},red", *(f"{row}," for row in rows), *fee])
    here = world(tmp_path, {"archivo": "recursos.csv", "pone": f"{text}\n"})
    (paid,) = fees(view_of(here, T2))
    assert (paid.recurso, paid.red, paid.monto, paid.moneda) == (
        "cuota-desembolso",
        "puertos",
        Decimal(40),
        "EUR",
    )
    assert fees(view_of(here, T1)) == ()


def test_who_took_part_is_told_once_with_all_it_did(found: Review, told: dict[str, Any]) -> None:
    (giver,) = (one for one in told["2026-T2"].participaciones if one.id == "agencia-norte")
    assert [row for row in giver.filas if row.startswith("recurso:")] == [
        "recurso:giro-2",
        "recurso:giro-cop",
        "recurso:prestamo",
        "recurso:promesa",
    ]
    assert len(set(giver.filas)) == len(giver.filas)
    names = [one.id for one in told["2026-T2"].participaciones]
    assert len(set(names)) == len(names)
    year = year_report(2026, opened(told), found.lists)
    assert year is not None
    (along,) = (one for one in year.participaciones if one.id == "agencia-norte")
    assert {"recurso:giro-1", "recurso:giro-2"} < set(along.filas)


def test_whoever_was_to_come_to_what_was_called_off_did_not(
    found: Review, register: Register
) -> None:
    for off, expected in ((None, {"universidad"}), (date(2026, 5, 1), set())):
        changed = with_event(register, "feria-norte", actores=("universidad",), cancelado=off)
        view = view_of(found, T2, register=changed)
        came = {one.id for one in participants(view, (), (), meetings(view), ())}
        assert came == expected


def test_a_self_check_is_told_in_its_quarter_against_the_one_before(
    found: Review, told: dict[str, Contenido]
) -> None:
    (check,) = checks_done(view_of(found, T2))
    assert check.anterior == "Autoevaluación de 2025"
    assert [(it.factor, it.antes, it.ahora) for it in check.cambios] == [("DIS-01", "no", "si")]
    factors = len(found.lists.all("factores_sostenibilidad"))
    assert sum(count.cuantas for count in check.respuestas) == factors
    assert told["2026-T1"].autoevaluaciones == ()


def test_every_line_tells_its_levels(found: Review, register: Register) -> None:
    card = register.all(Indicador)[0]
    changed = with_record(register, card.model_copy(update={"medidas_nivel": ("TER-1", "ORI-2")}))
    content = contents(found, T2, register=changed)["2026-T2"]
    line = content.renglon(card.id)
    assert line is not None
    assert line.niveles == ("oficina", "territorio")
    assert all(one.niveles == () for one in content.renglones if one.indicador != card.id)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A world whose second quarter is closed, with a self-check and a document in it."""
    return closed_world(tmp_path)


def as_closed_before(data: Path) -> None:
    """Write the act anew as the program wrote it before the registers were told."""
    (version,) = versions(data)
    content, entries = version["contenido"], version["entradas"]
    for name in ADDED:
        content.pop(name, None)
    for line in content["renglones"]:
        line.pop("niveles", None)
    for folder in ("documentos", "autoevaluaciones"):
        entries.pop(folder)
    for card in entries["indicadores"]:
        card.pop("medidas_nivel")
    for event in entries["eventos"]:
        event.pop("actores")
        event.pop("cancelado")
    entries["oportunidades"] = [
        row for row in entries["oportunidades"] if not row["id"].endswith(":cierre")
    ]
    text = act_text(QUARTER, with_digests(QUARTER, version))
    act_of(data).write_text(text, encoding="utf-8")


def page_of(edition: Edition) -> str:
    """The page of the closed quarter."""
    made = {page.path: page for page in index.pages(edition, Writer([ROOT / "content/templates"]))}
    return made["informes/2026-t2.md"].as_bytes().decode("utf-8")


def verified(edition: Edition) -> bool:
    """Whether the published files of the closed quarter pass their own check."""
    files = {made.path.rpartition("/")[2]: made.as_bytes() for made in report_files(edition, ())}
    (name,) = (name for name in files if name.endswith("-v1.json"))
    report = parsed(files[name])
    assert report is not None
    return all(answer.agrees for answer in checked(report, name.removesuffix(".json"), files.get))


def test_an_act_closed_before_still_holds(data: Path) -> None:
    as_closed_before(data)
    assert errors(data) == ()
    edition = load_edition(data, SHOWN, AS_OF)
    assert verified(edition)
    page = page_of(edition)
    assert "## Quiénes participaron" not in page
    assert "## Documentos y autoevaluación" not in page
    assert "De quién hablan" not in page


def test_its_second_version_does_not_begin_to_tell(data: Path) -> None:
    as_closed_before(data)
    append(data / ROWS, LATE)
    (problem,) = errors(data)
    append(data / REPORT, declared(problem))
    assert close(data, day=LATER).exit_code == 0
    _, second = review(data, SHOWN, LATER).acts[QUARTER].versiones
    assert all(getattr(second.contenido, name) is None for name in ADDED)
    assert all(line.niveles is None for line in second.contenido.renglones)


def test_an_act_freezes_what_the_registers_tell(data: Path) -> None:
    (version,) = versions(data)
    assert set(ADDED) <= set(version["contenido"])
    assert {"documentos", "autoevaluaciones"} <= set(version["entradas"])
    edition = load_edition(data, SHOWN, AS_OF)
    assert verified(edition)
    assert "## Quiénes participaron" in page_of(edition)


@pytest.mark.parametrize(
    ("file", "old", "new", "field"),
    [
        ("documentos.csv", "2026-05-15", "2026-05-16", "fecha"),
        ("documentos.csv", "presentacion", "acta", "tipo"),
        ("oportunidades.csv", "2026-05-31", "2026-06-01", "cierre"),
    ],
)
def test_what_is_edited_behind_a_closed_report_is_told(
    file: str, old: str, new: str, field: str, data: Path
) -> None:
    edit(data / file, old, new)
    assert field in {problem.campo for problem in errors(data) if problem.regla == "cierre-roto"}


def test_what_comes_to_light_later_breaks_nothing(data: Path) -> None:
    rows = (data / "documentos.csv").read_text(encoding="utf-8").splitlines()
    append(data / "documentos.csv", rows[-1].replace("relato,", "otro-relato,", 1) + "\n")
    calls = (data / "oportunidades.csv").read_text(encoding="utf-8").splitlines()
    late = calls[-1].replace("puertos-que-ensenan,", "otra,", 1)
    late = late.replace("2026-05-20,en_espera", ",")
    append(data / "oportunidades.csv", f"{late}\n")
    card = data / "indicadores" / "personas-formadas.yml"
    edit(card, "medidas_nivel: ORI-2", "medidas_nivel: TER-1")
    assert [problem.mensaje for problem in errors(data)] == []
