"""Charts: what they draw, what they refuse to draw, what stands beside them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bitacora.charts.bars import Bar, bar_chart
from bitacora.charts.chart import Chart, Table
from bitacora.charts.legend import ROW, legend
from bitacora.charts.lights import lights_by_axis, on_track
from bitacora.charts.look import LIGHT, LOOKS, standalone, stylesheet
from bitacora.charts.points import runs
from bitacora.charts.quarters import lights_by_quarter
from bitacora.charts.scale import Scale
from bitacora.charts.series import indicator_series
from bitacora.charts.sources import SourceWords, contribution_groups, contributions_by_source
from bitacora.charts.strip import light_strip
from bitacora.charts.textures import TEXTURES
from bitacora.edition import load_edition
from bitacora.pages.chart_figures import figure
from bitacora.pages.chart_years import year_charts
from bitacora.pages.presenter import Presenter
from bitacora.quarters import Period
from bitacora.records.resources import Recurso
from bitacora.reports.content import Contenido, EjeInforme, Punto, Renglon, SumaAportes
from bitacora.reports.content.followed import CeldaTrimestre, CuentaLuz, CuentasTrimestre
from bitacora.tallies.contributions import contribution_sums
from bitacora.tallies.lights import Light
from site_builds import ROOT

DAY = date(2026, 11, 21)
NAMES = {light.value: light.value.replace("_", " ").capitalize() for light in Light}
STATES = {"reportado": "Reportado", "corregido": "Corregido", "sin_dato": "Sin dato"}
WORDS = SourceWords(
    {"privada": "Privada", "nacional": "Nacional"},
    {"dinero": "Dinero", "especie": "Especie"},
    {"compromiso": "Compromiso", "desembolso": "Desembolso"},
    {"minimo": "Más de"},
    {"COP": "$", "USD": "US$"},
)


def line(**changes: object) -> Renglon:
    empty = dict.fromkeys(Renglon.model_fields, None)
    plain = {
        key: field.default for key, field in Renglon.model_fields.items() if not field.is_required()
    }
    told = {
        "indicador": "ventas",
        "codigo": "1",
        "nombre": "Ventas <al exterior>",
        "unidad": "ventas",
        "situacion": "reportado",
        "luz": "en_meta",
        "acumulacion": "acumulado",
        "meta": Decimal(40),
    }
    return Renglon.model_validate({**empty, **plain, **told, **changes})


def point(period: str, value: str | None, **changes: object) -> Punto:
    known = None if value is None else Decimal(value)
    told = {
        "periodo": period,
        "valor": known,
        "a_la_fecha": known,
        "meta_periodo": None,
        "esperado": None,
        "estado_dato": "sin_dato" if value is None else "reportado",
    }
    return Punto.model_validate({**told, **changes})


def content(*lights: tuple[str | None, str]) -> Contenido:
    lines = tuple(
        line(indicador=f"i{place}", eje=axis, luz=light)
        for place, (axis, light) in enumerate(lights)
    )
    empty = {
        key: ()
        for key, field in Contenido.model_fields.items()
        if str(field.annotation).startswith("tuple")
    }
    return Contenido.model_validate(
        {
            **empty,
            "periodo": "2026-T3",
            "corte": DAY,
            "entidad": "Santa Aurelia",
            "demostracion": True,
            "dependencia": "Oficina",
            "contacto": None,
            "resumen": None,
            "en_meta_desde": Decimal("0.9"),
            "en_riesgo_desde": Decimal("0.7"),
            "informe_anterior": None,
            "ejes": (EjeInforme(id="a", nombre="Vender"), EjeInforme(id="b", nombre="Contar")),
            "renglones": lines,
        }
    )


def gift(source: str, total: str, **changes: object) -> SumaAportes:
    told = {
        "moneda": "COP",
        "reembolsable": False,
        "tipo_flujo": "compromiso",
        "tipo_aporte": "dinero",
        "fuente_recursos": source,
        "total": Decimal(total),
        "precision": "exacto",
    }
    return SumaAportes.model_validate({**told, **changes})


def counted(period: str, **lights: int) -> CuentasTrimestre:
    found = tuple(CuentaLuz(luz=light, cuantos=count) for light, count in lights.items())
    return CuentasTrimestre(periodo=period, cuentas=found)


def drawn(chart: Chart) -> ElementTree.Element:
    assert chart.svg is not None, chart.why_not
    return ElementTree.fromstring(chart.svg)


def words_of(drawing: ElementTree.Element) -> list[str]:
    return [item.text or "" for item in drawing.iter() if item.tag.endswith("}text")]


def of_class(drawing: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [item for item in drawing.iter() if item.get("class") == name]


AXES = lights_by_axis(
    content(("a", "en_meta"), ("a", "cumplido"), ("a", "atrasado"), (None, "sin_dato")), NAMES
)
ROAD = lights_by_quarter(
    [counted("2026-T1", en_meta=3), counted("2026-T2"), counted("2026-T3", atrasado=1, en_meta=2)],
    NAMES,
    "vigencia",
    "Unidad: indicadores.",
)
SERIES = indicator_series(
    line(
        serie=(
            point("2025-T4", "5", esperado=Decimal(6)),
            point("2026-T1", None),
            point("2026-T2", "12", corregido=True),
            point("2026-T3", "15"),
        )
    ),
    STATES,
    DAY,
)
SOURCES = contributions_by_source([gift("privada", "10"), gift("nacional", "5")], WORDS, "aportes")
BARS = bar_chart(
    [Bar("2025", Decimal(4), "€ 4"), Bar("2026, hasta hoy", Decimal(0), "ninguno")],
    "barras",
    "Más en 2025",
    "Unidad: euro.",
    Table(("Año", "Monto"), (("2025", "4"), ("2026", "0"))),
)
CHARTS = [AXES, ROAD, SERIES, SOURCES, BARS]


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_is_one_accessible_line(chart: Chart) -> None:
    drawing = drawn(chart)
    assert chart.svg is not None
    assert "\n" not in chart.svg
    assert drawing.get("role") == "img"
    title, about = (item.text for item in list(drawing)[:2])
    assert title == chart.title
    assert about
    ids = [item.get("id") for item in list(drawing)[:2]]
    assert drawing.get("aria-labelledby") == " ".join(map(str, ids))
    assert chart.table.rows
    assert all(len(row) == len(chart.table.head) for row in chart.table.rows)
    assert re.search(r"\d\.\d{3,}", chart.svg) is None, "a figure with float noise"


@pytest.mark.parametrize("chart", CHARTS)
def test_every_class_has_a_look_and_no_word_is_small(chart: Chart) -> None:
    for item in drawn(chart).iter():
        name = item.get("class")
        assert name is None or name == "ch-canvas" or name in LOOKS, name
        if item.tag.endswith("}text"):
            assert int(LOOKS[str(name)]["font-size"].removesuffix("px")) >= 11


@pytest.mark.parametrize("chart", CHARTS)
def test_a_drawing_stands_alone(chart: Chart) -> None:
    assert chart.svg is not None
    alone = standalone(chart.svg, 500, "Noto Sans")
    assert "class=" not in alone
    assert "var(" not in alone
    drawing = ElementTree.fromstring(alone)
    assert drawing.get("viewBox") == f"0 0 500 {ElementTree.fromstring(chart.svg).get('height')}"
    assert drawing.get("font-family") == "Noto Sans"


def test_the_light_colours_are_those_of_the_theme() -> None:
    theme = (ROOT / "content/templates/theme/assets/bitacora.css").read_text(encoding="utf-8")
    for name, colour in LIGHT.items():
        assert f"{name}: {colour};" in theme, name
    used = set(re.findall(r"var\((--[a-z-]+)\)", stylesheet()))
    assert used <= LIGHT.keys()


def test_no_light_is_told_by_colour_alone() -> None:
    assert set(TEXTURES) == set(Light)
    assert len(set(TEXTURES.values())) == len(Light)


def test_each_indicator_stands_once_in_the_bars() -> None:
    assert AXES.table.rows[-1][-1] == "4"
    assert [row[0] for row in AXES.table.rows] == ["Vender", "Contar", "Sin clasificar", "Total"]
    words = words_of(drawn(AXES))
    assert words.count("1") >= 4, "each box with its number"
    assert "ninguno" in words, "an axis without indicators stays"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"sin_meta": 3}, "ninguno de 3 indicadores se pudo medir"),
        ({"en_meta": 12, "atrasado": 22}, "12 de 34 indicadores medidos van en meta"),
        (
            {"en_meta": 1, "sin_dato": 1},
            "1 de 1 indicador medido va en meta; 1 no se midió",
        ),
        (
            {"en_meta": 2, "cumplido": 1, "no_aplica": 5},
            "3 de 3 indicadores medidos van en meta o ya la cumplieron; 5 no se midieron",
        ),
    ],
)
def test_the_title_tells_the_message(counts: dict[str, int], said: str) -> None:
    assert on_track(counts) == said


def test_a_line_never_crosses_a_period_without_value() -> None:
    points = [point("2025-T4", "5"), point("2026-T1", None), point("2026-T2", "6")]
    assert [len(run) for run in runs(points)] == [1, 1]
    far = [point("2025-T3", "5"), point("2026-T1", "6")]
    assert [len(run) for run in runs(far)] == [1, 1], "a period that is not even a row"
    drawing = drawn(SERIES)
    # One stretch (T2 to T3) and the sample of the key.
    assert len(of_class(drawing, "ch-series")) == 2
    assert len(of_class(drawing, "ch-missing")) == 2, "a cross for the gap, one in the key"
    assert len(of_class(drawing, "ch-mended")) == 2, "a ring for the corrected value"


def test_a_series_shows_its_goal_and_the_one_before() -> None:
    changed = {"desde": DAY, "antes": Decimal(30), "ahora": Decimal(40), "periodo": None}
    told = {**changed, "acto": "Acta 5", "motivo": "Llegó tarde."}
    serie = (point("2026-T1", "5"), point("2026-T2", "6"))
    words = words_of(
        drawn(indicator_series(line(serie=serie, metas_cambiadas=(told,)), STATES, DAY))
    )
    assert "Meta: 40" in words
    assert "Meta anterior: 30" in words


@pytest.mark.parametrize(
    ("chart", "why"),
    [
        (lights_by_axis(content(), NAMES), "No hay indicadores"),
        (lights_by_axis(content(("a", "sin_reporte"), ("b", "sin_meta")), NAMES), "Ninguno de los"),
        (lights_by_quarter([counted("2026-T1", en_meta=3)], NAMES, "x", ""), "un solo trimestre"),
        (lights_by_quarter([], NAMES, "x", ""), "No hay nada"),
        (indicator_series(line(serie=(point("2026-T1", "5"),)), STATES, DAY), "un solo valor"),
        (indicator_series(line(serie=(point("2026-T1", None),)), STATES, DAY), "no hay valores"),
        (contributions_by_source([], WORDS, "x"), "No hay aportes"),
        (contributions_by_source([gift("privada", "1")], WORDS, "x"), "una sola fuente"),
        (
            contributions_by_source(
                [gift("privada", "1"), gift("nacional", "2", moneda="USD")], WORDS, "x"
            ),
            "monedas",
        ),
        (
            contributions_by_source(
                [gift("privada", "1"), gift("nacional", "2", reembolsable=True)], WORDS, "x"
            ),
            "condiciones",
        ),
        (
            contributions_by_source([gift("privada", "-1"), gift("nacional", "2")], WORDS, "x"),
            "negativos",
        ),
    ],
)
def test_a_chart_that_would_mislead_is_not_drawn(chart: Chart, why: str) -> None:
    assert chart.svg is None
    assert why in chart.why_not
    shown = figure(chart)
    assert "<svg" not in shown
    assert "Sin gráfica." in shown
    assert chart.table.rows == () or "<table>" in shown


def test_contributions_are_grouped_before_they_are_drawn() -> None:
    sums = [gift("privada", "1"), gift("nacional", "2", moneda="USD"), gift("nacional", "3")]
    assert [len(group) for group in contribution_groups(sums)] == [2, 1]


def test_bars_are_as_long_as_their_figures() -> None:
    bars = of_class(drawn(SOURCES), "ch-bar")
    wide, narrow = (Decimal(str(bar.get("width")).rstrip("%")) for bar in bars)
    assert wide == narrow * 2


def test_a_bar_of_nothing_keeps_its_name() -> None:
    drawing = drawn(BARS)
    whole, none = of_class(drawing, "ch-bar")
    assert (whole.get("width"), none.get("width")) == ("100%", "0%")
    assert [item.text for item in of_class(drawing, "ch-strong")] == ["€ 4", "ninguno"]


def test_a_level_shows_the_line_it_starts_from() -> None:
    serie = (point("2026-T1", "30"), point("2026-T2", "35"))

    def levels(kind: str, base: str | None) -> list[str]:
        told = line(serie=serie, acumulacion=kind, linea_base=base and Decimal(base))
        drawing = drawn(indicator_series(told, STATES, DAY))
        assert len(of_class(drawing, "ch-base")) in (0, 2), "the level with its sign in the key"
        return [words for words in words_of(drawing) if words.startswith("Línea base")]

    assert levels("capacidad", "20") == ["Línea base: 20"]
    assert levels("acumulado", "20") == [], "a sum starts from nothing"
    assert levels("capacidad", None) == []


def test_a_long_word_of_the_key_takes_a_row_of_its_own() -> None:
    short, long = "En meta", "No aplica este trimestre"
    assert legend([("", short), ("", short), ("", long)], 0)[1] == 2 * ROW
    markup, height = legend([("", short), ("", long), ("", short)], 0)
    assert height == 3 * ROW
    assert re.findall(r'<svg x="([^"]+)" y="(\d+)"', markup) == [
        ("0%", "0"),
        ("0%", str(ROW)),
        ("0%", str(2 * ROW)),
    ]


@pytest.mark.parametrize("chart", CHARTS)
def test_no_drawing_styles_itself(chart: Chart) -> None:
    assert not re.search(r"<style|\sstyle=", figure(chart))


def test_years_are_drawn_apart_for_each_currency() -> None:
    edition = load_edition(ROOT / "data", "data", date(2026, 11, 21))
    rows = edition.register.all(Recurso)
    years = {
        year: contribution_sums([row for row in rows if row.fecha.year == year], edition.lists)
        for year in {row.fecha.year for row in rows}
    }
    found = re.findall(r"<figcaption>(.*?)</figcaption>", year_charts(Presenter(edition), years))
    kinds = [re.match(r"(\w+) en (\w+):", title) for title in found]
    told = [(kind[1], kind[2]) for kind in kinds if kind]
    assert len(told) == len(found) == len(set(told)) > 3
    for title, (_, currency) in zip(found, told, strict=True):
        signs = {"USD": "US$", "EUR": "€", "COP": "$"}
        amount = title.rpartition("con ")[2]
        assert amount.startswith(signs[currency]), title
    assert year_charts(Presenter(edition), {}) == ""


def test_an_empty_quarter_stays_empty() -> None:
    assert "—" in words_of(drawn(ROAD))
    assert ROAD.table.rows[1] == ("segundo trimestre de 2026", *["Sin informe"] * 3)


def test_a_strip_tells_each_quarter_in_words() -> None:
    cells = (CeldaTrimestre(periodo="2025-T4", luz="atrasado"), CeldaTrimestre(periodo="2026-T1"))
    strip = ElementTree.fromstring(light_strip(cells, NAMES, "camino"))
    assert strip.get("aria-label") == "2025-T4 atrasado; 2026-T1 sin informe"


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["3", "24"], ["0", "5", "10", "15", "20", "25"]),
        (["0"], ["0", "1"]),
        (["0.4"], ["0", "0.1", "0.2", "0.3", "0.4"]),
        (["-4", "6"], ["-4", "-2", "0", "2", "4", "6"]),
    ],
)
def test_a_scale_has_round_steps_and_holds_zero(values: list[str], ticks: list[str]) -> None:
    scale = Scale.of(map(Decimal, values), 200, 0)
    assert scale.ticks == tuple(map(Decimal, ticks))


def test_text_of_data_stays_text() -> None:
    assert SERIES.svg is not None
    assert "<al exterior>" not in SERIES.svg
    assert "<al exterior>" not in figure(SERIES)
    assert "Ventas &lt;al exterior&gt;" in figure(SERIES)


def test_figures_of_a_page_do_not_share_ids() -> None:
    other = indicator_series(
        line(indicador="otra", serie=(point("2026-T1", "1"), point("2026-T2", "2"))), STATES, DAY
    )
    ids = [
        item.get("id")
        for chart in (*CHARTS, other)
        for item in drawn(chart).iter()
        if item.get("id")
    ]
    assert len(ids) == len(set(ids))


def test_periods_of_all_lengths_fit_in_a_line() -> None:
    for names in (["2025-01", "2025-02"], ["2025-S1", "2025-S2"], ["2025", "2026"], ["2025-2026"]):
        points = tuple(point(name, "1") for name in names)
        chart = indicator_series(line(serie=points), STATES, DAY)
        assert (chart.svg is None) == (len(names) == 1)
        assert chart.table.rows[0][0] == Period.parse(names[0]).spoken


def test_the_house_draws_with_nothing_from_outside() -> None:
    charts = Path(ROOT / "hooks/bitacora/charts")
    for module in charts.glob("*.py"):
        assert "float(" not in module.read_text(encoding="utf-8"), module
