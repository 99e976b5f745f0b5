"""What an activity of an instrument cost, as pages tell it."""

from __future__ import annotations

from bitacora.pages.amounts import money
from bitacora.pages.escape import inline
from bitacora.pages.presenter import UNKNOWN, Presenter
from bitacora.records.relations import Actividad
from bitacora.records.unknown import NoInformado
from bitacora.spanish import number


def activity_cost(presenter: Presenter, done: Actividad) -> str:
    """The cost with its currency; nothing is not the same as not known."""
    if done.costo is None or isinstance(done.costo, NoInformado):
        return UNKNOWN
    if not done.costo:
        return "Sin costo"
    if not done.moneda:
        return number(done.costo)  # The checks refuse it; a page must not fall for it.
    return inline(money(presenter.edition.lists, done.costo, done.moneda))
