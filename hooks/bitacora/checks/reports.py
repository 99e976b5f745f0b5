"""Rules of the life of a report: its quarter, its dates, its state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.quarters import Period, PeriodKind
from bitacora.records.reports import Informe

NOTICE = timedelta(days=28)
"""How long ahead a report is announced."""
OPEN_FOR = timedelta(days=90)
"""How long the figures of a published report may stay preliminary."""
DRAFT, OPEN = "borrador", "preliminar"
Fault = tuple[tuple[str | int, ...], str, str]


@rule("informe-periodo", Severity.ERROR)
def not_a_quarter(world: World) -> Iterator[Finding]:
    """The period of a report is a quarter."""
    for item in world.register.all(Informe):
        if item.periodo.kind is not PeriodKind.TRIMESTRAL:
            yield Finding(
                item,
                ("periodo",),
                f"El periodo «{item.periodo}» no es un trimestre.",
                f"Escriba un trimestre, por ejemplo «{item.periodo.quarter}».",
            )


@rule("informe-repetido", Severity.ERROR)
def quarter_told_twice(world: World) -> Iterator[Finding]:
    """A quarter has one report."""
    first: dict[Period, Informe] = {}
    for item in world.register.all(Informe):
        other = first.setdefault(item.periodo, item)
        if other is not item:
            yield Finding(
                item,
                ("periodo",),
                f"El {item.periodo.spoken} ya tiene su informe: «{other.id}».",
                "Deje uno solo, con todo lo que se quiere contar.",
            )


@rule("informe-nombre", Severity.ERROR)
def named_otherwise(world: World) -> Iterator[Finding]:
    """A report is named after its quarter, in lower case."""
    for item in world.register.all(Informe):
        name = item.periodo.text.lower()
        if item.periodo.kind is PeriodKind.TRIMESTRAL and item.id != name:
            yield Finding(
                item,
                ("id",),
                f"El informe es del trimestre {item.periodo} y su archivo se llama «{item.id}».",
                f"Póngale al archivo el nombre «{name}.yml».",
            )


@rule("informe-anuncio-tardio", Severity.AVISO)
def announced_late(world: World) -> Iterator[Finding]:
    """A report is announced at least four weeks before it is published."""
    for item in world.register.all(Informe):
        ahead = item.publicacion - item.anunciado
        if timedelta(0) <= ahead < NOTICE:
            yield Finding(
                item,
                ("anunciado",),
                f"Se anunció {_days(ahead.days)} de la publicación; se piden {NOTICE.days}.",
                "Corrija la fecha del anuncio, o publique más tarde y cuéntelo en «cambios_fecha».",
            )


def _days(ahead: int) -> str:
    if ahead == 0:
        return "el mismo día"
    return "un día antes" if ahead == 1 else f"{ahead} días antes"


@rule("informe-fechas", Severity.ERROR)
def dates_at_odds(world: World) -> Iterator[Finding]:
    """The quarter ends, and the date is announced, before a report is published."""
    for item in world.register.all(Informe):
        if item.anunciado > item.publicacion:
            yield Finding(
                item,
                ("anunciado",),
                f"El anuncio ({item.anunciado}) es posterior a la publicación "
                f"({item.publicacion}).",
                "Revise las dos fechas; quizá quedaron cambiadas.",
            )
        if item.publicacion <= item.periodo.end:
            yield Finding(
                item,
                ("publicacion",),
                f"Se publicaría el {item.publicacion} y el trimestre termina el "
                f"{item.periodo.end}.",
                "Escriba una fecha posterior al final del trimestre.",
            )


@rule("informe-cambios-de-fecha", Severity.ERROR)
def changes_of_date_at_odds(world: World) -> Iterator[Finding]:
    """Each change starts from the date before it, in order, and the last leads to the day of
    publication."""
    for item in world.register.all(Informe):
        for path, message, remedy in _faults_of_changes(item):
            yield Finding(item, ("cambios_fecha", *path), message, remedy)


def _faults_of_changes(item: Informe) -> Iterator[Fault]:
    changes = item.cambios_fecha
    for index, change in enumerate(changes):
        if change.antes == change.despues:
            yield (
                (index, "despues"),
                f"La fecha nueva es la misma de antes ({change.antes}).",
                "Escriba la nueva, o borre este cambio.",
            )
    for index, (one, other) in enumerate(pairwise(changes), start=1):
        if one.despues != other.antes:
            yield (
                (index, "antes"),
                f"El cambio anterior dejó la fecha en {one.despues} y este parte de {other.antes}.",
                f"Escriba «{one.despues}», o añada el cambio que falta.",
            )
    if changes and changes[-1].despues != item.publicacion:
        yield (
            (len(changes) - 1, "despues"),
            f"El último cambio lleva al {changes[-1].despues} y la publicación es el "
            f"{item.publicacion}.",
            "Escriba la misma fecha en los dos lugares.",
        )
    yield from _told_in_order([item.anunciado, *(change.avisado for change in changes)])


def _told_in_order(days: list[date]) -> Iterator[Fault]:
    for index, (before, after) in enumerate(pairwise(days)):
        if after < before:
            yield (
                (index, "avisado"),
                f"El cambio se avisó el {after}, antes de lo que cambia ({before}).",
                "Revise las fechas; los cambios van en orden, el más viejo primero.",
            )


@rule("informe-antes-de-tiempo", Severity.ERROR)
def out_before_its_end(world: World) -> Iterator[Finding]:
    """A report stays a draft until its quarter ends."""
    for item in world.register.all(Informe):
        if item.estado != DRAFT and world.as_of <= item.periodo.end:
            yield Finding(
                item,
                ("estado",),
                f"El trimestre termina el {item.periodo.end} y el informe ya figura como "
                f"«{item.estado}».",
                f"Escriba «{DRAFT}» hasta que termine.",
            )


@rule("informe-sin-cerrar", Severity.AVISO)
def open_for_too_long(world: World) -> Iterator[Finding]:
    """A preliminary report is closed within 90 days of its publication."""
    for item in world.register.all(Informe):
        closed = item.periodo.text in world.acts
        if item.estado == OPEN and not closed and item.publicacion < world.as_of - OPEN_FOR:
            yield Finding(
                item,
                ("estado",),
                f"Salió el {item.publicacion} y {OPEN_FOR.days} días después sigue preliminar.",
                f"Revise las cifras y ciérrelo: python scripts/cerrar.py {item.periodo}.",
            )


RULES = (
    not_a_quarter,
    quarter_told_twice,
    named_otherwise,
    announced_late,
    dates_at_odds,
    changes_of_date_at_odds,
    out_before_its_end,
    open_for_too_long,
)
