"""The glossary's words found in the sentences of templates, never in texts from data.

Templates are read as Jinja reads them: only what stands outside every ``{{ }}`` is a sentence of
the site. There each word of the glossary becomes a call to ``termino``, which explains it the
first time that a page says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

# Where a word is no part of a sentence that can be explained: links, headings, buttons, code.
CLOSED = re.compile(r"a|abbr|button|code|dt|figcaption|h[1-6]|label|option|summary|th|title")
MARKUP = r"""
    (?P<tag></?[a-zA-Z][^<>]*>?)
    |(?P<code>`[^`]*`?)
    |(?P<attributes>\{:[^}]*\}?)
    |(?P<target>\]\([^)]*\)?)
    |(?P<opening>\[)
    |(?P<closing>\])
"""
PAGE = ".md.j2"
ENDS = {"tag": ">", "attributes": "}", "target": ")"}
CALL = (("name", "termino"), ("lparen", "("))


@dataclass(slots=True)
class Place:
    """Where in a template the reading goes: what is open, whether the line is a sentence."""

    line_begins: bool = True
    sentence: bool = True
    closed: int = 0
    bracket: int = 0
    awaited: str = ""

    @property
    def explains(self) -> bool:
        """Whether a word that stands here may be explained."""
        return self.sentence and not self.closed and self.bracket <= 0

    def new_line(self) -> None:
        """A link, a target or an attribute list never goes past its line; a tag may."""
        self.line_begins, self.sentence, self.bracket = True, True, 0
        if self.awaited != ">":
            self.awaited = ""

    def begin(self, line: str) -> None:
        """Headings and rows of tables are no sentences."""
        if self.line_begins and line.strip():
            self.sentence = line.lstrip()[0] not in "#|"
            self.line_begins = False

    def pass_by(self, kind: str, text: str) -> None:
        """Some markup was read."""
        if kind in ENDS and not text.endswith(ENDS[kind]):
            self.awaited = ENDS[kind]
        if kind == "tag":
            name = re.sub(r"\W.*", "", text.strip("</"), flags=re.S)
            if CLOSED.fullmatch(name):
                self.closed += -1 if text.startswith("</") else 1
        elif kind == "opening":
            self.bracket += 1
        elif kind in ("closing", "target"):
            self.bracket -= 1


class OwnSentences(Extension):
    """Asks ``termino`` for each word of ``own_words``, which the environment holds: how each is
    written (in lower case; an acronym as it is) and its code."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The same template with its words asked for; macros and what is no page stay as is."""
        words: Mapping[str, str] = getattr(self.environment, "own_words", {})
        name = stream.name or ""
        if not words or name.startswith("_") or not name.endswith(PAGE):
            yield from stream
            return
        pattern, place = _pattern(words), Place()
        for token in stream:
            if token.type == "data":
                for piece in _pieces(token.value, pattern, place):
                    yield from _tokens(piece, words, token.lineno)
            else:
                if token.type == "variable_begin" and place.line_begins:
                    place.line_begins = False
                yield token


def _pattern(words: Mapping[str, str]) -> re.Pattern[str]:
    longest = sorted(words, key=lambda word: (-len(word), word))
    acronyms = "|".join(re.escape(word) for word in longest if not word.islower())
    others = "|".join(re.escape(word) for word in longest if word.islower())
    # No word matches where the list has none of its kind.
    word = f"(?:{acronyms or '(?!)'})|(?i:{others or '(?!)'})"
    return re.compile(rf"(?P<word>(?<![\w-])(?:{word})(?![\w-]))|{MARKUP}", re.VERBOSE)


def _pieces(text: str, pattern: re.Pattern[str], place: Place) -> Iterator[tuple[bool, str]]:
    """The text cut in pieces, each with whether it is a word to explain."""
    for index, line in enumerate(text.split("\n")):
        if index:
            place.new_line()
            yield False, "\n"
        place.begin(line)
        yield from _in_line(line, pattern, place)


def _in_line(line: str, pattern: re.Pattern[str], place: Place) -> Iterator[tuple[bool, str]]:
    start = 0
    if place.awaited:
        start = line.find(place.awaited) + 1
        if not start:
            yield False, line
            return
        place.awaited = ""
    told = 0
    for found in pattern.finditer(line, start):
        kind = str(found.lastgroup)
        if kind != "word":
            place.pass_by(kind, found[0])
        elif place.explains:
            yield False, line[told : found.start()]
            yield True, found[0]
            told = found.end()
    yield False, line[told:]


def _tokens(piece: tuple[bool, str], words: Mapping[str, str], line: int) -> Iterator[Token]:
    explained, text = piece
    if not explained:
        if text:
            yield Token(line, "data", text)
        return
    code = words.get(text) or words[text.lower()]
    given: tuple[tuple[str, Any], ...] = (
        ("variable_begin", "{{"),
        *CALL,
        ("string", code),
        ("comma", ","),
        ("string", text),
        ("rparen", ")"),
        ("variable_end", "}}"),
    )
    yield from (Token(line, kind, value) for kind, value in given)
