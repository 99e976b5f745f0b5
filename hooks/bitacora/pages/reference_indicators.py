"""The quantitative criteria as a library: which ones the office adopted, measured, left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.cells import NOTHING
from bitacora.pages.chips import chip
from bitacora.pages.count_tables import share
from bitacora.pages.escape import inline
from bitacora.pages.last_values import row_cell
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import small, under
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.indicators import Indicador
from bitacora.spanish import number
from bitacora.tallies.adoption import (
    CODELIST,
    Adopted,
    Adoption,
    CriteriaGroup,
    count,
    criteria_groups,
)

STATES = "situaciones_criterio"
HEAD = PageHead(
    "indicadores-de-referencia/index.md",
    "Indicadores de referencia",
    kind="Listado",
    description="Los criterios cuantitativos de la guía: cuáles se adoptan y cuáles se miden.",
)
COLUMNS = ("Criterio", "Unidad sugerida", "Cómo está", "Indicador y último valor")


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page with every criterion."""
    presenter = Presenter(edition)
    groups = criteria_groups(edition.register, edition.lists, edition.as_of)
    total = sum(len(group.criteria) for group in groups)
    measured, waiting = count(groups, Adoption.MEDIDO), count(groups, Adoption.SIN_MEDIR)
    values = {
        "gobierno": inline(edition.entity.nombre_corto),
        "adoptados": share(measured + waiting, total),
        "medidos": number(measured),
        "sin_medir": number(waiting),
        "total": number(total),
        "grupos_total": number(len(groups)),
        "encabezado_grupos": ["Grupo", "Criterios", *(_word(edition, it) for it in Adoption)],
        "filas_grupos": [*_counts(groups), _totals(groups, total)],
        "situaciones": [
            (chip(code.codigo, code.nombre), inline(code.definicion or ""))
            for code in edition.lists.all(STATES)
        ],
        "encabezado": COLUMNS,
        "grupos": [_group(presenter, group) for group in groups],
    }
    yield writer.page(HEAD, "indicadores_de_referencia", values)


def criterion_link(presenter: Presenter, indicator: Indicador) -> str | None:
    """The criterion an indicator adopts, linked to its group in the library; None without one."""
    adopted, lists = indicator.criterio_cuantitativo, presenter.edition.lists
    if adopted is None:
        return None
    name = f"{adopted}. {lists.name(CODELIST, adopted)}"
    groups = dict.fromkeys(getattr(code, "grupo", "") for code in lists.all(CODELIST))
    found = lists.lists.get(CODELIST, {}).get(adopted)
    place = list(groups).index(getattr(found, "grupo", "")) + 1 if found else 0
    return presenter.to(name, f"{HEAD.path}#grupo-{place}") if place else inline(name)


def _word(edition: Edition, state: Adoption) -> str:
    return inline(edition.lists.name(STATES, state.value))


def _counts(groups: Sequence[CriteriaGroup]) -> Iterator[tuple[str, ...]]:
    for place, group in enumerate(groups, 1):
        yield (
            f"[{inline(group.name)}](#grupo-{place})",
            number(len(group.criteria)),
            *(number(group.count(state)) for state in Adoption),
        )


def _totals(groups: Sequence[CriteriaGroup], total: int) -> tuple[str, ...]:
    sums = (number(count(groups, state)) for state in Adoption)
    return ("**Total**", number(total), *sums)


def _group(presenter: Presenter, group: CriteriaGroup) -> dict[str, Any]:
    adopted = len(group.criteria) - group.count(Adoption.NO_ADOPTADO)
    return {
        "nombre": inline(group.name),
        "adoptados": share(adopted, len(group.criteria)),
        "filas": [_row(presenter, item) for item in group.criteria],
    }


def _row(presenter: Presenter, item: Adopted) -> tuple[str, ...]:
    code = item.criterion
    state = item.state
    return (
        under(
            f"**{inline(code.codigo)}** {inline(code.nombre)}",
            small(inline(code.definicion or "")),
        ),
        inline(code.unidad_sugerida or "") or NOTHING,
        chip(state.value, presenter.edition.lists.name(STATES, state.value)),
        under(*(under(presenter.link(one), row_cell(one, row)) for one, row in item.indicators)),
    )
