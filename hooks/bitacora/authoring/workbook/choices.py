"""Drop-down lists: the codes of a list, the records of a kind, as people pick them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bitacora.authoring.workbook.sheets import WITHIN
from bitacora.reading.code_lists import CodeLists
from bitacora.records.codes import Codigo
from bitacora.records.fieldtypes import FieldType
from bitacora.records.kinds import BY_NAME
from bitacora.records.record import Registro
from bitacora.records.values import CodeOf, Ref, Source, YesNo
from bitacora.register import Register
from bitacora.spanish import sort_key

UNKNOWN = "No informado"
YES_NO = ("Sí", "No")
COUNTRIES = "paises"
LONGEST = 250
"""What a cell of a drop-down may hold and still be read."""
WORD = re.compile(r"[a-z0-9_]*[a-z_][a-z0-9_]*")
"""A code that is a word: its name alone says it."""


def choices_of(value_type: FieldType, register: Register, lists: CodeLists) -> tuple[str, ...]:
    """What a field of this type may be picked from; nothing where it is not picked."""
    found = tuple(_picked(value_type, register, lists))
    if not found or not value_type.unknown or UNKNOWN in found:
        return found
    return (*found, UNKNOWN)


def is_picked(value_type: FieldType) -> bool:
    """Whether a field of this type is picked from a list."""
    return isinstance(value_type, CodeOf | Ref | Source | YesNo)


def list_name(value_type: FieldType) -> str:
    """A name for the list of a field, the same for fields that are picked from the same."""
    ending = "_o_no_informado" if value_type.unknown else ""
    if isinstance(value_type, CodeOf):
        return f"{value_type.codelist}{ending}"
    if isinstance(value_type, Ref):
        return f"fichas_{value_type.kind.replace('-', '_')}{ending}"
    return f"{'si_no' if isinstance(value_type, YesNo) else 'documentos'}{ending}"


def code_text(lists: CodeLists, codelist: str, code: str) -> str:
    """How a code stands in a cell: by its name, with the code before it where people know it."""
    found = lists.lists.get(codelist, {}).get(code)
    return _code(codelist, found) if found else code


def record_text(register: Register, kind: str, record_id: str) -> str:
    """How a record stands in a cell: its id with its name."""
    found = register.find(kind, record_id)
    return _record(found) if found else record_id


def _picked(value_type: FieldType, register: Register, lists: CodeLists) -> Iterable[str]:
    if isinstance(value_type, YesNo):
        return YES_NO
    if isinstance(value_type, CodeOf):
        codes = [_code(value_type.codelist, code) for code in lists.all(value_type.codelist)]
        return sorted(codes, key=sort_key) if value_type.codelist == COUNTRIES else codes
    if isinstance(value_type, Ref):
        return (_record(one) for one in _of_kind(register, value_type.kind))
    if isinstance(value_type, Source):
        return (f"documento:{one.id}" for one in _of_kind(register, "documento"))
    return ()


def _of_kind(register: Register, kind: str) -> list[Registro]:
    # By what people see first in the list.
    return sorted(register.all(BY_NAME[kind].model), key=lambda one: sort_key(one.id))


def _code(codelist: str, code: Codigo) -> str:
    if codelist == COUNTRIES or WORD.fullmatch(code.codigo):
        return code.nombre
    return f"{code.codigo}{WITHIN}{code.nombre}"[:LONGEST]


def _record(record: Registro) -> str:
    return f"{record.id}{WITHIN}{' '.join(record.title.split())}"[:LONGEST]
