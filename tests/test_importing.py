"""Spreadsheets imported: the rows that are there, or a refusal at its cell; no wrong figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bitacora.authoring.importing.folder import Folder
from bitacora.authoring.importing.planning import Plan, Wish, plan_import
from bitacora.authoring.importing.resolving import Status
from bitacora.authoring.importing.telling import told
from bitacora.authoring.importing.values import written
from bitacora.authoring.importing.workbook import read_book
from bitacora.edition import Review
from bitacora.quarters import Period
from bitacora.sources import overlaid, read_closings, read_folder
from messy_sheets import made
from tiny_world import SHOWN, WORLD

CASES = [
    case
    for file in sorted((Path(__file__).parent / "cases" / "importing").glob("*.yml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]
MACHINE_WORDS = re.compile(
    r"\b(None|null|True|False|str|int|float|tuple|dict|list|Decimal|Enum|Traceback|value|field)\b"
)
TODAY = date(2026, 10, 20)


@cache
def data_folder() -> Folder:
    """The tiny world as an import finds it."""
    sources = read_folder(WORLD, SHOWN)
    raw = {file.path: (WORLD / file.path).read_bytes() for file in sources.files}
    return Folder.of(sources, raw, read_closings(WORLD, SHOWN), SHOWN)


def wish_of(case: Mapping[str, Any]) -> Wish:
    """What the case asks for."""
    options = case.get("opciones", {})
    return Wish(
        case.get("fecha", TODAY),
        options.get("como", ""),
        str(options.get("hoja", "")),
        Period.parse(options["periodo"]) if "periodo" in options else None,
    )


@cache
def reviewed(as_of: date) -> Review:
    """The review of the tiny world at a date."""
    return data_folder().review(as_of)


def planned(case: Mapping[str, Any]) -> Plan:
    """The plan of importing a case into the tiny world."""
    wish = wish_of(case)
    book = read_book(made(case), case["archivo"])
    return plan_import(book, wish, data_folder(), reviewed(wish.as_of))


def rows_of(plan: Plan) -> dict[str, dict[str, Any]]:
    """The records that the plan makes or changes, by kind and id, each with its fields."""
    return {
        f"{row.kind.name} {row.id}": {
            name: written(getattr(row.record, name)) for name in type(row.record).model_fields
        }
        for row in plan.rows
        if row.status in (Status.NEW, Status.CHANGED)
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["nombre"])
def test_case(case: dict[str, Any]) -> None:
    folder = data_folder()
    if "error" in case:
        with pytest.raises(ValueError, match=re.escape(case["error"])):
            planned(case)
        return
    plan = planned(case)
    text = told(plan, SHOWN, True)
    refused = [f"{one.where}: {one.message} {one.remedy}" for one in plan.refusals]
    assert len(refused) == len(case.get("rechaza", ())), refused
    for expected, found in zip(case.get("rechaza", ()), refused, strict=True):
        for part in [expected] if isinstance(expected, str) else expected:
            assert part in found
    expected_rows = case.get("filas", {})
    if not refused:
        rows = rows_of(plan)
        assert sorted(rows) == sorted(expected_rows)
        for name, fields in expected_rows.items():
            assert {one: rows[name][one] for one in fields} == fields, name
    for words in case.get("dice", ()):
        assert words in text
    assert not MACHINE_WORDS.search(text), text
    assert not refused or not plan.files
    _assert_nothing_the_second_time(case, plan, folder)


def _assert_nothing_the_second_time(case: dict[str, Any], plan: Plan, folder: Folder) -> None:
    """What was imported and is imported again, another day, changes no byte."""
    if plan.refusals:
        return
    after = Folder.of(
        overlaid(folder.sources, plan.files, SHOWN),
        {**folder.raw, **plan.files},
        folder.closings,
        SHOWN,
    )
    wish = wish_of(case)
    later = Wish(date(2026, 11, 3), wish.folder, wish.sheet, wish.period)
    book = read_book(made(case), case["archivo"])
    again = plan_import(book, later, after, after.review(later.as_of))
    assert (again.refusals, dict(again.files)) == ((), {})
