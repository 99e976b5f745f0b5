"""The files with which a report is published, from its plain data.

Nothing here needs more than Python itself: readers make the tables again to check them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from io import StringIO
from typing import Any

from bitacora.canonical import canonical

FIGURES = ("clave", "registro", "nombre", "cifra", "valor", "unidad", "filas", "demostracion")
ROWS = (
    "fila",
    "indicador",
    "codigo",
    "nombre",
    "unidad",
    "periodo",
    "version",
    "estado_dato",
    "valor",
    "numerador",
    "denominador",
    "fecha_corte",
    "actualizado",
    "demostracion",
)
LINE = (
    "linea_base",
    "meta",
    "meta_anio",
    "meta_trimestre",
    "valor",
    "a_la_fecha",
    "esperado",
    "avance",
    "cumplimiento",
    "situacion",
    "luz",
    "luz_declarada",
)
"""The figures of an indicator, in the order of their columns on the page."""
OF_THE_QUARTER = frozenset({"valor", "situacion"})
CARDS = frozenset({"linea_base", "meta", "meta_anio", "meta_trimestre"})
SHARES = frozenset({"avance", "cumplimiento"})
COUNTED = (
    ("cerradas_sin_postular", "oportunidad"),
    ("por_cerrar", "oportunidad"),
    ("participaciones", "actor"),
    ("documentos", "documento"),
    ("autoevaluaciones", "autoevaluacion"),
)
"""What the registers tell that is counted, with the kind of its records."""
SUM = ("moneda", "reembolsable", "tipo_flujo", "tipo_aporte", "fuente_recursos", "rol")
"""What a sum has in common; reports made before sums told the role do not have it."""
Plain = Mapping[str, Any]
Cells = tuple[object, ...]


def stem(quarter: str, version: int) -> str:
    """How the files of a report begin: «2026-t3-v1»; an open report has no version."""
    return f"{quarter.lower()}-v{version}" if version else quarter.lower()


def figures_csv(content: Plain) -> str:
    """Every figure of a report, one a row, with the rows that make it."""
    return _csv(FIGURES, _figures(content), content)


def rows_csv(content: Plain, entries: Plain) -> str:
    """The progress rows that feed a report, with the name of what they measure."""
    cards = {card["id"]: card for card in entries["indicadores"]}
    return _csv(ROWS, (_row(fila, cards) for fila in entries["avances"]), content)


def _row(fila: Plain, cards: Mapping[str, Plain]) -> Cells:
    card = cards.get(fila["indicador"], {})
    known = {**{name: card.get(name) for name in ("codigo", "nombre", "unidad")}, **fila}
    return (f"avance:{fila['id']}", *(known.get(name) for name in ROWS[1:-1]))


def _figures(content: Plain) -> Iterator[Cells]:
    for told in content["destacados"]:
        for name in ("valor", "de"):
            if told.get(name) is not None:
                rows = told.get("filas", ())
                key = told["clave"]
                yield key, "", key, name, told[name], told.get("unidad", ""), rows
    for line in content["renglones"]:
        for name in LINE:
            yield _figure(line, name)
    for total in content["sumas"]:
        label = " ".join(_cell(total[name]) for name in SUM if total.get(name, "") != "")
        yield (
            f"suma {label}",
            "",
            label,
            "total",
            total["total"],
            total["moneda"],
            total.get("filas", ()),
        )
    for given in content["aportes"]:
        yield _money("recurso", given, given["concepto"], "monto")
    for meeting in content["encuentros"]:
        yield _money("evento", meeting, meeting["nombre"], "costo")
    for call in content["postulaciones"]:
        yield _money("oportunidad", call, call["titulo"], "monto")
    yield from _registers(content)


def _registers(content: Plain) -> Iterator[Cells]:
    """What the registers tell; nothing of what a report closed earlier does not."""
    yield from _levels(content["renglones"])
    for cost in (content.get("misiones") or {}).get("costos", ()):
        key = f"misiones {cost['moneda']}"
        yield key, "", key, "costo", cost["total"], cost["moneda"], cost["filas"]
    for part, kind in COUNTED:
        found = content.get(part)
        if found is not None:
            rows = [f"{kind}:{item['id']}" for item in found]
            yield part, "", part, "cuantos", len(rows), "", rows


def _levels(lines: Iterable[Plain]) -> Iterator[Cells]:
    """How many indicators of each level have each light, in the order of the lines."""
    counts: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        for level in line.get("niveles", ()):
            light = line.get("luz_declarada") or line["luz"]
            counts.setdefault((level, light), []).append(f"indicador:{line['indicador']}")
    for (level, light), rows in counts.items():
        key = f"nivel {level} {light}"
        yield key, "", key, "cuantos", len(rows), "", rows


def _figure(line: Plain, name: str) -> Cells:
    record = f"indicador:{line['indicador']}"
    rows = line.get("filas" if name in OF_THE_QUARTER else "filas_a_la_fecha", ())
    unit = "" if name in ("situacion", "luz", "luz_declarada") else line["unidad"]
    return (
        f"{line['indicador']} {name}",
        record,
        line["nombre"],
        name,
        line.get(name),
        "proporción" if name in SHARES else unit,
        [record] if name in CARDS else rows,
    )


def _money(kind: str, item: Plain, name: str, figure: str) -> Cells:
    record = f"{kind}:{item['id']}"
    return f"{record} {figure}", record, name, figure, item[figure], item["moneda"], [record]


def _csv(header: Sequence[str], rows: Iterable[Cells], content: Plain) -> str:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in (*row, content["demostracion"])] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "sí" if value else "no"
    if isinstance(value, int | Decimal):
        return canonical(value)
    if isinstance(value, list | tuple):
        return "|".join(_cell(item) for item in value)
    return str(value)
