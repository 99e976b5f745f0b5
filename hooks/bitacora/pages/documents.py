"""Documents: what backs the data, from newest to oldest, a page for each one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.catalogue import catalogue
from bitacora.pages.cells import NOTHING, short_moment
from bitacora.pages.count_tables import Table, counted
from bitacora.pages.escape import inline
from bitacora.pages.mentions import grouped, mentions
from bitacora.pages.presenter import Presenter
from bitacora.pages.record_page import record_page
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.documents import Documento
from bitacora.records.media_types import media_name
from bitacora.records.partial_date import PartialDate
from bitacora.records.unknown import NoInformado
from bitacora.spanish import count_of, language_name, number, sentence_case, sort_key

HEAD = PageHead(
    "documentos/index.md",
    "Documentos",
    kind="Listado",
    description="Los documentos de donde salen los datos, del más nuevo al más antiguo.",
)
ROWS = ("Documento", "Fecha", "Clase", "Idioma", "Formato", "Lectura con lector de pantalla")
HOW_MANY = "Cuántos"


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """The list of documents, then the page of each one."""
    presenter = Presenter(edition)
    found = _newest_first(edition.register.all(Documento))
    yield writer.page(HEAD, "documentos", _index(presenter, found))
    for record in found:
        yield _page(writer, presenter, record)


def _index(presenter: Presenter, found: Sequence[Documento]) -> dict[str, object]:
    edition = presenter.edition
    cited = sum(bool(edition.register.incoming.get((it.kind, it.id))) for it in found)
    languages = [language(item) for item in found]
    return {
        "gobierno": inline(edition.entity.nombre_corto),
        "hay": bool(found),
        "catalogo": catalogue(edition, "documento", "documentos"),
        "total": count_of(len(found), "documento", "documentos"),
        "numero": number(len(found)),
        "enlazados": number(sum(not isinstance(item.enlace, NoInformado) for item in found)),
        "citados": number(cited),
        "encabezado": ROWS,
        "filas": [_row(presenter, item) for item in found],
        "por_tipo": _by_code(edition, "tipos_documento", "Clase", [it.tipo for it in found]),
        "por_lectura": _by_code(
            edition,
            "accesibilidades_documento",
            "Lectura con lector de pantalla",
            [item.accesible for item in found],
        ),
        "por_clasificacion": _by_code(
            edition,
            "clasificaciones_informacion",
            "Clasificación",
            [item.clasificacion for item in found],
        ),
        "por_idioma": counted(
            [(name, languages.count(name)) for name in sorted(set(languages), key=sort_key)],
            ("Idioma", HOW_MANY),
        ),
    }


def _by_code(edition: Edition, codelist: str, title: str, codes: Sequence[str]) -> Table:
    """How many are of each code that occurs, in the order of the list."""
    return counted(
        [
            (code.nombre, codes.count(code.codigo))
            for code in edition.lists.all(codelist)
            if code.codigo in codes
        ],
        (title, HOW_MANY),
    )


def language(item: Documento) -> str:
    """The language of a document in words, as plain text."""
    return sentence_case(language_name(item.idioma) or item.idioma)


def _newest_first(documents: tuple[Documento, ...]) -> list[Documento]:
    """By date; those without one at the end; of the same date, by title."""
    by_title = sorted(documents, key=lambda item: sort_key(item.titulo))
    return sorted(by_title, key=lambda item: _day(item.fecha), reverse=True)


def _day(moment: PartialDate | NoInformado) -> date:
    return date.min if isinstance(moment, NoInformado) else moment.last


def _row(presenter: Presenter, item: Documento) -> tuple[str, ...]:
    view = presenter.view(item)
    return (
        presenter.link(item),
        short_moment(item.fecha),
        view["tipo"] or NOTHING,
        inline(language(item)),
        inline(media_name(item.formato)),
        view["accesible"],
    )


def _page(writer: Writer, presenter: Presenter, record: Documento) -> Artefact:
    found = mentions(presenter, record)
    cited = sum(len(group.found) for group in found)
    view = presenter.view(record)
    values = {
        "formato": inline(media_name(record.formato)),
        "idioma": inline(language(record)),
        "guarda": view["custodia"] or view["responsable"],
        "citas": grouped(presenter, found, parts=False),
        "total_citas": count_of(cited, "ficha o fila lo cita", "fichas y filas lo citan"),
    }
    return record_page(writer, presenter, record, "documento", values)
