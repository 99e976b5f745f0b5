"""Whatever is thrown at the ordering, the facts stay the same, so do the comments."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from ruamel.yaml import YAML

from bitacora.authoring.ordering import (
    Ordered,
    Surroundings,
    canonical_csv,
    canonical_yaml,
    ordered_file,
    updated_yaml,
)
from bitacora.canonical import Value
from bitacora.edition import shipped_lists
from bitacora.reading.faults import plain_value
from bitacora.reading.records import kind_of_file
from bitacora.records.fields import shapes
from bitacora.records.kinds import BY_NAME
from bitacora.records.plain import value_of
from bitacora.records.record import Registro
from bitacora.records.values import CodeOf, Number, Whole
from bitacora.sources import SourceFile, data_files, parse_text, read_folder
from messy_yaml import MARK, Scribe
from tiny_world import WORLD

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (WORLD, ROOT / "data", *sorted((ROOT / "examples").glob("*/data")))
SHOWN = "data"
SEEDS = st.integers(0, 2**32)


def surroundings(folder: Path) -> Surroundings:
    """What the files of a folder are read with."""
    return Surroundings.of(shipped_lists(), read_folder(folder, SHOWN))


AROUND = {folder: surroundings(folder) for folder in FOLDERS}
PLACES = [(folder, path, name) for folder in FOLDERS for path, name in data_files(folder)]
RECORDS = [place for place in PLACES if place[2].endswith(".yml")]
TABLES = [place for place in PLACES if place[2].endswith(".csv")]


def order(folder: Path, name: str, raw: bytes) -> Ordered:
    """What comes of ordering these bytes in the place of a file."""
    return ordered_file(raw, name, SHOWN, AROUND[folder])


def read(name: str, raw: bytes) -> SourceFile:
    """The entries of a file that can be read."""
    source, problems = parse_text(raw, name, SHOWN)
    assert source is not None, problems
    return source


@settings(max_examples=150, deadline=None)
@given(place=st.sampled_from(RECORDS), seed=SEEDS, commented=st.booleans())
def test_however_a_record_is_written_it_gets_the_same_bytes(
    place: tuple[Path, Path, str], seed: int, commented: bool
) -> None:
    folder, path, name = place
    canonical = order(folder, name, path.read_bytes()).text
    record = read(name, canonical.encode()).entries[0]
    scribe = Scribe(Random(seed), commented)
    text = scribe.text(record)
    found = order(folder, name, text.encode())
    assert not found.left_alone, (text, found)
    assert comments(found.text) == Counter(scribe.comments)
    assert without_comments(found.text) == without_comments(canonical)
    assert order(folder, name, found.text.encode()) == Ordered(found.text)


def comments(text: str) -> Counter[str]:
    """The comments that the scribe writes, wherever they are."""
    return Counter(re.findall(rf"{MARK}[^\n]*", text))


def without_comments(text: str) -> list[str]:
    """The lines of a text that say something."""
    lines = (re.sub(rf"[ \t]*{MARK}.*", "", line) for line in text.split("\n"))
    return [line for line in lines if line and not line.lstrip().startswith("#")]


@settings(max_examples=60, deadline=None)
@given(place=st.sampled_from(TABLES), seed=SEEDS)
def test_however_a_table_is_written_it_gets_the_same_bytes(
    place: tuple[Path, Path, str], seed: int
) -> None:
    folder, path, name = place
    canonical = order(folder, name, path.read_bytes()).text
    chance = Random(seed)
    header, *rows = csv.reader(StringIO(canonical, newline=""))
    columns = chance.sample(range(len(header)), len(header))
    if not name.startswith("listas/"):
        chance.shuffle(rows)
    out = StringIO(newline="")
    writer = csv.writer(
        out,
        delimiter=chance.choice(",;\t"),
        quoting=chance.choice((csv.QUOTE_ALL, csv.QUOTE_MINIMAL)),
        lineterminator=chance.choice(("\n", "\r\n")),
    )
    spare = [""] * chance.randint(0, 2)
    for row in (header, *rows):
        writer.writerow([*(row[column] for column in columns), *spare])
        if chance.random() < 0.1:
            writer.writerow([""] * (len(header) + len(spare)))
    text = out.getvalue()
    raw = text.encode(chance.choice(("utf-8", "utf-8-sig")))
    found = order(folder, name, raw)
    assert not found.left_alone, found
    assert found.text == canonical
    assert order(folder, name, canonical.encode()) == Ordered(canonical)


VISIBLE = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Zs"))
TRICKY = ("no", "~", "null", "1e3", "0x1F", ".inf", "---", "- a", "? b", "a: b", "c #d", "'a'", '"')
SHORT = (
    st.text(VISIBLE, min_size=1)
    | st.sampled_from(TRICKY)
    | st.from_regex(r"[-:?#'\"\[\]{}!&*%@`|> ,0-9.a]{1,8}", fullmatch=True)
)


@settings(max_examples=400, deadline=None)
@given(short=SHORT, long=st.text(st.sampled_from("ab #:-'\"|\n\t"), min_size=1))
def test_any_text_is_written_so_that_it_is_read_back(short: str, long: str) -> None:
    name = "objetivos/uno.yml"
    text = canonical_yaml(BY_NAME["objetivo"], {"numero": short, "nota": long, "eje": "uno"})
    source, problems = parse_text(text.encode(), name, SHOWN)
    assert source is not None, text
    if any(problem.is_error for problem in problems):
        # A sign that nobody sees, which no data file may have.
        return
    told = plain_value(source.entries[0])
    one_line = unicodedata.normalize("NFC", " ".join(short.split()))
    assert told.get("numero", "") == one_line
    assert told.get("nota", "") == re.sub(r"[ \t]+(?=\n)", "", long).strip(" \t\n")
    assert order(WORLD, name, text.encode()).text == text


def test_other_programs_take_for_text_what_is_text() -> None:
    reader = YAML(typ="safe", pure=True)
    for folder, path, name in RECORDS:
        kind = kind_of_file(name)
        assert kind is not None
        told = reader.load(order(folder, name, path.read_bytes()).text)
        strange = list(mistyped(told, kind.model))
        assert strange == [], path


def mistyped(told: dict[str, Any], model: type[BaseModel]) -> Iterator[tuple[str, object]]:
    """The values that YAML 1.2 takes for something else than their field holds."""
    for shape in shapes(model):
        value = told.get(shape.name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                assert shape.block is not None
                yield from mistyped(one, shape.block)
            elif isinstance(one, bool | int | float) and (
                isinstance(one, bool) or not isinstance(shape.value_type, Number | Whole | CodeOf)
            ):
                yield shape.name, one


@settings(max_examples=80, deadline=None)
@given(place=st.sampled_from(RECORDS), seed=SEEDS)
def test_a_changed_record_keeps_its_comments_and_all_else(
    place: tuple[Path, Path, str], seed: int
) -> None:
    folder, path, name = place
    kind = kind_of_file(name)
    assert kind is not None
    before = read(name, order(folder, name, path.read_bytes()).text.encode()).entries[0]
    chance = Random(seed)
    scribe = Scribe(chance, with_comments=True)
    text = scribe.text(before)
    gone = str(chance.choice(before.keys()))
    changes: dict[str, Value] = {gone: None, "nota": "Una nota: nueva", "banderas": ["dos", "uno"]}
    found = updated_yaml(kind, text, changes)
    wanted = {**plain_value(before), **changes}
    if wanted[gone] is None:
        del wanted[gone]
    assert plain_value(read(name, found.encode()).entries[0]) == wanted
    assert comments(found) == Counter(scribe.comments)


def test_a_change_keeps_each_comment_beside_what_it_explains() -> None:
    text = """# arriba

# el eje que dijo el Concejo
eje: uno
ods: # según la matriz
  - 4 # educación
  - 17 # alianzas
# por confirmar
nota: Vieja
"""
    changes: dict[str, Value] = {"ods": ["4", "5"], "numero": Decimal("1.20"), "nota": None}
    assert (
        updated_yaml(BY_NAME["objetivo"], text, changes)
        == """# arriba

# el eje que dijo el Concejo
eje: uno
numero: '1.20'
ods: # según la matriz
  - 4 # educación
  - 5 # alianzas

# por confirmar
"""
    )
    with pytest.raises(ValueError, match="comilla"):
        updated_yaml(BY_NAME["objetivo"], "eje: 'uno", {})


@pytest.mark.parametrize("place", TABLES, ids=lambda place: place[2])
def test_a_table_made_from_its_records_has_the_same_bytes(place: tuple[Path, Path, str]) -> None:
    folder, path, name = place
    kind = kind_of_file(name)
    if kind is None:
        return
    text = order(folder, name, path.read_bytes()).text
    source = read(name, text.encode())
    rows = [plain_value(entry) for entry in source.entries]
    columns = list(map(str, source.entries[0].keys()))
    assert canonical_csv(kind, reversed(rows), columns[::-1]) == text
    records = records_of(folder, source)
    made = canonical_csv(kind, map(fields_of, records), columns)
    assert records_of(folder, read(name, made.encode())) == records


def records_of(folder: Path, source: SourceFile) -> list[Registro]:
    """What a table is read as."""
    return [item.record for item in AROUND[folder].reading_of(source).located]


def fields_of(record: Registro) -> dict[str, Value]:
    """A record as plain data."""
    told = value_of(record)
    assert isinstance(told, dict)
    return told


def test_a_new_table_has_the_columns_it_needs_and_no_other() -> None:
    row: dict[str, Value] = {
        "actualizado": "2026-07-01",
        "id": "uno",
        "declarado": 15,
        "nota": None,
        "banderas": ["conteo_no_cuadra", "texto_duplicado"],
        "estado": "",
    }
    assert canonical_csv(BY_NAME["conteo"], [row]) == (
        "id,tabla,declarado,descripcion,fuente,actualizado,banderas,responsable\n"
        "uno,,15,,,2026-07-01,conteo_no_cuadra|texto_duplicado,\n"
    )
    with pytest.raises(ValueError, match=r"«a\|b» lleva el signo «\|»"):
        canonical_csv(BY_NAME["conteo"], [{**row, "banderas": ["a|b"]}])
    with pytest.raises(ValueError, match="no cabe en la celda"):
        canonical_csv(BY_NAME["accion"], [{"id": "uno", "presupuesto": [{"concepto": "Buses"}]}])


def test_a_new_record_has_its_schema_and_says_yes_in_words() -> None:
    made = canonical_yaml(
        BY_NAME["hermanamiento"],
        {"vigencia_indefinida": True, "contraparte": "Porto", "orden_en_fuente": 7, "nota": None},
        schema="../esquema.json",
    )
    assert made == (
        "# yaml-language-server: $schema=../esquema.json\n"
        "contraparte: Porto\norden_en_fuente: 7\nvigencia_indefinida: sí\n"
    )


PIECES = (
    *("\n", "\r\n", "\t", "  ", "- ", "-", ": ", "#", " # x", "[", "]", "{", "}", ", ", "'", '"'),
    *("|", ">-", "---", "? ", "&a ", "*a", "!t ", "~", "nombre: ", "ods: ", ";", ",", "ñ"),
    *("\u00a0", "\u2028"),
)


@settings(max_examples=300, deadline=None)
@given(
    place=st.sampled_from(PLACES),
    seed=SEEDS,
    pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6),
)
def test_a_spoilt_file_is_ordered_or_left_alone_but_never_breaks_the_program(
    place: tuple[Path, Path, str], seed: int, pieces: list[str]
) -> None:
    folder, path, name = place
    chance = Random(seed)
    text = path.read_text(encoding="utf-8")[:4000]
    for piece in pieces:
        start = chance.randint(0, len(text))
        text = text[:start] + piece + text[start + chance.randint(0, 3) :]
    found = order(folder, name, text.encode(chance.choice(("utf-8", "utf-16", "utf-8-sig"))))
    if not found.left_alone:
        assert order(folder, name, found.text.encode()) == Ordered(found.text)


@settings(max_examples=300, deadline=None)
@given(lines=st.lists(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), max_size=8))
def test_no_text_at_all_breaks_the_program(lines: list[str]) -> None:
    for name in ("objetivos/uno.yml", "conteos.csv", "listas/sinonimos.csv"):
        found = order(WORLD, name, "\n".join(lines).encode())
        if not found.left_alone:
            assert order(WORLD, name, found.text.encode()) == Ordered(found.text)
