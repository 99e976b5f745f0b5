"""Rules of figures that are shares of a whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bitacora.checks.rule import Finding, World, rule
from bitacora.checks.units import is_percent
from bitacora.problems import Severity
from bitacora.records.indicators import Cifra
from bitacora.records.institution import Entidad
from bitacora.spanish import number, percent, plain
from bitacora.tallies.distributions import distributions

WHOLE, MARGIN = Decimal(100), Decimal(1)


@rule("reparto-parte-imposible", Severity.ERROR)
def impossible_share(world: World) -> Iterator[Finding]:
    """A share lies between 0 % and 100 %."""
    for item in world.register.all(Cifra):
        if item.distribucion and is_percent(item.unidad) and not 0 <= item.valor <= WHOLE:
            yield Finding(
                item,
                ("valor",),
                "Una parte de un reparto no puede ser menor que 0 % ni mayor que 100 %.",
                "Corrija la cifra.",
            )


@rule("reparto-sin-categoria", Severity.ERROR)
def share_without_name(world: World) -> Iterator[Finding]:
    """A share of a distribution says of what, once."""
    first: dict[tuple[str, str, str], Cifra] = {}
    for item in world.register.all(Cifra):
        if not item.distribucion:
            continue
        if not item.categoria:
            yield Finding(
                item,
                ("distribucion",),
                "La cifra es parte de un reparto y no dice cuál.",
                "Escriba en «categoria» la parte: un ODS, un país, un sector…",
            )
            continue
        key = (item.territorio, item.distribucion, plain(item.categoria))
        if first.setdefault(key, item) is not item:
            yield Finding(
                item,
                ("categoria",),
                f"«{item.categoria}» ya está en este reparto, en la fila «{first[key].id}».",
                "Deje una sola fila por parte.",
            )


@rule("reparto-incompleto", Severity.AVISO)
def shares_do_not_add_up(world: World) -> Iterator[Finding]:
    """The shares of a distribution add to 100 ± 1; if not, the remainder is shown."""
    groups: dict[tuple[str, str], list[Cifra]] = {}
    for item in world.register.all(Cifra):
        if item.distribucion and is_percent(item.unidad):
            groups.setdefault((item.territorio, item.distribucion), []).append(item)
    for (_, name), items in groups.items():
        total = sum((item.valor for item in items), Decimal(0))
        if abs(total - WHOLE) > MARGIN:
            rest = (
                f"el sitio muestra «sin detallar {percent(WHOLE - total)}» y no dibuja un círculo"
                if total < WHOLE
                else "alguna parte está contada dos veces"
            )
            yield Finding(
                items[0],
                ("distribucion",),
                f"Las partes de «{name}» suman {percent(total)}: {rest}.",
                "Revise si falta o sobra alguna parte; no reparta la diferencia.",
            )


@rule("reparto-con-parte-nacional", Severity.AVISO)
def domestic_share(world: World) -> Iterator[Finding]:
    """A distribution of what comes from abroad has no domestic share."""
    countries = {entity.pais for entity in world.register.all(Entidad)}
    for item in world.register.all(Cifra):
        if item.distribucion and item.pais in countries:
            name = world.lists.name("paises", item.pais)
            yield Finding(
                item,
                ("pais",),
                f"{name} figura como una parte de lo que viene del exterior.",
                "Confirme en la fuente qué se contó, y explíquelo en «nota».",
            )


@rule("reparto-total", Severity.ERROR)
def part_of_another_whole(world: World) -> Iterator[Finding]:
    """The parts of a distribution name one total, which is another figure of the same place."""
    first: dict[tuple[str, str], Cifra] = {}
    for item in world.register.all(Cifra):
        if not item.total or item.total == item.id:
            continue  # Another rule tells of whatever names itself.
        whole = world.register.get(Cifra, item.total)
        if not item.distribucion:
            message = "Dice de qué total es parte, pero no de qué reparto."
        elif whole is not None and whole.territorio != item.territorio:
            message = f"El total «{item.total}» es de otro territorio: {whole.territorio}."
        elif first.setdefault((item.territorio, item.distribucion), item).total != item.total:
            message = "Otra parte de este reparto nombra un total distinto."
        else:
            continue
        remedy = (
            "Escriba en «distribucion» el reparto, y en «total» la cifra de la que son parte todas "
            "las suyas."
        )
        yield Finding(item, ("total",), message, remedy)


@rule("reparto-supera-total", Severity.AVISO)
def parts_above_whole(world: World) -> Iterator[Finding]:
    """The parts of a distribution do not add up to more than the total that the source gives, and
    where they add up to less the remainder is shown."""
    every = world.register.all(Cifra)
    for place in dict.fromkeys(item.territorio for item in every):
        found = [item for item in every if item.territorio == place]
        for one in distributions(found, every):
            if one.in_percent or one.whole is None or one.covered in (None, WHOLE):
                continue
            told = (
                f"Las partes de «{one.name}» suman {number(one.total)} de un total de "
                f"{number(one.whole.valor)}"
            )
            rest = (
                "alguna parte está contada dos veces, o el total es otro"
                if one.remainder is None
                else f"el sitio muestra «sin detallar {number(one.remainder)}»"
            )
            yield Finding(
                one.parts[0],
                ("distribucion",),
                f"{told}: {rest}.",
                "Revise si falta o sobra alguna parte; no reparta la diferencia.",
            )


RULES = (
    impossible_share,
    share_without_name,
    shares_do_not_add_up,
    domestic_share,
    part_of_another_whole,
    parts_above_whole,
)
