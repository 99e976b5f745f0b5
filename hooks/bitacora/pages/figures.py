"""The figures of context: by theme, each with its period, its precision, its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.amounts import figure
from bitacora.pages.cells import HUNDRED
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.indicators import Cifra
from bitacora.records.unknown import NoInformado
from bitacora.spanish import count_of, number, percent, plain, sort_key
from bitacora.tallies.distributions import Distribution, distributions

HEAD = PageHead(
    "cifras/index.md",
    "La ciudad en cifras",
    kind="Listado",
    description="Cifras de contexto con su periodo, su fuente y qué tan exactas son.",
)


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page with all figures; they have no pages of their own."""
    presenter = Presenter(edition)
    found = edition.register.all(Cifra)
    themes = {plain(item.tema): item.tema for item in reversed(found)}
    values = {
        "gobierno": inline(edition.entity.nombre_corto),
        "hay": bool(found),
        "total": count_of(len(found), "cifra", "cifras"),
        "numero": number(len(found)),
        "sin_periodo": number(sum(isinstance(item.periodo, NoInformado) for item in found)),
        "no_exactas": number(sum(item.precision != "exacto" for item in found)),
        "temas": [
            _theme(presenter, name, [item for item in found if plain(item.tema) == key])
            for key, name in sorted(themes.items(), key=lambda pair: sort_key(pair[1]))
        ],
    }
    yield writer.page(HEAD, "cifras", values)


def _theme(presenter: Presenter, name: str, found: Sequence[Cifra]) -> dict[str, Any]:
    alone = sorted(
        (item for item in found if not item.distribucion), key=lambda item: sort_key(item.medida)
    )
    return {
        "nombre": inline(name),
        "filas": [_row(presenter, item) for item in alone],
        "repartos": [
            distribution_shown(presenter, item)
            for item in distributions(found, presenter.edition.register.all(Cifra))
        ],
    }


def _row(presenter: Presenter, item: Cifra) -> tuple[str, ...]:
    category = f": {item.categoria}" if item.categoria else ""
    return (
        inline(item.medida + category),
        inline(item.territorio),
        figure_shown(presenter, item),
        presenter.view(item)["periodo"],
        *backing(presenter, item),
    )


def figure_shown(presenter: Presenter, item: Cifra) -> str:
    """A figure with its unit, how exact it is."""
    return inline(_spoken(presenter, item))


def _spoken(presenter: Presenter, item: Cifra) -> str:
    lists = presenter.edition.lists
    return figure(lists, item.valor, item.unidad, item.moneda, item.precision)


def backing(presenter: Presenter, item: Cifra) -> tuple[str, str]:
    """What to know before using the figure; where it comes from, who answers for it."""
    lists = presenter.edition.lists
    notes = [lists.name("banderas", flag) for flag in item.banderas]
    if item.texto_original and not _says_the_same(presenter, item, item.texto_original):
        notes.append(f"La fuente escribe «{item.texto_original}»")
    if item.nota:
        notes.append(item.nota.rstrip("."))
    view = presenter.view(item)
    return (
        inline(". ".join(notes) + "." if notes else "—"),
        " · ".join([*view["fuente"], f"responde {view['responsable']}"]),
    )


def _says_the_same(presenter: Presenter, item: Cifra, original: str) -> bool:
    """Whether the source writes what is shown, with its unit or without it."""
    shown, written = (plain(it).split() for it in (_spoken(presenter, item), original))
    value = number(item.valor).split()
    return written in (shown, value if item.precision == "exacto" else shown)


def distribution_shown(presenter: Presenter, found: Distribution) -> dict[str, Any]:
    """A distribution as templates show it: its parts, the total they are set against, what lacks
    detail or is too much, with the percentage of the whole."""
    first = found.parts[0]
    known = found.covered is not None
    return {
        "nombre": inline(found.name),
        "medida": inline(first.medida),
        "filas": [_part(presenter, item) for item in found.parts],
        "total": figure_shown(presenter, found.whole) if found.whole else None,
        "detallado": _in_unit(presenter, found, found.total) if known else None,
        "detallado_parte": percent(found.covered, 1)
        if found.covered and not found.in_percent
        else None,
        "resto": _in_unit(presenter, found, found.remainder, found.precision),
        "resto_parte": None
        if found.in_percent or found.covered is None
        else percent(HUNDRED - found.covered, 1),
        "suma": _in_unit(presenter, found, found.total) if found.excess is not None else None,
    }


def _in_unit(
    presenter: Presenter, found: Distribution, value: Decimal | None, precision: str = "exacto"
) -> str | None:
    """An amount of a distribution in the unit of its parts."""
    if value is None:
        return None
    first, lists = found.parts[0], presenter.edition.lists
    return inline(figure(lists, value, first.unidad, first.moneda, precision))


def _part(presenter: Presenter, item: Cifra) -> tuple[str, ...]:
    view = presenter.view(item)
    return (
        _part_name(presenter, item, view["pais"]),
        figure_shown(presenter, item),
        view["periodo"],
        *backing(presenter, item),
    )


def _part_name(presenter: Presenter, item: Cifra, country: str | None) -> str:
    """What a part is; a part that is a country is told once, with its link."""
    name = item.categoria or item.medida
    if not item.pais or not country:
        return inline(name)
    alike = plain(name) == plain(presenter.edition.lists.name("paises", item.pais))
    return country if alike else f"{inline(name)} ({country})"
