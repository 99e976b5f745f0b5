"""Known rows written in every kind of mess come back exactly, or are refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bitacora.authoring.importing.field_values import Reader
from bitacora.authoring.importing.names import Names
from bitacora.authoring.importing.planning import Wish, tables_read
from bitacora.authoring.importing.workbook import read_book
from bitacora.canonical import canonical
from bitacora.spanish import long_date, number
from messy_sheets import made
from test_importing import TODAY, data_folder, reviewed

INDICATORS = {
    "personas-formadas": ("I-1", "personas-formadas", "PERSONAS FORMADAS EN COOPERACION "),
    "relatos-publicados": ("I-3", "Relatos publicados", "relatos\u00a0publicados"),
}
HEADINGS = {
    "indicador": ("Indicador", "NOMBRE DEL INDICADOR", "Código", "indicador\u00a0"),
    "periodo": ("Periodo", "Trimestre", "PERÍODO REPORTADO", "Periodo reporte"),
    "valor": ("Valor", "Valor reportado", "VALOR DEL PERIODO", "Valor ejecutado"),
    "fecha_corte": ("Fecha de corte", "FECHA CORTE", "Corte"),
}
PERIODS = ("2026-T3", "III trim 2026", "tercer trimestre de 2026", "2026 Q3", "T3 2026")
ABOVE: tuple[list[Any], ...] = ([], ["ALCALDÍA DE PUERTO CLARO"], [None, "Informe interno"])
BELOW: tuple[list[Any], ...] = ([], ["TOTAL"], ["Nota: datos de las dependencias, sin auditar."])


@dataclass(frozen=True)
class Row:
    """What is known of a row."""

    indicator: str
    value: Decimal
    day: date


ROWS = st.lists(
    st.builds(
        Row,
        st.sampled_from(sorted(INDICATORS)),
        st.decimals(0, 9_999_999, places=2) | st.integers(0, 9_999_999).map(Decimal),
        st.dates(date(2026, 7, 1), date(2026, 9, 30)),
    ),
    min_size=1,
    max_size=4,
)


def as_number(draw: st.DrawFn, value: Decimal, typed: bool) -> Any:
    """One of the ways in which an office writes a number."""
    comma = canonical(value).replace(".", ",")
    ways: list[Any] = [comma, number(value), f" {number(value)} ", canonical(value)]
    return draw(st.sampled_from([float(value), *ways] if typed else ways))


def as_date(draw: st.DrawFn, day: date, typed: bool) -> Any:
    """One of the ways in which an office writes a date."""
    ways: list[Any] = [f"{day:%d/%m/%Y}", f"{day:%d-%m-%y}", day.isoformat(), long_date(day)]
    serial = (day - date(1899, 12, 30)).days
    return draw(st.sampled_from([day, serial, *ways] if typed else [*ways, str(serial)]))


@st.composite
def messes(draw: st.DrawFn) -> tuple[dict[str, Any], list[Row]]:
    """A spreadsheet with the rows that it should say."""
    rows = draw(ROWS)
    typed = draw(st.booleans())
    order = draw(st.permutations(sorted(HEADINGS)))
    blank = draw(st.booleans())
    grid: list[list[Any]] = [list(draw(st.sampled_from(ABOVE)))]
    grid.append([draw(st.sampled_from(HEADINGS[name])) for name in order])
    for row in rows:
        told = {
            "indicador": draw(st.sampled_from(INDICATORS[row.indicator])),
            "periodo": draw(st.sampled_from(PERIODS)),
            "valor": as_number(draw, row.value, typed),
            "fecha_corte": as_date(draw, row.day, typed),
        }
        grid.append([told[name] for name in order])
        grid += [[]] if draw(st.booleans()) else []
    grid.append(list(draw(st.sampled_from(BELOW))))
    grid = [[None, *line] for line in grid] if blank else grid
    return _case(draw, grid, typed), rows


def _case(draw: st.DrawFn, grid: list[list[Any]], typed: bool) -> dict[str, Any]:
    if typed:
        con = draw(st.sampled_from(("xlsxwriter", "openpyxl")))
        return {"archivo": "avances.xlsx", "con": con, "hojas": {"Hoja1": grid}}
    width = max(map(len, grid))
    lines = [[str(cell or "") for cell in line] + [""] * (width - len(line)) for line in grid]
    return {
        "archivo": "avances.csv",
        "texto": "\n".join(";".join(line) for line in lines) + "\n",
        "codifica": draw(st.sampled_from(("utf-8", "utf-8-sig", "cp1252", "utf-16"))),
        "windows": draw(st.booleans()),
    }


@settings(max_examples=150, deadline=None)
@given(messes())
def test_a_mess_says_what_was_written_or_is_refused(mess: tuple[dict[str, Any], list[Row]]) -> None:
    case, rows = mess
    review = reviewed(TODAY)
    reader = Reader(data_folder().around.context, Names(review.register))
    wish = Wish(TODAY, "avances")
    tables, _ = tables_read(read_book(made(case), case["archivo"]), wish, reader, review)
    (table,) = tables
    assert table.columns.refusals == ()
    found = {draft.row: draft for draft in table.drafts}
    refused = {refusal.row for refusal in table.drafts.refusals}
    # Nothing else in these sheets may mean two things.
    assert all("puede ser" in one.message for one in table.drafts.refusals)
    numbers = table.table.rows
    assert len(numbers) == len(rows), "a row was lost or made up"
    for line, row in zip(numbers, rows, strict=True):
        if line in refused:
            continue
        draft = found[line]
        assert draft.one("indicador") == row.indicator
        assert draft.one("periodo") == "2026-T3"
        assert Decimal(draft.one("valor")) == row.value
        assert draft.one("fecha_corte") == row.day.isoformat()
