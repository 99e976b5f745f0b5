"""The moment of the edition: the only place that reads the clock."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

HOME = ZoneInfo("America/Bogota")
DAY, HOUR = "%Y-%m-%d", "%Y-%m-%dT%H:%M"


def edition_moment(flag: str | None = None, environ: Mapping[str, str] = os.environ) -> datetime:
    """The moment an edition speaks from, in Bogotá, without zone.

    It is ``flag`` (AAAA-MM-DD, or AAAA-MM-DDTHH:MM) if given, else BITACORA_FECHA, else
    SOURCE_DATE_EPOCH (seconds; only its day, in UTC), else now. A day without hour begins at
    midnight, so that what is announced for an hour of that day stays in. An empty value counts as
    not given. Raises ``ValueError``, in words for people, when the one chosen is no date.
    """
    if flag:
        return _written(flag, "--fecha")
    if named := environ.get("BITACORA_FECHA"):
        return _written(named, "BITACORA_FECHA")
    if seconds := environ.get("SOURCE_DATE_EPOCH"):
        return _counted(seconds)
    return datetime.now(HOME).replace(tzinfo=None)


def _written(text: str, name: str) -> datetime:
    for form in (DAY, HOUR):
        try:
            moment = datetime.strptime(text, form)
        except ValueError:
            continue
        if moment.strftime(form) == text:
            return moment
    raise ValueError(
        f"{name}: no entiendo la fecha «{text}»; escríbala AAAA-MM-DD, como 2026-11-21, o con la "
        "hora, como 2026-11-21T10:00."
    )


def _counted(seconds: str) -> datetime:
    try:
        day = datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(
            f"SOURCE_DATE_EPOCH: no entiendo «{seconds}»; debe ser un número entero de segundos "
            "desde el 1 de enero de 1970."
        ) from None
    return datetime.combine(day, time(0))
