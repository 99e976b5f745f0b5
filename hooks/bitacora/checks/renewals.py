"""Rules of the renewals of an instrument: after the signature, in order, towards a later end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.relations import Hermanamiento

PLACE = "renovaciones"


@rule("renovacion-antes-de-la-firma", Severity.ERROR)
def renewed_before_signed(world: World) -> Iterator[Finding]:
    """An instrument is renewed after it was signed."""
    for item in world.register.all(Hermanamiento):
        for index, renewal in enumerate(item.renovaciones):
            if item.firmado and renewal.fecha.last < item.firmado.first:
                yield Finding(
                    item,
                    (PLACE, index, "fecha"),
                    f"La renovación ({renewal.fecha}) es anterior a la firma ({item.firmado}).",
                    "Revise las dos fechas; quizá quedaron cambiadas.",
                )


@rule("renovacion-vence-antes", Severity.ERROR)
def ends_before_renewed(world: World) -> Iterator[Finding]:
    """The end that a renewal sets comes after the renewal."""
    for item in world.register.all(Hermanamiento):
        for index, renewal in enumerate(item.renovaciones):
            if renewal.vence and renewal.vence.last < renewal.fecha.first:
                yield Finding(
                    item,
                    (PLACE, index, "vence"),
                    f"El nuevo vencimiento ({renewal.vence}) es anterior a la renovación "
                    f"({renewal.fecha}).",
                    "Revise las dos fechas; si quedó sin término, deje «vence» vacía.",
                )


@rule("renovacion-en-desorden", Severity.AVISO)
def renewals_out_of_order(world: World) -> Iterator[Finding]:
    """Renewals are written from the first to the last."""
    for item in world.register.all(Hermanamiento):
        for index, (before, after) in enumerate(pairwise(item.renovaciones), 1):
            if after.fecha.last < before.fecha.first:
                yield Finding(
                    item,
                    (PLACE, index, "fecha"),
                    f"La renovación ({after.fecha}) es anterior a la que va antes "
                    f"({before.fecha}).",
                    "Escríbalas de la más antigua a la más reciente.",
                )


RULES = (renewed_before_signed, ends_before_renewed, renewals_out_of_order)
