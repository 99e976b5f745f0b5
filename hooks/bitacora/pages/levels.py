"""The results read at three levels: the office, the local government, the territory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.cells import NOTHING
from bitacora.pages.count_tables import share
from bitacora.pages.escape import inline
from bitacora.pages.last_values import light_cell, value_cell
from bitacora.pages.presenter import Presenter
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.indicators import Indicador
from bitacora.register import in_reading_order
from bitacora.spanish import count_of, number
from bitacora.tallies.levels import Level, Measure, levels

HEAD = PageHead(
    "niveles/index.md",
    "Resultados en tres niveles",
    kind="Listado",
    description="Qué se mide de la oficina, del gobierno local y del territorio, y qué no.",
)
COLUMNS = ("Indicador", "Último valor", "Cómo va")


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page with the three levels."""
    presenter = Presenter(edition)
    found = levels(edition.register, edition.lists)
    measures = [measure for level in found for measure in level.measures]
    silent = [measure for measure in measures if not measure.indicators]
    loose = [item for item in edition.register.all(Indicador) if not item.medidas_nivel]
    values = {
        "gobierno": inline(edition.entity.nombre_corto),
        "medidas": share(len(measures) - len(silent), len(measures)),
        "sin_medir": [_told(measure) for measure in silent],
        "sueltos": count_of(len(loose), "indicador", "indicadores") if loose else "",
        "cuales_sueltos": presenter.links(in_reading_order(loose)),
        "resumen": [_summary(place, level) for place, level in enumerate(found, 1)],
        "encabezado": COLUMNS,
        "niveles": [_level(presenter, level) for level in found],
    }
    yield writer.page(HEAD, "niveles", values)


def measure_names(presenter: Presenter, indicator: Indicador) -> list[str]:
    """What an indicator measures at the three levels, each linked to the page of levels."""
    return [
        presenter.to(presenter.edition.lists.name("medidas_nivel", code), HEAD.path)
        for code in indicator.medidas_nivel
    ]


def _told(measure: Measure) -> str:
    return f"**{inline(measure.code.nombre)}.** {inline(measure.code.definicion or '')}"


def _summary(place: int, level: Level) -> tuple[str, ...]:
    silent = [inline(it.code.nombre) for it in level.measures if not it.indicators]
    return (
        f"[{inline(level.code.nombre)}](#nivel-{place})",
        number(len(level.measures)),
        number(level.measured),
        "; ".join(silent) or NOTHING,
    )


def _level(presenter: Presenter, level: Level) -> dict[str, Any]:
    return {
        "nombre": inline(level.code.nombre),
        "definicion": inline(level.code.definicion or ""),
        "medidas": share(level.measured, len(level.measures)),
        "que_medir": [_measure(presenter, measure) for measure in level.measures],
    }


def _measure(presenter: Presenter, measure: Measure) -> dict[str, Any]:
    return {
        "nombre": inline(measure.code.nombre),
        "definicion": inline(measure.code.definicion or ""),
        "filas": [
            (
                presenter.link(indicator),
                value_cell(presenter, indicator),
                light_cell(presenter, indicator),
            )
            for indicator in measure.indicators
        ],
    }
