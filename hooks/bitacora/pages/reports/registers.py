"""What the registers tell in a report: missions' cost, calls, fees, who took part, papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bitacora.money import PRECISION_WORDS
from bitacora.pages.amounts import money
from bitacora.pages.count_tables import share
from bitacora.pages.escape import inline
from bitacora.pages.naming import inside
from bitacora.pages.reports.cells import day, moment, small, under
from bitacora.pages.reports.sheet import Sheet
from bitacora.records.kinds import BY_NAME
from bitacora.reports.content import (
    AutoevaluacionInforme,
    ConvocatoriaInforme,
    CuotaInforme,
    DocumentoInforme,
    Misiones,
    Participacion,
)
from bitacora.reports.content.yearly import InformeAnual
from bitacora.spanish import count_of, join_y, number
from bitacora.tallies.sectors import sector_names

FEE_HEAD = ("Red", "Qué se pagó", "Monto", "Fecha")
FEE_NUMBERS = (2,)
SECTOR_HEAD = ("Sector", "Cuántos", "Quiénes, y en cuántas cosas")
SECTOR_NUMBERS = (1,)
DOCUMENT_HEAD = ("Documento", "Clase", "Fecha")
ANSWERS, FACTORS = "respuestas_criterio", "factores_sostenibilidad"
YES = "si"
WORDS = {"recurso": ("aporte", "aportes")}
"""What a report calls the kinds that it calls otherwise than the registers."""


def registers_section(sheet: Sheet) -> dict[str, Any]:
    """All of it as the template shows it; what a report closed earlier does not tell is None."""
    content = sheet.content
    return {
        "misiones": missions_line(sheet, content.misiones),
        "cerradas": _calls(sheet, content.cerradas_sin_postular),
        "por_cerrar": _calls(sheet, content.por_cerrar),
        "cuentan": content.participaciones is not None,
        **_tables(
            sheet,
            content.cuotas or (),
            content.participaciones or (),
            content.documentos or (),
            content.autoevaluaciones or (),
        ),
    }


def year_section(sheet: Sheet, report: InformeAnual) -> dict[str, Any]:
    """The same of a year, without what only a quarter can tell."""
    tables = _tables(
        sheet, report.cuotas, report.participaciones, report.documentos, report.autoevaluaciones
    )
    return {"misiones": missions_line(sheet, report.misiones), **tables}


def _tables(
    sheet: Sheet,
    fees: Sequence[CuotaInforme],
    actors: Sequence[Participacion],
    documents: Sequence[DocumentoInforme],
    checks: Sequence[AutoevaluacionInforme],
) -> dict[str, Any]:
    return {
        "cuotas": fee_rows(sheet, fees),
        "encabezado_cuotas": FEE_HEAD,
        "numeros_cuotas": FEE_NUMBERS,
        "participantes": count_of(len(actors), "actor", "actores"),
        "sectores": sector_rows(sheet, actors),
        "encabezado_sectores": SECTOR_HEAD,
        "numeros_sectores": SECTOR_NUMBERS,
        "documentos": document_rows(sheet, documents),
        "encabezado_documentos": DOCUMENT_HEAD,
        "autoevaluaciones": check_lines(sheet, checks),
    }


def missions_line(sheet: Sheet, told: Misiones | None) -> str:
    """What the missions cost, a sum for each currency, of how many; empty where there are none."""
    if told is None or not told.cuantas:
        return ""
    missions = "misión" if told.cuantas == 1 else "misiones"
    if not told.con_costo:
        return inline(f"De {number(told.cuantas)} {missions} al exterior no se sabe el costo.")
    verb = "dice" if told.con_costo == 1 else "dicen"
    known = f"{share(told.con_costo, told.cuantas)} {missions} al exterior {verb} su costo"
    sums = join_y([money(sheet.lists, one.total, one.moneda) for one in told.costos]) or "cero"
    marks = sheet.mark(*(row for one in told.costos for row in one.filas))
    rest = " De las demás no se sabe." if told.con_costo < told.cuantas else ""
    return f"{inline(f'{known}: {sums}')}{marks}.{rest}"


def _calls(sheet: Sheet, told: Iterable[ConvocatoriaInforme] | None) -> list[str] | None:
    """Each call with its deadline; None where the report does not tell."""
    if told is None:
        return None
    return [f"{sheet.record('oportunidad', it.id, it.titulo)} ({day(it.cierre)})" for it in told]


def fee_rows(sheet: Sheet, told: Iterable[CuotaInforme]) -> list[list[str]]:
    """What was paid to networks, each payment linked to its row."""
    return [
        [
            sheet.record("red", one.red, one.nombre),
            sheet.record("recurso", one.recurso, one.concepto),
            _paid(sheet, one),
            moment(one.fecha),
        ]
        for one in told
    ]


def _paid(sheet: Sheet, one: CuotaInforme) -> str:
    word = PRECISION_WORDS.get(one.precision, "")
    amount = inline(f"{word}{money(sheet.lists, one.monto, one.moneda)}")
    return amount + sheet.mark(f"recurso:{one.recurso}")


def sector_rows(sheet: Sheet, told: Sequence[Participacion]) -> list[list[str]]:
    """The actors that took part under their sector, in the order of the map."""
    names = sector_names(sheet.lists)
    order = [*names, *sorted({one.sector for one in told} - set(names))]
    groups = [(sector, [one for one in told if one.sector == sector]) for sector in order]
    return [
        [
            inline(names.get(sector, sector)),
            number(len(found)),
            "; ".join(_actor(sheet, one) for one in found),
        ]
        for sector, found in groups
        if found
    ]


def _actor(sheet: Sheet, one: Participacion) -> str:
    kinds = Counter(row.partition(":")[0] for row in one.filas)
    told = join_y([count_of(count, *_words(kind)) for kind, count in kinds.items()])
    return f"{sheet.record('actor', one.id, one.nombre)} {small(inline(f'({told})'))}"


def _words(kind: str) -> tuple[str, str]:
    return WORDS.get(kind) or (BY_NAME[kind].singular, BY_NAME[kind].plural)


def document_rows(sheet: Sheet, told: Iterable[DocumentoInforme]) -> list[list[str]]:
    """The documents of the time told of, with their author."""
    return [
        [
            under(
                sheet.record("documento", one.id, one.titulo),
                small(inline(one.autor)) if one.autor else "",
            ),
            inline(sheet.lists.name("tipos_documento", one.tipo)),
            moment(one.fecha),
        ]
        for one in told
    ]


def check_lines(sheet: Sheet, told: Iterable[AutoevaluacionInforme]) -> list[str]:
    """Each self-check with its answers counted and what changed since the one before."""
    return [under(*_check(sheet, one)) for one in told]


def _check(sheet: Sheet, one: AutoevaluacionInforme) -> Iterator[str]:
    total = sum(count.cuantas for count in one.respuestas)
    counts = join_y(
        [f"{number(it.cuantas)} «{_answer(sheet, it.respuesta)}»" for it in one.respuestas]
    )
    link = sheet.record("autoevaluacion", one.id, one.nombre)
    factors = count_of(total, "factor", "factores")
    yield f"{link} ({day(one.fecha)}). De {inline(factors)}: {inline(counts)}."
    yield small(inline(f"La respondieron: {one.quienes.rstrip('.')}."))
    if one.anterior is None:
        yield "Es la primera."
    elif not one.cambios:
        yield inline(f"Ninguna respuesta cambió desde «{one.anterior}».")
    else:
        yield inline(f"Desde «{one.anterior}»: {'; '.join(_moves(sheet, one))}.")


def _moves(sheet: Sheet, one: AutoevaluacionInforme) -> Iterator[str]:
    """The factors that changed: those that are a yes now, those that no longer are, the rest."""
    groups = (
        ("pasaron a sí", [it for it in one.cambios if it.ahora == YES]),
        ("dejaron de ser sí", [it for it in one.cambios if it.antes == YES]),
        ("cambiaron de otra forma", [it for it in one.cambios if YES not in (it.antes, it.ahora)]),
    )
    for words, found in groups:
        if found:
            names = [inside(sheet.lists.name(FACTORS, it.factor)) for it in found]
            yield f"{words} ({number(len(found))}) {join_y(names)}"


def _answer(sheet: Sheet, code: str | None) -> str:
    name = sheet.lists.name(ANSWERS, code) if code else "Sin responder"
    return inside(name)
