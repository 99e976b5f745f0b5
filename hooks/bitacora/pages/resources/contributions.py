"""The register of contributions: its sums, what sources declare, a page for each contribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.money import Money
from bitacora.pages.amounts import money
from bitacora.pages.catalogue import catalogue
from bitacora.pages.cells import full_moment
from bitacora.pages.contribution_rows import contribution_amount
from bitacora.pages.escape import inline
from bitacora.pages.mentions import grouped, mentions
from bitacora.pages.naming import inside
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.resources.declared import declared_figures
from bitacora.pages.resources.foreign_funds import part_words
from bitacora.pages.resources.rate_list import rate_link, rate_words
from bitacora.pages.resources.sums import (
    CARD_HEAD,
    CARD_NUMBERS,
    GIFT,
    LOAN,
    ROW_HEAD,
    SUM_HEAD,
    SUM_NUMBERS,
    by_currency,
    cards,
    rates_in,
    said,
    sum_cells,
    sum_detail,
)
from bitacora.pages.resources.view_list import VIEWS, country_name
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.resources import Recurso
from bitacora.records.unknown import NoInformado
from bitacora.spanish import count_of, join_y
from bitacora.tallies.contributions import (
    ContributionSum,
    by_country,
    contribution_sums,
    newest_first,
)
from bitacora.tallies.foreign_share import foreign_part

HEAD = PageHead(
    "recursos/index.md",
    "Recursos de cooperación",
    "Listado",
    description="Quién aporta, cuánto, para qué y en qué va cada aporte.",
)
ROWS_HEAD = PageHead(
    "recursos/sumas.md",
    "Las filas de cada suma",
    description="De qué aportes sale cada suma de los recursos de cooperación.",
)
PARTNER, PROMISED, HANDED_OVER, MONEY = "cooperante", "compromiso", "desembolso", "dinero"


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The index, the rows of its sums, then the page of each contribution."""
    presenter = Presenter(edition)
    rows = newest_first(edition.register.all(Recurso))
    sums = contribution_sums(rows, edition.lists)
    yield writer.page(HEAD, "recursos", _index(presenter, rows, sums))
    if rows:
        details = [
            sum_detail(presenter, done, _anchor(place)) for place, done in enumerate(sums, 1)
        ]
        values = {"encabezado": ROW_HEAD, "sumas": details}
        yield writer.page(ROWS_HEAD, "recursos_sumas", values)
    for row in rows:
        yield _page(writer, presenter, row)


def _anchor(place: int) -> str:
    return f"suma-{place}"


def _place(place: int) -> str:
    return f"sumas.md#{_anchor(place)}"


def _index(
    presenter: Presenter, rows: Sequence[Recurso], sums: Sequence[ContributionSum]
) -> dict[str, Any]:
    edition, rates = presenter.edition, rates_in(presenter)
    cells = [
        (done, sum_cells(presenter, done, _place(place), rates))
        for place, done in enumerate(sums, 1)
    ]
    return {
        "gobierno": inline(edition.entity.nombre_corto),
        "hay": bool(rows),
        "catalogo": catalogue(edition, "recurso", "aportes"),
        "total": count_of(len(rows), "aporte", "aportes"),
        "aportantes": _givers(rows),
        "anios": _years(rows),
        "prometido": _from_partners(presenter, sums, PROMISED),
        "entregado": _from_partners(presenter, sums, HANDED_OVER),
        "prestado": _from_partners(presenter, sums, PROMISED, repayable=True),
        "encabezado_sumas": SUM_HEAD,
        "numeros": SUM_NUMBERS,
        "monedas": by_currency(edition.lists, cells),
        "vistas": [(presenter.to(view.title, view.path), inline(view.about)) for view in VIEWS],
        "hay_tasas": bool(rates.targets),
        **declared_figures(presenter, rows),
        "encabezado": CARD_HEAD,
        "numeros_aportes": CARD_NUMBERS,
        "aportes": cards(presenter, rows),
    }


def _givers(rows: Sequence[Recurso]) -> str:
    known = {row.aportante for row in rows if not isinstance(row.aportante, NoInformado)}
    return count_of(len(known), "aportante conocido", "aportantes conocidos")


def _years(rows: Sequence[Recurso]) -> str:
    years = sorted({row.fecha.year for row in rows})
    if len(years) < 2:
        return f"en {years[0]}" if years else ""
    return f"entre {years[0]} y {years[-1]}"


def _from_partners(
    presenter: Presenter, sums: Sequence[ContributionSum], flow: str, *, repayable: bool = False
) -> str:
    """What partners promised or handed over in money, each currency linked to its rows."""
    found = [
        f"[{said(presenter.edition.lists, done)}]({_place(place)})"
        for place, done in enumerate(sums, 1)
        if (done.key.role, done.key.flow, done.key.support) == (PARTNER, flow, MONEY)
        and done.key.repayable is repayable
    ]
    return join_y(found)


def _page(writer: Writer, presenter: Presenter, row: Recurso) -> Artefact:
    lists = presenter.edition.lists
    flow = lists.name("tipos_flujo", row.tipo_flujo)
    values = {
        "monto": contribution_amount(presenter, row),
        "flujo": inline(flow),
        "clase": inline(inside(lists.name("tipos_aporte", row.tipo_aporte))),
        "devolver": LOAN if row.reembolsable else GIFT,
        "fecha": full_moment(row.fecha),
        "pais": ", ".join(
            country_name(presenter, code) for code in by_country(presenter.edition.register, row)
        ),
        "parte_extranjera": part_words(*foreign_part(presenter.edition.register, row)),
        "conversiones": _conversions(presenter, row),
        "contrapartidas": _counterparts(presenter, row),
        "menciones": grouped(
            presenter,
            [found for found in mentions(presenter, row) if found.kind.name != row.kind],
        ),
    }
    return record_page(writer, presenter, row, "recurso", values, state=flow)


def _counterparts(presenter: Presenter, row: Recurso) -> list[str]:
    """The contributions that complete this one, each with its moment and its amount."""
    found = presenter.edition.register.naming(row, Recurso, "contrapartida_de")
    lists = presenter.edition.lists
    return [
        f"{presenter.link(one)} ({inline(inside(lists.name('tipos_flujo', one.tipo_flujo)))}): "
        f"{contribution_amount(presenter, one)}"
        for one in newest_first(found)
    ]


def _conversions(presenter: Presenter, row: Recurso) -> list[list[str]]:
    """The amount in each currency that the rates lead to, with the rate that made it."""
    lists = presenter.edition.lists
    rows = []
    for done in rates_in(presenter).conversions(Money(row.monto, row.moneda), row.fecha):
        if done.rate is None or done.value is None:
            rows.append([f"En {inline(done.target)}", "Sin tasa para esa fecha", "—", "—"])
            continue
        rate, view = done.rate, presenter.view(done.rate)
        rows.append(
            [
                inline(money(lists, done.value.amount, done.value.currency)),
                rate_words(rate),
                rate_link(presenter, rate),
                " · ".join(view["fuente"]),
            ]
        )
    return rows
