"""The tables of the data folder as forms: one file each, a row a record."""

from __future__ import annotations

from pathlib import PurePosixPath

from bitacora.authoring.forms.choices import Choices, naming_field
from bitacora.authoring.forms.fields import form_fields
from bitacora.authoring.forms.icons import ICONS
from bitacora.authoring.forms.patterns import IDENTITY_FORM, SLUG
from bitacora.authoring.forms.shapes import file_shape
from bitacora.authoring.forms.widgets import Widget
from bitacora.canonical import Value
from bitacora.records.about import about
from bitacora.records.fields import shapes
from bitacora.records.kinds import KINDS, Kind
from bitacora.spanish import sentence_case

ROWS = "filas"
FORMAT = "tabla-{}"
IDENTITY: Widget = {
    "name": "id",
    "label": "Identificador",
    "required": True,
    "hint": "Identificador estable, único en la tabla. No cambia nunca.",
    "widget": "string",
    "use_emoji_autocomplete": False,
    "pattern": [f"^{SLUG}$", IDENTITY_FORM],
}


def has_table(kind: Kind) -> bool:
    """Whether a kind may have a table that is written by hand, row by row; the rows of progress are
    only added, a quarter at a time, which is the work of a spreadsheet."""
    return not kind.derived_id and not any(
        shape.block is not None and shape.required for shape in shapes(kind.model)
    )


def tables(data: str, choices: Choices) -> list[Value]:
    """The tables that there are, and those with which an office would begin."""
    return [
        _table(kind, f"{data}/{kind.folder}.csv", choices)
        for kind in KINDS
        if has_table(kind) and _is_kept(kind, choices)
    ]


def table_shape(kind: Kind) -> list[Value]:
    """What the writer of the table must know of its columns, in their order."""
    identity: dict[str, Value] = {"nombre": "id", "obligatorio": True, "clase": "texto"}
    rest = file_shape(kind.model)
    return [identity, *(one for one in rest if isinstance(one, dict) and "bloque" not in one)]


def _is_kept(kind: Kind, choices: Choices) -> bool:
    paths = [item.path for item in choices.register.located if item.record.kind == kind.name]
    begun = any(PurePosixPath(path).suffix == ".csv" for path in paths)
    return begun or (about(kind).in_table and not paths)


def _table(kind: Kind, path: str, choices: Choices) -> Widget:
    fields = form_fields(kind.model, choices)
    columns = [one for one in fields if not (isinstance(one, dict) and "fields" in one)]
    rows: Widget = {
        "name": ROWS,
        "label": sentence_case(kind.plural),
        "label_singular": kind.singular,
        "hint": about(kind).what,
        "required": False,
        "widget": "list",
        "collapsed": True,
        "allow_reorder": False,
        "summary": f"{{{{fields.{naming_field(kind)}}}}}",
        "fields": [IDENTITY, *columns],
    }
    return {
        "name": kind.folder,
        "label": sentence_case(kind.plural),
        "icon": ICONS[kind.name],
        "file": path,
        "format": FORMAT.format(kind.name),
        "fields": [rows],
    }
