"""Where the links of a printed page lead."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

OUTSIDE = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Destinations:
    """What a link of the page at ``path`` leads to.

    ``site`` is the public address of the site, with its slash, or empty where nobody told it;
    ``anchors`` the places of this page that can be jumped to.
    """

    path: str
    site: str
    anchors: frozenset[str]

    def web(self, target: str) -> str:
        """The full address of a link, or empty: a path alone leads nowhere from paper."""
        if OUTSIDE.match(target):
            return target
        if not self.site or target.startswith("#"):
            return ""
        file, mark, fragment = target.partition("#")
        found = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), file))
        return f"{self.site}{served(found)}{mark}{fragment}"

    def here(self, target: str) -> str:
        """The place of this same document that a link leads to, or empty."""
        name = target.removeprefix("#")
        return name if target.startswith("#") and name in self.anchors else ""


def served(path: str) -> str:
    """The address of a document inside the site, as MkDocs serves it."""
    if not path.endswith(".md"):
        return path
    bare = path.removesuffix(".md")
    name = posixpath.basename(bare)
    return f"{bare.removesuffix('index')}" if name == "index" else f"{bare}/"
