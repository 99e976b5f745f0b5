"""The workflows of this repository, for the repository of another site."""

from __future__ import annotations

import json

PATHS = (".github/workflows/revisar.yml", ".github/workflows/comentar.yml", ".gitlab-ci.yml")
"""Where they stand, in this repository and in the other."""
HERE = {"PROGRAMA": ".", "PROGRAMA_ORIGEN": '""', "PROGRAMA_VERSION": '""'}
"""Where this repository finds the program: in itself."""


def for_site(text: str, program: str, origin: str = "", version: str = "") -> str:
    """The text of a workflow with what tells it where the program is.

    ``program`` leads from the other repository's root to the folder of the program; ``origin`` is
    what git clones it from where that folder is not kept there, at the commit ``version``.
    """
    told = {"PROGRAMA": program, "PROGRAMA_ORIGEN": origin, "PROGRAMA_VERSION": version}
    for name, value in HERE.items():
        text = text.replace(f"  {name}: {value}\n", f"  {name}: {json.dumps(told[name])}\n")
    return text
