"""The tables of codes: what each code that stands in the records means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bitacora.canonical import Value
from bitacora.edition import Edition
from bitacora.exports.table import DEMONSTRATION, Column, Group, Table, column_of, flat_table
from bitacora.reading.code_lists import LISTS_FOLDER, CodeLists
from bitacora.records.codes import SPECIAL_MODELS, Codigo
from bitacora.records.fields import shapes
from bitacora.records.plain import value_of
from bitacora.records.values import Label

MEANINGS: dict[str, str] = {
    "alias": "Otras grafías que se leen como este código.",
    "anios": "Cada cuántos años vuelve.",
    "campo": "Campo de la acción que responde a este aspecto.",
    "cerrada": "Sí, si a la lista no se le pueden añadir códigos.",
    "cauce": "Si el camino es oficial o descentralizado.",
    "codigo": "Código que se escribe en los datos.",
    "color": "Color, en hexadecimal.",
    "contraste_blanco": "Contraste del color con el blanco.",
    "contraste_negro": "Contraste del color con el negro.",
    "criterio": "Criterio al que pertenece la pregunta.",
    "decimales": "Con cuántos decimales se muestra la moneda.",
    "definicion": "Qué quiere decir.",
    "etapa": "Código de la etapa.",
    "etapa_nombre": "Nombre de la etapa.",
    "fecha": "Fecha de la agenda.",
    "formas": "Palabras con que las páginas lo dicen y lo explican.",
    "fuente": "De dónde sale el código.",
    "grupo": "Código del grupo.",
    "grupo_nombre": "Nombre del grupo.",
    "meses": "Cada cuántos meses se reporta; vacío si es una sola vez.",
    "nombre": "Cómo se muestra el código.",
    "nivel": "Nivel al que pertenece.",
    "nombre_largo": "Nombre oficial completo.",
    "nota": "Aclaración.",
    "numero": "Número de orden.",
    "origen": "Dónde o quién la adoptó.",
    "palabras": "Palabras que la gente usa para lo mismo.",
    "sector": "Código del sector.",
    "sector_nombre": "Nombre del sector.",
    "sigla": "Sigla.",
    "simbolo": "Signo con que se muestra la moneda.",
    "texto_sobre_color": "Color del texto que se lee bien sobre el color.",
    "tipo_medida": "Clase de medida.",
    "unidad_sugerida": "Unidad en que conviene medirlo.",
    "url": "Dirección web.",
    "vinculante": "Si obliga a quienes la adoptan.",
}
"""What each column of a list is; the lists share their words."""


def list_name(codelist: str) -> str:
    """The name of the table of a list."""
    return f"{LISTS_FOLDER}/{codelist}"


def list_tables(edition: Edition) -> Iterator[Table]:
    """Every list in the order of its name, with what the office added to it."""
    described = edition.lists.lists.get("listas", {})
    for name in sorted(edition.lists.lists):
        words = described.get(name)
        yield flat_table(
            list_name(name),
            (words.nombre, words.definicion or words.nombre) if words else (name, name),
            Group.LISTS,
            (*_columns(name, edition.lists), DEMONSTRATION),
            tuple(_rows(edition, name)),
            ("codigo",),
        )


def _columns(name: str, lists: CodeLists) -> Iterator[Column]:
    for shape in shapes(SPECIAL_MODELS.get(name, Codigo)):
        # Here «no_informado» may itself be a code, with its own name.
        column = column_of(shape, shape.value_type or Label(), lists)
        yield replace(column, description=MEANINGS[shape.name])


def _rows(edition: Edition, name: str) -> Iterator[tuple[Value, ...]]:
    fields = [shape.name for shape in shapes(SPECIAL_MODELS.get(name, Codigo))]
    for code in edition.lists.all(name):
        values = (value_of(getattr(code, field)) for field in fields)
        yield (*values, edition.entity.demostracion)
