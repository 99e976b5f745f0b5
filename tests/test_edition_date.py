"""The moment of the edition: which source wins, and what a bad one says."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from edition_date import edition_moment

NAMED = {"BITACORA_FECHA": "2026-06-30"}
COUNTED = {"SOURCE_DATE_EPOCH": "1767225599"}


@pytest.mark.parametrize(
    ("flag", "environ", "expected"),
    [
        ("2026-11-21", NAMED | COUNTED, date(2026, 11, 21)),
        (None, NAMED | COUNTED, date(2026, 6, 30)),
        ("", NAMED, date(2026, 6, 30)),
        (None, COUNTED, date(2025, 12, 31)),
        (None, {"BITACORA_FECHA": ""} | COUNTED, date(2025, 12, 31)),
        ("2026-11-21T10:30", NAMED, datetime(2026, 11, 21, 10, 30)),
    ],
)
def test_the_first_source_given_wins(
    flag: str | None, environ: dict[str, str], expected: date
) -> None:
    whole = expected if isinstance(expected, datetime) else datetime.combine(expected, time(0))
    assert edition_moment(flag, environ) == whole


def test_without_a_source_it_is_now_in_bogota() -> None:
    before = datetime.now(ZoneInfo("America/Bogota")).replace(tzinfo=None)
    assert before <= edition_moment(None, {}) <= before + timedelta(minutes=1)


@pytest.mark.parametrize(
    "text", ["mañana", "21/11/2026", "2026-1-2", "2026-02-30", "20261121", "2026-11-21T25:00"]
)
def test_a_bad_date_says_how_to_write_it(text: str) -> None:
    with pytest.raises(ValueError, match="escríbala AAAA-MM-DD"):
        edition_moment(text, {})


@pytest.mark.parametrize("seconds", ["ayer", "1.5", "9" * 30])
def test_bad_seconds_say_what_they_are(seconds: str) -> None:
    with pytest.raises(ValueError, match="número entero de segundos"):
        edition_moment(None, {"SOURCE_DATE_EPOCH": seconds})
