"""Posts, never persons: what in a text looks like somebody's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bitacora.checks.rule import Finding
from bitacora.records.record import Registro

TREATMENT = re.compile(
    r"\b(?i:se[ñn]or(?:a|es|as)?|sra?|dra?|don|do[ñn]a|ing|lic)\b\.? +[A-ZÁÉÍÓÚÑ]"
)


def named_persons(
    record: Registro, places: Sequence[tuple[tuple[str | int, ...], str | None]]
) -> Iterator[Finding]:
    """A finding for each text (with its path) that looks like a person's name; it is not repeated,
    for logs are public too."""
    for path, text in places:
        if text and TREATMENT.search(text):
            yield Finding(
                record,
                path,
                "Parece el nombre de una persona.",
                "Escriba solo el cargo o la dependencia.",
                private=True,
            )
