"""Entries of news as an Atom feed (RFC 4287): the same entries, the same text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Comment, Element, SubElement, indent, tostring

ATOM = "http://www.w3.org/2005/Atom"
MEDIA = "application/atom+xml"
RELATIVE = (
    " No se conoce la dirección del sitio: los enlaces parten de la carpeta de este archivo. "
)


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news. ``page`` is its address, whole or from the folder of the feed;
    ``related`` one outside the site."""

    id: str
    title: str
    updated: datetime
    page: str
    summary: str
    category: str
    related: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself; ``itself`` is its own address, if anybody knows it."""

    id: str
    title: str
    subtitle: str
    updated: datetime
    author: str
    page: str
    itself: str | None = None
    author_page: str | None = None


def atom_text(feed: Feed, items: Sequence[Item]) -> str:
    """The file, indented, with its declaration."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "es-CO"})
    if feed.itself is None:
        root.append(Comment(RELATIVE))
    _line(root, "id", feed.id)
    _line(root, "title", feed.title)
    _line(root, "subtitle", feed.subtitle)
    _line(root, "updated", feed.updated.isoformat())
    author = SubElement(root, "author")
    _line(author, "name", feed.author)
    if feed.author_page:
        _line(author, "uri", feed.author_page)
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.page})
    if feed.itself is not None:
        SubElement(root, "link", {"rel": "self", "type": MEDIA, "href": feed.itself})
    for item in items:
        _entry(root, item)
    indent(root)
    text = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _entry(root: Element, item: Item) -> None:
    entry = SubElement(root, "entry")
    _line(entry, "id", item.id)
    _line(entry, "title", item.title)
    _line(entry, "updated", item.updated.isoformat())
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": item.page})
    if item.related:
        SubElement(entry, "link", {"rel": "related", "href": item.related})
    SubElement(entry, "category", {"term": item.category})
    _line(entry, "summary", item.summary)


def _line(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
