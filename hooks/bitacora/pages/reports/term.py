"""The road of a strategy: its whole term so far, quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.charts.strip import light_strip
from bitacora.edition import Edition
from bitacora.pages.chart_figures import light_names
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import quarter_name, small, under
from bitacora.pages.reports.lights import light_chip
from bitacora.pages.reports.roll import (
    KEY,
    QUARTERS,
    indicator_cell,
    key_of,
    progress_cell,
    quarter_rows,
    road,
    spans,
)
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.strategy import Eje, Estrategia
from bitacora.reports.content.followed import CuentasTrimestre, RenglonSeguido, TrimestreInforme
from bitacora.reports.content.road import EjeVigencia, InformeVigencia
from bitacora.reports.rollups.term import term_report
from bitacora.reports.rollups.year import report_years
from bitacora.spanish import count_of, number
from bitacora.tallies.belonging import current_strategy
from bitacora.tallies.breakdown import UNCLASSIFIED
from bitacora.tallies.lights import MEASURED
from bitacora.tallies.terms import strategies_in_order

PATH = "informes/vigencia.md"
LINES = ("Indicador", "El camino", "Última luz", "A la fecha")
NUMBERS = (3,)


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The term of the strategy in force; one more page for each other strategy with reports."""
    presenter = Presenter(edition)
    current = current_strategy(edition.register, edition.as_of)
    if current is None or current.years is None:
        head = PageHead(PATH, "Toda la vigencia", "Listado")
        whose = presenter.link(current) if current else None
        yield writer.page(head, "vigencia", {"vigencia": None, "estrategia": whose})
        return
    others = [one for one in strategies_in_order(edition.register, edition.as_of) if one != current]
    terms = [(one, term_report(edition.register, one, edition.reports)) for one in others]
    shown = [(one, term) for one, term in terms if _told(term)]
    links = [presenter.to(one.nombre, term_path(one, current)) for one, _ in shown]
    road_now = term_report(edition.register, current, edition.reports)
    yield _page(writer, presenter, PATH, road_now, links)
    for one, term in shown:
        yield _page(writer, presenter, term_path(one, current), term, [])


def term_path(strategy: Estrategia, current: Estrategia | None) -> str:
    """The path of the page of a term."""
    return PATH if strategy == current else f"informes/vigencia-{strategy.id}.md"


def _told(term: InformeVigencia) -> list[TrimestreInforme]:
    return [one for one in term.informes if one.estado is not None]


def _page(
    writer: Writer, presenter: Presenter, path: str, term: InformeVigencia, others: Sequence[str]
) -> Artefact:
    edition = presenter.edition
    told = _told(term)
    last = told[-1].periodo if told else ""
    until = [one for one in term.informes if one.periodo <= last]
    values = {
        "vigencia": f"{term.inicio} a {term.fin}",
        "estrategia": _strategy(presenter, term),
        "hay": bool(told),
        "informes": count_of(len(told), "informe", "informes"),
        "trimestres": number(len(term.informes)),
        "faltan": spans([one for one in until if one.estado is None]),
        "medidos": any(_is_measured(one) for one in term.cuentas),
        "dibujo": road(edition.lists, term.cuentas, "vigencia", term.informes),
        "clave": key_of(edition.lists, term.cuentas),
        "encabezado": LINES,
        "numeros": NUMBERS,
        "ejes": [
            _axis(presenter, term, axis, f"vigencia-{place}")
            for place, axis in enumerate(term.ejes, start=1)
        ],
        "encabezado_trimestres": QUARTERS,
        "filas_trimestres": quarter_rows(
            presenter, told, [one for one in term.cuentas if one.cuentas]
        ),
        "anios": [presenter.to(str(year), f"informes/{year}.md") for year in _years(edition, term)],
        "otras": others,
    }
    title = f"La vigencia {term.inicio} a {term.fin}, trimestre a trimestre"
    return writer.page(PageHead(path, title, "Informe de la vigencia"), "vigencia", values)


def _quarters(presenter: Presenter, term: InformeVigencia) -> list[list[str]]:
    pairs = zip(term.informes, term.cuentas, strict=True)
    told = [(one, count) for one, count in pairs if one.estado is not None]
    return quarter_rows(presenter, [one for one, _ in told], [count for _, count in told])


def _is_measured(one: CuentasTrimestre) -> bool:
    return any(item.luz in MEASURED for item in one.cuentas)


def _strategy(presenter: Presenter, term: InformeVigencia) -> str:
    found = presenter.edition.register.get(Estrategia, term.estrategia)
    return presenter.link(found, term.nombre) if found else inline(term.nombre)


def _years(edition: Edition, term: InformeVigencia) -> list[int]:
    """The years with reports that fall in the term."""
    within = {int(one.periodo[:4]) for one in term.informes}
    return [year for year in report_years(edition.reports) if year in within]


def _axis(
    presenter: Presenter, term: InformeVigencia, axis: EjeVigencia, key: str
) -> dict[str, Any]:
    """An axis with its counts drawn, where there is a road to see, then each of its indicators."""
    drawing = road(presenter.edition.lists, axis.cuentas, key, term.informes)
    lines = [line for line in term.renglones if line.eje == axis.id]
    record = presenter.edition.register.get(Eje, axis.id)
    name = axis.nombre or UNCLASSIFIED
    return {
        "nombre": inline(name),
        "enlace": presenter.link(record, "Ver el eje") if record else "",
        "total": count_of(len(lines), "indicador", "indicadores"),
        "dibujo": drawing if "<svg" in drawing else "",
        "filas": [_line(presenter, line) for line in lines],
    }


def _line(presenter: Presenter, line: RenglonSeguido) -> list[str]:
    lists = presenter.edition.lists
    told = [cell for cell in line.trimestres if cell.periodo <= line.hasta]
    return [
        under(indicator_cell(presenter, line), small(inline(line.codigo))),
        light_strip(told, light_names(lists), KEY),
        under(light_chip(lists, line.luz), small(quarter_name(line.luz_periodo))),
        progress_cell(line),
    ]
