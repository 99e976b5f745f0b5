"""Records found by the names that people use instead of their ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bitacora.authoring.importing.likeness import likeness
from bitacora.authoring.importing.outcomes import Bad, Change, Good, Group, Outcome
from bitacora.checks.names import bare
from bitacora.records.record import Registro
from bitacora.register import Register, kind_named
from bitacora.spanish import plain

NAMING = ("codigo", "sigla", "nombre_corto", "texto_original", "ciudad", "correo")
"""Fields that may name a record besides its title and its aliases."""
BAR = " · "
_SHORT = {
    "sec": "secretaria",
    "sria": "secretaria",
    "secr": "secretaria",
    "srio": "secretaria",
    "dir": "direccion",
    "dpto": "departamento",
    "depto": "departamento",
    "of": "oficina",
    "ofic": "oficina",
    "subsec": "subsecretaria",
    "int": "internacional",
    "mpal": "municipal",
    "univ": "universidad",
    "fund": "fundacion",
    "min": "ministerio",
    "rel": "relaciones",
}
_SMALL = frozenset(
    ["a", "al", "de", "del", "e", "el", "en", "la", "las", "lo", "los", "para", "por", "y"]
)
ALIKE = 0.9


def words_of(name: str) -> str:
    """A name with accents, case, signs, small words and abbreviations put aside."""
    words = re.findall(r"\w+", plain(name))
    return " ".join(_SHORT.get(word, word) for word in words if word not in _SMALL)


class Names:
    """The records of a site by every name that they have."""

    def __init__(self, register: Register) -> None:
        self._ids: dict[str, dict[str, set[str]]] = {}
        self._titles: dict[tuple[str, str], str] = {}
        for item in register.located:
            self.add(item.record)

    def add(self, record: Registro) -> None:
        """Make a record known: one that the same import brings, too."""
        self._titles[(record.kind, record.id)] = record.title
        known = self._ids.setdefault(record.kind, {})
        for name in {record.id, record.title, *_others(record)}:
            for spelling in {plain(name), words_of(name), bare(name)}:
                known.setdefault(spelling, set()).add(record.id)

    def has(self, kind: str, record_id: str) -> bool:
        """Whether there is a record with this very id."""
        return (kind, record_id) in self._titles

    def of(self, kind: str, name: str) -> tuple[str, ...]:
        """The ids of the records of a kind with this name, in order."""
        if self.has(kind, name):
            return (name,)
        known = self._ids.get(kind, {})
        for spelling in (plain(name), words_of(name), bare(name)):
            if spelling and spelling in known:
                return tuple(sorted(known[spelling]))
        return ()

    def within(self, kind: str, name: str) -> tuple[str, ...]:
        """The record that a part of a name is: «Agencia de Cooperación (AN)», «AN – Agencia»."""
        parts = [part.strip() for part in re.split(r"[()]|\s[-–—]\s", name) if part.strip()]
        found = {one for part in parts for one in self.of(kind, part)} if len(parts) > 1 else set()
        return tuple(sorted(found))

    def like(self, kind: str, name: str, least: float = ALIKE) -> tuple[str, ...]:
        """The ids of the records of a kind with the names that are most like this one."""
        wanted, figures = words_of(name), re.findall("[0-9]+", name)
        scores: dict[str, float] = {}
        for spelling, ids in self._ids.get(kind, {}).items():
            # «Acta 1» and «Acta 2» are two things, however alike.
            same = re.findall("[0-9]+", spelling) == figures
            if same and (ratio := likeness(wanted, spelling, least)):
                for record_id in ids:
                    scores[record_id] = max(scores.get(record_id, 0), ratio)
        return tuple(sorted(scores, key=lambda it: (-scores[it], it))[:3])

    def title(self, kind: str, record_id: str) -> str:
        """How people call a record."""
        return self._titles.get((kind, record_id), record_id)

    def told(self, kind: str, ids: Iterable[str]) -> str:
        """Some records for people to choose from: «Secretaría de Salud» (salud)."""
        return " o ".join(f"«{self.title(kind, one)}» ({one})" for one in ids)

    def read(self, kind: str, text: str) -> Outcome:
        """The id of the record that a cell names."""
        name = text.split(BAR)[0].strip() if BAR in text else text
        words = kind_named(kind)
        found = self.of(kind, name) or self.of(kind, text) or self.within(kind, text)
        if len(found) == 1:
            changes = () if found[0] == text else (Change(Group.RECORD, text, found[0]),)
            return Good(found[0], changes)
        if found:
            return Bad(
                f"Hay más de una ficha de {words.plural} que se llama «{text}».",
                f"Escriba en la celda el identificador: {self.told(kind, found)}.",
            )
        near = self.like(kind, name, 0.6)
        guess = f"¿Quiso decir {self.told(kind, near)}? " if near else ""
        return Bad(
            f"No hay {words.singular} que se llame «{text}».",
            f"{guess}Escriba el nombre como está en el sitio, o su identificador; si no existe, "
            f"créela primero en {words.plural}.",
        )


def _others(record: Registro) -> Iterator[str]:
    for name in NAMING:
        value = getattr(record, name, None)
        if (
            isinstance(value, str)
            and value
            and (name != "ciudad" or record.kind == "hermanamiento")
        ):
            yield value
    yield from getattr(record, "alias", ())
