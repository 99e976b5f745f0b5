"""The data folder as an import finds it: its files read, their bytes, what they are read with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bitacora.authoring.ordering.files import ordered_file
from bitacora.authoring.ordering.surroundings import Surroundings
from bitacora.edition import Review, review_of, shipped_lists
from bitacora.sources import ClosingText, SourceFile, Sources


@dataclass(frozen=True, slots=True)
class Folder:
    """Its files as read, the bytes of each by its path, its closing acts, how people know it."""

    sources: Sources
    raw: Mapping[str, bytes]
    closings: tuple[ClosingText, ...]
    shown: str
    around: Surroundings

    @classmethod
    def of(
        cls,
        sources: Sources,
        raw: Mapping[str, bytes],
        closings: tuple[ClosingText, ...],
        shown: str,
    ) -> Folder:
        """The folder with what its files are read with."""
        return cls(sources, raw, closings, shown, Surroundings.of(shipped_lists(), sources))

    def review(self, as_of: date) -> Review:
        """All that is in it at a date, with its problems."""
        return review_of(self.sources, self.closings, self.shown, as_of)

    def file(self, path: str) -> SourceFile | None:
        """One of its files, read."""
        return next((file for file in self.sources.files if file.path == path), None)

    def in_order(self, path: str, text: str) -> bytes:
        """A text in canonical form; ``ValueError``, in words, where it cannot be put in it."""
        found = ordered_file(text.encode("utf-8"), path, self.shown, self.around)
        if found.left_alone:
            faults = "; ".join(f"{one.mensaje} {one.remedio}" for one in found.faults)
            raise ValueError(
                f"No se pudo escribir {self.shown}/{path}: {faults or found.reason} Corríjalo y "
                "vuelva a importar."
            )
        return found.text.encode("utf-8")
