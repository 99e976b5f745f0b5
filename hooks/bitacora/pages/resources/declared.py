"""What sources declare of the contributions in one figure, beside the rows of the register."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bitacora.pages.cells import NOTHING, PERCENT
from bitacora.pages.escape import inline
from bitacora.pages.figures import backing, distribution_shown, figure_shown
from bitacora.pages.presenter import Presenter
from bitacora.records.indicators import Cifra
from bitacora.records.resources import Recurso
from bitacora.spanish import count_of, sort_key
from bitacora.tallies.declared import table_named
from bitacora.tallies.distributions import distributions

FIGURE_HEAD = (
    "Qué declara la fuente",
    "Cifra",
    "Periodo",
    "En este registro",
    "Qué conviene saber",
    "Fuente",
)
FIGURE_NUMBERS = (1,)


def declared_figures(presenter: Presenter, rows: Sequence[Recurso]) -> dict[str, Any]:
    """The figures that speak of this register: those that stand alone, then the distributions.
    None of them is added to the rows."""
    every = presenter.edition.register.all(Cifra)
    found = [item for item in every if _speaks_of_contributions(item)]
    alone = sorted(
        (item for item in found if not item.distribucion), key=lambda item: sort_key(item.medida)
    )
    return {
        "encabezado_cifras": FIGURE_HEAD,
        "numeros_cifras": FIGURE_NUMBERS,
        "cifras": [_row(presenter, item, rows) for item in alone],
        "repartos_declarados": [
            distribution_shown(presenter, item) for item in distributions(found, every)
        ],
    }


def _speaks_of_contributions(item: Cifra) -> bool:
    kind = table_named(item.registro) if item.registro else None
    return kind is not None and kind.model is Recurso


def _row(presenter: Presenter, item: Cifra, rows: Sequence[Recurso]) -> list[str]:
    category = f": {item.categoria}" if item.categoria else ""
    notes, source = backing(presenter, item)
    return [
        inline(item.medida + category),
        figure_shown(presenter, item),
        presenter.view(item)["periodo"],
        _beside(item, rows),
        notes,
        source,
    ]


def _beside(item: Cifra, rows: Sequence[Recurso]) -> str:
    """How many rows there are to set against a declared figure, one currency at a time; there is
    nothing to set against a percentage."""
    if item.unidad == PERCENT:
        return NOTHING
    if not item.moneda:
        return count_of(len(rows), "aporte", "aportes")
    alike = sum(row.moneda == item.moneda for row in rows)
    return f"{count_of(alike, 'aporte', 'aportes')} en {inline(item.moneda)}"
