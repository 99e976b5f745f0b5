"""What waits to be done: each kind of thing appears when it is due, and goes when it is done."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import vobject  # type: ignore[import-untyped]
from click.testing import CliRunner, Result

from bitacora.checks.rule import World
from bitacora.edition import Edition, Review, load_edition, review
from bitacora.exports.pending import CALENDAR, COLUMNS, pending_calendar, pending_table
from bitacora.pages.pending import pages
from bitacora.pages.writing import Writer, said_of
from bitacora.pending.all import REMINDERS, by_unit, pending_of
from bitacora.pending.desk import Desk, public_desk
from bitacora.pending.revisions import months_after
from bitacora.pending.things import Matter, Pending, Urgency
from bitacora.quarters import Period
from bitacora.reports.calendar_entries import calendar_of
from script_files import script
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD, Change, changed_world

COLUMN_NAMES = [column.name for column in COLUMNS]
TEMPLATES = ROOT / "content" / "templates"
ROW = "indicador,periodo,estado_dato,valor,fecha_corte,evidencias,fuente,responsable,actualizado\n"
REPORTED = {
    "archivo": "avances/2026-T3.csv",
    "pone": ROW
    + "personas-formadas,2026-T3,reportado,70,2026-09-30,acta,acta,oficina,2026-07-15\n",
}
SOLD = {
    "archivo": "avances/2026-T3.csv",
    "pone": ROW.replace("valor,", "valor,numerador,denominador,")
    + "ventas-cumplidas,2026-T3,reportado,50,5,10,2026-09-30,acta,acta,planeacion,2026-10-05\n",
}
NEXT_REPORT = {
    "archivo": "informes/2026-t3.yml",
    "pone": "periodo: 2026-T3\nestado: borrador\nanunciado: 2026-07-10\npublicacion: 2026-10-20\n"
    "fuente: documento:acta-1\nresponsable: oficina\nactualizado: 2026-07-10\n",
}
PUBLISHED = {**NEXT_REPORT, "pone": NEXT_REPORT["pone"].replace("borrador", "preliminar")}
ANSWER = (
    "respuesta: Cuatro empresas cerraron pedidos. Tres ya los entregaron.\n"
    "fecha_respuesta: 2026-06-12\nevidencia: documento:acta-1, punto 4\n"
)
EXPLAINED = (
    "explicaciones:\n  - indicador: relatos-publicados\n"
    "    causa: La corrección del segundo relato tardó más de lo previsto.\n"
    "    accion_correctiva: Contratar a quien corrija los textos que faltan.\n"
    "    dependencia: oficina\n    fecha: 2026-09-30\n"
)


def change(file: str, old: str, new: str) -> Change:
    return {"archivo": file, "busca": old, "pone": new}


@cache
def unchanged(day: date) -> Review:
    return review(WORLD, SHOWN, day)


def desk_of(folder: Path, changes: tuple[Change, ...], day: date) -> Desk:
    found = review(changed_world(folder, changes), SHOWN, day) if changes else unchanged(day)
    assert not [problem for problem in found.problems if problem.is_error]
    world = World(found.register, found.lists, day, frozenset(), found.acts)
    return Desk(world, calendar_of(found.register), frozenset(map(Period.parse, found.acts)))


def waiting(folder: Path, changes: tuple[Change, ...], day: date) -> dict[str, Pending]:
    found = pending_of(desk_of(folder, changes, day))
    keyed = {f"{thing.matter}:{thing.key}": thing for thing in found}
    assert len(keyed) == len(found), "two things with one name"
    return keyed


@dataclass(frozen=True)
class Case:
    """A thing that waits on a day with some changes, and what makes it go."""

    key: str
    until: date | None
    unit: str = "oficina"
    day: date = AS_OF
    made: tuple[Change, ...] = ()
    gone_day: date = AS_OF
    gone: tuple[Change, ...] = field(default=())


HITO = "  - fecha: 2026-12-15\n    descripcion: Se gradúa la primera cohorte\n    cumplido: no\n"
DONE = HITO.replace("cumplido: no", "cumplido: sí\n    evidencia: documento:acta-1")
RENEWED = "  - fecha: 2024-03\n    acto: Acta 2 de 2024\n"
LATER = change("oportunidades.csv", "2026-05-31,17:00", "2026-07-30,17:00")
CASES = (
    Case("avance:personas-formadas-2026-T3", date(2026, 10, 30), gone=(REPORTED,)),
    Case(
        "avance:ventas-cumplidas-2026-T3",
        date(2026, 10, 30),
        unit="planeacion",
        day=date(2026, 11, 5),
        gone_day=date(2026, 11, 5),
        gone=(SOLD,),
    ),
    Case("informe:anunciar-2026-T3", date(2026, 9, 30), gone=(NEXT_REPORT,)),
    Case("informe:publicar-2026-T3", date(2026, 10, 20), made=(NEXT_REPORT,)),
    Case(
        "informe:publicar-2026-T3",
        date(2026, 10, 20),
        day=date(2026, 10, 25),
        made=(NEXT_REPORT,),
        gone_day=date(2026, 10, 25),
        gone=(PUBLISHED,),
    ),
    Case("informe:cerrar-2026-T2", date(2026, 10, 12), gone_day=date(2026, 7, 13)),
    Case(
        "explicacion:2026-t2-relatos-publicados",
        date(2026, 7, 14),
        made=(change("informes/2026-t2.yml", EXPLAINED, ""),),
    ),
    Case(
        "medida:2026-t2-relatos-publicados",
        date(2026, 9, 30),
        gone=(change("informes/2026-t2.yml", EXPLAINED, ""),),
    ),
    Case(
        "medida:2026-t2-relatos-publicados",
        date(2026, 9, 30),
        day=date(2026, 10, 25),
        gone_day=date(2026, 10, 25),
        gone=(PUBLISHED,),
    ),
    Case(
        "pregunta:compradores",
        date(2026, 6, 16),
        made=(change("preguntas/compradores.yml", ANSWER, ""),),
    ),
    Case(
        "compromiso:directorio-de-compradores",
        date(2026, 12, 15),
        gone=(
            change(
                "compromisos/directorio-de-compradores.yml",
                "plazo: 2026-12-15\n",
                "plazo: 2026-12-15\ncerrado: 2026-07-10\ndesenlace: cumplido\n"
                "evidencia: documento:acta-1\n",
            ),
        ),
    ),
    Case(
        "accion:escuela",
        date(2028, 11, 30),
        day=date(2028, 12, 1),
        gone_day=date(2028, 12, 1),
        gone=(
            change(
                "acciones/escuela.yml",
                "estado: en_ejecucion",
                "estado: suspendida\nmotivo_estado: Se acabó la plata.",
            ),
        ),
    ),
    Case("hito:escuela-2", date(2026, 12, 15), day=date(2026, 11, 15)),
    Case(
        "hito:escuela-2",
        date(2026, 12, 15),
        day=date(2026, 12, 20),
        gone_day=date(2026, 12, 20),
        gone=(change("acciones/escuela.yml", HITO, DONE),),
    ),
    Case(
        "instrumento:lago-grande",
        date(2026, 12, 1),
        made=(
            change(
                "hermanamientos/lago-grande.yml",
                RENEWED,
                RENEWED + "    vence: 2026-12-01\n",
            ),
        ),
    ),
    Case("instrumento:lago-grande", None, day=date(2028, 8, 1)),
    Case("red:puertos", date(2028, 12, 31), day=date(2028, 8, 1)),
    Case(
        "red:puertos",
        date(2028, 12, 31),
        day=date(2029, 2, 1),
        gone_day=date(2029, 2, 1),
        gone=(
            change("redes.csv", ",2028-12-31,2024-02,", ",2032-12-31,2028-12,"),
            change("redes.csv", ",2026-04,", ",2028-11,"),
        ),
    ),
    Case(
        "convocatoria:puertos-que-ensenan",
        date(2026, 7, 30),
        made=(LATER, change("oportunidades.csv", ",2026-05-20,en_espera,", ",,,")),
        gone=(LATER,),
    ),
    Case(
        "convocatoria:puertos-que-ensenan",
        date(2026, 5, 31),
        made=(change("oportunidades.csv", ",2026-05-20,en_espera,", ",,,"),),
        gone=(
            change("oportunidades.csv", ",2026-05-20,en_espera,,,", ",,,,Pedía una contrapartida,"),
        ),
    ),
    Case(
        "convocatoria:puertos-que-ensenan",
        date(2026, 11, 27),
        day=date(2026, 12, 1),
        gone_day=date(2026, 12, 1),
        gone=(change("oportunidades.csv", ",en_espera,,,", ",negada,2026-09-01,,"),),
    ),
    Case(
        "evento:rueda-de-compradores",
        date(2026, 6, 19),
        made=(
            change(
                "eventos/rueda-de-compradores.yml",
                "resultado: Cuatro empresas cerraron pedidos.\n",
                "",
            ),
        ),
    ),
    Case(
        "revision:red-puertos",
        date(2027, 7, 1),
        day=date(2027, 7, 2),
        gone_day=date(2027, 7, 1),
    ),
    Case(
        "revision:documento-relato",
        date(2026, 7, 1),
        day=date(2026, 7, 2),
        made=(
            change(
                "documentos.csv",
                "en,,html,publica,Archivo de la oficina,oficina,2026-07-01",
                "en,mensual,html,publica,Archivo de la oficina,oficina,2026-06-01",
            ),
        ),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{one.key}" for n, one in enumerate(CASES)])
def test_a_thing_waits_until_it_is_done(tmp_path: Path, case: Case) -> None:
    for name in ("before", "after"):
        (tmp_path / name).mkdir()
    found = waiting(tmp_path / "before", case.made, case.day)
    assert case.key in found, sorted(found)
    thing = found[case.key]
    assert (thing.until, thing.unit) == (case.until, case.unit)
    assert thing.remedy
    assert case.key not in waiting(tmp_path / "after", case.gone, case.gone_day)


def test_every_reminder_has_a_case() -> None:
    told = {case.key.partition(":")[0] for case in CASES}
    assert len(told) == len(REMINDERS)


def test_urgency_is_told_in_words() -> None:
    thing = Pending(Matter.RED, "x", "Renovar", "oficina", date(2026, 7, 15), "Escríbalo.")
    told = {
        date(2026, 5, 1): ("faltan 75 días", Urgency.EN_PLAZO),
        date(2026, 6, 15): ("faltan 30 días", Urgency.PRONTO),
        date(2026, 7, 14): ("falta 1 día", Urgency.PRONTO),
        date(2026, 7, 15): ("vence hoy", Urgency.PRONTO),
        date(2026, 7, 16): ("vencido hace 1 día", Urgency.VENCIDO),
    }
    assert {day: (thing.when(day), thing.urgency(day)) for day in told} == told
    endless = replace(thing, until=None)
    assert (endless.when(AS_OF), endless.urgency(AS_OF)) == ("sin fecha", Urgency.SIN_FECHA)


def test_a_figure_to_report_says_when_its_report_comes_out(tmp_path: Path) -> None:
    thing = waiting(tmp_path, (NEXT_REPORT,), AS_OF)["avance:personas-formadas-2026-T3"]
    assert thing.what == (
        "Reportar «Personas formadas en cooperación» (I-1), tercer trimestre de 2026; su informe "
        "sale el 20 de octubre de 2026"
    )


def test_a_month_later_falls_on_a_day_that_exists() -> None:
    assert months_after(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_after(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert months_after(date(2026, 11, 15), 3) == date(2027, 2, 15)


def test_of_a_series_of_documents_only_the_last_is_looked_at(tmp_path: Path) -> None:
    old = change("documentos.csv", "unica,html,publica,Página", "anual,html,publica,Página")
    newer = change(
        "documentos.csv",
        "relato,Relato del puerto,presentacion,Alcaldía de Puerto Claro,2026-05-15,"
        "https://www.puerto-claro.example/relato,text/html,en,,html",
        "relato,Relato del puerto,estrategia,Alcaldía de Puerto Claro,2026-05-15,"
        "https://www.puerto-claro.example/relato,text/html,en,anual,html",
    )
    found = waiting(tmp_path, (old, newer), date(2027, 7, 2))
    assert "revision:documento-relato" in found
    assert "revision:documento-plan" not in found


def test_a_closed_report_waits_neither_to_be_closed_nor_to_be_explained(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, (change("informes/2026-t2.yml", EXPLAINED, ""),), AS_OF)
    closed = replace(desk, closed=frozenset({Period.parse("2026-T2")}))
    told = {f"{thing.matter}:{thing.key}" for thing in pending_of(closed)}
    assert not [name for name in told if "2026-t2" in name.lower()]
    assert pending_of(desk) != pending_of(closed)


def edition_of(folder: Path, *changes: Change) -> Edition:
    return load_edition(changed_world(folder, changes), SHOWN, AS_OF)


def test_of_a_report_to_come_the_public_is_told_only_how_much_is_due(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, NEXT_REPORT, REPORTED)
    desk = public_desk(
        edition.register, edition.lists, edition.as_of, edition.calendar, edition.reports
    )
    found = {thing.key: thing.what for thing in pending_of(desk) if thing.matter is Matter.AVANCE}
    rest = "del tercer trimestre de 2026; cuáles ya están se sabrá con el informe"
    assert found == {
        "oficina-2026-T3": f"Reportar 2 datos {rest}",
        "planeacion-2026-T3": f"Reportar 1 dato {rest}",
    }


def test_drafts_wait_for_the_office_and_never_for_the_public(tmp_path: Path) -> None:
    draft = change(
        "compromisos/directorio-de-compradores.yml",
        "actualizado: 2026-07-01\n",
        "actualizado: 2026-07-01\nestado_publicacion: borrador\n",
    )
    edition = edition_of(tmp_path, draft)
    assert "directorio" not in str(pending_table(edition).rows)
    shutil.rmtree(tmp_path / SHOWN)
    assert "compromiso:directorio-de-compradores" in waiting(tmp_path, (draft,), AS_OF)


def test_the_page_is_grouped_by_unit_and_kept_from_search_engines(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, change("preguntas/compradores.yml", ANSWER, ""))
    (page,) = pages(edition, Writer([TEMPLATES]))
    text = str(page.content)
    assert page.path == "pendientes/index.md"
    assert said_of(page)["sin_buscadores"] is True
    assert "tipo" not in said_of(page), "what has no kind is not searched"
    office, planning = (text.index(f" {{: #{unit} }}") for unit in ("oficina", "planeacion"))
    late = text.index("Responder «¿Qué dejó la rueda de compradores en Lago Grande?»")
    assert office < late < planning
    assert "hace 29 días" in text


def test_the_calendar_holds_every_day_and_another_library_reads_it(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, change("preguntas/compradores.yml", ANSWER, ""))
    (made,) = pending_calendar(edition, ())
    (again,) = pending_calendar(edition, ())
    assert (made.path, made.content) == (CALENDAR, again.content)
    calendar = vobject.readOne(made.as_bytes().decode("utf-8"))
    events = {one.summary.value: one for one in calendar.vevent_list}
    late = events["Vencido: Responder «¿Qué dejó la rueda de compradores en Lago Grande?»"]
    assert (late.dtstart.value, late.dtend.value) == (date(2026, 6, 16), date(2026, 6, 17))
    assert "Le toca a: Oficina Internacional." in late.description.value
    rows = [dict(zip(COLUMN_NAMES, row, strict=True)) for row in pending_table(edition).rows]
    assert len(events) == sum(1 for row in rows if row["hasta"])
    assert len({one.uid.value for one in calendar.vevent_list}) == len(events)


def test_the_table_has_a_row_for_each_thing(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, change("preguntas/compradores.yml", ANSWER, ""))
    rows = [dict(zip(COLUMN_NAMES, row, strict=True)) for row in pending_table(edition).rows]
    assert len({row["clave"] for row in rows}) == len(rows)
    question = next(row for row in rows if row["clave"] == "pregunta:compradores")
    assert question["situacion"] == "vencido"
    assert question["dias_vencido"] == 29
    assert (question["ficha_clase"], question["ficha"]) == ("pregunta", "compradores")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(script("pendientes").main, arguments, catch_exceptions=False)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    changed_world(tmp_path, (change("preguntas/compradores.yml", ANSWER, ""),))
    monkeypatch.chdir(tmp_path)
    return tmp_path


DAY = ["--fecha", AS_OF.isoformat()]


def test_the_script_tells_a_line_for_each_thing(world: Path) -> None:
    result = run(*DAY)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == "Pendientes al 15 de julio de 2026."
    assert (
        "  2026-06-16  vencido hace 29 días. Responder «¿Qué dejó la rueda de compradores en Lago "
        "Grande?». Escriba «respuesta», «fecha_respuesta» y «evidencia». En "
        "data/preguntas/compradores.yml:1"
    ) in lines
    assert any(
        line.endswith("Corra: python scripts/plantilla.py avances 2026-T3 --dependencia oficina")
        for line in lines
    )
    told = json.loads(run(*DAY, "--formato", "json").output)
    assert lines[-1].startswith(f"{len(told)} pendientes: 1 vencido")
    assert run(*DAY).output == result.output


def test_the_script_tells_of_one_unit_or_of_the_next_days(world: Path) -> None:
    told = json.loads(run(*DAY, "--formato", "json", "--dependencia", "planeación").output or "[]")
    assert {row["dependencia"] for row in told} == {"planeacion"}
    near = json.loads(run(*DAY, "--formato", "json", "--dias", "0").output)
    assert [row["clave"] for row in near] == ["compradores"]


def test_the_list_to_paste_has_a_box_for_each_thing(world: Path) -> None:
    boxes = [
        line for line in run(*DAY, "--formato", "markdown").output.splitlines() if "[ ]" in line
    ]
    assert len(boxes) == len(json.loads(run(*DAY, "--formato", "json").output))
    assert "fecha\\_respuesta" in "".join(boxes), "no text of ours turns into a mark"


def test_a_command_for_another_folder_names_it(world: Path) -> None:
    (world / SHOWN).rename(world / "otros datos")
    output = run(*DAY, "--datos", "otros datos").output
    assert "--dependencia oficina --datos 'otros datos'" in output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--datos", "datos"], "No existe la carpeta «datos»."),
        (["--fecha", "hoy"], "no entiendo la fecha «hoy»"),
        (["--dependencia", "planeasion"], "¿Quiso decir «planeacion»?"),
    ],
)
def test_what_cannot_be_told_is_said_in_one_sentence(
    world: Path, arguments: list[str], words: str
) -> None:
    result = run(*arguments, *([] if "--fecha" in arguments else DAY))
    assert result.exit_code == 1
    assert words in result.output


def test_nothing_waits_where_there_is_nothing(world: Path) -> None:
    result = run(*DAY, "--dependencia", "planeacion", "--dias", "0")
    assert result.output.splitlines()[-1] == "No hay nada pendiente."


def test_units_come_by_name_and_what_is_nobodys_at_the_end(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, (), AS_OF)
    thing = Pending(Matter.RED, "x", "Renovar", "", None, "Escríbalo.")
    groups = by_unit(desk, [thing, *pending_of(desk)])
    assert list(groups) == ["oficina", "planeacion", ""]


def test_search_engines_are_asked_to_leave_the_page_out(demo_site: Path) -> None:
    page = (demo_site / "pendientes" / "index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert "data-pagefind-body" not in page
    sitemap = (demo_site / "sitemap.xml").read_text(encoding="utf-8")
    assert "/calidad/" in sitemap
    assert "/pendientes/" not in sitemap
    assert (
        "/pendientes/"
        not in (demo_site / "mapa" / "index.html").read_text("utf-8").split("<main")[0]
    )
    assert "../pendientes/" in (demo_site / "mapa" / "index.html").read_text("utf-8")
    assert "../pendientes/" in (demo_site / "calidad" / "index.html").read_text("utf-8")
