"""Rules of a twinning's partner: its city, its country, its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations, groupby

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.institution import Entidad
from bitacora.records.relations import Hermanamiento
from bitacora.spanish import plain

CITY_KINDS = frozenset({"ciudad", "ciudad_y_tercero"})
SEVERAL = "varias_ciudades"
NO_CITY = "sin_ciudad"
JOINED = re.compile(r"[,/;]|\s[ye]\s")
ALIKE = 0.85


@rule("ciudad-falta", Severity.ERROR)
def city_missing(world: World) -> Iterator[Finding]:
    """A partner that is a city names it, unless a flag says that no source does."""
    for item in world.register.all(Hermanamiento):
        if item.tipo_contraparte in CITY_KINDS and not item.ciudad and NO_CITY not in item.banderas:
            yield Finding(
                item,
                ("ciudad",),
                "La contraparte es una ciudad y no se dice cuál.",
                f"Escriba la ciudad; si ninguna fuente la nombra, añada la bandera «{NO_CITY}» "
                "y no la invente.",
            )


@rule("varias-ciudades-en-una", Severity.ERROR)
def several_cities_in_one(world: World) -> Iterator[Finding]:
    """The field for the city holds one city."""
    for item in world.register.all(Hermanamiento):
        listed = item.tipo_contraparte == SEVERAL and item.ciudades
        if item.ciudad and JOINED.search(item.ciudad) and not listed:
            yield Finding(
                item,
                ("ciudad",),
                "Parece que hay más de una ciudad en el mismo campo.",
                "Haga una ficha por ciudad; si el acuerdo es uno solo, deje «ciudad» vacía, "
                f"escríbalas en «ciudades» y ponga «{SEVERAL}» en «tipo_contraparte».",
            )


@rule("varias-ciudades-sin-lista", Severity.ERROR)
def several_cities_not_listed(world: World) -> Iterator[Finding]:
    """A partner made of several cities lists them."""
    for item in world.register.all(Hermanamiento):
        if item.tipo_contraparte == SEVERAL and len(item.ciudades) < 2:
            yield Finding(
                item,
                ("ciudades",),
                "La contraparte son varias ciudades y no se dice cuáles.",
                "Escriba en «ciudades» al menos dos.",
            )


@rule("contraparte-nacional", Severity.AVISO)
def domestic_partner(world: World) -> Iterator[Finding]:
    """The partner of an international instrument is in another country."""
    countries = {entity.pais for entity in world.register.all(Entidad)}
    for item in world.register.all(Hermanamiento):
        if item.pais in countries:
            name = world.lists.name("paises", item.pais)
            yield Finding(
                item,
                ("pais",),
                f"La contraparte está en {name}, así que el acuerdo no es internacional.",
                "Si es así, no hay nada que cambiar: el sitio lo cuenta aparte. Si no, corrija "
                "el país.",
            )


@rule("subdivision-de-otro-pais", Severity.ERROR)
def subdivision_of_other_country(world: World) -> Iterator[Finding]:
    """A subdivision begins with the code of its country."""
    for item in world.register.all(Hermanamiento):
        if item.subdivision and item.subdivision[:2] != item.pais:
            yield Finding(
                item,
                ("subdivision",),
                f"La subdivisión no es del país «{item.pais}».",
                f"Escriba un código que empiece por «{item.pais}-», o corrija el país.",
            )


@rule("ciudad-otra-grafia", Severity.AVISO)
def same_city_spelled_otherwise(world: World) -> Iterator[Finding]:
    """One city is always spelled the same way."""
    spelled = sorted(
        (item for item in world.register.all(Hermanamiento) if item.ciudad),
        key=lambda item: (item.pais, item.id),
    )
    for _, group in groupby(spelled, key=lambda item: item.pais):
        for one, other in combinations(group, 2):
            if one.ciudad and other.ciudad and _alike(one.ciudad, other.ciudad):
                yield Finding(
                    other,
                    ("ciudad",),
                    f"Se parece mucho a «{one.ciudad}», de la ficha «{one.id}».",
                    "Si es la misma ciudad, escríbala igual y deje la otra forma en "
                    "«texto_original».",
                )


def _alike(one: str, other: str) -> bool:
    if one == other:
        return False
    first, second = (re.sub(r"\W", "", plain(name)) for name in (one, other))
    matcher = SequenceMatcher(None, first, second)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


RULES = (
    city_missing,
    several_cities_in_one,
    several_cities_not_listed,
    domestic_partner,
    subdivision_of_other_country,
    same_city_spelled_otherwise,
)
