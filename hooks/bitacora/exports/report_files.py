"""The files of each report: all that it says as JSON, its figures with their rows as CSV."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from importlib import import_module
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from bitacora.artefacts import Artefact
from bitacora.canonical import json_text
from bitacora.edition import Edition
from bitacora.exports.table import FOLDER, Table
from bitacora.reports.closings.act_text import plain, version_text
from bitacora.reports.closings.inputs import Scope, as_entries, inputs
from bitacora.reports.closings.known import known_at
from bitacora.reports.published import Published
from bitacora.reports.verifying.published_files import figures_csv, rows_csv, stem

REPORTS = f"{FOLDER}/informes"
VERIFIER = f"{FOLDER}/verificar.pyz"
"""The checker that readers run with nothing but Python."""
SHIPPED = (
    "bitacora",
    "bitacora.canonical",
    "bitacora.period_words",
    "bitacora.quarters",
    "bitacora.records",
    "bitacora.records.accumulation",
    "bitacora.reports",
    "bitacora.reports.verifying",
    "bitacora.reports.verifying.checking",
    "bitacora.reports.verifying.digest",
    "bitacora.reports.verifying.published_files",
    "bitacora.reports.verifying.recount",
    "bitacora.reports.verifying.verification",
    "bitacora.tallies",
    "bitacora.tallies.expected",
    "bitacora.tallies.formulas",
    "bitacora.tallies.lights",
    "bitacora.tallies.marks",
)
"""The modules it is made of; none needs more than Python itself."""
START = """\
import sys
from pathlib import Path

from bitacora.reports.verifying.checking import answered


def files(folder):
    return [path.name for path in Path(folder).glob("*")]


def read(name):
    return Path(name).read_bytes() if Path(name).is_file() else None


text, code = answered(sys.argv[1:], files, read)
print(text)
sys.exit(code)
"""
"""What runs first: the core itself never touches the disk."""
EPOCH = (1980, 1, 1, 0, 0, 0)
PLAIN_FILE = 0o100644 << 16


def report_paths(report: Published) -> tuple[str, str, str]:
    """The paths of the files of a report: its JSON, its figures, its rows."""
    base = f"{REPORTS}/{stem(report.quarter.text, report.version)}"
    return f"{base}.json", f"{base}-cifras.csv", f"{base}-filas.csv"


def report_files(edition: Edition, offered: Sequence[Table]) -> Iterator[Artefact]:
    """The files of each version of each report, then the checker where one is closed.

    Those of a closed version come from its act alone, so that they never change.
    """
    for report in edition.reports:
        content = plain(report.content)
        json_path, figures_path, rows_path = report_paths(report)
        yield Artefact(json_path, _json(report, edition))
        yield Artefact(figures_path, figures_csv(content))
        yield Artefact(rows_path, rows_csv(content, _entries(report, edition)))
    if any(report.act for report in edition.reports):
        yield Artefact(VERIFIER, verifier())


def verifier() -> bytes:
    """The checker as one file that Python runs; the same bytes for the same code."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as archive:
        _add(archive, "__main__.py", START)
        for name in SHIPPED:
            module = import_module(name)
            inside = name.replace(".", "/")
            folder = hasattr(module, "__path__")
            path = f"{inside}/__init__.py" if folder else f"{inside}.py"
            _add(archive, path, inspect.getsource(module))
    return packed.getvalue()


def _add(archive: ZipFile, path: str, text: str) -> None:
    info = ZipInfo(path, EPOCH)
    info.external_attr, info.create_system = PLAIN_FILE, 3
    archive.writestr(info, text.encode("utf-8"))


def _json(report: Published, edition: Edition) -> str:
    content = report.content
    head: dict[str, Any] = {
        "periodo": content.periodo,
        "estado": report.state,
        "entidad": content.entidad,
        "demostracion": content.demostracion,
    }
    if report.act is None:
        license_now = edition.entity.licencia_datos
        return json_text({**head, "licencia": license_now, "contenido": plain(content)}) + "\n"
    frozen = report.act.entradas.get("entidad", ())
    license_then = frozen[0]["licencia_datos"] if frozen else edition.entity.licencia_datos
    lines = json_text({**head, "licencia": license_then}).removesuffix("\n}")
    return f'{lines},\n  "acta": {version_text(plain(report.act), "  ").lstrip()}\n}}\n'


def _entries(report: Published, edition: Edition) -> dict[str, Any]:
    if report.act is not None:
        return report.act.entradas
    cutoff = report.content.corte
    known = known_at(edition.register, cutoff)
    return as_entries(inputs(Scope(known, edition.lists, report.quarter, cutoff)))
