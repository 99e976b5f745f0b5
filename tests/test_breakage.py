"""Breaking any one field of any record is told with file and line, and never a traceback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from bitacora.checks.all import RULES
from bitacora.checks.identity import dangling_references, repeated_ids
from bitacora.checks.rule import World, apply
from bitacora.edition import shipped_lists
from bitacora.problems import Problem
from bitacora.reading.code_lists import CodeLists, read_code_lists
from bitacora.reading.records import Located, Reading, read_records
from bitacora.records.kinds import BY_FOLDER, BY_MODEL, Kind
from bitacora.register import Register, make_register
from bitacora.sources import Mapping, SourceFile, Sources, read_folder
from breaking import (
    Mutant,
    dangling,
    extremes,
    lines,
    missing,
    moved,
    strangers,
    without_each,
    wrong_types,
)
from tiny_world import AS_OF, WORLD

ROOT = Path(__file__).parents[1]
FOLDERS = [
    folder
    for folder in (WORLD, ROOT / "data", *sorted((ROOT / "examples").glob("*/data")))
    if folder.is_dir()
]
Break = Callable[[Mapping, type[BaseModel]], Iterator[Mutant]]

every_folder = pytest.mark.parametrize(
    "folder", FOLDERS, ids=[folder.relative_to(ROOT).as_posix() for folder in FOLDERS]
)


@cache
def read(folder: Path) -> tuple[Sources, CodeLists, Register]:
    """A data folder as it is, read once."""
    sources = read_folder(folder, folder.name)
    lists, _ = read_code_lists(shipped_lists(), sources)
    return sources, lists, make_register(read_records(sources, lists).located)


@cache
def entries(folder: Path) -> dict[Kind, list[tuple[str, Mapping]]]:
    """The entries of each kind of record, each with the path of its file."""
    found: dict[Kind, list[tuple[str, Mapping]]] = {}
    for source in read(folder)[0].files:
        kind = BY_FOLDER.get(source.path.split("/")[0].partition(".")[0])
        if kind is not None:
            found.setdefault(kind, []).extend((source.path, entry) for entry in source.entries)
    return found


def mutants(folder: Path, kind: Kind, how: Break) -> tuple[list[Mutant], Reading]:
    """Every entry of a kind broken in every place, with what comes of reading them.

    Each stands as if in a file of its own, whose name is its number, to tell its problems apart.
    """
    broken: list[Mutant] = []
    files: list[SourceFile] = []
    for path, entry in entries(folder)[kind]:
        for mutant in how(entry, kind.model):
            apart = moved(mutant.entry, str(len(broken)))
            assert isinstance(apart, Mapping)
            broken.append(replace(mutant, entry=apart))
            files.append(SourceFile(path, (apart,)))
    return broken, read_records(Sources(tuple(files), ()), read(folder)[1])


def assert_told(mutant: Mutant, problems: list[Problem]) -> None:
    """Some error names the broken field, on a line of the entry, with a remedy."""
    errors = [problem for problem in problems if problem.is_error]
    about = [p for p in errors if p.campo == mutant.field or p.campo.startswith(f"{mutant.field}.")]
    assert about, f"{mutant.how} in {mutant.field} of {mutant.entry.place}: {errors}"
    first, last = lines(mutant.entry)
    for problem in about:
        # The header of a table is where the name of a column stands.
        assert first <= problem.place.linea <= last or problem.place.linea == 1
        assert problem.mensaje
        assert problem.remedio


@every_folder
@pytest.mark.parametrize("how", [wrong_types, missing, strangers])
def test_a_broken_field_is_told(folder: Path, how: Break) -> None:
    for kind in entries(folder):
        broken, reading = mutants(folder, kind, how)
        found: dict[str, list[Problem]] = {}
        for problem in reading.problems:
            found.setdefault(problem.place.archivo, []).append(problem)
        for number, mutant in enumerate(broken):
            assert_told(mutant, found.get(str(number), []))


@every_folder
def test_a_dangling_reference_is_told(folder: Path) -> None:
    _, lists, register = read(folder)
    for kind in entries(folder):
        broken, reading = mutants(folder, kind, dangling)
        found = {item.entry.place.archivo: item for item in reading.located}
        for number, mutant in enumerate(broken):
            item = found[str(number)]
            alone = World(_holding(register, item), lists, AS_OF)
            assert_told(mutant, list(apply((dangling_references,), alone)))


@every_folder
def test_a_repeated_id_is_told(folder: Path) -> None:
    _, _, register = read(folder)
    for item in register.places.values():
        entry = moved(item.entry, "otro.csv")
        assert isinstance(entry, Mapping)
        twin = Located(item.record, entry, "otro.csv")
        twice = replace(register, located=(*register.located, twin))
        told = [problem for problem in repeated_ids(twice) if problem.place.archivo == "otro.csv"]
        assert [problem.registro for problem in told] == [item.record.id]
        assert item.place().archivo in told[0].mensaje


def _holding(register: Register, item: Located) -> Register:
    key = (item.record.kind, item.record.id)
    return replace(register, located=(item,), places={key: item}, incoming={})


def _rules_on(located: list[Located], lists: CodeLists, as_of: date = AS_OF) -> list[Problem]:
    return list(apply(RULES, World(make_register(located), lists, as_of)))


@pytest.mark.parametrize("how", [without_each, extremes])
def test_rules_bear_any_record_with_an_odd_field(how: Break) -> None:
    _, lists, register = read(WORLD)
    for kind in entries(WORLD):
        broken, reading = mutants(WORLD, kind, how)
        tried: set[tuple[str, str]] = set()
        for item in reading.located:
            mutant = broken[int(item.entry.place.archivo)]
            if (mutant.how, mutant.field) not in tried:
                located = [item if _same(item, it) else it for it in register.located]
                assert all(problem.place.linea for problem in _rules_on(located, lists))
            tried.add((mutant.how, mutant.field))


def _same(one: Located, other: Located) -> bool:
    return (one.record.kind, one.record.id) == (other.record.kind, other.record.id)


def test_rules_bear_a_world_without_any_one_record() -> None:
    _, lists, register = read(WORLD)
    for gone in register.located:
        _rules_on([item for item in register.located if item is not gone], lists)


def test_rules_bear_a_world_without_any_one_kind() -> None:
    _, lists, register = read(WORLD)
    for kind in BY_MODEL.values():
        _rules_on([it for it in register.located if it.record.kind != kind.name], lists)


@every_folder
@pytest.mark.parametrize("as_of", [date(1900, 1, 1), date(2100, 12, 31), date(9999, 12, 31)])
def test_rules_bear_any_date(folder: Path, as_of: date) -> None:
    _, lists, register = read(folder)
    _rules_on(list(register.located), lists, as_of)
