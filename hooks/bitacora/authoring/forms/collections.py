"""The kinds of record that have a form: their files, their name, how they are listed."""

from __future__ import annotations

from bitacora.authoring.field_words import spoken_field
from bitacora.authoring.forms.choices import Choices, naming_field
from bitacora.authoring.forms.fields import form_fields
from bitacora.authoring.forms.icons import ICONS
from bitacora.authoring.forms.patterns import IDENTITY_FORM, SLUG
from bitacora.authoring.forms.tables import tables
from bitacora.authoring.forms.widgets import Widget
from bitacora.canonical import Value
from bitacora.records.about import about
from bitacora.records.fields import shapes
from bitacora.records.kinds import KINDS, Kind
from bitacora.spanish import sentence_case

ALONE = "entidad"
"""The kind of which a site has one, in a file of its own."""
TABLES = "tablas"
"""The collection of what is kept as rows."""
GROUPED_BY = ("eje", "estado", "tipo")
IDENTITY = (
    "Cómo se llamará el archivo. Es también la dirección de la ficha en el sitio: "
    "no cambia nunca, así que escójalo corto."
)


def collections(data: str, choices: Choices) -> list[Value]:
    """The kinds whose records are files, each with its form; ``data`` is the data folder as it is
    named in the repository."""
    return [
        _collection(kind, data, choices)
        for kind in KINDS
        if kind.name != ALONE and choices.some_in_files(kind)
    ]


def all_tables(data: str, choices: Choices) -> list[Value]:
    """What is kept as rows of a table: one collection, with a file for each kind."""
    found = tables(data, choices)
    if not found:
        return []
    about_them = "Lo que se guarda como filas de una tabla. Los avances van en su hoja de cálculo."
    return [
        {
            "name": TABLES,
            "label": "Tablas",
            "label_singular": "tabla",
            "description": about_them,
            "icon": "table",
            "files": found,
        }
    ]


def single_files(data: str, choices: Choices) -> list[Value]:
    """What has one file for the whole site: the entity that publishes."""
    kind = next(kind for kind in KINDS if kind.name == ALONE)
    return [
        {
            "name": kind.name,
            "label": "La entidad",
            "icon": ICONS[kind.name],
            "file": f"{data}/{ALONE}.yml",
            "format": kind.name,
            "fields": form_fields(kind.model, choices),
        }
    ]


def _collection(kind: Kind, data: str, choices: Choices) -> Widget:
    title = naming_field(kind)
    return {
        "name": kind.folder,
        "label": sentence_case(kind.plural),
        "label_singular": kind.singular,
        "description": about(kind).what,
        "icon": ICONS[kind.name],
        "folder": f"{data}/{kind.folder}",
        "format": kind.name,
        "extension": "yml",
        "create": True,
        "delete": True,
        "identifier_field": title,
        "summary": f"{{{{{title}}}}}",
        "slug": {
            "template": f"{{{{{title}}}}}",
            "editable": ["create"],
            "hint": IDENTITY,
            "pattern": [f"^{SLUG}$", IDENTITY_FORM],
        },
        "sortable_fields": [title, "actualizado"],
        "view_groups": _groups(kind),
        "fields": form_fields(kind.model, choices),
    }


def _groups(kind: Kind) -> list[Value]:
    names = [shape.name for shape in shapes(kind.model)]
    return [{"label": spoken_field(name), "field": name} for name in GROUPED_BY if name in names]
