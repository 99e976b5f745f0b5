"""What every record's page has: its values, its flags, its foot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.pages.escape import inline
from bitacora.pages.links import page_path
from bitacora.pages.presenter import Presenter
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.record import Ficha, Registro
from bitacora.register import kind_of
from bitacora.spanish import long_date


def record_page(
    writer: Writer,
    presenter: Presenter,
    record: Registro,
    template: str,
    values: Mapping[str, Any],
    state: str = "",
) -> Artefact:
    """A record's page: the template gets ``v`` (its view), ``pie`` (its foot), and ``values``."""
    located = presenter.edition.register.where(record)
    head = PageHead(
        path=page_path(record),
        title=record.title,
        kind=kind_of(record).singular.capitalize(),
        state=state,
        source=located.path,
    )
    shared = {"v": presenter.view(record), "titulo": inline(record.title)}
    return writer.page(head, template, {**shared, "pie": foot(presenter, record), **values})


def foot(presenter: Presenter, record: Registro) -> dict[str, Any]:
    """Who answers for a record, since when, from what source, with which warnings."""
    view = presenter.view(record)
    lists = presenter.edition.lists
    # Where the data have a public home, a link at the foot of the page leads to the record.
    linked = presenter.edition.entity.repositorio
    flags = {code.codigo: code for code in lists.all("banderas")}
    return {
        "actualizado": long_date(record.actualizado),
        "responsable": view["responsable"] if isinstance(record, Ficha) else None,
        "fuentes": view["fuente"],
        "archivo": "" if linked else inline(presenter.edition.register.where(record).path),
        "advertencias": [
            inline(f"{flags[flag].nombre}. {flags[flag].definicion or ''}")
            for flag in record.banderas
        ],
        "nota": view["nota"],
    }
