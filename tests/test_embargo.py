"""What is announced for later stays in: in every byte of every file, until its moment."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.publication import artefacts
from site_builds import ROOT, build
from tiny_world import AS_OF, SHOWN, changed_world

TEMPLATES = (ROOT / "content" / "templates",)
WORD = "xilófono-errante"
REPORT = f"""\
periodo: 2026-T2
estado: preliminar
anunciado: 2026-06-01
publicacion: 2026-07-15
publicacion_hora: "10:00"
resumen: Un {WORD} cruzó el trimestre.
fuente:
  - documento:acta-1
responsable: oficina
actualizado: 2026-07-12
"""
ROWS = "avances/2026-T2.csv"
ANNOUNCED = {"archivo": "informes/2026-t2.yml", "pone": REPORT}
MARKED = {"archivo": ROWS, "busca": "Se publicó el primero.", "pone": f"El {WORD} se publicó."}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The world with its second quarter announced for ten in the morning of the edition's day."""
    return changed_world(tmp_path, [ANNOUNCED, MARKED])


def files_of(edition: Edition) -> dict[str, bytes]:
    return {made.path: made.as_bytes() for made in artefacts(edition, TEMPLATES)}


@pytest.mark.parametrize("hour", [time(0), time(9, 59)])
def test_nothing_of_it_is_in_any_file_before_its_moment(data: Path, hour: time) -> None:
    edition = load_edition(data, SHOWN, AS_OF, hour)
    for path, content in files_of(edition).items():
        assert WORD.encode() not in content, path
        assert "informes/2026-t2" not in path
    rows = [row.periodo.text for row in edition.register.by_kind["avance"].values()]  # type: ignore[attr-defined]
    assert rows
    assert "2026-T2" not in rows


def test_it_comes_out_whole_at_its_moment(data: Path) -> None:
    files = files_of(load_edition(data, SHOWN, AS_OF, time(10)))
    assert WORD in files["informes/2026-t2.md"].decode()
    assert WORD in files["datos/avances.csv"].decode()


def test_a_draft_stays_in_however_late(tmp_path: Path) -> None:
    draft = {**ANNOUNCED, "pone": REPORT.replace("preliminar", "borrador")}
    edition = load_edition(changed_world(tmp_path, [draft, MARKED]), SHOWN, date(2026, 12, 1))
    assert not any(WORD.encode() in content for content in files_of(edition).values())


def test_its_date_is_in_the_calendar_and_nothing_says_that_the_report_is_late(data: Path) -> None:
    late = date(2026, 9, 20)
    later = data / "informes" / "2026-t2.yml"
    later.write_text(REPORT.replace("publicacion: 2026-07-15", "publicacion: 2026-10-01"))
    edition = load_edition(data, SHOWN, late)
    assert [entry.day for entry in edition.calendar if entry.quarter.text == "2026-T2"] == [
        date(2026, 10, 1)
    ]
    assert not [it for it in edition.problems if "2026-T2" in f"{it.mensaje} {it.valor}"]


def test_the_words_of_the_withheld_report_are_in_no_byte_of_the_demonstration(
    tmp_path: Path,
) -> None:
    site = tmp_path / "site"
    built = build(site, settings={"BITACORA_FECHA": "2026-11-21"})
    assert built.returncode == 0, built.stderr
    secret = unique_words()
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        for text in (path.as_posix().encode(), *readings(path.read_bytes())):
            found = secret & set(re.findall(rb"[a-z]+", text.lower()))
            assert not found, f"{path.relative_to(site)}: {found!r}"


def unique_words() -> set[bytes]:
    """The words that stand in the withheld report of the demonstration, nowhere else."""
    withheld = (ROOT / "data" / "informes" / "2026-t4.yml").read_text(encoding="utf-8")
    marked = re.findall(r"palabra-vigía-([a-z]+)", withheld)
    assert len(marked) >= 2
    return {word.encode() for word in marked}


def readings(raw: bytes) -> Iterator[bytes]:
    """The bytes of a file, as they are and as what packs them would unpack them."""
    yield raw
    if raw.startswith(b"\x1f\x8b"):
        yield gzip.decompress(raw)
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", raw, re.DOTALL):
        try:
            yield zlib.decompress(packed)
        except zlib.error:
            continue
