"""The workbook of a table: empty rows with the words of each field, or the rows there are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal

from bitacora.authoring.field_words import spoken_field
from bitacora.authoring.skeleton import table_columns
from bitacora.authoring.workbook.choices import (
    UNKNOWN,
    YES_NO,
    choices_of,
    code_text,
    is_picked,
    list_name,
    record_text,
)
from bitacora.authoring.workbook.how_to import NAME as HOW_TO
from bitacora.authoring.workbook.how_to import for_table
from bitacora.authoring.workbook.names import sheet_names
from bitacora.authoring.workbook.sheets import Cell, CellValue, Column, Row, Sheet, Workbook
from bitacora.authoring.workbook.validations import validation_of
from bitacora.checks.rule import World
from bitacora.records.fields import FieldShape, shape_of
from bitacora.records.fieldtypes import FieldType
from bitacora.records.institution import Entidad
from bitacora.records.kinds import Kind
from bitacora.records.record import Registro
from bitacora.records.unknown import NO_INFORMADO
from bitacora.records.values import CodeOf, LongText, Ref, Slug, Text
from bitacora.register import in_reading_order
from bitacora.spanish import long_date, sentence_case

SPARE_ROWS = 100
TITLES = 3
"""How many columns stay in sight: the identity with what follows it."""
BAR = " | "
LEFT_EMPTY = {
    "id": "Déjelo vacío en lo nuevo: se arma con el nombre. No cambia nunca.",
    "actualizado": "Cuándo se revisó el dato; vacío, el día en que se importa.",
}
"""What a required field needs nobody to write."""


def table_workbook(world: World, kind: Kind, unit: str, with_data: bool) -> Workbook:
    """The workbook of a kind: its single fields as columns, and its records (those of one unit,
    if one is named) when they are asked for."""
    shapes = _shapes(kind)
    choices = _choices(world, shapes)
    records = _records(world, kind, unit) if with_data else ()
    columns = tuple(_column(shape, choices) for shape in shapes)
    entity = world.register.all(Entidad)[0].nombre_corto
    title = f"{sentence_case(kind.plural)}: {entity}"
    required = "Los títulos con asterisco (*) son obligatorios."
    sheet = Sheet(
        name=sheet_names([(sentence_case(kind.plural), kind.folder)], (HOW_TO,))[0],
        title=title,
        words=(
            f"Escriba en las celdas amarillas, una ficha por fila. {required}",
            f"Hecho con los datos del {long_date(world.as_of)}. La hoja «{HOW_TO}» explica cómo.",
        ),
        columns=columns,
        rows=tuple(_row(world, shapes, record) for record in records),
        frozen=min(TITLES, len(columns)) - 1,
        spare=SPARE_ROWS,
    )
    how_to = for_table(kind, bool(records))
    return Workbook(kind.folder, entity, world.as_of, title, how_to, (sheet,), choices=choices)


def _shapes(kind: Kind) -> tuple[FieldShape, ...]:
    found = (shape_of(kind.model, name) for name in table_columns(kind))
    return tuple(shape for shape in found if shape is not None)


def _choices(world: World, shapes: Iterable[FieldShape]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for shape in shapes:
        if shape.value_type is not None:
            picked = choices_of(shape.value_type, world.register, world.lists)
            if picked:
                found[list_name(shape.value_type)] = picked
    return found


def _records(world: World, kind: Kind, unit: str) -> tuple[Registro, ...]:
    every = in_reading_order(world.register.all(kind.model))
    return tuple(one for one in every if unit in ("", getattr(one, "responsable", "")))


def _column(shape: FieldShape, choices: dict[str, tuple[str, ...]]) -> Column:
    kind = shape.value_type or FieldType()
    help_words = LEFT_EMPTY.get(shape.name, shape.description)
    return Column(
        shape.name,
        spoken_field(shape.name),
        help_words,
        _width(kind, shape.many),
        fill=True,
        required=shape.required and shape.name not in LEFT_EMPTY,
        validation=validation_of(shape, picked=is_picked(kind) and list_name(kind) in choices),
    )


def _width(kind: FieldType, many: bool) -> int:
    if isinstance(kind, LongText):
        return 40
    if many or isinstance(kind, Ref) or (isinstance(kind, Text) and kind.max_length > 120):
        return 28
    return 22 if isinstance(kind, CodeOf | Text | Slug) else 15


def _row(world: World, shapes: Iterable[FieldShape], record: Registro) -> Row:
    cells = (_cell(world, shape, getattr(record, shape.name)) for shape in shapes)
    return Row(tuple(cells))


def _cell(world: World, shape: FieldShape, value: object) -> Cell:
    kind = shape.value_type or FieldType()
    # The identity of what is already there is not to be changed.
    locked = shape.name == "id"
    if isinstance(value, tuple):
        # Bare: several codes with their names would not be read.
        return Cell(BAR.join(map(str, value)), locked=locked)
    return Cell(_value(world, kind, value), locked=locked)


def _value(world: World, kind: FieldType, value: object) -> CellValue:
    """A value of a record as people pick it, or type it."""
    if value is NO_INFORMADO:
        return UNKNOWN
    if isinstance(value, bool):
        return YES_NO[0] if value else YES_NO[1]
    if value is None or isinstance(value, date | Decimal | int):
        return value
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(kind, CodeOf):
        return code_text(world.lists, kind.codelist, str(value))
    return (
        record_text(world.register, kind.kind, str(value)) if isinstance(kind, Ref) else str(value)
    )
