"""The relations and practices at a glance: how many, in which situation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bitacora.edition import Edition
from bitacora.pages.escape import inline
from bitacora.pages.naming import inside
from bitacora.pages.situations import CODELIST, standing
from bitacora.records.networks import Red
from bitacora.records.practices import BuenaPractica
from bitacora.records.relations import Hermanamiento
from bitacora.spanish import number

TWINNINGS = "acuerdos con ciudades y otras entidades"
NETWORKS = "redes internacionales"
PRACTICES = "buenas prácticas"


def relation_figures(edition: Edition) -> list[tuple[str, str]]:
    """How many of each there are, with a door to the list and how many are in each situation."""
    register = edition.register
    twinnings = [standing(edition, item).state.value for item in register.all(Hermanamiento)]
    networks = [standing(edition, item).state.value for item in register.all(Red)]
    practices = [item.origen for item in register.all(BuenaPractica)]
    rows = (
        ("hermanamientos", TWINNINGS, CODELIST, twinnings),
        ("redes", NETWORKS, CODELIST, networks),
        ("buenas-practicas", PRACTICES, "origenes_practica", practices),
    )
    return [
        (
            number(len(codes)),
            f'<a href="{folder}/">{words}</a> <br>'
            f'<span class="card__meta">{_situations(edition, codelist, codes)}</span>',
        )
        for folder, words, codelist, codes in rows
        if codes
    ]


def _situations(edition: Edition, codelist: str, codes: Iterable[str]) -> str:
    found = Counter(codes)
    return " · ".join(
        f"{inline(inside(code.nombre))}: {number(found[code.codigo])}"
        for code in edition.lists.all(codelist)
        if found[code.codigo]
    )
