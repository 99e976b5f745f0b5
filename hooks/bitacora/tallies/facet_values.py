"""What facets have in common: years, codes, names of records, who says yes or no."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from bitacora.records.documents import Documento
from bitacora.records.media_types import media_name
from bitacora.records.partial_date import PartialDate
from bitacora.records.record import Registro
from bitacora.records.strategy import Eje
from bitacora.register import in_reading_order
from bitacora.spanish import language_name, sort_key
from bitacora.tallies.belonging import axis_of
from bitacora.tallies.facets import Facet, Scene, Words

YES, NO = "si", "no"


def listed(codelist: str) -> Words:
    """The codes of a list, in its order."""

    def words(scene: Scene) -> Iterable[tuple[str, str]]:
        return ((code.codigo, code.nombre) for code in scene.lists.all(codelist))

    return words


def titled(model: type[Registro]) -> Words:
    """The records of a kind by their titles, in reading order."""

    def words(scene: Scene) -> Iterable[tuple[str, str]]:
        return ((one.id, one.title) for one in in_reading_order(scene.register.all(model)))

    return words


def yes_or_no(_: Scene) -> Iterable[tuple[str, str]]:
    """The two answers."""
    return ((YES, "Sí"), (NO, "No"))


def answer(value: object) -> str | None:
    """Yes or no as a value; None where nobody says."""
    return (YES if value else NO) if isinstance(value, bool) else None


def year(value: object) -> int | None:
    """The year of a date, however precise; None where it is not known."""
    return value.year if isinstance(value, date | PartialDate) else None


def field_of(name: str) -> Callable[[Scene, Any], Iterable[object]]:
    """The value of a field, or each of its values."""

    def values(_: Scene, record: Any) -> Iterable[object]:
        found = getattr(record, name)
        return found if isinstance(found, tuple) else (found,)

    return values


def year_of(name: str) -> Callable[[Scene, Any], Iterable[object]]:
    """The year of a date field."""
    return lambda _, record: (year(getattr(record, name)),)


def coded(
    code: str, title: str, codelist: str, name: str = "", *, many: bool = False
) -> Facet[Any]:
    """A facet that is a field of codes; ``name`` is the field where it is not the code."""
    return Facet(code, title, field_of(name or code), listed(codelist), many=many)


def sdg_facet() -> Facet[Any]:
    """The Sustainable Development Goals that a record names, which people know by their numbers."""
    return Facet("ods", "ODS", field_of("ods"), _sdgs, many=True, by_code=True)


def _sdgs(scene: Scene) -> Iterable[tuple[str, str]]:
    return ((code.codigo, f"{code.codigo}. {code.nombre}") for code in scene.lists.all("ods"))


def year_facet(name: str) -> Facet[Any]:
    """The year of a date field, which puts the register in order of time."""
    return Facet("anio", "Año", year_of(name), moment=name)


def axis_facet() -> Facet[Any]:
    """The axis that a record serves, directly or through others."""
    return Facet("eje", "Eje", _axis, titled(Eje))


def _axis(scene: Scene, record: Registro) -> Iterable[object]:
    axis = axis_of(scene.register, record)
    return (axis.id,) if axis else ()


def country_facet() -> Facet[Any]:
    """The country that a record names."""
    return Facet("pais", "País", field_of("pais"), countries)


def countries(scene: Scene) -> Iterable[tuple[str, str]]:
    """Every country, by name."""
    named = ((code.codigo, code.nombre) for code in scene.lists.all("paises"))
    return sorted(named, key=lambda pair: sort_key(pair[1]))


def languages(scene: Scene) -> Iterable[tuple[str, str]]:
    """The languages of the documents."""
    tags = dict.fromkeys(one.idioma for one in scene.register.all(Documento))
    return ((tag, language_name(tag) or tag) for tag in sorted(tags))


def formats(scene: Scene) -> Iterable[tuple[str, str]]:
    """The formats of the documents, as people call them."""
    types = dict.fromkeys(str(one.formato) for one in scene.register.all(Documento))
    named = ((written, media_name(written)) for written in types)
    return sorted(named, key=lambda pair: sort_key(pair[1]))
