"""The report pages of a site turned into PDF files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.printing.blocks import Blocks, sections
from bitacora.printing.compiling import compiled
from bitacora.printing.cover import Cover, covers, site_address
from bitacora.printing.destinations import Destinations
from bitacora.printing.opening import opening
from bitacora.printing.own_colours import dressed
from bitacora.printing.tree import Element, page_title, page_tree
from bitacora.printing.typst_code import array, block, string, words

TEMPLATE = "informe.typ"


def documents(
    edition: Edition, pages: Sequence[Artefact], templates: Sequence[Path]
) -> Iterator[Artefact]:
    """The PDF of each report, beside its page; the folders of templates come first to last."""
    folders = FileSystemLoader([str(folder / "print") for folder in templates])
    look = dressed(folders.get_source(Environment(), TEMPLATE)[0], edition.entity)
    by_path = {page.path: page for page in pages}
    for cover in covers(edition, pages):
        if page := by_path.get(cover.path):
            made = printed(look, cover, str(page.content), site_address(edition))
            yield Artefact(pdf_path(cover.path), made)


@lru_cache(maxsize=128)
def printed(look: str, cover: Cover, content: str, site: str) -> bytes:
    """A page as PDF. One already printed in this process is not printed again: while a site is
    being previewed most reports stay as they were."""
    return compiled(typst_source(look, cover, content, site), cover.day)


def pdf_path(page: str) -> str:
    """Where the PDF of a page stands."""
    return page.removesuffix(".md") + ".pdf"


def typst_source(look: str, cover: Cover, content: str, site: str) -> str:
    """The whole document as Typst: the look, what the cover tells, the body of the page."""
    root = page_tree(content)
    places = Destinations(cover.path, site, root.anchors())
    blocks = Blocks(places, root)
    first = opening(root)
    # The cover names the entity already.
    facts = [pair for pair in blocks.pairs(first.facts) if pair[1] != words(cover.entity)]
    values = {
        "titulo": string(page_title(content)),
        "entidad": string(cover.entity),
        "estado": string(cover.state),
        "tono": string(cover.tone),
        "huella": string(cover.digest),
        "direccion": string(cover.address),
        "pie": string(cover.foot),
        "inventado": string(cover.invented),
        "frase": block(blocks.line(first.lead)),
        "datos": array(array(map(block, pair)) for pair in facts),
        "apertura": block(blocks.set(first.rest)),
    }
    given = ",\n  ".join(f"{name}: {value}" for name, value in values.items())
    body = _body(first.body, blocks)
    return "\n\n".join([look, f"#show: informe.with(\n  {given},\n)", *body, ""])


def _body(nodes: Sequence[Element | str], blocks: Blocks) -> Iterator[str]:
    lying = False
    for wide, section in sections(nodes):
        if wide != lying:
            yield "#set page(..acostada)" if wide else "#set page(..de-pie)"
            lying = wide
        yield blocks.set(section)
