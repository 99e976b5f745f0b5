"""The short command of a site: its text, told where the program is."""

from __future__ import annotations

PATH = "bitacora"
"""Where it stands in a site."""
SOURCE = "scripts/bitacora"
"""Where its text stands in this repository."""
HERE = {"SITIO": "..", "PROGRAMA": ".", "PROGRAMA_ORIGEN": "", "PROGRAMA_VERSION": ""}
"""What that text says, for the site in the program's own folder."""
SPECIAL = frozenset('"$`\\')
"""What a shell would not take for text between double quotes."""


def launcher_for(text: str, program: str, origin: str = "", version: str = "") -> str:
    """The text of the command with what tells it where the program is: the way from the site's
    folder, what git clones it from where it is not there, at which commit."""
    told = {
        "SITIO": ".",
        "PROGRAMA": program,
        "PROGRAMA_ORIGEN": origin,
        "PROGRAMA_VERSION": version,
    }
    for name, value in HERE.items():
        text = text.replace(f'\n{name}="{value}"\n', f'\n{name}="{_quoted(told[name])}"\n')
    return text


def _quoted(value: str) -> str:
    return "".join(f"\\{sign}" if sign in SPECIAL else sign for sign in value)
