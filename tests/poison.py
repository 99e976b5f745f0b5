"""The tiny world with one text in every text field: of records, of code lists, of remarks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pydantic import BaseModel

from bitacora.edition import Edition, load_edition
from bitacora.problems import Place, Problem, Severity
from bitacora.reading.code_lists import CodeLists
from bitacora.records.codes import CodigoOds
from bitacora.records.fields import FieldShape, shapes
from bitacora.records.institution import Entidad
from bitacora.records.values import LongText, Mail, Pattern, Text, WebAddress
from bitacora.register import make_register
from tiny_world import AS_OF, SHOWN, WORLD

M = TypeVar("M", bound=BaseModel)

# These texts say where something belongs, so the program reads them as codes.
MEANT = {
    "codigo",
    "criterio",
    "sector",
    "grupo",
    "campo",
    "etapa",
    "nivel",
    "color",
    "texto_sobre_color",
}
READ_AS_CODES = {
    ("Retiro", "tipo"),
    ("Direccion", "antes"),
    ("Direccion", "ahora"),
    ("Entidad", "color_principal"),
    ("Entidad", "color_acento"),
}
WORD, URL_WORD, MAIL_WORD = "zzqx", "uuqx", "mmqx"


@dataclass(frozen=True, slots=True)
class Dose:
    """What goes in the fields of text, of web address, of mail."""

    text: str
    url: str
    mail: str

    @property
    def harmless(self) -> Dose:
        """The same shape (words, lines, paragraphs) with nothing to fear."""
        return Dose(
            re.sub(r"\S+", WORD, self.text),
            f"https://x.example/{URL_WORD}",
            f"{MAIL_WORD}@x.example",
        )


def poisoned_edition(dose: Dose) -> Edition:
    """The tiny world with the dose everywhere. The checks, which would refuse it, are passed by."""
    clean = load_edition(WORLD, SHOWN, AS_OF)
    register = make_register(
        replace(item, record=_poisoned(item.record, dose)) for item in clean.register.located
    )
    return Edition(
        register.all(Entidad)[0],
        register,
        _poisoned_lists(clean.lists, dose),
        tuple(_problem(dose, severity) for severity in (Severity.AVISO, Severity.MEJORA)),
        AS_OF,
    )


def _poisoned(model: M, dose: Dose) -> M:
    """A copy of a record or block; absent texts are filled, empty lists get an item."""
    found = {
        shape.name: _value(shape, getattr(model, shape.name), dose)
        for shape in shapes(type(model))
        if (type(model).__name__, shape.name) not in READ_AS_CODES
    }
    return model.model_copy(update=found)


def _value(shape: FieldShape, value: Any, dose: Dose) -> Any:
    text = _dose_for(shape, dose)
    if shape.block is not None:
        return _each(shape, value, lambda item: _poisoned(item, dose))
    if text is None:
        return value
    return (tuple(text for _ in value) or (text,)) if shape.many else text


def _each(shape: FieldShape, value: Any, change: Callable[[Any], Any]) -> Any:
    if shape.many:
        return tuple(change(item) for item in value)
    return None if value is None else change(value)


def _dose_for(shape: FieldShape, dose: Dose) -> str | None:
    if isinstance(shape.value_type, WebAddress):
        return dose.url
    if isinstance(shape.value_type, Mail):
        return dose.mail
    return dose.text if isinstance(shape.value_type, (Text, LongText, Pattern)) else None


def _poisoned_lists(lists: CodeLists, dose: Dose) -> CodeLists:
    return CodeLists(
        {
            name: {code: _poisoned_code(row, dose) for code, row in codes.items()}
            for name, codes in lists.lists.items()
        }
    )


def _poisoned_code(row: M, dose: Dose) -> M:
    kept = MEANT if isinstance(row, CodigoOds) else MEANT - {"color"}
    found = {
        shape.name: _value(shape, getattr(row, shape.name), dose)
        for shape in shapes(type(row))
        if shape.name not in kept
    }
    return row.model_copy(update=found)


def _problem(dose: Dose, severity: Severity) -> Problem:
    text = dose.text
    return Problem(Place(text, 1), text, text, text, "campo-falta", severity, text, text)
