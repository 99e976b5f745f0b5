"""The project's own Python, for a script that was started with another."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

PYTHON = Path(__file__).resolve().parent.parent / ".venv" / "bin" / "python"

# Done on import, before the script imports what only that Python has.
if importlib.util.find_spec("bitacora") is None:
    if not PYTHON.exists() or Path(sys.prefix) == PYTHON.parent.parent:
        sys.exit("Falta preparar el entorno de trabajo. Corra primero: make site")
    os.execv(PYTHON, [str(PYTHON), *sys.argv])

import espanol  # noqa: E402, F401 (click is there only from here on)
import ordenes  # noqa: E402, F401
