"""What a change means to the public, by golden cases: two worlds, the words that come out."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from bitacora.authoring.comparing import markdown, promises
from bitacora.authoring.comparing.as_json import as_json
from bitacora.authoring.comparing.change import Change, Touched
from bitacora.authoring.comparing.compare import compare
from bitacora.authoring.comparing.details import details
from bitacora.authoring.comparing.markdown import as_markdown, escaped
from bitacora.authoring.comparing.side import Side
from bitacora.authoring.comparing.telling import short
from bitacora.authoring.comparing.text import as_text
from bitacora.checks.all import RULES
from bitacora.edition import load_edition
from bitacora.problems import Severity
from bitacora.publication import artefacts
from closed_world import (
    LATE,
    LATER,
    REPORT,
    ROWS,
    act_of,
    append,
    close,
    closed_world,
    declared,
    edit,
    errors,
)
from comparing_cases import MOMENT, changed, side
from rule_examples import base_cases
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN

FOLDER = Path(__file__).parent / "cases" / "comparing"
CASES = yaml.safe_load((FOLDER / "cambios.yml").read_text(encoding="utf-8"))
AGAINST = "Comparado con «main» (cambio 0123abcd, del 1 de julio de 2026)."
REMADE = os.environ.get("GOLDEN") == "rehacer"
MACHINE_WORDS = re.compile(r"\b(None|True|False|str|int|Decimal|nuevo\(|dict|list|tuple)\b")


def named(case: dict[str, Any]) -> str:
    """How a case is called in the list of tests."""
    return str(case["nombre"])


@dataclass(frozen=True)
class Compared:
    """A case with both its states, compared."""

    before: Side
    after: Side
    change: Change
    folder: Path


Worlds = Callable[[str], Compared]


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Worlds:
    """The cases by name, each compared once."""
    made: dict[str, Compared] = {}

    def compared(name: str) -> Compared:
        if name not in made:
            case, folder = next(it for it in CASES if it["nombre"] == name), tmp_path_factory
            made[name] = _compared(case, folder.mktemp(name))
        return made[name]

    return compared


def _compared(case: dict[str, Any], folder: Path) -> Compared:
    before = side(changed(folder / "antes", case.get("antes", ())))
    after = side(changed(folder / "despues", case.get("despues", ())))
    return Compared(before, after, compare(before, after), folder)


def _both(found: Compared) -> tuple[Change, Side]:
    return found.change, found.after


@pytest.mark.parametrize("case", CASES, ids=named)
def test_case(case: dict[str, Any], worlds: Worlds) -> None:
    found = worlds(case["nombre"])
    touched = Touched(data=("data/ejes/vender.yml",) if case.get("despues") else ())
    change, lists = replace(found.change, touched=touched), found.after.found.lists
    told = {
        "texto.txt": as_text(change, lists, AGAINST) + "\n",
        "comentario.md": as_markdown(change, lists, AGAINST),
        "cambio.json": as_json(change, lists, AGAINST) + "\n",
    }
    folder = FOLDER / case["nombre"]
    for name, text in told.items():
        if REMADE:
            folder.mkdir(exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        assert text == (folder / name).read_text(encoding="utf-8")
    assert not MACHINE_WORDS.search(told["texto.txt"])
    assert len(short(change, lists).lines) <= 8


def test_every_case_has_its_folder_and_no_other() -> None:
    kept = {path.name for path in FOLDER.iterdir() if path.is_dir()}
    assert kept == {case["nombre"] for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=named)
def test_going_back_undoes_it(case: dict[str, Any], worlds: Worlds) -> None:
    found = worlds(case["nombre"])
    before, after, there = found.before, found.after, found.change
    back = compare(after, before)
    if not there.pages.moved:
        records = [[(it.kind, it.id) for it in way.records] for way in (there, back)]
        assert records[0] == records[1]
    assert set(there.new_problems) == set(back.solved)
    assert [(it.before, it.after) for it in there.figures if it.before and it.after] == [
        (it.after, it.before) for it in back.figures if it.before and it.after
    ]
    assert compare(after, after).is_nothing


@pytest.mark.parametrize(
    "name", ["ficha-retirada", "nombre-cambiado-con-direccion", "practica-nueva"]
)
def test_the_addresses_are_those_of_the_pages_that_are_made(name: str, worlds: Worlds) -> None:
    found = worlds(name)
    was, now = (_pages(found.folder / it / SHOWN) for it in ("antes", "despues"))
    pages = found.change.pages
    moved = {address for both in pages.moved for address in both}
    assert now - was == (set(pages.new) | moved | set(pages.withdrawn)) - was
    assert was - now == set(pages.gone)


def _pages(data: Path) -> set[str]:
    edition = load_edition(data, SHOWN, AS_OF, MOMENT.time())
    made = artefacts(edition, (ROOT / "content" / "templates",))
    return {f"{it.path.removesuffix('.md')}/" for it in made if it.is_page}


# What needs the data before


PROMISES = base_cases()


@pytest.mark.parametrize("case", PROMISES, ids=lambda case: str(case["regla"]))
def test_a_broken_promise_is_told_until_it_is_mended(case: dict[str, Any], tmp_path: Path) -> None:
    day = case.get("fecha", AS_OF)
    steps = [*case.get("antes", ())]

    def state(name: str, more: list[Any]) -> Side:
        data = changed(tmp_path / name, [*steps, *more])
        return side(data, datetime.combine(day, MOMENT.time()))

    before, after = state("antes", []), state("despues", case["despues"])
    change = compare(before, after)
    assert [str(fault) for fault in change.faults] == case["problemas"]
    assert change.can_be_published is (change.faults[0].severidad is not Severity.ERROR)
    if "arreglo" in case:
        mended = compare(before, state("bien", [*case["despues"], *case["arreglo"]]))
        assert mended.faults == ()
        assert mended.new_errors == ()


def test_every_promise_has_a_case() -> None:
    assert {case["regla"] for case in PROMISES} == set(promises.BASE_RULES)
    assert not set(promises.BASE_RULES) & {rule.id for rule in RULES}


def test_a_message_leads_to_its_rule_on_the_published_site_and_no_other(
    worlds: Worlds, tmp_path: Path
) -> None:
    def told_from(place: str) -> dict[str, Any]:
        return {
            "archivo": "entidad.yml",
            "busca": "pais: CO\n",
            "pone": f"pais: CO\ndireccion_sitio: https://{place}.example/\n",
        }

    gone = {"archivo": "buenas-practicas/mercado-flotante.yml", "borra": "todo"}
    before = side(changed(tmp_path / "antes", [told_from("publicado")]))
    after = side(changed(tmp_path / "despues", [told_from("ajeno"), gone]))
    change, lists = compare(before, after), after.found.lists
    address = "https://publicado.example/reglas/cambios/#regla-ficha-sin-rastro"
    shown = as_markdown(change, lists, AGAINST)
    assert f": [ficha\\-sin\\-rastro](<{address}>)\n" in shown
    assert "<https://ajeno" not in shown
    (row, *_) = json.loads(as_json(change, lists, AGAINST))["por_corregir"]
    assert row["ayuda"] == address
    # Where nothing is published yet, nobody vouches for an address.
    unknown = compare(worlds("nada").before, after)
    assert "](<" not in as_markdown(unknown, lists, AGAINST)


@pytest.mark.parametrize(
    ("name", "file", "filled"),
    [
        ("ficha-borrada", "retiros.csv", "Su ciudad pidió quitarla."),
        ("nombre-cambiado", "direcciones.csv", "documento:plan"),
    ],
)
def test_the_row_to_paste_mends_it(
    name: str, file: str, filled: str, worlds: Worlds, tmp_path: Path
) -> None:
    found = worlds(name)
    data = shutil.copytree(found.folder / "despues" / SHOWN, tmp_path / SHOWN)
    faults = [it for it in found.change.faults if it.is_error]
    assert faults
    for fault in faults:
        row = fault.remedio.split("\n")[-1]
        append(data / file, re.sub(r"\([^)]*\)", filled, row) + "\n")
    mended = side(data)
    assert [str(it) for it in compare(found.before, mended).faults] == []
    assert [str(it) for it in mended.found.problems if it.is_error] == []


def test_without_a_table_of_withdrawals_its_header_comes_along(tmp_path: Path) -> None:
    steps = [{"archivo": "retiros.csv", "borra": "todo"}]
    before = side(changed(tmp_path / "antes", steps))
    steps.append({"archivo": "buenas-practicas/mercado-flotante.yml", "borra": "todo"})
    after = side(changed(tmp_path / "despues", steps))
    (fault,) = compare(before, after).faults
    order, header, row = fault.remedio.split("\n")
    assert order.endswith("pegue esto en data/retiros.csv (si ya existe, solo la segunda línea):")
    assert header.startswith("id,tipo,ficha,")
    assert row.startswith("retiro-mercado-flotante,buena-practica,mercado-flotante,")


@pytest.fixture
def closed(tmp_path: Path) -> tuple[Side, Path]:
    """The world with a closed quarter, and a copy of it to be changed."""
    (tmp_path / "uno").mkdir()
    (tmp_path / "dos").mkdir()
    before = closed_world(tmp_path / "uno")
    return side(before, _later()), closed_world(tmp_path / "dos")


def _later() -> datetime:
    return datetime.combine(LATER, MOMENT.time())


def test_a_deleted_act_is_told_even_where_the_report_goes_back(closed: tuple[Side, Path]) -> None:
    before, data = closed
    act_of(data).unlink()
    edit(data / REPORT, "estado: definitivo", "estado: preliminar")
    assert errors(data) == ()
    change = compare(before, side(data, _later()))
    assert [it.regla for it in change.faults] == ["acta-borrada"]
    assert not change.can_be_published
    assert "Se borró el acta de cierre del informe 2026-T2." in change.faults[0].mensaje
    words = dict(short(change, before.found.lists).lines)["Informes"]
    assert words == (
        "Se reabre el del segundo trimestre de 2026, que ya estaba cerrado. Cuidado: 1 error toca "
        "informes ya cerrados."
    )


def test_a_row_of_a_closed_quarter_is_at_risk(closed: tuple[Side, Path]) -> None:
    before, data = closed
    edit(data / ROWS, "2026-T2,reportado,1,", "2026-T2,reportado,2,")
    change = compare(before, side(data, _later()))
    assert {it.regla for it in change.at_risk} == {"cierre-roto"}
    told = as_text(change, before.found.lists, AGAINST)
    assert "Cuidado: 1 error toca informes ya cerrados." in told
    assert "usó «1» en «valor» y ahora dice «2»" in told


def test_a_correction_in_sight_of_all_is_no_breach(closed: tuple[Side, Path]) -> None:
    before, data = closed
    append(data / ROWS, LATE)
    (problem,) = errors(data)
    append(data / REPORT, declared(problem))
    assert close(data, day=LATER).exit_code == 0
    change = compare(before, side(data, _later()))
    assert change.can_be_published
    assert change.faults == ()
    words = dict(short(change, before.found.lists).lines)["Informes"]
    assert words == (
        "Se corrige el del segundo trimestre de 2026, que ya estaba cerrado, en su versión 2."
    )


def test_an_act_rewritten_by_hand_is_told(closed: tuple[Side, Path]) -> None:
    before, data = closed
    text = act_of(data).read_text(encoding="utf-8")
    digest = json.loads(text)["versiones"][0]["huella"]
    act_of(data).write_text(text.replace(digest, "0" * len(digest)), encoding="utf-8")
    change = compare(before, side(data, _later()))
    assert [it.regla for it in change.faults] == ["acta-cambiada"]


@pytest.mark.parametrize(
    "file", ["entidad.yml", "estrategia/mundo.yml", "dependencias.csv", "redes.csv"]
)
@pytest.mark.parametrize("way", ["borrado", "cortado", "ilegible"])
def test_broken_files_are_told_and_take_nothing_for_deleted(
    file: str, way: str, worlds: Worlds, tmp_path: Path
) -> None:
    data = changed(tmp_path, ())
    raw = (data / file).read_bytes()
    if way == "borrado":
        (data / file).unlink()
    else:
        (data / file).write_bytes(raw[: len(raw) // 2] if way == "cortado" else b"\xff\x00" + raw)
    broken, sound = side(data), worlds("nada").before
    there, back = compare(sound, broken), compare(broken, sound)
    lists = sound.found.lists
    assert there.is_broken
    assert not there.can_be_published
    assert back.was_broken
    assert back.can_be_published
    for told in (as_text, as_markdown, as_json):
        assert told(there, lists, AGAINST) != told(back, lists, AGAINST)
    if way != "borrado":
        assert [str(it) for it in there.faults] == []


# Whoever proposes a change writes its values


def test_no_value_becomes_a_link_a_tag_or_a_call() -> None:
    hostile = "[a](https://b.example) ![c](d) <img src=x> @quien www.e.example `f` &lt; ~~~ \\"
    shown = escaped(hostile)
    assert not re.search(r"(?<!\\)[\[\]()`~!]|<|@q|://|www\.|&(?!amp;|lt;)", shown)
    # What is left once Markdown has read it is what was written, but for marks nobody sees.
    read = re.sub(r"\\(.)", r"\1", shown).replace(markdown.WORD_JOINER, "")
    assert read.replace("&lt;", "<").replace("&amp;", "&") == hostile


def test_what_must_not_be_repeated_is_not(worlds: Worlds) -> None:
    change, after = _both(worlds("datos-de-personas"))
    for told in (as_text, as_markdown, as_json):
        assert "310" not in told(change, after.found.lists, AGAINST)


def test_a_draft_is_counted_and_never_named(worlds: Worlds) -> None:
    change, after = _both(worlds("borrador-nuevo"))
    assert "secreto" not in as_text(change, after.found.lists, AGAINST)
    assert change.hidden == 1


def test_a_comment_always_fits(worlds: Worlds, monkeypatch: pytest.MonkeyPatch) -> None:
    change, after = _both(worlds("bloques-y-textos"))
    whole = as_markdown(change, after.found.lists, AGAINST)
    monkeypatch.setattr(markdown, "MOST_BYTES", len(whole.encode()) - 200)
    cut = as_markdown(change, after.found.lists, AGAINST)
    assert len(cut.encode()) <= markdown.MOST_BYTES
    assert cut.rstrip().endswith(markdown.CUT)
    assert cut.count("<details>") == cut.count("</details>") == whole.count("<details>") - 1


def test_long_sections_are_cut(worlds: Worlds, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "MOST_LINES", 1)
    change, after = _both(worlds("ficha-borrada"))
    told = as_markdown(change, after.found.lists, AGAINST)
    assert "- … y 1 más." in told


def test_many_files_of_the_program_are_counted(worlds: Worlds) -> None:
    change, after = _both(worlds("nada"))
    files = Touched(program=tuple(f"scripts/{number:02}.py" for number in range(30)))
    before = compare(after, after, files)
    (section,) = details(before, after.found.lists)
    assert section.heading == "Otros archivos (30)"
    assert section.lines[-1].text == "… y 10 más"
    assert before.is_nothing
    assert change.is_nothing
