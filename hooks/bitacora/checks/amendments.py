"""Rules of what a report mends: which record, which value, when."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.kinds import BY_NAME
from bitacora.records.reports import Enmienda, Informe
from bitacora.spanish import nearest


def _amendments(world: World) -> Iterator[tuple[Informe, int, Enmienda]]:
    for item in world.register.all(Informe):
        for index, amendment in enumerate(item.correcciones):
            yield item, index, amendment


@rule("enmienda-de-que", Severity.ERROR)
def of_an_unknown_record(world: World) -> Iterator[Finding]:
    """What a report mends is a record that exists, named «clase:id»."""
    for item, index, amendment in _amendments(world):
        kind, _, record_id = amendment.registro.partition(":")
        path = ("correcciones", index, "registro")
        if not record_id or kind not in BY_NAME:
            yield Finding(
                item,
                path,
                "No se entiende qué ficha o fila se corrige.",
                "Escriba su clase, dos puntos y su identificador: «indicador:» y el del indicador.",
            )
        elif not world.register.find(kind, record_id) and not (
            {(kind, record_id), (kind, "")} & world.unread
        ):
            near = nearest(record_id, world.register.by_kind[kind])
            guess = f"¿Quiso decir «{kind}:{near}»? " if near else ""
            yield Finding(
                item,
                path,
                f"No hay {BY_NAME[kind].singular} con el identificador «{record_id}».",
                f"{guess}Corrija el identificador.",
            )


@rule("enmienda-sin-cambio", Severity.ERROR)
def nothing_changed(world: World) -> Iterator[Finding]:
    """The value that was published differs from the one that holds today."""
    for item, index, amendment in _amendments(world):
        if amendment.valor_publicado == amendment.valor_corregido:
            yield Finding(
                item,
                ("correcciones", index, "valor_corregido"),
                "El valor corregido es igual al publicado.",
                "Escriba el valor que vale hoy, o borre esta corrección.",
            )


@rule("enmienda-futura", Severity.AVISO)
def noticed_in_the_future(world: World) -> Iterator[Finding]:
    """An amendment was noticed on a day that has come."""
    for item, index, amendment in _amendments(world):
        if amendment.fecha > world.as_of:
            yield Finding(
                item,
                ("correcciones", index, "fecha"),
                f"La fecha ({amendment.fecha}) no ha llegado.",
                "Escriba el día en que se advirtió el cambio.",
            )


RULES = (of_an_unknown_record, nothing_changed, noticed_in_the_future)
