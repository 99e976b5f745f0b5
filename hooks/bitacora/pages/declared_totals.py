"""The totals that sources declare, each beside the one that the rows give."""

from __future__ import annotations

from bitacora.pages.count_tables import Table
from bitacora.pages.escape import inline
from bitacora.pages.presenter import UNKNOWN, Presenter
from bitacora.pages.reports.cells import small, under
from bitacora.records.documents import Conteo
from bitacora.records.kinds import Kind
from bitacora.spanish import number, sentence_case
from bitacora.tallies.declared import rows_counted, table_named

HEAD = ("Qué se cuenta", "Total declarado", "Filas aquí", "Qué dice la fuente", "Fuente", "Nota")

PARTS = ("tipo_instrumento", "estado")
"""What narrows a count to some rows of its table."""


def declared_totals(presenter: Presenter, kind: Kind | None = None) -> Table:
    """The declared totals of a kind, or of all kinds; both figures are published as they are."""
    rows = tuple(
        _row(presenter, item)
        for item in presenter.edition.register.all(Conteo)
        if kind is None or table_named(item.tabla) is kind
    )
    return Table(HEAD, rows)


def _row(presenter: Presenter, declared: Conteo) -> tuple[str, ...]:
    view = presenter.view(declared)
    computed = rows_counted(presenter.edition.register, declared)
    return (
        under(sentence_case(view["tabla"]), *(small(view[part]) for part in PARTS if view[part])),
        number(declared.declarado),
        UNKNOWN if computed is None else number(computed),
        view["descripcion"],
        " · ".join(view["fuente"]),
        inline(declared.nota or ""),
    )
