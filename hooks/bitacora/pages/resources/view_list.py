"""The ways of looking at the contributions: their groups, with the names and order of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bitacora.edition import Edition
from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.records.relations import Actor
from bitacora.records.strategy import Eje
from bitacora.register import in_reading_order
from bitacora.spanish import sort_key
from bitacora.tallies import contributions as tally
from bitacora.tallies.contributions import MANY_COUNTRIES, Classify

MANY_NAME = "Organismos de muchos países"

Namer = Callable[[Presenter, str], str]
Order = Callable[[Edition, Sequence[str]], Sequence[str]]


@dataclass(frozen=True, slots=True)
class View:
    """A way of looking at the contributions: its groups, their names, their order.

    ``many`` says that a contribution may stand in several groups, so that they do not add up.
    """

    file: str
    title: str
    column: str
    about: str
    classify: Classify
    name: Namer
    order: Order
    many: bool = False

    @property
    def path(self) -> str:
        """Where the page of a view lives."""
        return f"recursos/{self.file}.md"


def _listed(codelist: str) -> Order:
    def order(edition: Edition, codes: Sequence[str]) -> list[str]:
        known = [code.codigo for code in edition.lists.all(codelist)]
        return sorted(codes, key=lambda code: known.index(code) if code in known else len(known))

    return order


def _coded(codelist: str) -> Namer:
    return lambda presenter, code: presenter.code(codelist, code)


def _newest(_: Edition, codes: Sequence[str]) -> list[str]:
    return sorted(codes, reverse=True)


def _givers(edition: Edition, codes: Sequence[str]) -> list[str]:
    def key(code: str) -> Any:
        actor = edition.register.get(Actor, code)
        return sort_key(actor.nombre if actor else code)

    return sorted(codes, key=key)


def _giver(presenter: Presenter, code: str) -> str:
    actor = presenter.edition.register.get(Actor, code)
    return presenter.link(actor) if actor else inline(code)


def _countries(edition: Edition, codes: Sequence[str]) -> list[str]:
    def key(code: str) -> Any:
        return (code == MANY_COUNTRIES, sort_key(edition.lists.name("paises", code)))

    return sorted(codes, key=key)


def country_name(presenter: Presenter, code: str) -> str:
    """A country, or the bodies of many, as the view by country calls them."""
    return MANY_NAME if code == MANY_COUNTRIES else presenter.code("paises", code)


def _axes(edition: Edition, codes: Sequence[str]) -> list[str]:
    known = [axis.id for axis in in_reading_order(edition.register.all(Eje))]
    return sorted(codes, key=known.index)


def _axis(presenter: Presenter, code: str) -> str:
    axis = presenter.edition.register.get(Eje, code)
    return presenter.link(axis) if axis else inline(code)


VIEWS = (
    View(
        "por-anio",
        "Por año",
        "Año",
        "Según la fecha del aporte: cuándo se prometió, se entregó o se gastó.",
        tally.by_year,
        lambda _, code: inline(code),
        _newest,
    ),
    View(
        "por-fuente",
        "Por fuente",
        "De dónde viene",
        "Cooperación oficial, descentralizada, privada, nacional o recursos propios.",
        tally.by_source,
        _coded("fuentes_recursos"),
        _listed("fuentes_recursos"),
    ),
    View(
        "por-aportante",
        "Por aportante",
        "Quién aporta",
        "Cada organización que aporta, con lo que ha aportado.",
        tally.by_giver,
        _giver,
        _givers,
    ),
    View(
        "por-pais",
        "Por país",
        "País",
        "El país de donde viene. Lo que llega de un organismo de muchos países no se le apunta al "
        "país donde el organismo tiene su sede.",
        tally.by_country,
        country_name,
        _countries,
    ),
    View(
        "por-modalidad",
        "Por modalidad",
        "Modalidad",
        "Norte-Sur, Sur-Sur, triangular, entre territorios colombianos y las demás.",
        tally.by_modality,
        _coded("modalidades"),
        _listed("modalidades"),
    ),
    View(
        "por-via",
        "Por vía de acceso",
        "Vía",
        "Por qué camino se llegó a quien aporta.",
        tally.by_access,
        _coded("vias_acceso"),
        _listed("vias_acceso"),
    ),
    View(
        "por-ods",
        "Por ODS",
        "ODS",
        "Un aporte que sirve a varios objetivos cuenta completo en cada uno. Por eso las sumas de "
        "esta página no se pueden sumar entre sí.",
        tally.by_sdg,
        _coded("ods"),
        _listed("ods"),
        many=True,
    ),
    View(
        "por-eje",
        "Por eje",
        "Eje",
        "El eje de la acción, el instrumento, la red o el evento al que se destina.",
        tally.by_axis,
        _axis,
        _axes,
    ),
)
