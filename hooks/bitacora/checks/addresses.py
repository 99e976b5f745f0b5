"""Rules of the addresses that moved."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.documents import Direccion
from bitacora.records.kinds import BY_FOLDER
from bitacora.spanish import nearest
from bitacora.tallies.site_addresses import (
    OWN_FOLDERS,
    folder_of,
    living_addresses,
    taken_addresses,
)


@rule("direccion-sin-destino", Severity.ERROR)
def leads_nowhere(world: World) -> Iterator[Finding]:
    """A moved address leads to a page that is there."""
    living = living_addresses(world.register)
    moved = {item.antes for item in world.register.all(Direccion)}
    for item in world.register.all(Direccion):
        own = folder_of(item.ahora) in OWN_FOLDERS
        if item.ahora in living | moved or own or _unread(world, item.ahora):
            continue
        near = nearest(item.ahora, sorted(living))
        guess = f"¿Quiso decir «{near}»? " if near else ""
        yield Finding(
            item,
            ("ahora",),
            "En el sitio no hay ninguna página con esa dirección.",
            f"{guess}Abra la página en el navegador y copie lo que sigue al nombre del sitio.",
        )


def _unread(world: World, address: str) -> bool:
    """Whether the record of an address exists with errors of its own, told where it stands."""
    folder, _, name = address.rstrip("/").partition("/")
    kind = BY_FOLDER.get(folder)
    return kind is not None and bool({(kind.name, name), (kind.name, "")} & world.unread)


@rule("direccion-en-cadena", Severity.ERROR)
def moved_again(world: World) -> Iterator[Finding]:
    """No moved address leads to another that moved too: readers would be sent on and on."""
    moved = {item.antes: item.ahora for item in world.register.all(Direccion)}
    for item in world.register.all(Direccion):
        onwards = moved.get(item.ahora)
        if onwards is not None:
            yield Finding(
                item,
                ("ahora",),
                f"Esa página también se mudó, a «{onwards}».",
                "Escriba la dirección donde la página está hoy.",
            )


@rule("direccion-ocupada", Severity.ERROR)
def still_in_use(world: World) -> Iterator[Finding]:
    """Nothing else lives at an address that moved."""
    taken = taken_addresses(world.register)
    for item in world.register.all(Direccion):
        if item.antes in taken or folder_of(item.antes) in OWN_FOLDERS:
            yield Finding(
                item,
                ("antes",),
                "En esa dirección ya hay una página del sitio, o es una carpeta suya.",
                "Si la página no se ha mudado, borre esta fila. Si su ficha se retiró, basta con "
                "la nota de retiro.",
            )


@rule("direccion-repetida", Severity.ERROR)
def moved_twice(world: World) -> Iterator[Finding]:
    """An address moved to one place only."""
    first: dict[str, Direccion] = {}
    for item in world.register.all(Direccion):
        other = first.setdefault(item.antes, item)
        if other is not item:
            yield Finding(
                item,
                ("antes",),
                f"Esa dirección ya está en la fila «{other.id}».",
                "Deje una sola fila, con la dirección donde la página está hoy.",
            )


RULES = (leads_nowhere, moved_again, still_in_use, moved_twice)
