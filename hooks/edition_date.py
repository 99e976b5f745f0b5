"""The date of the edition: the only place that reads the clock."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

HOME = ZoneInfo("America/Bogota")


def edition_date(flag: str | None = None, environ: Mapping[str, str] = os.environ) -> date:
    """The date an edition speaks from.

    It is ``flag`` (AAAA-MM-DD) if given, else BITACORA_FECHA, else SOURCE_DATE_EPOCH (seconds,
    in UTC), else today in Bogotá. An empty value counts as not given. Raises ``ValueError``,
    in words for people, when the one chosen is no date.
    """
    if flag:
        return _written(flag, "--fecha")
    if named := environ.get("BITACORA_FECHA"):
        return _written(named, "BITACORA_FECHA")
    if seconds := environ.get("SOURCE_DATE_EPOCH"):
        return _counted(seconds)
    return datetime.now(HOME).date()


def _written(text: str, name: str) -> date:
    complaint = f"{name}: no entiendo la fecha «{text}»; escríbala AAAA-MM-DD, como 2026-11-21."
    try:
        day = datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise ValueError(complaint) from None
    if day.isoformat() != text:
        raise ValueError(complaint)
    return day


def _counted(seconds: str) -> date:
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(
            f"SOURCE_DATE_EPOCH: no entiendo «{seconds}»; debe ser un número entero de segundos "
            "desde el 1 de enero de 1970."
        ) from None
