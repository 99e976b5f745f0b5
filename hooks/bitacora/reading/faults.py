"""What a model refuses, told to staff: the place, the value found, the remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from bitacora.problems import Place, Problem, Severity
from bitacora.records.fields import block_model, shape_of
from bitacora.records.values import (
    Day,
    Hour,
    Mail,
    Moment,
    Number,
    ReportingPeriod,
    WebAddress,
    Year,
    YesNo,
)
from bitacora.sources import Empty, Mapping, Node, Sequence, Text
from bitacora.spanish import count_of, nearest

TOLD_BY_EXAMPLE = (Day, Hour, Mail, Moment, Number, ReportingPeriod, WebAddress, Year, YesNo)
BLOCK_TYPES = frozenset({"model_type", "model_attributes_type", "dict_type"})


def shown(node: Node | None) -> str:
    """A short text for the value found."""
    if isinstance(node, Text):
        return str(node)[:80]
    if isinstance(node, Mapping):
        return "un grupo con " + ", ".join(str(key) for key in node.keys()[:3])
    if isinstance(node, Sequence):
        # Items left to fill in were not found.
        filled = sum(bool(plain_value(item)) for item in node.items if not isinstance(item, Empty))
        return f"una lista de {count_of(filled, 'elemento', 'elementos')}" if filled else ""
    return ""


def plain_value(node: Node) -> Any:
    """The node as pydantic takes it; empty values are left out, as if never written."""
    if isinstance(node, Mapping):
        return {str(key): plain_value(v) for key, v in node.items if not isinstance(v, Empty)}
    if isinstance(node, Sequence):
        return [plain_value(item) for item in node.items if not isinstance(item, Empty)]
    return node


def dotted(path: Iterable[str | int]) -> str:
    """A path as people read it, counting from one: ``hitos.1.fecha``."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def find(entry: Mapping, path: Iterable[Any]) -> tuple[Node, Place]:
    """The deepest node that stands at ``path``, with its place."""
    node: Node = entry
    place = entry.place
    for step in path:
        inner = _step(node, step)
        if inner is None:
            break
        node, place = inner
    return node, place


def _step(node: Node, step: Any) -> tuple[Node, Place] | None:
    if isinstance(node, Mapping):
        for key, value in node.items:
            if key == step:
                return value, value.place
    if isinstance(node, Sequence) and isinstance(step, int):
        items = [item for item in node.items if not isinstance(item, Empty)]
        if step < len(items):
            return items[step], items[step].place
    return None


def path_of(entry: Mapping, text: Text) -> tuple[str | int, ...]:
    """The path at which this very text stands in the entry; empty if it is not there."""
    found = list(_texts(entry, ()))
    same = [path for path, node in found if node is text]
    # A part of a cell with bars is a text of its own, with the place of its cell.
    same += [path for path, node in found if node.place is text.place]
    return same[0] if same else ()


def _texts(node: Node, base: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Text]]:
    if isinstance(node, Text):
        yield base, node
    elif isinstance(node, Mapping):
        for key, value in node.items:
            yield from _texts(value, (*base, str(key)))
    elif isinstance(node, Sequence):
        items = [item for item in node.items if not isinstance(item, Empty)]
        for index, item in enumerate(items):
            yield from _texts(item, (*base, index))


def problems_of(
    error: ValidationError, entry: Mapping, model: type[BaseModel], record: str
) -> list[Problem]:
    """Every fault of one entry as a problem with file, line, field, value, remedy."""
    return [_problem(detail, entry, model, record) for detail in error.errors()]


def _problem(detail: Any, entry: Mapping, model: type[BaseModel], record: str) -> Problem:
    path = tuple(detail["loc"])
    node, place = find(entry, path)
    rule, message, remedy, value = _words(detail, path, node, model, entry)
    return Problem(
        place=place,
        registro=record,
        campo=dotted(path),
        valor=value,
        regla=rule,
        severidad=Severity.ERROR,
        mensaje=message,
        remedio=remedy,
    )


def _words(
    detail: Any, path: tuple[Any, ...], node: Node, model: type[BaseModel], entry: Mapping
) -> tuple[str, str, str, str]:
    kind = detail["type"]
    if kind == "dato":
        context = detail["ctx"]
        return context["rule"], context["message"], context["remedy"], shown(node)
    if kind == "missing":
        return _missing(path, node, model)
    if kind == "extra_forbidden":
        return unknown_field(path, node, model)
    if kind == "too_short":
        return (
            "lista-vacia",
            "La lista está vacía y hace falta al menos un valor.",
            "Escriba al menos uno.",
            shown(node),
        )
    if kind in BLOCK_TYPES:
        fields = ", ".join(_field_names(path, model)[:6])
        return (
            "tipo-bloque",
            "Aquí van varios datos, cada uno con su nombre, y no un valor suelto.",
            f"Escriba debajo, con dos espacios al comienzo, los campos: {fields}.",
            shown(node),
        )
    return (
        "tipo-lista",
        "Aquí va una lista.",
        "Escriba un valor por línea con guion, o sepárelos con «|» en una celda.",
        shown(node),
    )


def _missing(
    path: tuple[Any, ...], node: Node, model: type[BaseModel]
) -> tuple[str, str, str, str]:
    owner = block_model(model, path[:-1]) or model
    field = owner.model_fields.get(str(path[-1]))
    purpose = (field.description or "") if field else ""
    # The key may be there with nothing in it: then the value is what has to be written.
    there = isinstance(node, Empty)
    fault = f"El campo «{path[-1]}» está vacío." if there else f"Falta el campo «{path[-1]}»."
    remedy = "Escriba su valor" if there else f"Añada «{path[-1]}» con su valor"
    return (
        "campo-falta",
        f"{fault} {purpose}".strip(),
        f"{remedy}{how_to_fill(owner, str(path[-1]))}",
        "",
    )


def how_to_fill(model: type[BaseModel], field: str) -> str:
    """How the order to write a field ends: with an example of its value, with what to write where
    no source tells it."""
    shape = shape_of(model, field)
    kind = shape.value_type if shape else None
    example = f", por ejemplo {kind.example}" if isinstance(kind, TOLD_BY_EXAMPLE) else ""
    unknown = "; si la fuente no lo dice, «no_informado»" if kind and kind.unknown else ""
    return f"{example}{unknown}."


def unknown_field(
    path: tuple[Any, ...], node: Node, model: type[BaseModel]
) -> tuple[str, str, str, str]:
    """The rule, the message, the remedy, the value found, for a field that the model lacks."""
    names = _field_names(path[:-1], model)
    near = nearest(str(path[-1]), names)
    guess = f"¿Quiso decir «{near}»?" if near else f"Los campos son: {', '.join(names[:12])}…"
    return (
        "campo-desconocido",
        f"El campo «{path[-1]}» no existe aquí.",
        guess,
        shown(node),
    )


def _field_names(path: tuple[Any, ...], model: type[BaseModel]) -> list[str]:
    owner = block_model(model, path) or model
    return list(owner.model_fields)
