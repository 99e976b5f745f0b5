"""Rows of progress: what the indicator says of them, what goes without saying."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bitacora.authoring.importing.cells import Cell, Mark
from bitacora.authoring.importing.columns import Column
from bitacora.authoring.importing.drafts import Draft, Drafts
from bitacora.authoring.importing.missing import Missing, missing
from bitacora.authoring.importing.number_words import NumberSense
from bitacora.authoring.importing.outcomes import Refusal
from bitacora.authoring.importing.periods import period_of, said_in, year_in
from bitacora.authoring.importing.progress_agreement import disagreements
from bitacora.authoring.importing.row_reading import RowReader, heading_scale
from bitacora.authoring.importing.vocabulary import YEAR
from bitacora.canonical import canonical
from bitacora.checks.progress_rows import WITHOUT_VALUE
from bitacora.checks.units import is_percent
from bitacora.quarters import Period
from bitacora.records.indicators import Indicador
from bitacora.records.unknown import NoInformado
from bitacora.register import Register
from bitacora.spanish import plain

FIGURES = ("valor", "numerador", "denominador")
KEYS = frozenset({"indicador", "periodo", "version", "responsable", "actualizado"})
_WHY = {Missing.NO_DATUM: "sin_dato", Missing.NOT_APPLICABLE: "no_aplica"}


@dataclass(frozen=True, slots=True)
class ProgressReader:
    """Reads the rows of a table of progress; ``around`` are the words of its title, its sheet, its
    file, which may say the period."""

    rows: RowReader
    register: Register
    around: tuple[str, ...]
    as_of: date
    period: Period | None = None

    def drafts(self) -> Drafts:
        """A draft for each row, or for each period of a row."""
        found: list[Draft] = []
        refusals: list[Refusal] = []
        unfilled = 0
        wide = [column for column in self.rows.columns.columns if column.period]
        for row in self.rows.table.rows:
            columns: list[Column | None] = [*wide] or [None]
            for column in columns:
                draft, faults = self._row(row, column)
                refusals += faults
                if draft is not None and not faults:
                    found.append(draft)
                unfilled += draft is None and not faults
        return Drafts(tuple(found), tuple(refusals), unfilled, len(self.rows.table.rows))

    def _row(self, row: int, wide: Column | None) -> tuple[Draft | None, list[Refusal]]:
        sheet = self.rows.table.sheet
        draft = Draft("avances", sheet.name, row, {}, {})
        faults: list[Refusal] = []
        first = self._read(draft, ("indicador", "periodo", "estado_dato"), faults)
        indicator = self.register.get(Indicador, first.one("indicador"))
        draft = self._period(first, wide, row, faults)
        others = [
            column.field
            for column in self.rows.columns.columns
            if column.field.isidentifier() and not column.period
        ]
        draft = self._figures(draft, indicator, wide, row, faults)
        rest = [name for name in others if name not in (*first.cells, *FIGURES)]
        draft = self._read(draft, tuple(rest), faults)
        if not (set(draft.texts) | draft.erased) - KEYS and not self._failed(faults):
            return None, []
        faults += disagreements(draft, indicator, self.rows)
        return self._completed(draft, indicator, faults), faults

    def _failed(self, faults: list[Refusal]) -> bool:
        """Whether something besides the keys could not be read."""
        keys = {"indicador", "periodo"}
        shown = {
            column.heading.shown for column in self.rows.columns.columns if column.field in keys
        }
        return any(fault.field not in shown and fault.field not in keys for fault in faults)

    def _read(self, draft: Draft, names: tuple[str, ...], faults: list[Refusal]) -> Draft:
        for name in names:
            column = self.rows.columns.of(name)
            if column is None or column.period:
                continue
            cell = self.rows.table.sheet.cell(draft.row, column.number)
            found = self.rows.cell(draft, column, cell)
            if isinstance(found, Refusal):
                faults.append(found)
                draft = replace(draft, cells={**draft.cells, name: cell})
            else:
                draft = found
        return draft

    def _period(self, draft: Draft, wide: Column | None, row: int, faults: list[Refusal]) -> Draft:
        if wide is not None:
            found = period_of(wide.period, self._year(row))
            if found is None:
                faults.append(
                    draft.refused(
                        "periodo",
                        f"La columna «{wide.heading.shown}» no dice de qué año es.",
                        "Escriba el encabezado con su año: «2026-T3».",
                    )
                )
                return draft
            return draft.saying("periodo", found.text)
        if "periodo" in draft.texts or self.rows.columns.of("periodo") is not None:
            return draft
        said = (self.period,) if self.period else said_in(self.around)
        if len(said) == 1 and said[0] is not None:
            return draft.saying("periodo", said[0].text, "el que dice el título de la hoja")
        return draft

    def _year(self, row: int) -> int | None:
        column = self.rows.columns.of(YEAR)
        if column is not None:
            return year_in([self.rows.table.sheet.cell(row, column.number).text])
        return self.rows.year or year_in(self.around)

    def _figures(
        self,
        draft: Draft,
        indicator: Indicador | None,
        wide: Column | None,
        row: int,
        faults: list[Refusal],
    ) -> Draft:
        unit = indicator.unidad if indicator else None
        words = "" if unit is None or isinstance(unit, NoInformado) else unit
        percent = is_percent(unit) if words else None
        for name in FIGURES:
            column = wide if wide is not None and name == "valor" else self.rows.columns.of(name)
            if column is None:
                continue
            cell = self.rows.table.sheet.cell(row, column.number)
            if cell.mark is Mark.UNCOMPUTED and percent and self._has_parts(draft):
                continue
            sense = NumberSense(
                percent=percent if name == "valor" else False,
                unit=words if name == "valor" else "",
            )
            found = self.rows.cell(draft, column, cell, sense)
            if isinstance(found, Refusal):
                faults.append(found)
                continue
            draft = found
            if name == "valor":
                draft = self._without_value(draft, cell, faults)
                faults += self._scale(draft, column, words)
        return self._quotient(draft) if percent else draft

    def _has_parts(self, draft: Draft) -> bool:
        """Whether the two parts say what a formula that nobody calculated would; in the workbook
        that the project hands out the formula is there before them."""
        columns = [self.rows.columns.of(name) for name in ("numerador", "denominador")]
        cells = [self.rows.table.sheet.cell(draft.row, it.number) for it in columns if it]
        return self.rows.table.own or (len(cells) == 2 and not any(it.is_empty for it in cells))

    def _quotient(self, draft: Draft) -> Draft:
        """A percentage without value is the quotient of its two parts."""
        above, below = draft.one("numerador"), draft.one("denominador")
        silent = "valor" in draft.texts or draft.one("estado_dato") in WITHOUT_VALUE
        if silent or not above or not below or not Decimal(below):
            return draft
        share = (Decimal(above) * 100 / Decimal(below)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return draft.saying("valor", canonical(share), f"{above} de {below}, por cien")

    def _without_value(self, draft: Draft, cell: Cell, faults: list[Refusal]) -> Draft:
        """«S/D» or «no aplica» in place of a value is a report: there is none, and why."""
        why = missing(cell.value) if isinstance(cell.value, str) else None
        state = _WHY.get(why) if why else None
        if state is None:
            return draft
        if draft.one("estado_dato") not in ("", *WITHOUT_VALUE):
            faults.append(
                draft.refused(
                    "valor",
                    f"El valor dice «{cell.text}» y el estado del dato dice "
                    f"«{draft.one('estado_dato')}».",
                    "Escriba el valor, o cambie el estado.",
                )
            )
            return draft
        if draft.one("estado_dato"):
            return draft
        return draft.saying("estado_dato", state, f"el valor dice «{cell.text}»")

    def _scale(self, draft: Draft, column: Column, unit: str) -> list[Refusal]:
        scale = heading_scale(column)
        heading = plain(column.heading.shown)
        if "valor" not in draft.texts:
            return []
        if scale and scale not in plain(unit):
            other = f"«{scale}»"
        elif "%" in heading and unit and not is_percent(unit):
            other = "porcentaje"
        else:
            return []
        return [
            draft.refused(
                "valor",
                f"El encabezado «{column.heading.shown}» está en {other} y el indicador se mide en "
                f"«{unit}».",
                "Ponga la cifra en la unidad del indicador y corrija el encabezado.",
            )
        ]

    def _completed(self, draft: Draft, indicator: Indicador | None, faults: list[Refusal]) -> Draft:
        if "estado_dato" not in draft.texts and draft.one("version") not in ("", "1"):
            draft = draft.saying("estado_dato", "corregido", "la versión es mayor que 1")
        if "responsable" not in draft.texts and indicator is not None:
            unit = indicator.responsable_reporte
            if isinstance(unit, str):
                draft = draft.saying("responsable", unit, "la que reporta el indicador")
        if "periodo" not in draft.texts and not any(it.field == "periodo" for it in faults):
            column = self.rows.columns.of("periodo")
            if column is None or not any(column.heading.shown == it.field for it in faults):
                faults.append(
                    draft.refused(
                        "periodo",
                        "No se sabe de qué periodo es esta fila.",
                        "Añada una columna «Periodo» (2026-T4, 2026-10…), o corra de nuevo con "
                        "--periodo 2026-T4.",
                    )
                )
        return draft
