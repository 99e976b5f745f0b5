"""The maps of the site: agreements, countries, contributions, each with its list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from bitacora.charts.drawing import element
from bitacora.charts.outlines import world
from bitacora.charts.world_map import Mark, world_map
from bitacora.pages.escape import inline, one_line
from bitacora.pages.links import code_path
from bitacora.pages.presenter import Presenter
from bitacora.pages.situations import standing
from bitacora.records.relations import Hermanamiento
from bitacora.records.resources import Recurso
from bitacora.spanish import count_of, join_y, long_date, number, sort_key
from bitacora.tallies.countries import Country
from bitacora.tallies.instruments import ALIVE

CODELIST = "paises"
BORDERS = (
    "Los límites son los de Natural Earth, de dominio público: no dicen nada sobre ninguna "
    "frontera en disputa."
)
ABOUT = (
    "Mapa del mundo con una marca en cada país. Lo mismo está en la lista de países de esta página."
)
SIGN = '<svg class="wm-sign" aria-hidden="true" width="20" height="20">{}</svg>'


def agreements_map(presenter: Presenter, found: Sequence[Hermanamiento]) -> dict[str, Any] | None:
    """Where the partners of instruments are: how many each country has, whether any lasts."""
    alive = {item.pais for item in found if standing(presenter.edition, item).state in ALIVE}
    counts = Counter(item.pais for item in found)
    marks = [
        _mark(presenter, code, how_many, code in alive, _agreements(how_many, code in alive))
        for code, how_many in counts.items()
    ]
    total = count_of(len(counts), "país", "países")
    title = f"Acuerdos con {total}; en {number(len(alive))} sigue alguno en pie"
    unit = "número de acuerdos. Fuente: registro de hermanamientos y otros instrumentos"
    signs = ("Alguno sigue en pie", "Ninguno sigue en pie, o no se sabe")
    return _drawn(presenter, marks, "mapa-acuerdos", title, unit, signs)


def countries_map(presenter: Presenter, found: Sequence[Country]) -> dict[str, Any] | None:
    """With which countries something is done: those with agreements, those with something else."""
    marks = [
        _mark(presenter, one.code, len(one.instruments), bool(one.instruments), _done(one))
        for one in found
    ]
    agreed = sum(mark.full for mark in marks)
    title = f"Acuerdos con {count_of(agreed, 'país', 'países')}"
    if rest := len(marks) - agreed:
        title += f"; con {number(rest)} más, solo aportes, visitas, prácticas o actores"
    unit = "número de acuerdos. Fuente: los registros de esta bitácora"
    signs = ("Hay acuerdos", "Hay otras cosas, sin acuerdo")
    return _drawn(presenter, marks, "mapa-paises", title, unit, signs)


def gifts_map(
    presenter: Presenter, groups: Mapping[str, Sequence[Recurso]]
) -> dict[str, Any] | None:
    """From which countries contributions come: how many, never how much, since currencies, loans
    or promises do not add up. ``groups`` are the countries with their rows; a mark leads to its
    sums in the same page."""
    marks = [
        Mark(
            code,
            number(len(rows)),
            any(not row.reembolsable for row in rows),
            f"{presenter.edition.lists.name(CODELIST, code)}: {_gifts(rows)}",
            f"#grupo-{code.lower()}",
        )
        for code, rows in groups.items()
    ]
    title = f"Aportes registrados de {count_of(len(marks), 'país', 'países')}"
    unit = "número de aportes registrados, no dinero. Fuente: registro de recursos"
    signs = ("Hay aportes que no se devuelven", "Solo préstamos")
    return _drawn(presenter, marks, "mapa-aportes", title, unit, signs)


def _mark(presenter: Presenter, code: str, how_many: int, full: bool, told: str) -> Mark:
    name = presenter.edition.lists.name(CODELIST, code)
    address = f"{presenter.base}{(code_path(CODELIST, code) or '').removesuffix('.md')}/"
    return Mark(code, number(how_many) if how_many else "", full, f"{name}: {told}", address)


def _agreements(how_many: int, alive: bool) -> str:
    told = count_of(how_many, "acuerdo", "acuerdos")
    if alive:
        return told
    return (
        f"{told}, que no sigue en pie o no se sabe" if how_many == 1 else f"{told}, ninguno en pie"
    )


def _done(one: Country) -> str:
    if one.instruments:
        return count_of(len(one.instruments), "acuerdo", "acuerdos")
    counts = (
        (len(one.contributions), "aporte", "aportes"),
        (len(one.events), "misión o visita", "misiones o visitas"),
        (len(one.practices) + len(one.transfers), "práctica", "prácticas"),
        (len(one.actors), "actor", "actores"),
    )
    return join_y([count_of(*each) for each in counts if each[0]])


def _gifts(rows: Sequence[Recurso]) -> str:
    return count_of(len(rows), "aporte", "aportes")


def _drawn(
    presenter: Presenter,
    marks: Sequence[Mark],
    key: str,
    title: str,
    unit: str,
    signs: tuple[str, str],
) -> dict[str, Any] | None:
    """The map with its key, its source, its list; None where there is nothing to mark."""
    if not marks:
        return None
    edition, lists = presenter.edition, presenter.edition.lists
    in_order = sorted(marks, key=lambda mark: sort_key(lists.name(CODELIST, mark.code)))
    home = edition.entity.pais
    drawn = world_map(world(), in_order, key, title, ABOUT, (home, lists.name(CODELIST, home)))
    absent = join_y([lists.name(CODELIST, code) for code in drawn.outside])
    note = f"Unidad: {unit}, con corte al {long_date(edition.as_of)}. {BORDERS}"
    if absent:
        note += f" Sin lugar en este mapa: {absent}."
    figure = (
        f'<figure class="chart map"><figcaption>{escape(title)}</figcaption>{drawn.svg}'
        f"{_key(marks, signs)}"
        f'<p class="card__meta">{escape(note)}</p></figure>'
    )
    return {"dibujo": one_line(figure), "lista": [_item(presenter, mark) for mark in in_order]}


def _key(marks: Sequence[Mark], signs: tuple[str, str]) -> str:
    """What each sign stands for; a sign that is not drawn is not explained."""
    shapes = (
        (True, element("circle", "wm-dot", cx=10, cy=10, r=8)),
        (False, element("circle", "wm-ring", cx=10, cy=10, r=8)),
    )
    items = "".join(
        f"<li>{SIGN.format(shape)} {escape(words)}</li>"
        for (full, shape), words in zip(shapes, signs, strict=True)
        if any(mark.full is full for mark in marks)
    )
    return f'<ul class="ch-key">{items}</ul>'


def _item(presenter: Presenter, mark: Mark) -> str:
    """A country of the list with what the map tells of it."""
    name = presenter.edition.lists.name(CODELIST, mark.code)
    told = mark.told.removeprefix(f"{name}: ")
    place = mark.address if mark.address.startswith("#") else None
    linked = f"[{inline(name)}]({place})" if place else presenter.code(CODELIST, mark.code)
    return f"{linked}: {told}"
