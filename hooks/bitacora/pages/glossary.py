"""The glossary of the site."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.pages.escape import inline
from bitacora.pages.explaining import term_anchor
from bitacora.pages.writing import PageHead, Writer
from bitacora.records.codes import Codigo, CodigoGlosario
from bitacora.spanish import count_of, plain, sort_key


def pages(edition: Edition, writer: Writer) -> Iterator[Artefact]:
    """One page with every term, by its initial."""
    terms = sorted(edition.lists.all("glosario"), key=lambda term: sort_key(term.nombre))
    letters: dict[str, list[tuple[str, str]]] = {}
    for term in terms:
        letters.setdefault(plain(term.nombre)[:1].upper(), []).append(_entry(term))
    values = {
        "total": count_of(len(terms), "término", "términos"),
        "letras": [(inline(letter), entries) for letter, entries in letters.items()],
        "siglas": [
            (inline(term.sigla), inline(term.nombre))
            for term in sorted(terms, key=lambda term: sort_key(getattr(term, "sigla", "") or ""))
            if isinstance(term, CodigoGlosario) and term.sigla
        ],
    }
    yield writer.page(PageHead("glosario/index.md", "Glosario", "Glosario"), "glosario", values)


def _entry(term: Codigo) -> tuple[str, str]:
    acronym = term.sigla if isinstance(term, CodigoGlosario) else None
    name = f"{term.nombre} ({acronym})" if acronym else term.nombre
    return f"{inline(name)} {{: #{term_anchor(term.codigo)} }}", inline(term.definicion or "")
