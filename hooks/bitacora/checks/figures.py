"""Rules of the figures of context: currency, period, precision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.checks.units import is_money, is_percent
from bitacora.problems import Severity
from bitacora.records.indicators import Cifra
from bitacora.records.kinds import KINDS
from bitacora.spanish import nearest, percent, plain
from bitacora.tallies.declared import table_named

WHOLE = Decimal(100)
HEDGES = {
    "minimo": re.compile(r"\b(mas de|por lo menos|al menos|superior a|como minimo)\b"),
    "maximo": re.compile(r"\b(hasta|como maximo|menos de)\b"),
    "aproximado": re.compile(r"\b(aprox\w*|cerca de|alrededor de|casi|unos|unas)\b"),
}
# What may well pass from one hundred: what grew, what is set against something else.
CHANGE = re.compile(r"\b(aument|crec|increment|variaci|subi|cumplimiento|ejecucion|respecto)")


@rule("cifra-sin-moneda", Severity.ERROR)
def amount_without_currency(world: World) -> Iterator[Finding]:
    """A figure that is an amount of money has its currency."""
    for item in world.register.all(Cifra):
        if is_money(item.unidad) and not item.moneda:
            yield Finding(
                item,
                ("moneda",) if item.unidad == "monto" else ("unidad",),
                "La cifra es de dinero y no dice en qué moneda. El signo «$» solo no basta.",
                "Escriba «monto» en «unidad», y en «moneda» su código: COP, USD, EUR…",
            )


@rule("cifra-con-moneda-de-mas", Severity.AVISO)
def currency_without_amount(world: World) -> Iterator[Finding]:
    """Only amounts of money have a currency."""
    for item in world.register.all(Cifra):
        if item.moneda and not is_money(item.unidad):
            yield Finding(
                item,
                ("moneda",),
                f"La cifra se mide en «{item.unidad}» y, sin embargo, trae moneda.",
                "Borre la moneda, o escriba «monto» en «unidad».",
            )


@rule("cifra-negativa", Severity.ERROR)
def negative_amount(world: World) -> Iterator[Finding]:
    """An amount of money is not negative."""
    for item in world.register.all(Cifra):
        if is_money(item.unidad) and item.valor < 0:
            yield Finding(item, ("valor",), "El monto es negativo.", "Escriba la cifra sin signo.")


@rule("cifra-mayor-que-cien", Severity.AVISO)
def percentage_above_hundred(world: World) -> Iterator[Finding]:
    """A percentage above 100 that is neither a share nor a change is looked at twice."""
    for item in world.register.all(Cifra):
        told = CHANGE.search(plain(f"{item.medida} {item.categoria or ''}"))
        if is_percent(item.unidad) and item.valor > WHOLE and not item.distribucion and not told:
            yield Finding(
                item,
                ("valor",),
                f"El porcentaje pasa de 100: {percent(item.valor)}.",
                "Si es un crecimiento está bien: dígalo en «medida»; si no, corrija la cifra.",
            )


@rule("cifra-sin-periodo", Severity.AVISO)
def no_period(world: World) -> Iterator[Finding]:
    """A figure says of which year or years it speaks."""
    for item in world.register.all(Cifra):
        if known(item.periodo) is None:
            yield Finding(
                item,
                ("periodo",),
                "No se sabe de qué año es la cifra; el sitio lo dice junto a ella.",
                "Búsquelo en la fuente; si no lo trae, no lo invente.",
            )


@rule("cifra-precision", Severity.AVISO)
def hedge_not_declared(world: World) -> Iterator[Finding]:
    """What the source gives as «más de» or «cerca de» is not told as exact."""
    for item in world.register.all(Cifra):
        text = plain(item.texto_original or "")
        found = [code for code, words in HEDGES.items() if words.search(text)]
        if found and item.precision == "exacto":
            yield Finding(
                item,
                ("texto_original",),
                "La fuente no da la cifra como exacta, y aquí figura como exacta.",
                f"Escriba «{found[0]}» en «precision».",
            )


@rule("cifra-registro", Severity.ERROR)
def unknown_register(world: World) -> Iterator[Finding]:
    """The register of which a figure speaks is one of those that there are."""
    for item in world.register.all(Cifra):
        if item.registro and table_named(item.registro) is None:
            folders = [kind.folder for kind in KINDS]
            near = nearest(item.registro, folders)
            guess = f"¿Quiso decir «{near}»?" if near else ""
            yield Finding(
                item,
                ("registro",),
                "No hay un registro con ese nombre, así que la cifra no se muestra en ninguno.",
                guess or f"Los registros son: {', '.join(folders)}.",
            )


RULES = (
    amount_without_currency,
    currency_without_amount,
    negative_amount,
    percentage_above_hundred,
    no_period,
    hedge_not_declared,
    unknown_register,
)
