"""A report on the page that shows it: its addresses, what its records link to."""

from __future__ import annotations

from dataclasses import dataclass

from bitacora.pages.escape import inline
from bitacora.pages.links import page_path
from bitacora.pages.presenter import WEB, Presenter, web_link
from bitacora.pages.reports.words import slug_of
from bitacora.reading.code_lists import CodeLists
from bitacora.register import kind_of
from bitacora.reports.content import Contenido
from bitacora.reports.published import Published

CORRECTED = '<abbr title="Corregido">(R)</abbr>'


@dataclass(frozen=True, slots=True)
class Sheet:
    """One version of a report on one of its pages.

    ``permanent`` tells the page of that version alone from the one that always shows the latest;
    ``versions`` are all those of its quarter, in order.
    """

    presenter: Presenter
    published: Published
    versions: tuple[Published, ...]
    permanent: bool = False

    @property
    def content(self) -> Contenido:
        """What the report says."""
        return self.published.content

    @property
    def lists(self) -> CodeLists:
        """The code lists of the edition."""
        return self.presenter.edition.lists

    @property
    def slug(self) -> str:
        """The name of its page, with no ending: «2026-t3», «2026-t3-v1»."""
        return slug_of(self.published, permanent=self.permanent)

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"informes/{self.slug}.md"

    @property
    def rows_path(self) -> str:
        """The path of the page with the rows behind its figures."""
        return f"informes/{self.slug}-filas.md"

    def rows(self, shown: str, anchor: str) -> str:
        """A finished figure linked to the rows that make it."""
        return f"[{shown}]({self.slug}-filas.md#{anchor})"

    def record(self, kind: str, record_id: str | None, name: str) -> str:
        """A record as the report calls it, linked to its page while there is one."""
        found = self.presenter.edition.register.find(kind, record_id or "")
        if found is None or not kind_of(found).has_pages:
            return inline(name)
        return self.presenter.to(name, page_path(found))

    def mark(self, *records: str) -> str:
        """The sign of a corrected figure, where an amendment names one of the records that make
        it («recurso:ID»)."""
        mended = {item.registro for item in self.content.enmiendas}
        return f" {CORRECTED}" if mended.intersection(records) else ""

    def proof(self, text: str) -> str:
        """A piece of evidence: a link out, a document of the site, or plain words."""
        return web_link(text) if WEB.match(text) else self.presenter.value(None, text)


def anchored(*parts: str) -> str:
    """An anchor made of codes: «luces-vender-en-meta»."""
    return "-".join(part.replace("_", "-") for part in parts)
