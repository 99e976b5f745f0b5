"""What a list of a form offers: the codes of a code list, the records of a table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bitacora.canonical import Value
from bitacora.reading.code_lists import CodeLists
from bitacora.records.about import about
from bitacora.records.field_order import in_order
from bitacora.records.kinds import Kind
from bitacora.records.unknown import NO_INFORMADO
from bitacora.register import Register, in_reading_order
from bitacora.spanish import sort_key

COUNTRIES = "paises"
UNKNOWN: Value = {"label": "No informado", "value": NO_INFORMADO.value}
YES_OR_NO: list[Value] = [{"label": "Sí", "value": "sí"}, {"label": "No", "value": "no"}]
WORD = re.compile(r"[a-z0-9_]*[a-z_][a-z0-9_]*")
"""A code that is a word: its name alone says it."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Where the choices of a form come from: the code lists of the site and its records."""

    lists: CodeLists
    register: Register

    def codes(self, codelist: str) -> list[Value]:
        """The codes of a list by their names, with the code where people know it; countries in
        the order of their names."""
        found = self.lists.all(codelist)
        if codelist == COUNTRIES:
            found = tuple(sorted(found, key=lambda code: sort_key(code.nombre)))
            return [{"label": code.nombre, "value": code.codigo} for code in found]
        return [
            {
                "label": code.nombre
                if WORD.fullmatch(code.codigo)
                else f"{code.codigo} · {code.nombre}",
                "value": code.codigo,
            }
            for code in found
        ]

    def records(self, kind: Kind) -> list[Value]:
        """The records of a kind by their titles; one that two share bears its id too."""
        records = in_reading_order(self.register.by_kind.get(kind.name, {}).values())
        titles = [record.title for record in records]
        return [
            {
                "label": record.title
                if titles.count(record.title) == 1
                else f"{record.title} ({record.id})",
                "value": record.id,
            }
            for record in records
        ]

    def all_in_files(self, kind: Kind) -> bool:
        """Whether every record of a kind is a file of its own, so that the browser itself can list
        them, new ones too; where there is none yet, whether an office would begin with files."""
        endings = self._endings(kind)
        return ".csv" not in endings and (bool(endings) or not about(kind).in_table)

    def some_in_files(self, kind: Kind) -> bool:
        """Whether a kind has records that are files, or would have."""
        return self.all_in_files(kind) or ".yml" in self._endings(kind)

    def _endings(self, kind: Kind) -> frozenset[str]:
        located = self.register.located
        return frozenset(item.path[-4:] for item in located if item.record.kind == kind.name)


def naming_field(kind: Kind) -> str:
    """The field by which people tell one record of a kind from another."""
    names = [shape.name for shape in in_order(kind.model) if shape.name != "id"]
    return kind.model.title_field if kind.model.title_field in names else names[0]
