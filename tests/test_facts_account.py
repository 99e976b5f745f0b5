"""What the sources say, record by record: each is shown in a named place, or left out with why.

``tests/facts`` has a table for each file of facts. In a row, ``registro`` is the record, ``dice``
what it says, and then one of two things. Either ``sitio`` and ``lugar`` tell where it is shown:
a record of a site (``clase/id``, or ``clase/id:campo``), a code of a list, a field of a model, a
rule, a case of the anomalies; with ``valor``, words that stand there, and ``banderas``, the
warnings the record carries. Or ``motivo`` tells why it is left out.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from bitacora.checks.all import RULES
from bitacora.edition import Edition, load_edition
from bitacora.records.fields import shapes
from bitacora.records.kinds import BY_NAME
from bitacora.records.plain import value_of
from bitacora.records.record import Registro

HERE = Path(__file__).parent
ROOT = HERE.parent
AS_OF = date(2026, 11, 21)
SITES = {
    "demostracion": "data",
    "bogota": "examples/bogota/data",
    "quindio": "examples/quindio/data",
    "cali": "examples/cali/data",
    "medellin": "examples/medellin/data",
    "barranquilla": "examples/barranquilla/data",
}
RULE_IDS = {rule.id for rule in RULES}
CASES = {
    case["id"]
    for case in yaml.safe_load((HERE / "cases/anomalias.yml").read_text(encoding="utf-8"))
}

COUNTS = {
    # file: (records, of them left out)
    "00_documentos_fuente": (18, 0),
    "01_bogota_2012_2016": (115, 3),
    "01_bogota_2012_2016_resultados": (40, 0),
    "02_bogota_2024_2027": (38, 0),
    "03_hermanamientos": (58, 0),
    "03_hermanamientos_conteos": (5, 1),
    "04_redes": (51, 0),
    "04_redes_conteos_y_catalogo": (45, 4),
    "05_ejes_hitos": (14, 0),
    "05_estrategias_de_materializacion": (65, 0),
    "06_cifras": (79, 0),
    "07_quindio_contexto": (35, 1),
    "07_quindio_plan_2022_2023": (7, 0),
    "08_criterios_cualitativos": (74, 1),
    "09_criterios_cuantitativos": (64, 0),
    "09_criterios_cuantitativos_conteo": (10, 0),
    "10_agendas_globales": (16, 0),
    "11_buenas_practicas": (57, 0),
    "12_partes_interesadas": (95, 0),
    "13_aspectos_de_un_proyecto": (17, 0),
    "14_allas_que_medir": (35, 12),
    "15_factores_de_sostenibilidad": (37, 0),
    "16_nivia_tablas": (49, 23),
    "17_otros_marcos_de_la_guia": (180, 86),
    "18_anomalias_para_pruebas": (35, 0),
}

Row = dict[str, str]


def table(stem: str) -> list[Row]:
    """The account of one file of facts."""
    text = (HERE / "facts" / f"{stem}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), strict=True))


def every_row() -> Iterator[tuple[str, Row]]:
    for stem in COUNTS:
        for row in table(stem):
            yield stem, row


ROWS = list(every_row())
SHOWN = [(stem, row) for stem, row in ROWS if row["sitio"]]


@cache
def site(name: str) -> Edition:
    return load_edition(ROOT / SITES[name], SITES[name], AS_OF)


def record_at(row: Row) -> Registro | None:
    """The record of a site that a row names."""
    kind, record_id = row["lugar"].partition(":")[0].split("/")
    return site(row["sitio"]).register.find(kind, record_id)


def words(text: object) -> str:
    """The words of a text, for comparing whatever its signs and capitals are."""
    found = re.findall(r"[^\W_]+", str(text).casefold())
    return f" {' '.join(found)} "


def texts(value: object) -> Iterator[str]:
    """Each single text or number inside a value, as words."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif value is not None:
        yield words(value)


def shown_at(row: Row) -> tuple[str, ...]:
    """All that the place of a row says; nothing where there is no such place."""
    place, _, field = row["lugar"].partition(":")
    kind, _, code = place.partition("/")
    if row["sitio"] == "listas":
        listed = site("demostracion").lists.lists.get(kind, {}).get(code)
        return tuple(texts(listed.model_dump())) if listed else ()
    if row["sitio"] == "campos":
        found = [one for one in shapes(BY_NAME[kind].model) if one.name == code]
        return tuple(words(one.description) for one in found)
    if row["sitio"] == "reglas":
        return (words(code),) if code in RULE_IDS else ()
    if row["sitio"] == "pruebas":
        return (words(code),) if code in CASES else ()
    record = record_at(row)
    if record is None:
        return ()
    value = value_of(getattr(record, field) if field else record)
    return tuple(texts(value))


def failures(found: Iterator[str]) -> None:
    told = list(found)
    assert not told, "\n".join(told)


def test_every_file_of_facts_has_its_table() -> None:
    assert {path.stem for path in (HERE / "facts").iterdir()} == set(COUNTS)


@pytest.mark.parametrize("stem", COUNTS)
def test_no_record_is_dropped_in_silence(stem: str) -> None:
    rows = table(stem)
    names = [row["registro"] for row in rows]
    assert len(set(names)) == len(names)
    assert all(row["dice"] for row in rows)
    assert (len(rows), sum(bool(row["motivo"]) for row in rows)) == COUNTS[stem]


def test_each_record_is_shown_or_left_out_with_why() -> None:
    failures(
        f"{stem}: {row['registro']}"
        for stem, row in ROWS
        if bool(row["motivo"]) == bool(row["sitio"] and row["lugar"])
        or (row["motivo"] and (row["sitio"] or row["lugar"] or row["valor"]))
    )


def test_each_place_exists() -> None:
    failures(
        f"{stem}: {row['registro']}: {row['sitio']} {row['lugar']}"
        for stem, row in SHOWN
        if not shown_at(row)
    )


def test_each_place_says_it() -> None:
    failures(
        f"{stem}: {row['registro']}: «{row['valor']}» in {row['sitio']} {row['lugar']}"
        for stem, row in SHOWN
        if row["valor"] and not any(words(row["valor"]) in text for text in shown_at(row))
    )


def test_each_record_keeps_the_warnings_of_its_source() -> None:
    def missing() -> Iterator[str]:
        for stem, row in SHOWN:
            record = record_at(row) if row["banderas"] else None
            lost = set(row["banderas"].split("|")) - set(record.banderas) if record else set()
            if lost:
                yield f"{stem}: {row['registro']}: {sorted(lost)} in {row['lugar']}"

    failures(missing())


def test_most_is_shown() -> None:
    left_out = sum(bool(row["motivo"]) for _, row in ROWS)
    assert left_out / len(ROWS) < 0.11
