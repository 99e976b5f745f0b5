"""Ordering puts a file in its one form and never changes what it says."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from bitacora.authoring.ordering import Ordered, Surroundings, ordered_file
from bitacora.edition import shipped_lists
from bitacora.sources import Sources, parse_text
from tiny_world import SHOWN, WORLD

CASES = Path(__file__).parent / "cases" / "ordering"
ENTITY = "entidad.yml"


def cases(*names: str) -> list[dict[str, Any]]:
    """The golden cases of some files."""
    return [
        case
        for name in names
        for case in yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    ]


def around(decimal: str = "") -> Surroundings:
    """What the files of the tiny world are read with; ``decimal`` is the sign that its entity
    declares for every table."""
    raw = (WORLD / ENTITY).read_bytes()
    if decimal:
        raw += f'formatos:\n  - archivo: "*.csv"\n    decimal: {decimal}\n'.encode()
    source, _ = parse_text(raw, ENTITY, SHOWN)
    assert source is not None
    return Surroundings.of(shipped_lists(), Sources((source,), ()))


AROUND = around()


def order(path: str, text: str | bytes, surroundings: Surroundings = AROUND) -> Ordered:
    """What comes of ordering a text at a place of the tiny world."""
    raw = text.encode("utf-8") if isinstance(text, str) else text
    return ordered_file(raw, path, SHOWN, surroundings)


@pytest.mark.parametrize(
    "case", cases("fichas", "comentarios", "tablas"), ids=lambda case: case["caso"]
)
def test_case(case: dict[str, Any]) -> None:
    surroundings = around(case.get("formatos", ""))
    text = case["antes"].replace("\n", case.get("saltos", "\n"))
    raw = text.encode(case.get("codificacion", "utf-8"))
    found = order(case["archivo"], raw, surroundings)
    assert not found.left_alone, found
    assert found.text == case["despues"]
    assert list(found.changes) == case["cambios"]
    again = order(case["archivo"], found.text, surroundings)
    assert again == Ordered(found.text)


@pytest.mark.parametrize("case", cases("intactos"), ids=lambda case: case["caso"])
def test_what_cannot_be_ordered_is_left_alone(case: dict[str, Any]) -> None:
    found = order(case["archivo"], case["antes"])
    assert found.left_alone
    assert found.text == ""
    if "regla" in case:
        assert case["regla"] in {fault.regla for fault in found.faults}
    else:
        assert case["frase"] in found.reason


AXIS = (WORLD / "ejes" / "vender.yml").read_text(encoding="utf-8") + "# fin\n"
COUNTS = (WORLD / "conteos.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("writer", "path", "text", "damage"),
    [
        ("record_files.yaml_text", "ejes/vender.yml", AXIS, ("numero: 2", "numero: 3")),
        ("record_files.yaml_text", "ejes/vender.yml", AXIS, ("actualizado: ", "# actualizado: ")),
        ("record_files.yaml_text", "ejes/vender.yml", AXIS, ("# fin", "")),
        ("record_files.yaml_text", "ejes/vender.yml", AXIS, ("numero: 2", "numero: '2")),
        ("table_files.csv_text", "conteos.csv", COUNTS, ("2026-07-01", "2026-07-02")),
    ],
    ids=["otro valor", "un campo menos", "un comentario menos", "ilegible", "otra celda"],
)
def test_nothing_is_written_that_says_something_else(
    writer: str, path: str, text: str, damage: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    module, _, function = f"bitacora.authoring.ordering.{writer}".rpartition(".")
    sound = getattr(import_module(module), function)

    def damaged(*arguments: object) -> str:
        made = str(sound(*arguments))
        assert damage[0] in made
        return made.replace(*damage, 1)

    monkeypatch.setattr(f"{module}.{function}", damaged)
    assert "cambiaría lo que dice" in order(path, text).reason
