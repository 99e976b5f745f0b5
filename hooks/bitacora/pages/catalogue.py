"""The filters of a list: its facets as controls, with the files they read and what they sort by."""

from __future__ import annotations

from dataclasses import dataclass

from bitacora.edition import Edition
from bitacora.pages.escape import attribute, inline
from bitacora.pages.naming import inside
from bitacora.register import kind_named
from bitacora.spanish import number, sentence_case
from bitacora.tallies.facet_sets import FACETS
from bitacora.tallies.facets import Counted, faceted

TITLE = ("titulo", "Nombre, de la A a la Z")
DATED = (("reciente", "Lo más reciente primero"), ("antiguo", "Lo más antiguo primero"))


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to choose; ``said`` is what it is called in the sentence that tells what is shown."""

    code: str
    name: str
    said: str
    count: str


@dataclass(frozen=True, slots=True)
class Control:
    """A facet with its choices; ``said`` opens what the sentence tells of it."""

    code: str
    title: str
    said: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the filters of a list show; everything is finished text.

    ``folder`` names the register, its table and its facets in the open data; ``noun`` is what its
    records are called in plural; ``orders`` are the ways to sort it besides that of the page.
    """

    folder: str
    noun: str
    total: str
    controls: tuple[Control, ...]
    orders: tuple[tuple[str, str], ...]


def catalogue(edition: Edition, name: str, noun: str) -> Catalogue | None:
    """The filters for the list of a kind, whose records are called ``noun`` in plural; None where
    there is nothing to choose between."""
    kind = kind_named(name)
    found = faceted(edition.scene(), edition.register.all(kind.model), FACETS[name])
    controls = tuple(_control(one) for one in found.counted if len(one.values) > 1)
    if not controls:
        return None
    dated = any(card.moment for card in found.cards)
    return Catalogue(
        kind.folder,
        inline(noun),
        number(len(found.cards)),
        controls,
        (TITLE, *(DATED if dated else ())),
    )


def _control(one: Counted) -> Control:
    facet = one.facet
    said = facet.title if facet.title.isupper() else inside(facet.title)
    missing = facet.missing[0]
    return Control(
        facet.code,
        inline(facet.title),
        inline(f"{said}:" if " " in said else said),
        tuple(
            Choice(
                attribute(value.code),
                inline(sentence_case(value.name)),
                _said(value.code, value.name, missing, by_code=facet.by_code),
                number(value.count),
            )
            for value in one.values
        ),
    )


def _said(code: str, name: str, missing: str, *, by_code: bool) -> str:
    if code == missing:
        return inline(inside(name))
    return inline(code if by_code else name)
