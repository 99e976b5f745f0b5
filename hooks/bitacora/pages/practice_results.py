"""What changed with a practice: each value before and after, with its date."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bitacora.pages.amounts import money
from bitacora.pages.cells import PERCENT, cell, quantity, short_moment
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.reports.cells import change, small, under, untold
from bitacora.reading.code_lists import CodeLists
from bitacora.records.partial_date import PartialDate
from bitacora.records.practices import BuenaPractica, Medicion
from bitacora.records.unknown import NoInformado
from bitacora.tallies.practice_results import change_of

HEAD = ("Qué se midió", "Antes", "Después", "Cambio", "Fuente")


def result_rows(presenter: Presenter, record: BuenaPractica) -> list[tuple[str, ...]]:
    """Each measurement: what, before, after, the change, where it comes from."""
    return [_row(presenter, measured) for measured in record.mediciones]


def _row(presenter: Presenter, measured: Medicion) -> tuple[str, ...]:
    lists, gap = presenter.edition.lists, change_of(measured)
    return (
        under(inline(measured.que), small(_unit(lists, measured))),
        under(_value(lists, measured.antes, measured), _when(measured.antes_fecha)),
        under(_value(lists, measured.despues, measured), _when(measured.despues_fecha)),
        untold("No se puede calcular") if gap is None else _change(lists, gap, measured),
        cell(presenter.view(measured)["fuente"]),
    )


def brief_results(presenter: Presenter, record: BuenaPractica) -> str:
    """The results in a table cell: «Espera por un cupo: de 48 a 9 días»."""
    told = list(_brief(presenter.edition.lists, record))
    return under(*told) if told else untold("Sin medir")


def _brief(lists: CodeLists, record: BuenaPractica) -> Iterator[str]:
    for measured in record.mediciones:
        if change_of(measured) is not None:
            before = _value(lists, measured.antes, measured)
            after = _value(lists, measured.despues, measured)
            yield f"{inline(measured.que)}: de {before} a {after} {_unit(lists, measured)}".rstrip()


def _unit(lists: CodeLists, measured: Medicion) -> str:
    """The unit in words; nothing where its sign stands beside the figure."""
    signed = measured.unidad == PERCENT or _is_currency(lists, measured)
    return "" if signed else inline(measured.unidad)


def _is_currency(lists: CodeLists, measured: Medicion) -> bool:
    return measured.unidad in lists.lists.get("monedas", {})


def _value(lists: CodeLists, value: Decimal | NoInformado, measured: Medicion) -> str:
    if isinstance(value, Decimal) and _is_currency(lists, measured):
        return inline(money(lists, value, measured.unidad))
    return quantity(value, measured.unidad)


def _when(day: PartialDate | None) -> str:
    return small(short_moment(day)) if day else untold("Sin fecha")


def _change(lists: CodeLists, value: Decimal, measured: Medicion) -> str:
    """A difference with its sign, in money where the values are; between percentages, in points."""
    if value and _is_currency(lists, measured):
        sign = "+" if value > 0 else "-"
        return inline(f"{sign}{money(lists, abs(value), measured.unidad)}")
    return change(value, measured.unidad)
