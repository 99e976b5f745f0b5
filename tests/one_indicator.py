"""One indicator with its rows, for the tests of figures: a register made without any file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from bitacora.edition import shipped_lists
from bitacora.quarters import Period
from bitacora.reading.code_lists import CodeLists, read_code_lists
from bitacora.reading.records import read_records
from bitacora.records.indicators import Avance, CambioMeta, Indicador, MetaPeriodo
from bitacora.records.institution import Entidad
from bitacora.records.record import Registro
from bitacora.records.reports import Informe
from bitacora.records.strategy import Eje, Estrategia
from bitacora.register import Register, make_register
from bitacora.reports.content import Contenido, Renglon
from bitacora.reports.make import make_content
from bitacora.reports.sections.lines import lines
from bitacora.reports.view import View
from bitacora.sources import read_folder
from tiny_world import SHOWN, WORLD

SAMPLE, NAME = "personas-formadas", "indicador"
BASE: dict[str, Any] = {
    "id": NAME,
    "accion": None,
    "eje": "vender",
    "linea_base": Decimal(0),
    "meta": Decimal(100),
    "acumulacion": "acumulado",
    "periodicidad": "trimestral",
}


@dataclass(frozen=True, slots=True)
class Read:
    """The tiny world as it was read."""

    register: Register
    lists: CodeLists


@cache
def world() -> Read:
    """The tiny world, read once and not checked."""
    sources = read_folder(WORLD, SHOWN)
    lists, _ = read_code_lists(shipped_lists(), sources)
    return Read(make_register(read_records(sources, lists).located), lists)


def row(period: str, value: str | None, known: date | None = None, **fields: Any) -> Avance:
    """A row, written ten days after its period unless told."""
    stretch, sample = Period.parse(period), world().register.all(Avance)[0]
    version = fields.get("version", 1)
    told: dict[str, Any] = {
        "id": f"{NAME}-{period.lower()}-v{version}",
        "indicador": NAME,
        "periodo": stretch,
        "valor": None if value is None else Decimal(value),
        "estado_dato": "sin_dato" if value is None else "reportado",
        "actualizado": known or stretch.end + timedelta(days=10),
        "evidencias": (),
    }
    return sample.model_copy(update=told | fields)


def goals(**by_period: str) -> tuple[MetaPeriodo, ...]:
    """Goals by period: ``goals(p2025="10", p2026_T1="3")``."""
    return tuple(
        MetaPeriodo(periodo=Period.parse(name[1:].replace("_", "-")), meta=Decimal(goal))
        for name, goal in by_period.items()
    )


def change(since: date, before: str, period: str | None = None) -> CambioMeta:
    """A goal that changed by an agreement."""
    stretch = Period.parse(period) if period else None
    return CambioMeta(
        desde=since,
        meta_anterior=Decimal(before),
        periodo=stretch,
        acto="Acuerdo 9",
        motivo="Llegaron menos recursos.",
    )


def register_of(
    indicator: Mapping[str, Any],
    rows: Iterable[Avance],
    strategy: Mapping[str, Any] | None = None,
) -> Register:
    """A register with one strategy (2025 to 2028 unless told), one axis, one indicator."""
    read = world().register
    plan = read.all(Estrategia)[0].model_copy(
        update={"vigencia_inicio": 2025, "vigencia_fin": 2028, **(strategy or {})}
    )
    axis = read.get(Eje, "vender")
    sample = read.get(Indicador, SAMPLE)
    assert axis
    assert sample
    units = [one.record for one in read.located if one.record.kind in ("dependencia", "entidad")]
    made: list[Registro] = [
        *units,
        plan,
        axis,
        sample.model_copy(update=BASE | dict(indicator)),
        *rows,
    ]
    place = read.located[0]
    return make_register(replace(place, record=record) for record in made)


def view_of(
    register: Register,
    quarter: str,
    cutoff: date | None = None,
    record: Informe | None = None,
    earlier: Mapping[str, Contenido] | None = None,
) -> View:
    """The register seen from a quarter, 45 days after its end unless told."""
    period = Period.parse(quarter)
    return View(
        world().register.all(Entidad)[0],
        register,
        world().lists,
        period,
        cutoff or period.end + timedelta(days=45),
        record,
        earlier or {},
    )


def line_of(
    indicator: Mapping[str, Any],
    rows: Iterable[Avance],
    quarter: str,
    cutoff: date | None = None,
    strategy: Mapping[str, Any] | None = None,
) -> Renglon:
    """The line of the indicator in the report of a quarter."""
    [line] = lines(view_of(register_of(indicator, rows, strategy), quarter, cutoff))
    return line


def content_of(view: View) -> Contenido:
    """The report of a quarter."""
    return make_content(view)


def facts(record: object, *names: str) -> tuple[object, ...]:
    """Some fields of a record, to be set against what they should be."""
    return tuple(getattr(record, name) for name in names)
