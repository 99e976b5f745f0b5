"""From a row to its record: matched with the data, completed, checked by its model, compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from pydantic import ValidationError

from bitacora.authoring.importing.drafts import Draft
from bitacora.authoring.importing.identity import Known, identified, texts_without_renaming
from bitacora.authoring.importing.outcomes import Refusal
from bitacora.authoring.importing.taken_for_granted import (
    Defaults,
    completed,
    in_media_types,
)
from bitacora.authoring.importing.values import Written, fields_of, written
from bitacora.problems import Place, Problem
from bitacora.quarters import Period
from bitacora.reading.faults import problems_of
from bitacora.reading.records import Located
from bitacora.records.fieldtypes import NumberFormat, ReadingContext
from bitacora.records.indicators import Avance
from bitacora.records.kinds import BY_FOLDER, Kind
from bitacora.records.record import Registro
from bitacora.sources import Mapping as Entry
from bitacora.sources import Sequence, Text


class Status(StrEnum):
    """What comes of a row; the values are the words that people read."""

    NEW = "nueva"
    CHANGED = "cambiada"
    SAME = "igual"
    REPEATED = "repetida"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A row with its record: as it will be, where it is written today (None if it is new), the
    fields that change with their texts (None takes one away), the fields that the sheet leaves
    empty and the data keep."""

    draft: Draft
    kind: Kind
    record: Registro
    status: Status
    existing: Located | None = None
    changes: Mapping[str, Written] | None = None
    kept: tuple[str, ...] = ()
    renamed: str = ""

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.record.id


@dataclass(frozen=True, slots=True)
class Resolver:
    """What matching and completing rows needs: the records, how they are read, what goes without
    saying, the closed quarters."""

    known: Known
    context: ReadingContext
    defaults: Defaults
    closed: frozenset[str]
    rows: dict[tuple[str, str], Resolved]

    @property
    def as_of(self) -> date:
        """The date of the import."""
        return self.defaults.as_of

    def resolve(self, draft: Draft) -> Resolved | tuple[Refusal, ...]:
        """The row with its record, or everything that is wrong with it."""
        kind = BY_FOLDER[draft.folder]
        draft = in_media_types(draft) if kind.name == "documento" else draft
        record_id = identified(draft, self.known)
        if isinstance(record_id, Refusal):
            return (record_id,)
        old = self.known.register.find(kind.name, record_id)
        found = self._old(draft, kind, old) if old else self._new(draft, kind, record_id)
        if not isinstance(found, Resolved):
            return found
        twin = self.rows.get((kind.name, found.id))
        if twin is not None:
            return self._repeated(found, twin)
        self.rows[(kind.name, found.id)] = found
        self.known.add(found.record)
        return found

    def _new(self, draft: Draft, kind: Kind, record_id: str) -> Resolved | tuple[Refusal, ...]:
        whole = completed(draft, kind, self.defaults)
        if isinstance(whole, Refusal):
            return (whole,)
        read = self._read(whole, kind, record_id, {})
        if isinstance(read, tuple):
            return read
        return Resolved(whole, kind, read, Status.NEW, changes=fields_of(read))

    def _old(self, draft: Draft, kind: Kind, old: Registro) -> Resolved | tuple[Refusal, ...]:
        texts = texts_without_renaming(draft, kind, old)
        said = replace(draft, texts={n: t for n, t in draft.texts.items() if n in texts})
        said = self._reported(said, old)
        read = self._read(said, kind, old.id, fields_of(old))
        if isinstance(read, tuple):
            return read
        changed = dict(self._changes(said, old, read))
        if changed and "actualizado" not in said.texts:
            today = self.as_of.isoformat()
            said = said.saying("actualizado", today, "la fecha de esta importación")
            read = read.model_copy(update={"actualizado": self.as_of})
            changed["actualizado"] = today
        located = self.known.register.where(old)
        kept = tuple(sorted(it for it in draft.empty if written(getattr(old, it))))
        if changed and (refused := self._closed(said, old)):
            return (refused,)
        status = Status.CHANGED if changed else Status.SAME
        name = kind.model.title_field
        renamed = draft.one(name) if name in draft.texts and name not in texts else ""
        shown = "" if renamed == getattr(old, name, "") else renamed
        return Resolved(said, kind, read, status, located, changed, kept, shown)

    def _reported(self, draft: Draft, old: Registro) -> Draft:
        """A value where there was none makes a reported row of one that had no datum."""
        silent = isinstance(old, Avance) and old.valor is None
        if silent and "valor" in draft.texts and "estado_dato" not in draft.texts:
            return draft.saying("estado_dato", "reportado", "la fila trae un valor")
        return draft

    def _changes(self, draft: Draft, old: Registro, new: Registro) -> Iterator[tuple[str, Written]]:
        for name in (*draft.texts, *sorted(draft.erased)):
            if name in draft.assumed and isinstance(old, Avance) and name != "estado_dato":
                continue
            now = getattr(new, name)
            if name != "id" and now != getattr(old, name):
                yield name, written(now) or None

    def _closed(self, draft: Draft, old: Registro) -> Refusal | None:
        if not isinstance(old, Avance) or not self.closed:
            return None
        quarter = old.periodo.quarter
        later = [one for one in map(Period.parse, sorted(self.closed)) if one >= quarter]
        if not later:
            return None
        rows = self.known.register.all(Avance)
        same = (row for row in rows if (row.indicador, row.periodo) == (old.indicador, old.periodo))
        version = max(row.version for row in same) + 1
        named = "valor" if "valor" in draft.texts else "indicador"
        return draft.refused(
            named,
            f"El dato de «{old.indicador}» en {old.periodo} ya salió en el informe cerrado "
            f"{later[0]}, y lo publicado no se cambia.",
            f"Si el dato era otro, es una corrección: escriba {version} en la columna «version» y "
            "el motivo en «motivo_correccion», e importe de nuevo; después corra "
            f"python scripts/cerrar.py {later[0]}.",
        )

    def _read(
        self, draft: Draft, kind: Kind, record_id: str, base: Mapping[str, Written]
    ) -> Registro | tuple[Refusal, ...]:
        """The record that the model makes of the base with what the row says on top."""
        said = {name: _nodes(text, draft, name) for name, text in draft.texts.items()}
        kept = {name: text for name, text in base.items() if name not in draft.erased}
        values = {**kept, **{name: _values(node) for name, node in said.items()}, "id": record_id}
        context = replace(self.context, numbers=NumberFormat("."))
        try:
            return kind.model.model_validate(values, context=context)
        except ValidationError as error:
            entry = Entry(
                Place(draft.sheet, draft.row),
                tuple((Text(name, node.place), node) for name, node in said.items()),
            )
            problems = problems_of(error, entry, kind.model, record_id)
            return tuple(_told(one, draft, kind) for one in problems)

    def _repeated(self, found: Resolved, twin: Resolved) -> Resolved | tuple[Refusal, ...]:
        if fields_of(found.record) == fields_of(twin.record):
            return replace(found, status=Status.REPEATED, changes={})
        different = [
            name
            for name in type(found.record).model_fields
            if getattr(found.record, name) != getattr(twin.record, name)
        ]
        name = next((one for one in different if one in found.draft.cells), different[0])
        return (
            found.draft.refused(
                name,
                f"La fila {found.draft.row} y la fila {twin.draft.row} de la hoja "
                f"«{twin.draft.sheet}» son de la misma ficha («{found.id}») y no dicen lo mismo en "
                f"«{name}».",
                "Deje una sola, o escoja una hoja con --hoja.",
            ),
        )


def _nodes(text: str | tuple[str, ...], draft: Draft, name: str) -> Text | Sequence:
    cell = draft.cells.get(name)
    place = Place(draft.sheet, draft.row, cell.column if cell else 1)
    if isinstance(text, str):
        return Text(text, place)
    return Sequence(place, tuple(Text(part, place) for part in text))


def _values(node: Text | Sequence) -> object:
    return list(node.items) if isinstance(node, Sequence) else node


def _told(problem: Problem, draft: Draft, kind: Kind) -> Refusal:
    """A fault of the model at its cell; at the table where it has no column for it."""
    name = problem.campo.split(".")[0]
    if problem.regla == "campo-falta" and name not in draft.cells:
        field = kind.model.model_fields.get(name)
        return draft.lacking(name, (field.description or "") if field else "")
    return draft.refused(name, problem.mensaje, problem.remedio)
