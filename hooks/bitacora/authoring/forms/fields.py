"""The fields of a form, one for each field of a model, blocks inside."""

from __future__ import annotations

from annotated_types import MinLen
from pydantic import BaseModel

from bitacora.authoring.field_words import spoken_field
from bitacora.authoring.forms.choices import Choices
from bitacora.authoring.forms.widgets import Widget, control, form, is_picked
from bitacora.canonical import Value
from bitacora.records.field_order import in_order
from bitacora.records.fields import FieldShape
from bitacora.records.fieldtypes import FieldType
from bitacora.records.unknown import NO_INFORMADO
from bitacora.records.values import Ref

WRITTEN_TODAY = "actualizado"
SAYS = (
    "nombre",
    "titulo",
    "descripcion",
    "texto",
    "concepto",
    "indicador",
    "actor",
    "que",
    "norma",
)
"""The fields that tell one block of a list from another, the best first."""
COMES_TO = ("monto", "moneda", "meta", "rol", "respuesta", "luz")
"""The fields that tell in a word what a block comes to."""
NO_SUCH = "Todavía no hay ninguna ficha que escoger; primero se crea."


def form_fields(model: type[BaseModel], choices: Choices) -> list[Value]:
    """The fields of a model as the form shows them, in the order of the file; the identity is the
    name of the file and has no field."""
    return [
        _field(model, shape, choices)
        for shape in in_order(model)
        if not (shape.name == "id" and shape.block is None)
    ]


def _field(model: type[BaseModel], shape: FieldShape, choices: Choices) -> Widget:
    words: Widget = {"name": shape.name, "label": spoken_field(shape.name)}
    must: Widget = {"required": shape.required}
    return {**words, **must, **_hint(shape, choices), **_control(model, shape, choices)}


def _control(model: type[BaseModel], shape: FieldShape, choices: Choices) -> Widget:
    if shape.block is not None:
        return _blocks(shape, choices) if shape.many else _block(shape.block, choices)
    kind = shape.value_type or FieldType()
    if shape.many:
        return _list(model, shape, kind, choices)
    one = control(kind, choices)
    if shape.name == WRITTEN_TODAY:
        one["default"] = "{{now}}"
    return one


def _list(model: type[BaseModel], shape: FieldShape, kind: FieldType, choices: Choices) -> Widget:
    marks = model.model_fields[shape.name].metadata
    least = [mark.min_length for mark in marks if isinstance(mark, MinLen)]
    several: Widget = {"min": least[0]} if least else {}
    if is_picked(kind, choices):
        return {**control(kind, choices), "multiple": True, **several}
    return {"widget": "list", **_one_more(shape), **form(kind), **several}


def _block(model: type[BaseModel], choices: Choices) -> Widget:
    return {"widget": "object", "collapsed": "auto", "fields": form_fields(model, choices)}


def _blocks(shape: FieldShape, choices: Choices) -> Widget:
    assert shape.block is not None
    return {
        "widget": "list",
        **_one_more(shape),
        "collapsed": "auto",
        "minimize_collapsed": False,
        "summary": _summary(shape.block),
        "fields": form_fields(shape.block, choices),
    }


def _one_more(shape: FieldShape) -> Widget:
    """What the button that adds to a list says after «Agregar»."""
    label = spoken_field(shape.name)
    return {"label_singular": label if label.isupper() else label[0].lower() + label[1:]}


def _summary(model: type[BaseModel]) -> str:
    """What a closed block shows of itself: its date if it has one, the field that names it, what
    it comes to."""
    names = [shape.name for shape in in_order(model)]
    says = next((name for name in SAYS if name in names), names[0])
    first = ["fecha"] if "fecha" in names else []
    last = [name for name in COMES_TO if name in names]
    return " · ".join(f"{{{{fields.{name}}}}}" for name in (*first, says, *last))


def _hint(shape: FieldShape, choices: Choices) -> Widget:
    kind = shape.value_type
    words = shape.description
    if kind is None:
        return {"hint": words} if words else {}
    if kind.unknown and not is_picked(kind, choices):
        words = f"{words} Si no se sabe, escriba {NO_INFORMADO.value}."
    elif isinstance(kind, Ref) and control(kind, choices)["widget"] == "string":
        words = f"{words} {NO_SUCH}"
    return {"hint": words}
