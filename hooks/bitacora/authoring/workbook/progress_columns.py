"""The columns of a sheet of progress: keys, what is known, what the unit fills."""

from __future__ import annotations

from dataclasses import replace

from bitacora.authoring.field_words import spoken_field
from bitacora.authoring.workbook.choices import choices_of, list_name
from bitacora.authoring.workbook.sheets import READ_ONLY, Column, Rule, Validation
from bitacora.authoring.workbook.validations import validation_of
from bitacora.reading.code_lists import CodeLists
from bitacora.records.fields import shape_of
from bitacora.records.indicators import Avance, EstadoDato
from bitacora.register import Register

KEYS = ("indicador", "periodo", "version", "responsable")
KNOWN = (
    ("Código", 9),
    ("Indicador", 32),
    ("Periodo", 14),
    ("Situación", 16),
    ("Unidad", 13),
    ("Meta del periodo", 10),
    ("Meta final", 10),
    ("Último valor", 10),
    ("De qué periodo", 11),
)
INDICATOR = len(KEYS) + 2
"""How many columns stay in sight: up to the name of the indicator."""
PARTS = ("numerador", "denominador")
CORRECTION = "motivo_correccion"
FILLED = (
    ("estado_dato", 13),
    ("valor", 12),
    *((name, 13) for name in PARTS),
    ("fecha_corte", 13),
    ("fuente", 26),
    ("evidencias", 24),
    ("descripcion", 28),
    ("dificultades", 24),
    ("accion_correctiva", 24),
    ("accion_correctiva_fecha", 13),
    ("verificado_por", 20),
    (CORRECTION, 22),
    ("nota", 20),
)
HELP = {
    "estado_dato": "Cómo está la cifra: escoja de la lista.",
    "valor": "Lo que valió en el periodo; vacío si no hay dato.",
}
"""Words for these where those of the model speak of codes."""
REQUIRED = frozenset({"estado_dato", "valor", "fecha_corte", "fuente", *PARTS, CORRECTION})
FIRST, AGAIN = "estado_primera_vez", "estado_correccion"
VERIFIERS = "fichas_dependencia"


def columns_of(percent: bool, reported: bool, sources: str) -> tuple[Column, ...]:
    """The columns of a sheet. ``percent`` and ``reported`` say whether it has percentages and rows
    already reported; ``sources`` is the name of its list of sources."""
    left_out = {*(() if percent else PARTS), *(() if reported else (CORRECTION,))}
    keys = tuple(Column(name, name, hidden=True) for name in KEYS)
    known = tuple(Column(READ_ONLY, heading, width=width) for heading, width in KNOWN)
    filled = tuple(_filled(name, width, sources) for name, width in FILLED if name not in left_out)
    return (*keys, *known, *filled)


def state_choices(lists: CodeLists) -> dict[str, tuple[str, ...]]:
    """The states of a first report, and the one of a correction."""
    named = {code.codigo: code.nombre for code in lists.all("estados_dato")}
    again = EstadoDato.CORREGIDO.value
    return {
        FIRST: tuple(name for code, name in named.items() if code != again),
        AGAIN: (named[again],),
    }


def verifier_choices(register: Register, lists: CodeLists) -> dict[str, tuple[str, ...]]:
    """The units that may verify."""
    shape = shape_of(Avance, "verificado_por")
    assert shape is not None
    assert shape.value_type is not None
    return {list_name(shape.value_type): choices_of(shape.value_type, register, lists)}


def _filled(name: str, width: int, sources: str) -> Column:
    shape = shape_of(Avance, name)
    assert shape is not None
    validation = validation_of(shape, picked=name == "verificado_por")
    if name == "fuente" and validation:
        validation = replace(validation, rule=Rule.ADVICE, choices=sources)
    if name == "estado_dato":
        validation = state_validation(FIRST)
    return Column(
        name,
        spoken_field(name),
        HELP.get(name, shape.description),
        width,
        fill=True,
        required=name in REQUIRED,
        validation=validation,
    )


def state_validation(choices: str) -> Validation:
    """The states that a row admits."""
    return Validation(
        Rule.LIST,
        "Reportado: cifra firme. Preliminar: puede cambiar. Sin dato: no la hay. No aplica: no "
        "había nada que medir."
        if choices == FIRST
        else "Este periodo ya tiene dato: lo que escriba aquí lo corrige.",
        "Escoja el estado de la lista.",
        choices=choices,
    )
