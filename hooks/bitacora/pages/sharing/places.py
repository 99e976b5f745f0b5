"""Where a page and what it speaks of are read."""

from __future__ import annotations

from dataclasses import dataclass

from bitacora.records.institution import Entidad


def served(path: str) -> str:
    """The address of a page's file below that of the site: «acciones/feria.md» is read at
    «acciones/feria/»."""
    if not path.endswith(".md"):
        return path
    return f"{path.removesuffix('.md')}/".removesuffix("index/")


@dataclass(frozen=True, slots=True)
class Here:
    """A page from which others are named: by their whole address where that of the site is known,
    else by the way from this one."""

    entity: Entidad
    path: str

    def to(self, path: str) -> str:
        """The address of a page or file of the site."""
        up = "../" * served(self.path).count("/") or "./"
        return self.entity.address_of(served(path)) or f"{up}{served(path)}"

    @property
    def itself(self) -> str:
        """The address of this page."""
        return self.to(self.path)
