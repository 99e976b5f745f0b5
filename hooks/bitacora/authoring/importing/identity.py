"""Which record a row speaks of: one of the data, by its id or by its names, or a new one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bitacora.authoring.importing.drafts import Draft
from bitacora.authoring.importing.names import Names
from bitacora.authoring.importing.outcomes import Refusal
from bitacora.authoring.importing.values import written
from bitacora.records.documents import Retiro
from bitacora.records.kinds import BY_FOLDER, Kind
from bitacora.records.record import Registro
from bitacora.register import Register
from bitacora.spanish import plain

TELLING = {
    "recurso": ("aportante", "tipo_flujo", "fecha"),
    "evento": ("fecha_inicio",),
    "oportunidad": ("cierre",),
    "documento": ("fecha",),
    "hermanamiento": ("tipo_instrumento", "pais"),
}
"""What, besides its name, tells one record of a kind from another."""
APART = {"recurso": TELLING["recurso"]}
"""Kinds in which a record of the same name that differs in one of these is another record."""
YEARLY = {"evento": "fecha_inicio", "oportunidad": "cierre"}
"""Kinds in which what has the same name comes back every year, with the date that tells it."""
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Known:
    """The records of the data, and those that the same import makes."""

    register: Register
    names: Names
    made: dict[tuple[str, str], Registro] = field(default_factory=dict)

    def get(self, kind: str, record_id: str) -> Registro | None:
        """A record by its id; as the import leaves it, if it touches it."""
        return self.made.get((kind, record_id)) or self.register.find(kind, record_id)

    def add(self, record: Registro) -> None:
        """Make known a record that the import makes."""
        self.made[(record.kind, record.id)] = record
        self.names.add(record)


def identified(draft: Draft, known: Known) -> str | Refusal:
    """The id of the record of a row: an old one or a new one; a refusal where it may be two."""
    kind = BY_FOLDER[draft.folder]
    if kind.derived_id:
        version = draft.one("version") or "1"
        return f"{draft.one('indicador')}-{draft.one('periodo').lower()}-{version}"
    given = draft.one("id")
    if given:
        return _given(draft, kind, given, known)
    name = title_of(draft, kind)
    if not name and kind.model.title_field not in draft.cells:
        return draft.lacking(kind.model.title_field, "Sin ella no se sabe de qué ficha se trata.")
    if not name:
        return draft.refused(
            kind.model.title_field,
            f"La fila no dice el nombre («{kind.model.title_field}»).",
            "Escríbalo, o borre la fila.",
        )
    return _named(draft, kind, name, known)


def title_of(draft: Draft, kind: Kind) -> str:
    """What a row calls its record."""
    return draft.one(kind.model.title_field) or draft.one("ciudad") * (kind.name == "hermanamiento")


def _given(draft: Draft, kind: Kind, given: str, known: Known) -> str | Refusal:
    if known.get(kind.name, given) is not None:
        return given
    name = title_of(draft, kind)
    same = [one for one in known.names.of(kind.name, name) if _agrees(draft, one, kind, known)]
    if name and same:
        return draft.refused(
            "id",
            f"No hay ficha «{given}», y ya hay una que se llama así: "
            f"{known.names.told(kind.name, same)}.",
            "Si es la misma, escriba su identificador o borre la celda; si es otra, distinga los "
            "nombres.",
        )
    return given


def _named(draft: Draft, kind: Kind, name: str, known: Known) -> str | Refusal:
    found = _candidates(draft, kind, name, known)
    fitting = [one for one in found if _agrees(draft, one, kind, known)]
    if len(fitting) == 1:
        return fitting[0]
    if len(fitting) > 1:
        return _which(draft, kind, fitting, known, "Hay más de una ficha que se llama así")
    if found and not all(_is_another(draft, one, kind, known) for one in found):
        told = "; ".join(_difference(draft, one, kind, known) for one in found)
        return _which(draft, kind, found, known, f"Ya hay una ficha que se llama así y {told}")
    names = known.names
    near = () if found else names.like(kind.name, name) or names.within(kind.name, name)
    near = tuple(one for one in near if not _is_another(draft, one, kind, known))
    if near:
        return _which(draft, kind, near, known, "Hay una ficha que se llama casi igual")
    return _new_id(draft, kind, name, known)


def _candidates(draft: Draft, kind: Kind, name: str, known: Known) -> tuple[str, ...]:
    for spelling in (name, draft.one("sigla"), draft.one("ciudad"), draft.one("texto_original")):
        if spelling and (found := known.names.of(kind.name, spelling)):
            return found
    return ()


def _agrees(draft: Draft, record_id: str, kind: Kind, known: Known) -> bool:
    record = known.get(kind.name, record_id)
    return record is not None and not list(_differences(draft, record, kind))


def _differences(draft: Draft, record: Registro, kind: Kind) -> Iterator[str]:
    for name in TELLING.get(kind.name, ()):
        said = draft.texts.get(name)
        if said is not None and said != written(getattr(record, name)):
            yield name


def _is_another(draft: Draft, record_id: str, kind: Kind, known: Known) -> bool:
    """Whether what differs makes it plainly another record."""
    record = known.get(kind.name, record_id)
    if record is None:
        return True
    different = set(_differences(draft, record, kind))
    if different & set(APART.get(kind.name, ())):
        return True
    date = YEARLY.get(kind.name)
    return bool(date) and draft.one(str(date))[:4] not in (
        "",
        str(written(getattr(record, str(date))))[:4],
    )


def _difference(draft: Draft, record_id: str, kind: Kind, known: Known) -> str:
    record = known.get(kind.name, record_id)
    assert record is not None
    parts = [
        f"tiene {name} «{written(getattr(record, name))}» (la hoja dice «{draft.one(name)}»)"
        for name in _differences(draft, record, kind)
    ]
    return f"«{record_id}» {' y '.join(parts)}"


def _which(
    draft: Draft, kind: Kind, ids: tuple[str, ...] | list[str], known: Known, why: str
) -> Refusal:
    return draft.refused(
        kind.model.title_field,
        f"{why}: {known.names.told(kind.name, ids)}.",
        "Añada una columna «id»: si es la misma ficha, escriba en ella su identificador; si es "
        f"otra, uno nuevo, por ejemplo «{_new_id(draft, kind, title_of(draft, kind), known)}».",
    )


def _new_id(draft: Draft, kind: Kind, name: str, known: Known) -> str:
    base = slug(name)
    kinds = [draft.one(one) for one in ("tipo_flujo", "tipo_instrumento")]
    endings = ["", *(f"-{slug(one)}" for one in kinds if one)]
    dates = [draft.one(one)[:4] for one in ("fecha_inicio", "cierre", "fecha", "firmado")]
    endings += [f"-{year}" for year in dates if year]
    endings += [f"-{number}" for number in range(2, 1000)]
    taken = {it.ficha for it in known.register.all(Retiro) if it.tipo == kind.name}
    taken |= kind.reserved
    for ending in endings:
        made = f"{base}{ending}".strip("-")
        if made not in taken and known.get(kind.name, made) is None:
            return made
    return base


def slug(name: str) -> str:
    """A name as an id: small letters without accents joined by hyphens, not too long."""
    made = re.sub(r"[^a-z0-9]+", "-", plain(name).replace("ñ", "n")).strip("-")
    if len(made) > LONGEST:
        made = made[: LONGEST + 1].rpartition("-")[0] or made[:LONGEST]
    return made or "ficha"


def texts_without_renaming(draft: Draft, kind: Kind, record: Registro) -> Mapping[str, object]:
    """What a row says of a record, without what it says as the data do already; one that it does
    not name by its id keeps its name."""
    kept = set() if draft.one("id") or kind.derived_id else {kind.model.title_field}
    kept |= {name for name in draft.texts if _says_the_same(draft, name, getattr(record, name))}
    return {name: text for name, text in draft.texts.items() if name not in kept}


def _says_the_same(draft: Draft, name: str, value: object) -> bool:
    """Whether a cell shows a list of the data as it is, however its items are parted: one of them
    may hold the sign that parts others."""
    items, cell = written(value), draft.cells.get(name)
    if cell is None or not isinstance(items, list):
        return False
    return cell.text in {sign.join(map(str, items)) for sign in ("|", " | ", "; ", ";", ", ", "\n")}
