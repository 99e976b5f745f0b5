"""The words by which search finds a page besides its title, as people write them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from babel import Locale

from bitacora.edition import Edition
from bitacora.pages.naming import axis_words
from bitacora.pages.reports.words import last_report, latest_reports, report_path
from bitacora.records.codes import CodigoPais, CodigoSinonimo
from bitacora.records.documents import Documento
from bitacora.records.events import Evento, Oportunidad
from bitacora.records.institution import Dependencia
from bitacora.records.networks import Red
from bitacora.records.practices import BuenaPractica
from bitacora.records.record import Registro
from bitacora.records.relations import Actor, Hermanamiento
from bitacora.records.resources import Recurso
from bitacora.records.strategy import Eje
from bitacora.tallies.belonging import strategy_of

ENGLISH = Locale("en")
"""Partners abroad look for a country by its English name."""
NAMES = ("codigo", "sigla", "alias", "texto_original")
"""The fields that name a record: a code, another name, its name in the source."""
PLACED = (Hermanamiento, Evento, BuenaPractica, Actor, Recurso)
CONTACT = "Contacto"
LATEST_REPORT = "Último informe"


@dataclass(frozen=True, slots=True)
class Words:
    """``names`` are other names of a page, each whole; ``others`` are words that tell of it."""

    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def synonyms(edition: Edition) -> list[list[str]]:
    """The groups of words for the same thing: those of the list, the names of each country."""
    groups = [
        list(code.palabras)
        for code in edition.lists.all("sinonimos")
        if isinstance(code, CodigoSinonimo)
    ]
    countries = (_country_names(edition, code) for code in sorted(edition.countries))
    return [*groups, *(names for names in countries if len(names) > 1)]


def words_of(edition: Edition, record: Registro) -> Words:
    """The words of a record's page; what its title says already is left out."""
    names = [text for field in NAMES for text in _texts(getattr(record, field, None))]
    names += _own_names(edition, record)
    others = [*_own_words(edition, record), *_country(edition, record)]
    return Words(_new(names, record.title), _new(others, record.title))


def words_of_page(edition: Edition, path: str, facts: Mapping[str, Any]) -> Words:
    """The words of a page that is of no record: what it says of itself, a quarter by its code."""
    last = last_report(edition)
    others = tuple(filter(None, (facts.get("description"),)))
    for report in latest_reports(edition):
        if path == report_path(report.quarter):
            newest = (LATEST_REPORT,) if report is last else ()
            return Words((report.quarter.text, *newest), others)
    return Words((), others)


def _own_names(edition: Edition, record: Registro) -> Iterator[str]:
    if isinstance(record, Eje):
        yield f"{axis_words(strategy_of(edition.register, record)).singular} {record.numero}"
    if isinstance(record, Dependencia) and record.id == edition.entity.dependencia_internacional:
        yield CONTACT
    if isinstance(record, Hermanamiento):
        yield from (*_texts(record.ciudad), *record.ciudades)


def _own_words(edition: Edition, record: Registro) -> Iterator[str]:
    lists = edition.lists
    if isinstance(record, Hermanamiento):
        yield lists.name("tipos_instrumento", record.tipo_instrumento)
        yield from (*_texts(record.region), *record.ambitos)
    if isinstance(record, Red):
        yield lists.name("tipos_red", record.tipo)
    if isinstance(record, Actor):
        yield lists.name("tipos_actor", record.tipo)
    if isinstance(record, BuenaPractica):
        yield from (record.territorio, *record.temas)
    if isinstance(record, Oportunidad):
        yield from (record.oferente, lists.name("categorias_oportunidad", record.categoria))
    if isinstance(record, Evento):
        yield lists.name("tipos_evento", record.tipo)
        own = record.pais == edition.entity.pais
        yield from (*(() if own else (record.ciudad,)), *_texts(record.contraparte))
    if isinstance(record, Documento):
        yield lists.name("tipos_documento", record.tipo)
    if isinstance(record, Recurso):
        giver = edition.register.get(Actor, str(record.aportante))
        own = giver is not None and giver.title == edition.entity.nombre
        yield (giver.sigla or giver.title) if giver and not own else ""


def _country(edition: Edition, record: Registro) -> Iterator[str]:
    """The country of a record, but for the entity's own, which is that of nearly all."""
    code = getattr(record, "pais", None)
    if isinstance(record, PLACED) and isinstance(code, str) and code != edition.entity.pais:
        yield edition.lists.name("paises", code)


def _country_names(edition: Edition, code: str) -> list[str]:
    """What a country is called: as here, otherwise, in English."""
    entry = next((it for it in edition.lists.all("paises") if it.codigo == code), None)
    aliases = entry.alias if isinstance(entry, CodigoPais) else ()
    english = ENGLISH.territories.get(code, "")
    names = (edition.lists.name("paises", code), *aliases, english)
    return list(dict.fromkeys(filter(None, names)))


def _texts(value: object) -> tuple[str, ...]:
    found = value if isinstance(value, tuple) else (value,)
    return tuple(text for text in found if isinstance(text, str) and text != "no_informado")


def _new(words: Iterable[str], title: str) -> tuple[str, ...]:
    return tuple(word for word in dict.fromkeys(words) if word and word != title)
