"""Rules of identity: every record has one name, and every name leads to a record."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Problem, Severity
from bitacora.records.fields import leaves
from bitacora.records.institution import Dependencia, Entidad
from bitacora.records.kinds import BY_NAME
from bitacora.records.record import Registro
from bitacora.records.values import Ref
from bitacora.register import Register, references
from bitacora.spanish import nearest


def repeated_ids(register: Register) -> Iterator[Problem]:
    """Two records of one kind cannot share an id; both places are told."""
    for item in register.located:
        first = register.where(item.record)
        if first is item:
            continue
        place = item.place("id")
        yield Problem(
            place,
            item.record.id,
            "id",
            item.record.id,
            "identificador-repetido",
            Severity.ERROR,
            f"«{item.record.id}» ya está en {first.place().archivo}, línea {first.place().linea}.",
            "Cambie uno de los dos, o borre la fila repetida.",
        )


@rule("identificador-reservado", Severity.ERROR)
def reserved_ids(world: World) -> Iterator[Finding]:
    """No record takes the address of a page that the site makes by itself."""
    for record in (item.record for item in world.register.located):
        kind = BY_NAME[record.kind]
        if kind.has_pages and record.id in kind.reserved:
            yield Finding(
                record,
                ("id",),
                f"El sitio ya tiene una página en «{kind.folder}/{record.id}/».",
                f"Escriba otro identificador, por ejemplo «{kind.name}-{record.id}».",
            )


@rule("entidad-unica", Severity.ERROR)
def one_entity(world: World) -> Iterator[Finding]:
    """A site has exactly one publishing entity."""
    entities = world.register.all(Entidad)
    for extra in entities[1:]:
        yield Finding(extra, (), "Hay más de una entidad.", "Deje solo entidad.yml.")


@rule("entidad-en-borrador", Severity.ERROR)
def draft_entity(world: World) -> Iterator[Finding]:
    """The entity is never a draft: without it there is no site."""
    for entity in world.register.all(Entidad):
        if not entity.is_public:
            yield Finding(
                entity,
                ("estado_publicacion",),
                "La entidad está en borrador, y sin ella no hay sitio.",
                "Escriba «publicado».",
            )


@rule("referencia-rota", Severity.ERROR)
def dangling_references(world: World) -> Iterator[Finding]:
    """Every record that another names exists."""
    for item in world.register.located:
        for reference in references(item.record):
            if world.register.find(reference.kind, reference.target):
                continue
            if {(reference.kind, reference.target), (reference.kind, "")} & world.unread:
                continue  # It exists: its own errors are told where it stands.
            known = list(world.register.by_kind[reference.kind])
            near = nearest(reference.target, known)
            guess = f"¿Quiso decir «{near}»? " if near else ""
            kind = BY_NAME[reference.kind]
            yield Finding(
                item.record,
                reference.path,
                f"No hay {kind.singular} con el identificador «{reference.target}».",
                f"{guess}Corrija el identificador o cree la ficha en «{kind.folder}».",
            )


@rule("referencia-a-borrador", Severity.ERROR)
def references_to_drafts(world: World) -> Iterator[Finding]:
    """A published record cannot name a draft, for the reader would follow a broken link."""
    for item in world.register.located:
        if not item.record.is_public:
            continue
        for reference in references(item.record):
            target = world.register.find(reference.kind, reference.target)
            if target is not None and not target.is_public:
                yield Finding(
                    item.record,
                    reference.path,
                    f"«{reference.target}» es un borrador y no saldrá en el sitio.",
                    "Publíquelo, o deje también esta ficha en borrador.",
                )


@rule("ciclo", Severity.ERROR)
def cycles(world: World) -> Iterator[Finding]:
    """No unit hangs, directly or through others, from itself."""
    for unit in world.register.all(Dependencia):
        seen: list[str] = [unit.id]
        parent = world.register.get(Dependencia, unit.padre)
        while parent is not None and parent.id not in seen:
            seen.append(parent.id)
            parent = world.register.get(Dependencia, parent.padre)
        if parent is not None and parent.id == unit.id:
            yield Finding(
                unit,
                ("padre",),
                f"La dependencia termina colgando de sí misma: {' → '.join([*seen, unit.id])}.",
                "Corrija de qué dependencia hace parte una de ellas.",
            )


@rule("referencia-a-si-misma", Severity.ERROR)
def self_references(world: World) -> Iterator[Finding]:
    """No record names itself."""
    for item in world.register.located:
        for leaf in leaves(item.record):
            if _names_itself(item.record, leaf.value_type, leaf.value):
                yield Finding(
                    item.record,
                    leaf.path,
                    "La ficha se nombra a sí misma.",
                    "Quite esa referencia.",
                )


def _names_itself(record: Registro, kind: object, value: object) -> bool:
    return isinstance(kind, Ref) and kind.kind == record.kind and value == record.id


RULES = (
    reserved_ids,
    one_entity,
    draft_entity,
    dangling_references,
    references_to_drafts,
    cycles,
    self_references,
)
