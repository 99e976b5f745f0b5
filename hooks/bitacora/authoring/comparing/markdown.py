"""A change as the comment of a proposal: short, with the details folded.

The values come from whoever proposes the change, so that none may become a link, an image, a mark
of HTML or a call to somebody's attention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bitacora.authoring.comparing.change import Change
from bitacora.authoring.comparing.details import Line, Section, details
from bitacora.authoring.comparing.telling import short
from bitacora.reading.code_lists import CodeLists
from bitacora.rulebook.book import help_of

MARK = "<!-- bitacora:comparar -->"
"""The first line of the comment, by which it is found again."""
MOST_BYTES = 60_000
"""How long a comment may be: the places where it is put take 65 536 letters."""
MOST_LINES = 100
"""How many lines a section shows."""
CUT = (
    "Aquí no cabe todo. Para verlo entero, corra en su equipo: python scripts/comparar.py --base "
    "main"
)
TO_PASTE = "Qué pegar y dónde"
WORD_JOINER = "\N{WORD JOINER}"
_CALLS = re.compile(r"@|:(?=//)|www(?=\.)", re.IGNORECASE)
"""What sites turn into a call or a link even in plain text."""
_MARKS = re.compile(r"([\\`*_{}\[\]()#+!|~>-])")


def as_markdown(change: Change, lists: CodeLists, against: str) -> str:
    """The comment: the verdict, the short lines, what must be mended, then each section folded.
    Sections that do not fit are left out, and it is said."""
    told = short(change, lists)
    head = [MARK, f"### {escaped(told.verdict)}", "", *_items(told.lines), "", escaped(against)]
    parts = ["\n".join(head)]
    room = MOST_BYTES - _size(parts[0]) - _size(CUT) - 2
    for section in details(change, lists):
        text = _section(section, change.site)
        room -= _size(text) + 2
        if room < 0:
            parts.append(CUT)
            break
        parts.append(text)
    return "\n\n".join(parts) + "\n"


def _size(text: str) -> int:
    return len(text.encode("utf-8"))


def _items(lines: Iterable[tuple[str, str]]) -> list[str]:
    return [f"- **{head}.** {escaped(words)}" for head, words in lines]


def _section(section: Section, site: str | None) -> str:
    title = section.heading
    shown = [text for line in section.lines[:MOST_LINES] for text in _line(line, site)]
    more = len(section.lines) - MOST_LINES
    if more > 0:
        shown.append(f"- … y {more} más.")
    body = "\n".join(shown)
    if section.urgent:
        return f"#### {title}\n\n{body}"
    return f"<details><summary>{title}</summary>\n\n{body}\n\n</details>"


def _line(line: Line, site: str | None) -> list[str]:
    first = f"- {escaped(line.text)}"
    if line.rule and (address := help_of(line.rule, site)):
        rule = escaped(line.rule)
        first = f"{first.removesuffix(escaped(f'[{line.rule}]'))}[{rule}](<{address}>)"
    shown = [first, *(f"  - {escaped(text)}" for text in line.under)]
    if line.exact:
        fence = _fence("\n".join(line.exact))
        block = [f"{fence}text", *line.exact, fence]
        fold = [f"<details><summary>{TO_PASTE}</summary>", "", *block, "", "</details>"]
        shown += ["", *(f"  {text}".rstrip() for text in fold), ""]
    return shown


def _fence(text: str) -> str:
    """A fence longer than any run of backticks inside it."""
    runs = [len(run) for run in re.findall("`+", text)]
    return "`" * max(3, 1 + max(runs, default=0))


def escaped(text: str) -> str:
    """Plain text that Markdown shows as it is, and that calls nobody."""
    safe = _MARKS.sub(r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))
    return _CALLS.sub(rf"\g<0>{WORD_JOINER}", safe)
