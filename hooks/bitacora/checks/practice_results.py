"""Rules of what practices achieved: their measurements, their transfers."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.practices import BuenaPractica
from bitacora.tallies.practice_results import is_measured

OWN = "propia"


@rule("practica-medicion-invertida", Severity.ERROR)
def measured_backwards(world: World) -> Iterator[Finding]:
    """The value after is not older than the value before."""
    for item in world.register.all(BuenaPractica):
        for index, measured in enumerate(item.mediciones):
            before, after = measured.antes_fecha, measured.despues_fecha
            if before and after and after.last < before.first:
                yield Finding(
                    item,
                    ("mediciones", index, "despues_fecha"),
                    f"El valor de después ({after}) es anterior al de antes ({before}).",
                    "Revise las dos fechas; quizá quedaron cambiadas.",
                )


@rule("practica-medicion-vacia", Severity.AVISO)
def measured_nothing(world: World) -> Iterator[Finding]:
    """A measurement knows at least one of its two values."""
    for item in world.register.all(BuenaPractica):
        for index, measured in enumerate(item.mediciones):
            if known(measured.antes) is None and known(measured.despues) is None:
                yield Finding(
                    item,
                    ("mediciones", index, "antes"),
                    f"De «{measured.que}» no se conoce el valor de antes ni el de después.",
                    "Escriba el que conozca; si no conoce ninguno, quite la medición.",
                )


@rule("practica-ofrecida-sin-medir", Severity.MEJORA)
def offered_without_results(world: World) -> Iterator[Finding]:
    """A practice that is offered shows what changed with it."""
    for item in _own(world):
        if item.is_offered and not is_measured(item):
            yield Finding(
                item,
                ("disponible_para_transferir",),
                "La práctica se ofrece a otros gobiernos y no dice qué cambió con ella.",
                "Añada en «mediciones» un resultado con su valor de antes, el de después y la "
                "fuente.",
            )


@rule("practica-resultado-sin-medir", Severity.MEJORA)
def told_without_results(world: World) -> Iterator[Finding]:
    """What a practice achieved is measured, besides being told."""
    for item in _own(world):
        if known(item.resultados) and not is_measured(item) and not item.is_offered:
            yield Finding(
                item,
                ("resultados",),
                "La práctica cuenta lo que logró y no trae ningún resultado medido antes y "
                "después.",
                "Pase a «mediciones» las cifras que ya están en el texto, con su fuente.",
            )


@rule("practica-transferida-antes", Severity.AVISO)
def transferred_before_it_began(world: World) -> Iterator[Finding]:
    """A practice is passed on after it began."""
    for item in world.register.all(BuenaPractica):
        start = known(item.inicio)
        for index, step in enumerate(item.transferencias):
            if start and step.fecha.last < start.first:
                yield Finding(
                    item,
                    ("transferencias", index, "fecha"),
                    f"La práctica se transfirió ({step.fecha}) antes de empezar ({start}).",
                    "Revise las dos fechas.",
                )


@rule("practica-incorporada-futura", Severity.ERROR)
def entered_in_the_future(world: World) -> Iterator[Finding]:
    """No practice enters the catalogue after the date of the edition."""
    for item in world.register.all(BuenaPractica):
        if item.incorporada and item.incorporada.first > world.as_of:
            yield Finding(
                item,
                ("incorporada",),
                f"La práctica entró al catálogo en una fecha que no ha llegado "
                f"({item.incorporada}).",
                "Corrija la fecha, o deje vacío el campo hasta que entre.",
            )


def _own(world: World) -> Iterator[BuenaPractica]:
    return (item for item in world.register.all(BuenaPractica) if item.origen == OWN)


RULES = (
    measured_backwards,
    measured_nothing,
    offered_without_results,
    told_without_results,
    transferred_before_it_began,
    entered_in_the_future,
)
