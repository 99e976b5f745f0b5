"""The data files as they will be: the rows and records of an import put in their place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from bitacora.authoring.importing.folder import Folder
from bitacora.authoring.importing.resolving import Resolved, Status
from bitacora.authoring.importing.values import Written
from bitacora.authoring.ordering.tables import Cells, csv_text
from bitacora.authoring.skeleton import table_columns
from bitacora.quarters import Period
from bitacora.reading.records import number_format
from bitacora.records.about import about
from bitacora.records.field_order import in_order
from bitacora.records.fields import shape_of
from bitacora.records.kinds import Kind
from bitacora.records.values import Number
from bitacora.sources import Mapping as Entry
from bitacora.sources import Text

SCHEMA = re.compile(r"# yaml-language-server: \$schema=(\S*?)[a-z-]+\.json")
THREE_DECIMALS = re.compile(r"-?[0-9]{1,3}\.[0-9]{3}")
SELDOM = frozenset({"estado_publicacion", "banderas", "nota", "orden_en_fuente"})
"""Columns that a new table has only where some row fills them."""


def files_after(rows: Iterable[Resolved], folder: Folder) -> dict[str, bytes]:
    """The bytes of each file that changes, by its path inside the folder.

    Raises ``ValueError``, in words, where a file cannot be written."""
    places: dict[str, list[Resolved]] = {}
    for row in rows:
        if row.status in (Status.NEW, Status.CHANGED):
            places.setdefault(place_of(row, folder), []).append(row)
    found: dict[str, bytes] = {}
    for path, mine in sorted(places.items()):
        text = _table(path, mine, folder) if _is_table(path) else _record(path, mine[-1], folder)
        found[path] = folder.in_order(path, text)
    return found


def place_of(row: Resolved, folder: Folder) -> str:
    """The file where a record is written; for a new one, that of its kind."""
    if row.existing is not None:
        return row.existing.path
    kind = row.kind
    if kind.derived_id:
        quarter = Period.parse(row.draft.one("periodo")).quarter
        return f"{kind.folder}/{quarter}.csv"
    paths = [file.path for file in folder.sources.files]
    if f"{kind.folder}.csv" in paths:
        return f"{kind.folder}.csv"
    inside = [path for path in paths if path.startswith(f"{kind.folder}/")]
    tables = [path for path in inside if _is_table(path)]
    if tables:
        return tables[-1]
    if inside or not about(kind).in_table:
        return f"{kind.folder}/{row.id}.yml"
    return f"{kind.folder}.csv"


def _is_table(path: str) -> bool:
    return path.lower().endswith(".csv")


def _table(path: str, rows: list[Resolved], folder: Folder) -> str:
    source = folder.file(path)
    kind = rows[0].kind
    declared = number_format(path, folder.around.formats).decimal
    cells = [_cells(entry) for entry in source.entries] if source else []
    columns = list(_columns(folder, path, kind, rows))
    places = {entry.place: index for index, entry in enumerate(source.entries)} if source else {}
    for row in rows:
        fields = {
            name: _cell(text, name, kind, declared) for name, text in (row.changes or {}).items()
        }
        if row.existing is None:
            cells.append({name: text for name, text in fields.items() if name in columns})
            continue
        index = places[row.existing.entry.place]
        merged = {**cells[index], **fields}
        cells[index] = {name: text for name, text in merged.items() if text}
    return csv_text(columns, cells)


def _columns(folder: Folder, path: str, kind: Kind, rows: list[Resolved]) -> Iterable[str]:
    """Those that the table has, with those that some row needs; in a new one, those of its kind."""
    source = folder.file(path)
    filled = {name for row in rows for name, text in (row.changes or {}).items() if text}
    if kind.derived_id:
        filled.discard("id")
    if source is not None and source.entries:
        had = [str(key) for key, _ in source.entries[0].items]
    else:
        had = [name for name in table_columns(kind) if name not in SELDOM]
    order = [shape.name for shape in in_order(kind.model) if shape.block is None]
    needed = (name for name in order if name in filled and name not in had)
    # What has its own default needs no column where no row says otherwise.
    return [*had, *(name for name in needed if _says_more(name, kind, rows))]


def _says_more(name: str, kind: Kind, rows: list[Resolved]) -> bool:
    default = kind.model.model_fields[name].default
    filling = [row for row in rows if (row.changes or {}).get(name)]
    return any(row.existing or getattr(row.record, name) != default for row in filling)


def _cells(entry: Entry) -> Cells:
    return {str(key): str(value) for key, value in entry.items if isinstance(value, Text)}


def _cell(text: Written, name: str, kind: Kind, declared: str | None) -> str:
    if isinstance(text, list):
        return "|".join(str(item) for item in text)
    shape = shape_of(kind.model, name)
    if shape and isinstance(shape.value_type, Number) and isinstance(text, str):
        return _number(text, declared)
    return "" if text is None else str(text)


def _number(text: str, declared: str | None) -> str:
    """A number as its file writes them; three decimals would pass for thousands where nobody says
    which sign is the decimal one."""
    if declared == ",":
        return text.replace(".", ",")
    return f"{text}0" if declared is None and THREE_DECIMALS.fullmatch(text) else text


def _record(path: str, row: Resolved, folder: Folder) -> str:
    raw = folder.raw.get(path)
    if row.existing is None or raw is None:
        fields = {name: text for name, text in (row.changes or {}).items() if name != "id"}
        default = row.kind.model.model_fields
        lines = [
            _line(name, text)
            for name, text in fields.items()
            if default[name].is_required() or getattr(row.record, name) != default[name].default
        ]
        return "\n".join([*_schema(path, row.kind, folder), *lines]) + "\n"
    return _changed(raw.decode("utf-8-sig"), row.existing.entry, row.changes or {})


def _changed(text: str, entry: Entry, changes: Mapping[str, Written]) -> str:
    """The text of a record with some of its fields written anew; all else stays as it is."""
    lines = text.replace("\r\n", "\n").split("\n")
    starts = [key.place.linea for key, _ in entry.items]
    drop: set[int] = set()
    for key, _ in entry.items:
        if key in changes:
            start = key.place.linea
            end = min((one for one in starts if one > start), default=len(lines) + 1)
            while end - 1 > start and re.match(r"\s*(#.*)?$", lines[end - 2]):
                end -= 1
            drop.update(range(start, end))
    kept = [line for number, line in enumerate(lines, start=1) if number not in drop]
    while kept and not kept[-1].strip():
        kept.pop()
    added = [_line(name, value) for name, value in changes.items() if value]
    return "\n".join([*kept, *added]) + "\n"


def _line(name: str, value: Written) -> str:
    return f"{name}: {json.dumps(value, ensure_ascii=False)}"


def _schema(path: str, kind: Kind, folder: Folder) -> list[str]:
    """The line that tells editors the schema, where the site's other records have it."""
    depth = path.count("/")
    for other, raw in sorted(folder.raw.items()):
        if other.count("/") == depth and other.endswith(".yml"):
            found = SCHEMA.match(raw[:400].decode("utf-8", "replace"))
            if found:
                return [f"# yaml-language-server: $schema={found[1]}{kind.name}.json"]
    return []
