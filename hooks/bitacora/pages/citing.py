"""How to quote a figure of the site: words to copy, with their date and address."""

from __future__ import annotations

from bitacora.edition import Edition
from bitacora.pages.cells import PERCENT, quantity
from bitacora.pages.escape import inline
from bitacora.pages.links import page_path
from bitacora.pages.sharing.places import served
from bitacora.records.indicators import Indicador
from bitacora.records.unknown import NoInformado
from bitacora.spanish import long_date
from bitacora.tallies.progress import Progress

INVENTED = "Datos de demostración, inventados."


def cited(edition: Edition, progress: Progress) -> str:
    """The value to date of an indicator, as a quotation."""
    indicator, entity = progress.indicator, edition.entity
    parts = [
        f"{inline(entity.nombre)} ({edition.as_of.year}).",
        f"{inline(indicator.nombre)}: {_value(indicator, progress)}.",
        f"Edición del {long_date(edition.as_of)}.",
        INVENTED if entity.demostracion else "",
        inline(entity.address_of(served(page_path(indicator))) or ""),
    ]
    return " ".join(filter(None, parts))


def _value(indicator: Indicador, progress: Progress) -> str:
    if progress.to_date is None:
        return "sin valor reportado"
    shown = quantity(progress.to_date, indicator.unidad)
    if isinstance(indicator.unidad, NoInformado) or indicator.unidad == PERCENT:
        return f"{shown} a la fecha"
    return f"{shown} ({inline(indicator.unidad)}) a la fecha"
