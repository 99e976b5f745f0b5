"""Rules of documents."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.documents import Documento
from bitacora.records.media_types import MEDIA_TYPES
from bitacora.spanish import language_name, nearest

SHARED_LINK = "url_compartida_con_otros_documentos"
UNREADABLE = frozenset({"pdf_sin_etiquetar", "escaneado"})
UPDATED = "base_de_datos"
"""The kind of document that is kept up to date, and should say how often."""


@rule("documento-no-publico", Severity.ERROR)
def not_public(world: World) -> Iterator[Finding]:
    """Only public documents are here: classified or reserved ones never reach an output."""
    for item in world.register.all(Documento):
        if item.clasificacion != "publica":
            yield Finding(
                item,
                ("clasificacion",),
                "El documento es clasificado o reservado y no puede publicarse.",
                "Saque la ficha de estos datos; si la clasificación está mal, corríjala.",
            )


@rule("documento-futuro", Severity.AVISO)
def dated_in_the_future(world: World) -> Iterator[Finding]:
    """A document bears a date that has come."""
    for item in world.register.all(Documento):
        day = known(item.fecha)
        if day and day.first > world.as_of:
            yield Finding(
                item, ("fecha",), f"La fecha ({day}) no ha llegado.", "Escriba la del documento."
            )


@rule("documento-enlace-repetido", Severity.AVISO)
def shared_link(world: World) -> Iterator[Finding]:
    """Each document has its own link, unless a flag says otherwise."""
    first: dict[str, Documento] = {}
    for item in world.register.all(Documento):
        link = known(item.enlace)
        if not link or SHARED_LINK in item.banderas:
            continue
        other = first.setdefault(link, item)
        if other is not item:
            yield Finding(
                item,
                ("enlace",),
                f"Es el mismo enlace de «{other.titulo}».",
                f"Escriba el de este documento; si comparten página, añada «{SHARED_LINK}» en "
                "«banderas».",
            )


@rule("documento-formato", Severity.AVISO)
def no_media_type(world: World) -> Iterator[Finding]:
    """The format of a document is a media type that is known."""
    for item in world.register.all(Documento):
        if item.formato not in MEDIA_TYPES:
            near = nearest(item.formato, list(MEDIA_TYPES))
            guess = f"¿Quiso decir «{near}»? " if near else ""
            yield Finding(
                item,
                ("formato",),
                "El formato no está escrito como lo usan los navegadores.",
                f"{guess}Escriba, por ejemplo, «application/pdf», «text/html» o «text/csv».",
            )


@rule("documento-idioma", Severity.ERROR)
def no_language(world: World) -> Iterator[Finding]:
    """The language of a document is a code that people can be told in words."""
    for item in world.register.all(Documento):
        if language_name(item.idioma) is None:
            yield Finding(
                item,
                ("idioma",),
                "No se conoce ningún idioma con ese código.",
                "Escriba su código: es-CO, en, fr, pt-BR. Si mezcla varios, mul.",
            )


@rule("documento-sin-frecuencia", Severity.MEJORA)
def nobody_says_how_often(world: World) -> Iterator[Finding]:
    """A database says how often it is brought up to date."""
    for item in world.register.all(Documento):
        if item.tipo == UPDATED and not item.frecuencia:
            yield Finding(
                item,
                ("frecuencia",),
                "Es una base de datos y no se dice cada cuánto se actualiza.",
                "Escríbalo en «frecuencia»: mensual, trimestral, anual, o unica si ya no cambia.",
            )


@rule("documento-poco-accesible", Severity.MEJORA)
def hard_to_read(world: World) -> Iterator[Finding]:
    """A document can be read with a screen reader."""
    for item in world.register.all(Documento):
        if item.accesible in UNREADABLE:
            how = world.lists.name("accesibilidades_documento", item.accesible).lower()
            yield Finding(
                item,
                ("accesible",),
                f"El documento es «{how}»: no se puede leer con un lector de pantalla.",
                "Publique una versión accesible, o un resumen en la página.",
            )


RULES = (
    not_public,
    dated_in_the_future,
    shared_link,
    no_media_type,
    no_language,
    nobody_says_how_often,
    hard_to_read,
)
