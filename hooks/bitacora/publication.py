"""An edition turned into every artefact it publishes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bitacora.artefacts import Artefact
from bitacora.authoring.forms.places import form_of, has_editor
from bitacora.edition import Edition
from bitacora.exports.all import EXPORTS
from bitacora.exports.server_files import POLICY
from bitacora.exports.tables import tables
from bitacora.pages.all import PAGES
from bitacora.pages.downloads import downloads
from bitacora.pages.explaining import explainer
from bitacora.pages.moved import moved
from bitacora.pages.reports.words import last_report, report_path
from bitacora.pages.search_names import search_names
from bitacora.pages.sharing.cards import card_path, card_words
from bitacora.pages.sharing.described import described
from bitacora.pages.sharing.places import served
from bitacora.pages.site_map import site_map
from bitacora.pages.transparency import transparency
from bitacora.pages.writing import Writer
from bitacora.printing.documents import documents
from bitacora.printing.pictures import picture
from bitacora.spanish import long_date


def artefacts(edition: Edition, templates: Sequence[Path]) -> Iterator[Artefact]:
    """Every page and file of the edition; template folders come first to last, so that a site may
    put its own words before the project's."""
    writer = Writer(templates, explainer(edition))
    pages = [page for make_pages in PAGES for page in make_pages(edition, writer)]
    offered = tables(edition)
    # These speak of what the others made: the tables offered, the pages of the site.
    pages += downloads(edition, writer, offered)
    pages += transparency(edition, writer, offered)
    pages.append(site_map(writer, pages))
    # Addresses left behind are no part of the map.
    pages += moved(edition, writer)
    yield from described(edition, pages, offered)
    for word in card_words(pages):
        yield Artefact(card_path(word), picture(edition, word, templates))
    yield search_names(edition, pages)
    yield from documents(edition, pages, templates)
    for export in EXPORTS:
        yield from export(edition, offered)


def _last_report(edition: Edition) -> dict[str, str] | None:
    last = last_report(edition)
    if last is None:
        return None
    return {
        "title": f"Informe del {last.quarter.spoken}",
        "address": served(report_path(last.quarter)),
    }


def theme_values(edition: Edition, preview: bool) -> dict[str, Any]:
    """What the theme asks for by name. A preview says no policy, for the script that reloads its
    pages stands in them; nor has it the editor, which is put beside the pages once built."""
    values = {
        "edition": edition,
        "edition_date": long_date(edition.as_of),
        "govco": "https://www.gov.co/",
        "last_report": _last_report(edition),
    }
    if preview:
        return values
    editor = {"form_of": form_of} if has_editor(edition.entity) else {}
    return {**values, **editor, "policy": POLICY}
