"""The row that keeps an address alive, ready to paste."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO

from bitacora.authoring.comparing.side import Side
from bitacora.authoring.skeleton import table_columns
from bitacora.records.documents import Direccion, Retiro
from bitacora.records.institution import Dependencia, Entidad
from bitacora.records.kinds import BY_MODEL, Kind
from bitacora.records.record import Ficha, Registro
from bitacora.tallies.site_addresses import record_address

WHY = "(escriba aquí por qué se retiró)"
SOURCE = "(escriba aquí el acta, el oficio o el documento que lo dice)"


def withdrawal_row(record: Registro, title: str, after: Side) -> str:
    """The order to paste a note of withdrawal, with its row below."""
    values = {
        "id": f"retiro-{record.id}",
        "tipo": record.kind,
        "ficha": record.id,
        "nombre": title,
        "motivo": WHY,
    }
    return _paste(BY_MODEL[Retiro], values, record, after)


def moved_row(record: Registro, heir: Registro, after: Side) -> str:
    """The order to paste the old address of a record that has another name, with its row below."""
    values = {
        "id": f"mudanza-{record.kind}-{record.id}",
        "antes": record_address(record),
        "ahora": record_address(heir),
    }
    return _paste(BY_MODEL[Direccion], values, heir, after)


def _paste(kind: Kind, values: Mapping[str, str], record: Registro, after: Side) -> str:
    day = after.as_of.isoformat()
    shared = {
        "fecha": day,
        "fuente": SOURCE,
        "responsable": _unit(record, after),
        "actualizado": day,
    }
    rows = after.found.register.by_kind[kind.name].values()
    located = next((after.found.register.where(it) for it in rows), None)
    if located is None:
        columns = table_columns(kind)
        file, head = f"{after.shown}/{kind.folder}.csv", f"{_row(columns)}\n"
        order = f"pegue esto en {file} (si ya existe, solo la segunda línea):"
    else:
        columns, head = tuple(map(str, located.entry.keys())), ""
        order = f"pegue esta fila al final de {located.place().archivo}:"
    told = {**shared, **values}
    return f"{order}\n{head}{_row(tuple(told.get(name, '') for name in columns))}"


def _unit(record: Registro, after: Side) -> str:
    """The unit that answers for the record, if it is still there; else the office."""
    if isinstance(record, Ficha) and after.found.register.get(Dependencia, record.responsable):
        return record.responsable
    entities = after.found.register.all(Entidad)
    return entities[0].dependencia_internacional if entities else ""


def _row(cells: tuple[str, ...]) -> str:
    text = StringIO(newline="")
    csv.writer(text, lineterminator="").writerow(cells)
    return text.getvalue()
