"""Who funds what: the six categories of funder with what each one has given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.actor_gifts import GIVEN, given_rows, sum_lines
from bitacora.pages.actors import FUNDERS
from bitacora.pages.cells import NOTHING
from bitacora.pages.count_tables import share
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import listed, small, under
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.codes import Codigo
from bitacora.spanish import count_of
from bitacora.tallies.contributions import contribution_sums
from bitacora.tallies.participation import (
    Funder,
    funders_of,
    of_nobody,
    partners_without_category,
)

HEAD = PageHead(
    FUNDERS,
    "Quién financia qué",
    "Listado",
    description="Los financiadores por clase, con lo que cada uno prometió, entregó y en qué.",
)


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page: the categories, then who has none."""
    presenter = Presenter(edition)
    yield writer.page(HEAD, "financiadores", _values(presenter))


def _values(presenter: Presenter) -> dict[str, Any]:
    edition = presenter.edition
    codes = edition.lists.all("categorias_financiador")
    groups = [(code, funders_of(edition.register, code.codigo)) for code in codes]
    everyone = [one for _, found in groups for one in found]
    flows = edition.lists.all("tipos_flujo")
    return {
        "gobierno": inline(edition.entity.nombre_corto),
        "total": count_of(len(everyone), "financiador", "financiadores"),
        "con_aportes": share(sum(bool(one.given) for one in everyone), len(everyone)),
        "clases": share(sum(bool(found) for _, found in groups), len(groups)),
        "encabezado": ("Quién", *(inline(code.nombre) for code in flows), "En qué"),
        "grupos": [_group(presenter, code, found) for code, found in groups],
        "sin_clase": [_row(presenter, one) for one in partners_without_category(edition.register)],
        "encabezado_anonimos": GIVEN,
        "anonimos": given_rows(presenter, of_nobody(edition.register)),
        "momentos": [(inline(code.nombre), inline(code.definicion or "")) for code in flows],
    }


def _group(presenter: Presenter, code: Codigo, found: Sequence[Funder]) -> dict[str, Any]:
    return {
        "titulo": inline(code.nombre),
        "definicion": inline(code.definicion or ""),
        "filas": [_row(presenter, one) for one in found if one.given],
        "sin_aportes": presenter.links(one.actor for one in found if not one.given),
    }


def _row(presenter: Presenter, one: Funder) -> list[str]:
    lists = presenter.edition.lists
    sums = contribution_sums(one.given, lists)
    given = count_of(len(one.given), "aporte", "aportes")
    country = presenter.view(one.actor)["pais"]
    return [
        under(
            presenter.link(one.actor),
            small(f"{country}. {given}" if country else given),
        ),
        *(
            sum_lines(presenter, [done for done in sums if done.key.flow == code.codigo]) or NOTHING
            for code in lists.all("tipos_flujo")
        ),
        listed(presenter.links(one.actions)),
    ]
