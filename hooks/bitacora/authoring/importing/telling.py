"""An import told to people: what was recognised, what was normalised, what was refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bitacora.authoring.importing.cells import letters
from bitacora.authoring.importing.columns import BY_NAME, UNKNOWN, Column
from bitacora.authoring.importing.planning import Plan, TablePlan
from bitacora.authoring.importing.resolving import Status
from bitacora.authoring.importing.telling_cells import beside_told, unseen_told
from bitacora.authoring.importing.telling_rows import (
    assumed_told,
    changes_told,
    kept_told,
    refusals_told,
    remarks_told,
    rows_told,
    short,
)
from bitacora.authoring.importing.vocabulary import suggestion
from bitacora.records.kinds import BY_FOLDER
from bitacora.spanish import count_of


def told(plan: Plan, shown: str, simulated: bool) -> str:
    """The whole report of an import; ``shown`` is how people know the data folder."""
    parts = [_sources(plan)]
    parts += [_table(table) for table in plan.tables if not table.table.own]
    parts += ["\n".join(_own(table) for table in plan.tables if table.table.own)]
    parts += [_lines("Lo que se normalizó:", changes_told(plan.rows))]
    parts += [_lines("Lo que se dio por sabido:", assumed_told(plan.rows))]
    parts += [_lines("Lo que cambia:", rows_told(plan))]
    parts += [_lines("Lo que se conservó:", kept_told(plan.rows))]
    parts += [_lines("No se puede importar:", refusals_told(plan))]
    parts += [_lines("Al publicarlo, la revisión dirá:", remarks_told(plan))]
    parts += [_lines("Archivos:", _files(plan, shown, simulated))]
    parts += [_counts(plan), _next(plan, shown, simulated)]
    return "\n\n".join(part for part in parts if part)


def _lines(title: str, lines: Iterable[str]) -> str:
    found = list(lines)
    return "\n".join([title, *(f"  {line}" for line in found)]) if found else ""


def _sources(plan: Plan) -> str:
    remarks = [*plan.book.remarks, *plan.skipped]
    remarks += [remark for table in plan.tables for remark in table.table.sheet.remarks]
    return "\n".join([f"Archivo «{plan.book.name}».", *remarks])


def _table(table: TablePlan) -> str:
    kind = BY_FOLDER[table.folder]
    rows = count_of(len(table.table.rows), "fila", "filas")
    lines = [
        f"Hoja «{table.table.sheet.name}»: {kind.plural}, encabezado en la fila {table.table.top}, "
        f"{rows} con datos."
    ]
    used = [column for column in table.columns.columns if column.field]
    unused = [column for column in table.columns.columns if not column.field]
    lines += [f"  {_column(column)}" for column in used]
    lines += [f"  {_unused(column, table.folder)}" for column in unused]
    lines += [
        f"  Fila {aside.row}: {aside.why} y no se leyó («{short(aside.text)}»)."
        for aside in table.table.asides
    ]
    return "\n".join([*lines, *_beside(table)])


def _beside(table: TablePlan) -> list[str]:
    return [f"  {line}" for line in (*unseen_told(table), *beside_told(table))]


def _own(table: TablePlan) -> str:
    """A sheet of the workbook that the project hands out: its columns need no telling."""
    filled = len(table.table.rows) - table.drafts.unfilled
    line = (
        f"Hoja «{table.table.sheet.name}» de la plantilla de {BY_FOLDER[table.folder].plural}: "
        f"{count_of(filled, 'fila llena', 'filas llenas')} de {len(table.table.rows)}."
    )
    return "\n".join([line, *_beside(table)])


def _column(column: Column) -> str:
    how = "" if column.how == BY_NAME else f" ({column.how})"
    field = {"~indicador": "código, para comprobar el indicador"}.get(column.field)
    field = field or {"?unidad": "unidad, para comprobarla", "?anio": "año del periodo"}.get(
        column.field, column.field
    )
    return f"{letters(column.number)} «{short(column.heading.shown)}» → {field}{how}"


def _unused(column: Column, folder: str) -> str:
    name = f"{letters(column.number)} «{short(column.heading.shown)}»"
    hint = suggestion(column.heading.shown, folder) if column.how == UNKNOWN else ""
    meant = f" ¿Es «{hint}»? Entonces póngale ese encabezado." if hint else ""
    return f"{name}: no se importa ({column.how}).{meant}"


def _files(plan: Plan, shown: str, simulated: bool) -> Iterator[str]:
    if plan.refusals:
        return
    verb = "se escribiría" if simulated else "escrito"
    for path in plan.files:
        yield f"{shown}/{path} ({verb})"


def _counts(plan: Plan) -> str:
    refused = plan.refused
    unfilled = sum(table.drafts.unfilled for table in plan.tables)
    read = sum(len(table.table.rows) for table in plan.tables)
    parts = [
        _counted(plan.count(Status.NEW), "nueva"),
        _counted(plan.count(Status.CHANGED), "cambiada"),
        _counted(plan.count(Status.SAME), "igual", "iguales"),
        _counted(len(refused), "rechazada"),
    ]
    if again := plan.count(Status.REPEATED):
        parts.insert(3, _counted(again, "repetida"))
    if unfilled:
        parts.append(f"{unfilled} sin llenar")
    return f"{count_of(read, 'fila leída', 'filas leídas')}: {', '.join(parts)}."


def _counted(times: int, word: str, plural: str = "") -> str:
    return count_of(times, word, plural or f"{word}s")


def _next(plan: Plan, shown: str, simulated: bool) -> str:
    data = "" if shown == "data" else f" --datos {shown}"
    if plan.refusals:
        return (
            "No se escribió nada. Corrija en la hoja de cálculo lo que dice arriba, guárdela y "
            "vuelva a importar."
        )
    if not plan.files:
        return "El sitio ya dice todo esto. No se escribió nada."
    if simulated:
        return "Fue un ensayo y no se escribió nada. Para escribirlo, corra lo mismo sin --simular."
    lines = [*plan.pending]
    if plan.pending:
        lines.insert(0, "Para terminar la corrección de lo ya publicado:")
    lines.append(f"Ahora revise: python scripts/revisar.py{data}")
    return "\n".join(lines)
