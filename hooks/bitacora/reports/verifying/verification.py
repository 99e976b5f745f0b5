"""A published report checked by whoever reads it, without the data it came from.

Nothing here needs more than Python itself: it is also offered as one file beside the reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bitacora.canonical import canonical
from bitacora.quarters import Period
from bitacora.reports.verifying.digest import PARTS, digest, exact_json, sealed
from bitacora.reports.verifying.published_files import figures_csv, rows_csv
from bitacora.reports.verifying.recount import FIGURES, SILENT, number, recounted

PART_WORDS = {"huella_entradas": "los datos de entrada", "huella_cifras": "lo que dice el informe"}
NAMES = {
    "valor": "valor del trimestre",
    "a_la_fecha": "valor a la fecha",
    "avance": "avance",
    "esperado": "esperado a la fecha",
    "cumplimiento": "cumplimiento",
    "luz": "luz",
}
CLOSED = "definitivo"
Read = Callable[[str], "bytes | None"]
"""Gives the bytes of a file that stands beside the report, or None."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that was checked: whether it agrees, in words; ``seen`` is false of what could not
    be looked at."""

    agrees: bool
    text: str
    seen: bool = True


def parsed(raw: bytes) -> dict[str, Any] | None:
    """A published report read with exact numbers; None where it is none, or is not closed."""
    try:
        found = exact_json(raw)
    except ValueError:
        return None
    if not isinstance(found, dict) or not isinstance(found.get("acta"), dict):
        return None
    return found if isinstance(found.get("periodo"), str) else None


def digests_of(report: Mapping[str, Any]) -> tuple[str, ...]:
    """The digests that a report says it has."""
    names = ("huella", *(name for name, _ in PARTS))
    return tuple(str(report["acta"].get(name, "")) for name in names)


def checked(report: Mapping[str, Any], stem: str, read: Read) -> Iterator[Answer]:
    """All that can be checked of a closed report: its digests, the tables beside it, the act
    before it where its file is there too, every figure of its indicators."""
    try:
        yield from _digests(report)
        yield from _tables(report["acta"], stem, read)
        yield from _figures(report["acta"])
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, StopIteration):
        yield Answer(False, "Al archivo le faltan partes: no se puede comprobar.")


def _digests(report: Mapping[str, Any]) -> Iterator[Answer]:
    act = report["acta"]
    for name, part in PARTS:
        found = digest(act[part])
        yield _compared(found, act[name], f"La huella de {PART_WORDS[name]}")
    yield _compared(sealed(report["periodo"], act), act["huella"], "La huella del acta")
    if act["contenido"]["periodo"] != report["periodo"]:
        yield Answer(False, "El trimestre del archivo no es el del informe.")
    if report.get("estado") != CLOSED:
        yield Answer(False, f"Un informe cerrado es «{CLOSED}» y el archivo dice otra cosa.")
    for name in ("entidad", "demostracion"):
        if report.get(name) != act["contenido"][name]:
            yield Answer(False, f"«{name}» no es lo que dice el informe.")


def _compared(found: str, written: object, what: str) -> Answer:
    if found == written:
        return Answer(True, f"{what} coincide: {found}")
    return Answer(False, f"{what} no coincide: el archivo dice {written} y sale {found}")


def _tables(act: Mapping[str, Any], stem: str, read: Read) -> Iterator[Answer]:
    content, entries = act["contenido"], act["entradas"]
    made = {
        f"{stem}-cifras.csv": figures_csv(content),
        f"{stem}-filas.csv": rows_csv(content, entries),
    }
    for name, text in made.items():
        raw = read(name)
        if raw is None:
            yield Answer(True, f"{name} no está junto al informe: no se revisó.", seen=False)
        elif raw.replace(b"\r\n", b"\n") == text.encode("utf-8"):
            yield Answer(True, f"{name} dice lo mismo que el informe.")
        else:
            yield Answer(False, f"{name} no dice lo mismo que el informe.")


def _figures(act: Mapping[str, Any]) -> Iterator[Answer]:
    content, entries = act["contenido"], act["entradas"]
    quarter = Period.parse(content["periodo"])
    cards = {card["id"] for card in entries["indicadores"]}
    told = {line["indicador"] for line in content["renglones"]}
    for name in sorted(cards ^ told):
        yield Answer(
            False, f"El indicador «{name}» está en los datos o en el informe, no en ambos."
        )
    wrong = 0
    for line in content["renglones"]:
        if line["indicador"] not in cards:
            continue
        now = recounted(entries, quarter, line["indicador"])
        for name in FIGURES:
            if not _agrees(name, line.get(name), now[name]):
                wrong += 1
                what = f"{line['codigo']} {line['nombre']}, {NAMES[name]}"
                yield Answer(
                    False,
                    f"{what}: el informe dice {_shown(line.get(name))} y sale {_shown(now[name])}.",
                )
    if not wrong:
        count = len(content["renglones"])
        yield Answer(
            True, f"Las cifras de {count} indicadores salen iguales al calcularlas otra vez."
        )


def _agrees(name: str, told: object, found: object) -> bool:
    if name == "luz":
        return told == found if found is not None else told in SILENT
    return number(told) == found


def _shown(value: object) -> str:
    if value is None:
        return "«sin valor»"
    return canonical(value) if isinstance(value, int | Decimal) else f"«{value}»"
