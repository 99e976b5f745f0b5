"""A page for each way of looking at the contributions: no page loses any of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.cells import NOTHING
from bitacora.pages.chart_years import year_charts
from bitacora.pages.count_tables import share
from bitacora.pages.escape import inline
from bitacora.pages.naming import inside
from bitacora.pages.presenter import Presenter
from bitacora.pages.resources.sums import (
    ROW_HEAD,
    SUM_HEAD,
    by_currency,
    rates_in,
    sum_cells,
    sum_detail,
)
from bitacora.pages.resources.view_list import VIEWS, View
from bitacora.pages.world_map import gifts_map
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.resources import Recurso
from bitacora.spanish import count_of, number
from bitacora.tallies.contributions import (
    MANY_COUNTRIES,
    UNTOLD,
    ContributionSum,
    Groups,
    by_country,
    by_year,
    contribution_sums,
    grouped,
)

UNTOLD_NAME = "Sin dato"
GLANCE_NUMBERS = (1,)
SUM_NUMBERS = (4, 5)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of a view with its name, its rows, its sums."""

    code: str
    name: str
    rows: tuple[Recurso, ...]
    sums: tuple[ContributionSum, ...]

    @property
    def anchor(self) -> str:
        """Where the rows of the group stand in the page."""
        return f"grupo-{self.code.lower() or 'sin-dato'}"

    def place(self, index: int) -> str:
        """Where the rows of one of its sums stand."""
        return f"{self.anchor}-{index}"


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """A page for each view, where there are contributions."""
    presenter = Presenter(edition)
    rows = edition.register.all(Recurso)
    if rows:
        for view in VIEWS:
            yield _page(writer, presenter, view, rows)


def groups_of(presenter: Presenter, view: View, rows: Sequence[Recurso]) -> list[Group]:
    """The groups of a view in their order; «Sin dato» at the end, even if nothing is in it."""
    edition = presenter.edition
    found: Groups = grouped(edition.register, rows, view.classify)
    codes = view.order(edition, [code for code in found if code != UNTOLD])
    groups = [
        Group(code, view.name(presenter, code), found[code], _sums(edition, found[code]))
        for code in codes
    ]
    silent = found.get(UNTOLD, ())
    return [*groups, Group(UNTOLD, UNTOLD_NAME, silent, _sums(edition, silent))]


def _sums(edition: Edition, rows: Sequence[Recurso]) -> tuple[ContributionSum, ...]:
    return contribution_sums(rows, edition.lists)


def _page(writer: Writer, presenter: Presenter, view: View, rows: Sequence[Recurso]) -> Artefact:
    edition = presenter.edition
    groups = groups_of(presenter, view, rows)
    several = sum(len(set(view.classify(edition.register, row))) > 1 for row in rows)
    title = f"Recursos de cooperación {inside(view.title)}"
    values = {
        "titulo": title,
        "sobre": inline(view.about),
        "total": count_of(len(rows), "aporte", "aportes"),
        "numero": number(len(rows)),
        "varios": number(several) if view.many else None,
        "encabezado_grupos": (view.column, "Aportes", "Monedas"),
        "numeros_grupos": GLANCE_NUMBERS,
        "grupos": [_glance(group, len(rows)) for group in groups],
        "encabezado_sumas": (view.column, *SUM_HEAD),
        "numeros_sumas": SUM_NUMBERS,
        "monedas": by_currency(
            edition.lists, [pair for group in groups for pair in _sum_rows(presenter, group)]
        ),
        "mapa": _map(presenter, groups) if view.classify is by_country else None,
        "dibujos": _years(presenter, groups) if view.classify is by_year else "",
        "encabezado": ROW_HEAD,
        "detalle": [_detail(presenter, group) for group in groups if group.rows],
        "otras": [presenter.to(other.title, other.path) for other in VIEWS if other != view],
    }
    head = PageHead(view.path, title, "Listado", description=view.about)
    return writer.page(head, "recursos_vista", values)


def _map(presenter: Presenter, groups: Sequence[Group]) -> dict[str, Any] | None:
    """The map of the countries that contributions come from."""
    return gifts_map(
        presenter,
        {one.code: one.rows for one in groups if one.code not in (MANY_COUNTRIES, UNTOLD)},
    )


def _years(presenter: Presenter, groups: Sequence[Group]) -> str:
    """The drawings of what partners gave each year."""
    return year_charts(presenter, {int(one.code): one.sums for one in groups if one.code})


def _glance(group: Group, whole: int) -> list[str]:
    count = share(len(group.rows), whole)
    currencies = ", ".join(dict.fromkeys(done.key.currency for done in group.sums))
    return [
        group.name,
        f"[{count}](#{group.anchor})" if group.rows else count,
        inline(currencies) or NOTHING,
    ]


def _sum_rows(presenter: Presenter, group: Group) -> Iterator[tuple[ContributionSum, list[str]]]:
    rates = rates_in(presenter)
    for index, done in enumerate(group.sums, 1):
        cells = sum_cells(presenter, done, f"#{group.place(index)}", rates)
        yield done, [group.name, *cells]


def _detail(presenter: Presenter, group: Group) -> dict[str, Any]:
    return {
        "nombre": group.name,
        "ancla": group.anchor,
        "total": count_of(len(group.rows), "aporte", "aportes"),
        "sumas": [
            sum_detail(presenter, done, group.place(index))
            for index, done in enumerate(group.sums, 1)
        ],
    }
