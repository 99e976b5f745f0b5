"""The published figures that changed: mistakes mended, better data."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from bitacora.pages.cells import NOTHING, PERCENT
from bitacora.pages.escape import inline
from bitacora.pages.naming import inside
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import day, measured, small, under
from bitacora.records.indicators import Avance, Indicador
from bitacora.reports.content import Contenido, EnmiendaInforme
from bitacora.reports.published import Published

HEAD = ("Cifra", "Publicado", "Corregido", "Por qué", "Fecha")
NUMBERS = (1, 2)
MENDED, REVISED = "correccion", "revision"


def amendment_rows(presenter: Presenter, found: Iterable[EnmiendaInforme]) -> list[list[str]]:
    """Each figure with the value before, the value now, why, when."""
    return [_row(presenter, item) for item in found]


def of_class(content: Contenido, name: str) -> tuple[EnmiendaInforme, ...]:
    """The amendments of a class: a correction is never shown as a revision."""
    return tuple(item for item in _once(content.enmiendas) if item.clase == name)


def all_amendments(reports: Iterable[Published]) -> tuple[EnmiendaInforme, ...]:
    """Those of every report, each once, the newest first."""
    found = _once(item for one in reports for item in one.content.enmiendas)
    return tuple(sorted(found, key=lambda it: (-it.fecha.toordinal(), it.registro, it.campo)))


def _once(found: Iterable[EnmiendaInforme]) -> tuple[EnmiendaInforme, ...]:
    """The same change told by a new version of its row, then by the report that declares it, is
    one: the one declared says more."""
    by_change: dict[tuple[str | None, ...], EnmiendaInforme] = {}
    for item in found:
        key = (item.clase, item.registro, item.campo, item.publicado, item.corregido)
        if item.escala or key not in by_change:
            by_change[key] = item
    return tuple(by_change.values())


def _row(presenter: Presenter, item: EnmiendaInforme) -> list[str]:
    return [
        under(_name(presenter, item), small(inline(item.campo.replace("_", " ")))),
        _figure(item.publicado, item.unidad),
        _figure(item.corregido, item.unidad),
        under(inline(item.causa) or NOTHING, small(inline(_scale(presenter, item)))),
        day(item.fecha),
    ]


def _scale(presenter: Presenter, item: EnmiendaInforme) -> str:
    """What kind of change it is: «Corrección sustantiva»; empty where nobody declared it."""
    if not item.escala:
        return ""
    lists = presenter.edition.lists
    scale = lists.name("escalas_enmienda", item.escala)
    return f"{lists.name('clases_enmienda', item.clase)} {inside(scale)}"


def _name(presenter: Presenter, item: EnmiendaInforme) -> str:
    """The indicator of the figure, while it is there, with the period of its row."""
    kind, _, record_id = item.registro.partition(":")
    register = presenter.edition.register
    row = register.get(Avance, record_id) if kind == Avance.kind else None
    indicator = register.get(Indicador, row.indicador if row else record_id)
    name = presenter.link(indicator, item.nombre) if indicator else inline(item.nombre)
    period = small(inline(row.periodo.spoken)) if row else ""
    return under(name, _unit(item), period)


def _unit(item: EnmiendaInforme) -> str:
    """What the figures count; a percentage says it with its sign."""
    return small(inline(item.unidad)) if item.unidad and item.unidad != PERCENT else ""


def _figure(text: str | None, unit: str | None) -> str:
    """A figure as people write it; words stay as they are."""
    if text is None:
        return NOTHING
    try:
        return measured(Decimal(text), unit)
    except InvalidOperation:
        return inline(text)
