"""Rules of the notes of withdrawal."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.documents import Retiro
from bitacora.records.kinds import BY_NAME, KINDS
from bitacora.spanish import nearest


@rule("retiro-de-que", Severity.ERROR)
def unknown_kind(world: World) -> Iterator[Finding]:
    """A note of withdrawal says of what kind the record was."""
    for item in world.register.all(Retiro):
        if item.tipo not in BY_NAME:
            names = [kind.name for kind in KINDS]
            near = nearest(item.tipo, names)
            guess = f"¿Quiso decir «{near}»?" if near else ""
            yield Finding(
                item,
                ("tipo",),
                "No hay fichas de esa clase.",
                guess or f"Las clases son: {', '.join(names)}.",
            )


@rule("retiro-de-ficha-viva", Severity.ERROR)
def still_there(world: World) -> Iterator[Finding]:
    """A withdrawn record is no longer among the data, for both would share one address."""
    for item in world.register.all(Retiro):
        if item.tipo in BY_NAME and world.register.find(item.tipo, item.ficha):
            yield Finding(
                item,
                ("ficha",),
                f"La ficha «{item.ficha}» sigue en los datos.",
                "Borre la ficha, o borre esta nota si no se retiró.",
            )


@rule("retiro-sin-reemplazo", Severity.ERROR)
def replacement_missing(world: World) -> Iterator[Finding]:
    """The record that replaces a withdrawn one exists, and is another."""
    for item in world.register.all(Retiro):
        if not item.reemplazo or item.tipo not in BY_NAME:
            continue
        if {(item.tipo, item.reemplazo), (item.tipo, "")} & world.unread:
            continue  # It exists: its own errors are told where it stands.
        target = world.register.find(item.tipo, item.reemplazo)
        if target is None or not target.is_public:
            yield Finding(
                item,
                ("reemplazo",),
                f"No hay una ficha publicada de esa clase llamada «{item.reemplazo}».",
                "Corrija el identificador, o deje el campo vacío.",
            )


@rule("retiro-repetido", Severity.ERROR)
def withdrawn_twice(world: World) -> Iterator[Finding]:
    """A record is withdrawn once."""
    first: dict[tuple[str, str], Retiro] = {}
    for item in world.register.all(Retiro):
        other = first.setdefault((item.tipo, item.ficha), item)
        if other is not item:
            yield Finding(
                item,
                ("ficha",),
                f"La ficha «{item.ficha}» ya tiene una nota de retiro, «{other.id}».",
                "Deje una sola nota.",
            )


RULES = (unknown_kind, still_there, replacement_missing, withdrawn_twice)
