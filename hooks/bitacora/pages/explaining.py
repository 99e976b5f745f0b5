"""What a page explains where it stands: the words of the glossary, the figures, the acronyms.

A word is a button that opens its note, which needs no script: pointer, touch and keyboard alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape

from bitacora.edition import Edition
from bitacora.pages.escape import inline
from bitacora.pages.meanings import MEANINGS
from bitacora.records.codes import CodigoGlosario
from bitacora.spanish import long_date
from bitacora.tallies.acronyms import Acronym, acronyms, is_acronym

GLOSSARY = "glosario/"
METHOD = "metodo/"
UNEXPLAINED = frozenset({"glosario/index.md"})
"""Pages that are the explanation themselves."""
BEFORE_A_NUMBER, WHOLE = r"(?=\d)", r"(?![\w-])"
WRITTEN = re.compile(r"\w[\w -]*")
OUT_OF_SIGHT = re.compile(r"<[^>]*>|\]\([^)\n]*\)|\{:[^}\n]*\}|&#\d+;|`[^`\n]*`")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary with its note, both safe."""

    name: str
    definition: str


@dataclass(frozen=True)
class Explainer:
    """All that the pages of an edition may explain; an empty one explains only figures."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    acronyms: tuple[Acronym, ...] = ()
    today: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any acronym, whole, as the text of a page has it."""
        each = (
            re.escape(one.letters) + (BEFORE_A_NUMBER if one.numbered else WHOLE)
            for one in sorted(self.acronyms, key=lambda one: (-len(one.letters), one.letters))
        )
        return re.compile(rf"(?<![\w-])(?:{'|'.join(each) or '(?!)'})")


def explainer(edition: Edition) -> Explainer:
    """What the glossary and the registers of an edition let its pages explain."""
    found = [term for term in edition.lists.all("glosario") if isinstance(term, CodigoGlosario)]
    return Explainer(
        {it.codigo: Term(inline(_name(it)), inline(it.definicion or "")) for it in found},
        {word: term.codigo for term in found for word in _words(term)},
        acronyms(edition.register, edition.lists),
        long_date(edition.as_of),
    )


def _words(term: CodigoGlosario) -> Iterator[str]:
    if not term.definicion:
        return
    yield from (form.lower() for form in term.formas if WRITTEN.fullmatch(form))
    if term.sigla and is_acronym(term.sigla):
        yield term.sigla


def _name(term: CodigoGlosario) -> str:
    return f"{term.sigla}: {term.nombre}" if term.sigla else term.nombre


def term_anchor(code: str) -> str:
    """The place of a term in the page of the glossary."""
    return code.replace("_", "-")


class OnPage:
    """What one page has explained so far: each word is explained once."""

    def __init__(self, explainer: Explainer, path: str) -> None:
        self._explainer = explainer
        self._root = "../" * (path.removesuffix("index.md").count("/") + (not _is_index(path)))
        self._told: set[str] = set()
        self._silent = path in UNEXPLAINED

    @property
    def functions(self) -> Mapping[str, Callable[..., str]]:
        """What the templates call."""
        return {"termino": self.term, "explicar": self.figure}

    def term(self, code: str, shown: str) -> str:
        """A word of the glossary: the first time with its note, then alone."""
        term = self._explainer.terms.get(code)
        if term is None or self._silent or code in self._told:
            return inline(shown)
        self._told.add(code)
        anchor = term_anchor(code)
        more = self._link(f"«{term.name}» en el glosario", f"{GLOSSARY}#{anchor}")
        hint = '<span class="unseen" data-pagefind-ignore> (qué quiere decir)</span>'
        asked = _button("term__word", f"termino-{anchor}", inline(shown) + hint)
        note = _note(f"termino-{anchor}", term.name, (term.definition, more))
        return f'<span class="term">{asked}{note}</span>'

    def figure(self, key: str, rows: str = "", moment: str = "") -> str:
        """«Qué significa este número» beside a figure; ``rows`` is where its rows are from the root
        of the site, where they are not those of always, and ``moment`` its date in words."""
        meaning, name = MEANINGS[key], f"cifra-{key.replace('_', '-')}"
        if name in self._told:
            return ""
        self._told.add(name)
        title = f"Qué significa este número: {inline(meaning.name)}"
        told = (
            ("Qué cuenta", meaning.counts),
            ("Tenga en cuenta", meaning.beware),
            ("De cuándo es", moment or meaning.moment or self._explainer.today),
        )
        links = (
            self._link(f"Ver las filas: {inline(meaning.name)}", rows or meaning.rows),
            self._link(
                f"Cómo se calcula: {inline(meaning.name)}",
                f"{METHOD}#{meaning.method}" if meaning.method else "",
            ),
        )
        lines = [f"<b>{word}:</b> {inline(text)}" for word, text in told if text]
        shown = f'<span aria-hidden="true">?</span><span class="unseen">{title}</span>'
        asked = _button("help__ask", name, shown)
        note = _note(name, title, (*lines, " · ".join(filter(None, links))))
        return f'<span class="help web-only" data-pagefind-ignore> {asked}{note}</span>'

    def acronyms(self, body: str) -> str:
        """The acronyms that a page says anywhere, spelled out at its end; empty if there are
        none."""
        if self._silent:
            return ""
        seen = unescape(OUT_OF_SIGHT.sub(" ", body))
        found = self._explainer.pattern.finditer(seen)
        said = {(one[0], seen[one.end() : one.end() + 1].isdigit()) for one in found}
        told = [
            f"<b>{inline(one.letters)}{' con un número' if one.numbered else ''}</b>: "
            f"{inline(one.name)}."
            for one in self._explainer.acronyms
            if (one.letters, one.numbered) in said
        ]
        if not told:
            return ""
        return (
            '<p class="acronyms" data-pagefind-ignore><strong>Siglas de esta página.</strong> '
            f"{' '.join(told)}</p>"
        )

    def _link(self, words: str, place: str) -> str:
        return f'<a href="{self._root}{place}">{words}</a>' if place else ""


def _button(css: str, note: str, words: str) -> str:
    return f'<button type="button" class="{css}" popovertarget="{note}">{words}</button>'


def _note(name: str, title: str, lines: Iterable[str]) -> str:
    """What a button opens; search and paper pass it by."""
    told = " ".join(f'<span class="aside__line">{line}</span>' for line in lines if line)
    return (
        f'<span popover id="{name}" class="aside web-only" role="note" data-pagefind-ignore>'
        f'<b class="aside__title">{title}.</b> {told}</span>'
    )


def _is_index(path: str) -> bool:
    return path == "index.md" or path.endswith("/index.md")
