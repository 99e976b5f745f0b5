"""The list of all files and fields, as the Markdown that stands in data/README.md."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from bitacora.reading.code_lists import LISTS_FOLDER, CodeLists
from bitacora.records.about import about, places
from bitacora.records.codes import CodigoLista
from bitacora.records.field_order import in_order
from bitacora.records.fields import FieldShape
from bitacora.records.fieldtypes import FieldType
from bitacora.records.kinds import KINDS, Kind
from bitacora.records.values import CodeOf, Ref
from bitacora.register import kind_named

START = "<!-- campos: lo que sigue lo escribe scripts/esquemas.py -->"
END = "<!-- fin de campos -->"
HEADER = ("| Campo | Qué va | Clase de valor |", "|---|---|---|")


def refreshed(text: str, lists: CodeLists) -> str:
    """The text with what stands between the two marks written anew; ``ValueError``, in words for
    people, where a mark is missing."""
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"Faltan las marcas «{START}» y «{END}».")
    return f"{before}{START}\n\n{field_tables(lists)}\n{END}{after}"


def field_tables(lists: CodeLists) -> str:
    """A chapter for each kind, then the code lists."""
    chapters = [line for kind in KINDS for line in _chapter(kind)]
    return "\n".join([*chapters, *_lists_chapter(lists)])


def _chapter(kind: Kind) -> Iterator[str]:
    words = about(kind)
    yield f"### {kind.plural.capitalize()}: `{places(kind)}`"
    yield ""
    yield words.what
    yield ""
    yield f"- **Quién la edita.** {words.editor}"
    yield f"- **Qué calcula el sitio.** {words.derived}"
    yield ""
    yield from _table(kind.model, ("id",) if kind.derived_id or not words.in_table else ())
    for shape in in_order(kind.model):
        if shape.block is not None:
            yield f"Cada bloque de `{shape.name}`:" if shape.many else f"El bloque `{shape.name}`:"
            yield ""
            yield from _table(shape.block, ())


def _table(model: type[BaseModel], without: tuple[str, ...]) -> Iterator[str]:
    fields = [shape for shape in in_order(model) if shape.name not in without]
    # What must be there comes first.
    fields.sort(key=lambda shape: not shape.required)
    yield from HEADER
    for shape in fields:
        name = f"**`{shape.name}`**" if shape.required else f"`{shape.name}`"
        yield f"| {name} | {shape.description.replace('|', chr(92) + '|')} | {spoken_type(shape)} |"
    yield ""


def spoken_type(shape: FieldShape) -> str:
    """What may be written in a field, in words for people."""
    if shape.block is not None:
        return "lista de bloques" if shape.many else "bloque"
    words = _spoken(shape.value_type or FieldType())
    return f"lista de: {words}" if shape.many else words


def _spoken(kind: FieldType) -> str:
    also = ", o `no_informado`" if kind.unknown else ""
    if isinstance(kind, CodeOf):
        return f"código de `{kind.codelist}`{also}"
    if isinstance(kind, Ref):
        return f"`id` de {kind_named(kind.kind).plural}{also}"
    return f"{kind.name}{also}"


def _lists_chapter(lists: CodeLists) -> Iterator[str]:
    yield f"### Listas de códigos: `{LISTS_FOLDER}/NOMBRE.csv`"
    yield ""
    yield "Los códigos vienen con el programa. Para añadir uno, o para llamarlo de otra manera,"
    yield f"cree `{LISTS_FOLDER}/NOMBRE.csv` con las columnas `codigo,nombre,definicion`. A una"
    yield "lista cerrada solo se le cambian los nombres, porque cada código tiene su cálculo."
    yield ""
    yield from ("| Lista | Qué es | Se puede ampliar | Códigos |", "|---|---|---|---|")
    for name, described in lists.lists["listas"].items():
        closed = isinstance(described, CodigoLista) and described.cerrada
        codes = lists.all(name)
        shown = ", ".join(f"`{code.codigo}`" for code in codes[:12])
        more = f" y {len(codes) - 12} más" if len(codes) > 12 else ""
        says = f"{described.nombre}. {described.definicion or ''}".strip()
        yield f"| `{name}` | {says} | {'no' if closed else 'sí'} | {shown}{more} |"
    yield ""
