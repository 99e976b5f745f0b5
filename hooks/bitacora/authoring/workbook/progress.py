"""The workbook of a quarter: for each unit, the indicators that it must report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bitacora.authoring.workbook.how_to import NAME as HOW_TO
from bitacora.authoring.workbook.how_to import for_progress
from bitacora.authoring.workbook.names import sheet_names
from bitacora.authoring.workbook.progress_columns import (
    INDICATOR,
    columns_of,
    state_choices,
    verifier_choices,
)
from bitacora.authoring.workbook.progress_rows import row_of
from bitacora.authoring.workbook.sheets import Sheet, Workbook
from bitacora.checks.rule import World
from bitacora.checks.units import is_percent
from bitacora.quarters import Period
from bitacora.records.documents import Documento
from bitacora.records.indicators import Avance, Indicador
from bitacora.records.institution import Dependencia, Entidad
from bitacora.records.reports import Informe
from bitacora.register import Register
from bitacora.spanish import SortKey, long_date, sort_key
from bitacora.tallies.progress import rows_in_force
from bitacora.tallies.slots import Slot, by_unit, slots_in, slots_of

Slots = Mapping[str, tuple[Slot, ...]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the quarter, one unit or all of them, what was left from before."""

    quarter: Period
    unit: str = ""
    with_late: bool = False


def slots_by_unit(world: World, wanted: Wanted) -> Slots:
    """What each unit must report, the units by name; those with nothing are left out."""
    found = {
        unit: tuple(slot for one in indicators for slot in _slots(world, one, wanted))
        for unit, indicators in by_unit(world.register).items()
        if wanted.unit in ("", unit)
    }
    kept = [unit for unit, slots in found.items() if any(not slot.optional for slot in slots)]
    return {unit: found[unit] for unit in sorted(kept, key=lambda one: _order(world, one))}


def progress_workbook(world: World, wanted: Wanted) -> Workbook:
    """The workbook of a quarter, a sheet for each unit that has something to report in it."""
    found = slots_by_unit(world, wanted)
    names = sheet_names([_names(world, unit) for unit in found], (HOW_TO,))
    sources = {f"fuentes_{place}": unit for place, unit in enumerate(found, 1)}
    sheets = tuple(
        _sheet(world, wanted.quarter, unit, name, found[unit], listed)
        for (listed, unit), name in zip(sources.items(), names, strict=True)
    )
    rows = sum(map(len, found.values()))
    entity = world.register.all(Entidad)[0].nombre_corto
    return Workbook(
        kind="avances",
        entity=entity,
        day=world.as_of,
        title=f"Avances del {wanted.quarter.spoken}: {entity}",
        how_to=for_progress(wanted.quarter, len(sheets), rows, _published(world, wanted.quarter)),
        sheets=sheets,
        quarter=wanted.quarter,
        choices={
            **state_choices(world.lists),
            **verifier_choices(world.register, world.lists),
            **{name: _sources(world.register, unit) for name, unit in sources.items()},
        },
    )


def _slots(world: World, indicator: Indicador, wanted: Wanted) -> tuple[Slot, ...]:
    # Also rows dated after today: what is in the data is reported.
    rows = rows_in_force(world.register.naming(indicator, Avance, "indicador"))
    here = slots_in(world.register, world.lists, indicator, wanted.quarter, rows)
    if not wanted.with_late:
        return here
    every = slots_of(world.register, world.lists, indicator, rows)
    late = (one for one in every if one.row is None and one.period.quarter < wanted.quarter)
    return (*late, *here)


def _order(world: World, unit: str) -> tuple[SortKey, str]:
    return sort_key(_names(world, unit)[0]), unit


def _names(world: World, unit: str) -> tuple[str, str]:
    found = world.register.get(Dependencia, unit)
    return (found.nombre, found.sigla or "") if found else (unit, "")


def _published(world: World, quarter: Period) -> str:
    reports = world.register.all(Informe)
    days = (one.publicacion for one in reports if one.periodo == quarter)
    return next(map(long_date, days), "")


def _sheet(
    world: World, quarter: Period, unit: str, name: str, slots: Sequence[Slot], sources: str
) -> Sheet:
    columns = columns_of(
        percent=any(is_percent(slot.indicator.unidad) for slot in slots),
        reported=any(slot.row for slot in slots),
        sources=sources,
    )
    return Sheet(
        name=name,
        title=f"{_names(world, unit)[0]}: avances del {quarter.spoken}",
        words=(
            f"Llene las celdas amarillas. {_counted(slots)}",
            f"Hecho con los datos del {long_date(world.as_of)}. La hoja «{HOW_TO}» explica cada "
            "columna.",
        ),
        columns=columns,
        rows=tuple(row_of(world, quarter, slot, columns) for slot in slots),
        frozen=INDICATOR,
        unit=unit,
    )


def _counted(slots: Iterable[Slot]) -> str:
    told = sum(1 for slot in slots if slot.row)
    left = sum(1 for slot in slots if not slot.row and not slot.optional)
    words = f"Por reportar: {left}."
    return f"{words} Ya reportados: {told}." if told else words


def _sources(register: Register, unit: str) -> tuple[str, ...]:
    """Where the unit took its figures from before, the latest first; then every document."""
    rows = [row for row in register.all(Avance) if row.responsable == unit]
    rows.sort(key=lambda row: (row.periodo, row.id), reverse=True)
    before = [source for row in rows for source in row.fuente]
    documents = [f"documento:{one.id}" for one in register.all(Documento)]
    return tuple(dict.fromkeys([*before, *documents]))
