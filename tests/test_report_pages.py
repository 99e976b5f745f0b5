"""The pages of reports: whole, honest, every figure with its rows, nothing but the content."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import change, fulfilled, ratio, reached
from bitacora.pages.reports.heading import heading
from bitacora.pages.reports.index import pages, sheets
from bitacora.pages.reports.page import report_page
from bitacora.pages.reports.rows import rows_page
from bitacora.pages.reports.sheet import Sheet
from bitacora.pages.writing import Writer
from bitacora.records.indicators import Indicador
from bitacora.reports.content import Contenido, Destacado, Medida, Renglon
from bitacora.spanish import number
from closed_world import LATE, LATER, REPORT, ROWS, append, close, closed_world, declared, errors
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD

TEMPLATES = ROOT / "content" / "templates"
TODAY = date(2026, 11, 21)
SITES = [WORLD, ROOT / "data", *sorted((ROOT / "examples").glob("*/data"))]
LINK = re.compile(r"\]\((?:\.\./informes/)?([0-9a-z-]+\.md)#([a-z0-9-]+)\)")
ANCHOR = re.compile(r"\{: #([a-z0-9-]+) \}")
SECTIONS = (
    "Cinco cifras",
    "Lo que va mal, primero",
    "Semáforo por eje",
    "Indicador por indicador",
    "Qué cambió desde el informe anterior",
    "Recursos",
    "Hermanamientos y redes",
    "Misiones, visitas y eventos",
    "Convocatorias",
    "Buenas prácticas nuevas o transferidas",
    "Quiénes participaron",
    "Documentos y autoevaluación",
    "Lo que no se hizo",
    "Preguntas y compromisos",
    "Correcciones y revisiones",
    "Lo que no sabemos",
    "Fuentes y método",
    "Cómo citarlo y comprobarlo",
)

Pages = Mapping[str, str]


def made(edition: Edition) -> Pages:
    """The pages of the reports by name, without their folder."""
    found = pages(edition, Writer([TEMPLATES]))
    return {page.path.removeprefix("informes/"): str(page.content) for page in found}


def sheet_of(edition: Edition, **changes: object) -> Sheet:
    """The last report of an edition, with other content."""
    sheet = list(sheets(Presenter(edition)))[-1]
    content = sheet.content.model_copy(update=changes)
    return replace(sheet, published=replace(sheet.published, content=content))


def shown(sheet: Sheet) -> str:
    """The page of a sheet."""
    return str(report_page(sheet, Writer([TEMPLATES])).content)


def section(page: str, title: str) -> str:
    """What stands under a heading of the second level."""
    return page.split(f"\n## {title}", 1)[1].split("\n## ", 1)[0]


@pytest.fixture(scope="module", params=SITES, ids=lambda path: path.parent.name)
def edition(request: pytest.FixtureRequest) -> Edition:
    return load_edition(request.param, SHOWN, AS_OF if request.param == WORLD else TODAY)


@pytest.fixture(scope="module")
def world() -> Edition:
    return load_edition(WORLD, SHOWN, AS_OF)


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """A closed report with a correction: two versions."""
    data = closed_world(tmp_path_factory.mktemp("mended"))
    append(data / ROWS, LATE)
    (problem,) = errors(data)
    append(data / REPORT, declared(problem))
    assert close(data, day=LATER).exit_code == 0
    return load_edition(data, SHOWN, LATER)


@pytest.fixture(scope="module")
def line(world: Edition) -> Renglon:
    found = world.reports[-1].content.renglon("relatos-publicados")
    assert found is not None
    return found


def test_sections_in_the_order_in_which_they_are_read(edition: Edition) -> None:
    for name, page in made(edition).items():
        if name != "index.md" and not name.endswith("-filas.md"):
            titles = re.findall(r"^## (.*?)(?: \{: #[a-z-]+ \})?$", page, re.MULTILINE)
            assert tuple(titles) == SECTIONS, name


def test_every_indicator_stands_once_with_a_light_that_adds_up(edition: Edition) -> None:
    site = made(edition)
    for report in edition.reports:
        content = report.content
        page = site[f"{content.periodo.lower()}{f'-v{report.version}' if report.act else ''}.md"]
        rows = section(page, "Indicador por indicador").splitlines()
        for item in content.renglones:
            told = [row for row in rows if row.startswith(f"| [{item.nombre}](")]
            same = [it for it in content.renglones if it.nombre == item.nombre]
            assert len(told) == len(same), item.indicador
        lights = section(page, "Semáforo por eje").splitlines()
        counts = [
            [int(re.sub(r"\[(\d+)\].*|(\d+).*", r"\1\2", cell.strip())) for cell in cells[2:-1]]
            for cells in (row.split("|") for row in lights if row.startswith("| "))
            if cells[2].strip()[:1] in "[0123456789" and "---" not in cells[2]
        ]
        *axes, totals = counts
        assert totals == [sum(column) for column in zip(*axes, strict=True)]
        assert all(sum(row[:-1]) == row[-1] for row in counts)
        assert totals[-1] == len(content.renglones)


def test_every_figure_leads_to_rows_that_are_there(edition: Edition) -> None:
    _links_lead_somewhere(made(edition))


def test_so_do_those_of_closed_versions(mended: Edition) -> None:
    _links_lead_somewhere(made(mended))


def _links_lead_somewhere(site: Pages) -> None:
    anchors = {name: ANCHOR.findall(page) for name, page in site.items()}
    for name, found in anchors.items():
        assert len(found) == len(set(found)), name
    for name, page in site.items():
        for target, anchor in LINK.findall(page):
            if target in site:
                assert anchor in anchors[target], (name, target, anchor)
        for anchor in re.findall(r"\]\(#([a-z0-9-]+)\)", page):
            assert anchor in anchors[name], (name, anchor)


def test_a_report_without_progress_says_so_without_zeros() -> None:
    for name in ("bogota", "quindio"):
        edition = load_edition(ROOT / "examples" / name / "data", SHOWN, TODAY)
        site = made(edition)
        (report,) = edition.reports
        page = site[f"{report.content.periodo.lower()}.md"]
        assert "Nadie ha reportado avances." in page
        assert "quiere decir que no se sabe" in page
        assert "0 de" not in section(page, "Cinco cifras")
        assert "no se sabe qué va mal" in section(page, "Lo que va mal")
        assert "ch-canvas" not in page


def test_empty_sections_say_it_in_a_line(world: Edition) -> None:
    empty = dict.fromkeys(
        ("cambios", "aportes", "sumas", "vinculos", "encuentros", "postulaciones", "practicas"), ()
    )
    more = dict.fromkeys(("pendientes", "cumplidos", "preguntas", "compromisos", "enmiendas"), ())
    told = dict.fromkeys(("participaciones", "documentos", "autoevaluaciones", "por_cerrar"), ())
    page = shown(sheet_of(world, **empty, **more, **told, fuentes=()))
    for title in SECTIONS[4:15]:
        words = re.sub(r"[#\s].*\{:.*\}|###.*", "", section(page, title)).strip()
        assert words.endswith("."), title
        assert not re.search(r"\b0\b", words), title


def test_what_nobody_explained_is_said(world: Edition, line: Renglon) -> None:
    silent = line.model_copy(update={"medida": None})
    part = section(shown(sheet_of(world, renglones=(silent,))), "Lo que va mal")
    assert "Nadie ha explicado la causa." in part
    assert "No hay medida anunciada." in part
    half = Medida(causa="Llovió.", accion_correctiva="Repetir.", dependencia=None, fecha=None)
    part = section(
        shown(sheet_of(world, renglones=(line.model_copy(update={"medida": half}),))), "Lo que va"
    )
    assert "Sin responsable." in part
    assert "Sin fecha." in part


def test_whether_the_last_measure_worked(world: Edition, line: Renglon) -> None:
    whole = Medida(
        causa="Llovió.",
        accion_correctiva="Repetir.",
        dependencia="Planeación",
        fecha=TODAY,
        medida_anterior="Techar la plaza.",
        resultado_anterior="no_se_hizo",
        balance_anterior="No hubo contrato.",
    )
    for measure, words in (
        (whole, "**No se hizo.** <br>Techar la plaza."),
        (whole.model_copy(update={"resultado_anterior": None}), "Nadie ha dicho si funcionó."),
    ):
        changed = line.model_copy(update={"medida": measure})
        assert words in shown(sheet_of(world, renglones=(changed,)))


def test_a_measure_that_worked_is_told_when_nothing_is_red_any_longer(
    world: Edition, line: Renglon
) -> None:
    past = Medida(
        causa=None,
        accion_correctiva=None,
        dependencia=None,
        fecha=None,
        medida_anterior="Techar la plaza.",
        resultado_anterior="si",
        balance_anterior="Ya no se moja nadie.",
    )
    mended = line.model_copy(update={"medida": past, "luz": "en_meta"})
    part = section(shown(sheet_of(world, renglones=(mended,))), "Lo que va mal")
    assert "Techar la plaza." in part
    assert "**Funcionó.** <br>Ya no se moja nadie." in part


@pytest.mark.parametrize(
    ("kind", "share", "words"),
    [
        ("acumulado", "0.4", "40 % de lo esperado"),
        ("reduccion", "2.215", "221,5 % del cambio esperado"),
        ("capacidad", "-1", "está peor que la línea base"),
        ("mantenimiento", "0", "fuera del margen"),
    ],
)
def test_what_a_share_of_what_was_expected_is_a_share_of(
    line: Renglon, kind: str, share: str, words: str
) -> None:
    told = line.model_copy(update={"acumulacion": kind, "cumplimiento": Decimal(share)})
    assert reached(told).replace("\N{NO-BREAK SPACE}", " ") == words


def test_a_light_set_by_hand_stands_beside_the_computed_one(world: Edition, line: Renglon) -> None:
    by_hand = line.model_copy(update={"luz_declarada": "en_riesgo", "motivo_luz": "Ya se imprime."})
    part = section(shown(sheet_of(world, renglones=(by_hand,))), "Indicador por indicador")
    part = part.replace("\N{NO-BREAK SPACE}", " ")
    assert part.index("En riesgo") < part.index("El cálculo da:") < part.index("Atrasado")
    assert "Ya se imprime." in part


def test_what_goes_beyond_the_goal_is_shown_as_it_is(world: Edition, line: Renglon) -> None:
    beyond = line.model_copy(update={"avance": Decimal("2.5"), "corregido": True})
    part = section(shown(sheet_of(world, renglones=(beyond,))), "Indicador por indicador")
    assert "250 %" in part.replace("\N{NO-BREAK SPACE}", " ")
    assert "(R)</abbr>" in part


def test_two_versions_of_a_closed_report(mended: Edition) -> None:
    site = made(mended)
    latest, first, second = site["2026-t2.md"], site["2026-t2-v1.md"], site["2026-t2-v2.md"]
    assert "Esta versión ya no es la que vale" in first
    assert "[versión 2](../informes/2026-t2.md)" in first
    for page in (latest, second):
        assert "ya no es la que vale" not in page
    # Only the latest is searched.
    assert 'tipo: "Informe trimestral"' in latest
    assert "\ntipo:" not in first + second
    for report in mended.reports:
        if report.act:
            assert report.act.huella in site[f"2026-t2-v{report.version}.md"]
    assert "[1](2026-t2-v1-filas.md#indicador-relatos-publicados)" in first
    assert "[2](2026-t2-filas.md#indicador-relatos-publicados)" in latest
    assert "(R)</abbr>" in latest
    assert section(latest, "Correcciones y revisiones").count("Faltaba contar uno.") == 1


def test_the_rows_of_a_closed_version_are_those_of_its_act(mended: Edition) -> None:
    site = made(mended)
    for version, value in (("v1", "| 1 | 1 |"), ("v2", "| 2 | 2 |")):
        rows = site[f"2026-t2-{version}-filas.md"].split("{: #indicador-relatos-publicados }")[1]
        assert value in re.sub(r" \{: [^}]*\}", "", rows)


def test_a_closed_report_outlives_its_records(mended: Edition) -> None:
    """What is shown comes from the act: a record that is gone only loses its link."""
    gone = replace(
        mended, register=mended.register.only(lambda record: not isinstance(record, Indicador))
    )
    before, after = made(mended)["2026-t2-v1.md"], made(gone)["2026-t2-v1.md"]
    unlinked = re.sub(r"\[([^\]]+)\]\(\.\./indicadores/[^)]+\)", r"\1", before)
    assert unlinked == after


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [
        (("5", "8"), ("3", "8"), "2 más que en el informe anterior (3 de 8)."),
        (("1", None), ("4", None), "3 menos que en el informe anterior (4)."),
        (("3", "8"), ("3", "8"), "Igual que en el informe anterior."),
        (
            ("3", "9"),
            ("3", "8"),
            "Son el 33\u00a0%; en el informe anterior, el 38\u00a0% (3 de 8).",
        ),
        (("3", "9"), (None, None), "El informe anterior no lo dice."),
        ((None, "0"), ("3", "8"), "En el informe anterior: 3 de 8."),
    ],
)
def test_how_a_number_moved(
    world: Edition,
    now: tuple[str | None, str | None],
    then: tuple[str | None, str | None],
    words: str,
) -> None:
    value, whole, before, its_whole = (Decimal(it) if it else None for it in (*now, *then))
    item = Destacado(clave="en_meta", valor=value, de=whole, anterior=before, anterior_de=its_whole)
    (figure,) = heading(sheet_of(world, destacados=(item,)))["numeros"]
    assert words.replace("(", "&#40;").replace(")", "&#41;") in figure["cambio"]
    (first,) = heading(sheet_of(world, destacados=(item,), informe_anterior=None))["numeros"]
    assert "No hay informe anterior." in first["cambio"]


def test_each_sum_leads_to_its_contributions_and_loans_stand_apart() -> None:
    edition = load_edition(ROOT / "data", SHOWN, TODAY)
    for sheet in sheets(Presenter(edition)):
        content: Contenido = sheet.content
        part = section(shown(sheet), "Recursos")
        rows = str(rows_page(sheet, Writer([TEMPLATES])).content)
        for place, one in enumerate(content.sumas, start=1):
            loans = "### Préstamos" in part and part.index("### Préstamos") < part.index(
                f"-filas.md#suma-{place})"
            )
            assert loans == one.reembolsable
            told = rows.split(f"{{: #suma-{place} }}")[1].split("\n## ")[0].split("\n### ")[0]
            assert told.count("\n| ") - 2 == len(one.filas)


def test_the_list_tells_newest_first_with_what_changed(mended: Edition) -> None:
    index = made(mended)["index.md"]
    assert index.index("Segundo trimestre de 2026") < index.index("Primer trimestre de 2026")
    assert (
        'Descargar<span class="unseen"> el PDF del segundo trimestre de 2026</span>](2026-t2.pdf)'
        in index
    )
    assert "versión 2" in index
    assert "Faltaba contar uno." in section(index, "Correcciones y revisiones")


def test_figures_as_people_read_them() -> None:
    assert change(Decimal(0)) == "igual"
    assert "puntos" in change(Decimal("1.5"), "%")
    assert ratio(None) == "—"
    assert fulfilled(Decimal("0.9")).startswith("90\N{NO-BREAK SPACE}")
    assert fulfilled(Decimal("0.8996")).startswith("89,96"), "at risk, so never shown as 90 %"
    assert number(1234) == "1.234"


def test_data_may_say_anything(world: Edition, line: Renglon) -> None:
    """Signs with a meaning in Markdown stay signs, in a cell and in its phone label."""
    wild = line.model_copy(update={"nombre": "a | b {: .x } <script>", "explicacion": "c | d"})
    page = shown(sheet_of(world, renglones=(wild,)))
    assert "<script>" not in page
    rows = [row for row in page.splitlines() if row.startswith("| [a &#124; b")]
    assert rows
    assert all("{: .x }" not in row for row in rows)
