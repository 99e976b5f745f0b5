"""Rules of the totals that a source declares."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.documents import Conteo
from bitacora.records.kinds import KINDS
from bitacora.spanish import count_of, nearest, number
from bitacora.tallies.declared import rows_counted, table_named


@rule("conteo-no-cuadra", Severity.AVISO)
def total_differs(world: World) -> Iterator[Finding]:
    """A declared total agrees with the rows; if not, both are published."""
    for item in world.register.all(Conteo):
        kind, computed = table_named(item.tabla), rows_counted(world.register, item)
        if kind is not None and any(unread == kind.name for unread, _ in world.unread):
            continue  # A row with errors of its own is not counted yet.
        if kind is not None and computed is not None and computed != item.declarado:
            here = count_of(computed, kind.singular, kind.plural)
            yield Finding(
                item,
                ("declarado",),
                f"La fuente declara {number(item.declarado)} y en los datos hay {here}. "
                "El sitio muestra los dos números.",
                "Compruebe si falta o sobra alguna fila; no invente las que nadie lista.",
            )


@rule("conteo-tabla-desconocida", Severity.AVISO)
def unknown_table(world: World) -> Iterator[Finding]:
    """A declared total names one of the tables, so that it can be compared."""
    for item in world.register.all(Conteo):
        if table_named(item.tabla) is None:
            folders = [kind.folder for kind in KINDS]
            near = nearest(item.tabla, folders)
            guess = f"¿Quiso decir «{near}»?" if near else ""
            yield Finding(
                item,
                ("tabla",),
                "No hay una tabla con ese nombre, así que el total no se puede comparar.",
                guess or f"Las tablas son: {', '.join(folders)}.",
            )


RULES = (total_differs, unknown_table)
