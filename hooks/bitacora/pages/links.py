"""Where each thing of the site lives, with links to it."""

from __future__ import annotations

from bitacora.pages.escape import inline
from bitacora.records.record import Registro
from bitacora.register import kind_named, kind_of

UP = "../"
"""Every page but the first lives one folder below the root, so links begin with one step up."""

CODE_FOLDERS = {"ods": "ods", "agendas": "agendas", "paises": "paises"}


def page_path(record: Registro) -> str:
    """The path of a record's page in the site's documents."""
    return f"{kind_of(record).folder}/{record.id}.md"


def code_path(codelist: str, code: str) -> str | None:
    """The path of the page of a code whose list has pages (ODS, agendas, countries), else None.

    Of the countries only those of the edition have one, which ``Presenter.code`` looks after.
    """
    folder = CODE_FOLDERS.get(codelist)
    if folder is None:
        return None
    return f"{folder}/ods-{code}.md" if folder == "ods" else f"{folder}/{code.lower()}.md"


def index_path(kind: str) -> str:
    """The path of the index page of a kind."""
    return f"{kind_named(kind).folder}/index.md"


def link(text: str, path: str, base: str = UP) -> str:
    """A Markdown link from a page to another; ``text`` is plain and gets escaped here."""
    return f"[{inline(text)}]({base}{path})"


def record_link(record: Registro, base: str = UP, text: str | None = None) -> str:
    """A link to a record's page, or its plain title where the kind has no pages."""
    shown = text or record.title
    if not kind_of(record).has_pages:
        return inline(shown)
    return link(shown, page_path(record), base)
