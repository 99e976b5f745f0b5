"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def written(path: Path, content: str | bytes) -> None:
    """Put the whole content in place at once, so that a file is never half written; one that exists
    keeps its permissions."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode if path.exists() else 0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
