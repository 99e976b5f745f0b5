"""The rates by which contributions are told in another currency."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.cells import NOTHING, short_moment
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter, spoken_moment
from bitacora.pages.reports.cells import small, under
from bitacora.pages.resources.sums import CARD_HEAD, CARD_NUMBERS, cards
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.resources import Recurso, Tasa
from bitacora.spanish import NO_BREAK_SPACE, count_of, number
from bitacora.tallies.contributions import newest_first
from bitacora.tallies.rates import rates_of

HEAD = PageHead(
    "recursos/tasas.md",
    "Tasas de cambio",
    "Listado",
    description="Las tasas con que este sitio convierte aportes, con su fecha y su fuente.",
)
RATE_HEAD = ("De qué a qué", "Fecha", "Tasa", "Fuente", "Nota")
RATE_NUMBERS = (2,)


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page with every rate, the last first, and with the contributions that have none."""
    presenter = Presenter(edition)
    found = sorted(
        edition.register.all(Tasa),
        key=lambda rate: (-rate.fecha.first.toordinal(), rate.de, rate.a, rate.id),
    )
    rates, given = rates_of(found), newest_first(edition.register.all(Recurso))
    groups = []
    for target in rates.targets:
        others = [row for row in given if row.moneda != target]
        bare = [row for row in others if not rates.rate(row.moneda, target, row.fecha)]
        groups.append(
            {
                "moneda": inline(target),
                "otras": count_of(len(others), "aporte", "aportes"),
                "convertidos": number(len(others) - len(bare)),
                "sin_tasa": cards(presenter, bare),
            }
        )
    values = {
        "hay": bool(found),
        "total": count_of(len(found), "tasa", "tasas"),
        "encabezado_tasas": RATE_HEAD,
        "numeros_tasas": RATE_NUMBERS,
        "tasas": _rows(presenter, found),
        "grupos": groups,
        "encabezado": CARD_HEAD,
        "numeros": CARD_NUMBERS,
    }
    yield writer.page(HEAD, "recursos_tasas", values)


def _rows(presenter: Presenter, found: Sequence[Tasa]) -> list[list[str]]:
    return [
        [
            f"{inline(rate.de)} a {inline(rate.a)} {{: #{_anchor(rate)} }}",
            under(short_moment(rate.fecha), "" if rate.fecha.day else small("promedio")),
            rate_words(rate),
            " · ".join(presenter.view(rate)["fuente"]),
            inline(rate.nota) if rate.nota else NOTHING,
        ]
        for rate in found
    ]


def _anchor(rate: Tasa) -> str:
    return f"tasa-{rate.id}"


def rate_words(rate: Tasa) -> str:
    """What a rate says, in one piece: «1 USD = 3.812,4 COP»."""
    words = ("1", rate.de, "=", number(rate.valor), rate.a)
    return inline(NO_BREAK_SPACE.join(words))


def rate_link(presenter: Presenter, rate: Tasa) -> str:
    """The date of a rate, and whether it is an average, as a link to its row."""
    words = spoken_moment(rate.fecha)
    shown = words if rate.fecha.day else f"promedio de {words}"
    return presenter.to(shown, f"{HEAD.path}#{_anchor(rate)}")
