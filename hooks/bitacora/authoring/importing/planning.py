"""The plan of an import: what each sheet is, what each row does, which files change, what is
refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bitacora.authoring.importing.cells import Book, Sheet
from bitacora.authoring.importing.columns import Columns, columns_of
from bitacora.authoring.importing.drafts import Drafts
from bitacora.authoring.importing.field_values import Reader
from bitacora.authoring.importing.folder import Folder
from bitacora.authoring.importing.identity import Known
from bitacora.authoring.importing.kind_guess import kinds_of
from bitacora.authoring.importing.names import Names
from bitacora.authoring.importing.outcomes import Bad, Refusal
from bitacora.authoring.importing.own_workbook import own_tables
from bitacora.authoring.importing.progress_rows import ProgressReader
from bitacora.authoring.importing.resolving import Resolved, Resolver, Status
from bitacora.authoring.importing.row_reading import RowReader
from bitacora.authoring.importing.sheet_choice import hidden_told, sheets_wanted
from bitacora.authoring.importing.split_figures import split_figures
from bitacora.authoring.importing.tables import Table, find_tables
from bitacora.authoring.importing.taken_for_granted import Defaults
from bitacora.authoring.importing.verdict import Verdict, verdict
from bitacora.authoring.importing.vocabulary import FOLDERS
from bitacora.authoring.importing.writing import files_after
from bitacora.edition import Review
from bitacora.quarters import Period
from bitacora.records.institution import Entidad


@dataclass(frozen=True, slots=True)
class Wish:
    """What the officer asks for: the kind and the sheet if they are told, the period of a table
    that does not say it, the source and the unit of new records, the date."""

    as_of: date
    folder: str = ""
    sheet: str = ""
    period: Period | None = None
    source: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class TablePlan:
    """A table with the kind it holds, its columns, what its rows say."""

    table: Table
    folder: str
    columns: Columns
    drafts: Drafts


@dataclass(frozen=True, slots=True)
class Plan:
    """All that an import would do; nothing is to be written where there is any refusal."""

    book: Book
    tables: tuple[TablePlan, ...] = ()
    rows: tuple[Resolved, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    skipped: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def refused(self) -> frozenset[tuple[str, int]]:
        """The rows that cannot be imported, by sheet and number: all those of a table, where what
        is wrong is of the table."""
        whole = {one.sheet for one in self.refusals if not one.row}
        found = {(one.sheet, one.row) for one in self.refusals if one.row}
        for table in self.tables:
            if table.table.sheet.name in whole:
                found |= {(table.table.sheet.name, row) for row in table.table.rows}
        return frozenset(found)

    @property
    def accepted(self) -> tuple[Resolved, ...]:
        """The rows with nothing wrong."""
        refused = self.refused
        return tuple(row for row in self.rows if (row.draft.sheet, row.draft.row) not in refused)

    def count(self, status: Status) -> int:
        """How many rows with nothing wrong come to something."""
        return sum(row.status is status for row in self.accepted)


def plan_import(book: Book, wish: Wish, folder: Folder, before: Review) -> Plan:
    """The plan of importing a book into a data folder, whose review is the one ``before``.

    ``ValueError``, in words for people, where there is nothing to import or it is not evident."""
    reader = Reader(folder.around.context, Names(before.register))
    reading, skipped = tables_read(book, wish, reader, before)
    tables: list[TablePlan] = []
    resolver = _resolver(book, wish, before, reader)
    rows: list[Resolved] = []
    refusals: list[Refusal] = []
    for mine in reading:
        tables.append(mine)
        refusals += [*mine.columns.refusals, *mine.drafts.refusals]
        for draft in () if mine.columns.refusals else mine.drafts:
            one = resolver.resolve(draft)
            if isinstance(one, Resolved):
                rows.append(one)
            else:
                refusals += one
    plan = Plan(book, tuple(tables), tuple(rows), {}, tuple(refusals), skipped)
    return plan if refusals else _written(plan, before, folder, wish)


def tables_read(
    book: Book, wish: Wish, reader: Reader, before: Review
) -> tuple[Iterator[TablePlan], tuple[str, ...]]:
    """The tables to import with what their rows say, those that others name first; the sheets that
    are passed over, with why. A table is read when it is asked for: until then, records that the
    ones before make can be made known to the reader."""
    found, skipped = _tables(book, wish, reader)
    ordered = sorted(found, key=lambda pair: FOLDERS.index(pair[1]))
    return (_read(book, wish, table, kind, reader, before) for table, kind in ordered), skipped


def _written(plan: Plan, before: Review, folder: Folder, wish: Wish) -> Plan:
    files = files_after(plan.rows, folder)
    changed = {path: raw for path, raw in files.items() if folder.raw.get(path) != raw}
    if not changed:
        return plan
    found: Verdict = verdict(plan.rows, changed, before, folder, wish.as_of)
    return replace(
        plan,
        files={} if found.refusals else changed,
        refusals=found.refusals,
        pending=found.pending,
        remarks=found.remarks,
    )


def _resolver(book: Book, wish: Wish, review: Review, reader: Reader) -> Resolver:
    entities = review.register.all(Entidad)
    unit = entities[0].dependencia_internacional if entities else ""
    if wish.unit:
        named = reader.names.read("dependencia", wish.unit)
        if isinstance(named, Bad):
            raise ValueError(f"--responsable: {named.message} {named.remedy}")
        unit = str(named.text)
    source = wish.source or f"Hoja de cálculo {book.name}"
    return Resolver(
        Known(review.register, reader.names),
        reader.context,
        Defaults(wish.as_of, source, unit),
        frozenset(review.acts),
        {},
    )


def _tables(
    book: Book, wish: Wish, reader: Reader
) -> tuple[list[tuple[Table, str]], tuple[str, ...]]:
    """The tables to import, each with its kind; the sheets that are passed over, with why."""
    own = own_tables(book)
    if own is not None and not wish.sheet:
        unseen = tuple(hidden_told(it.sheet) for it, _ in own if not it.sheet.visible)
        return [pair for pair in own if pair[0].sheet.visible], unseen
    skipped: list[str] = []
    found: list[tuple[Table, str]] = []
    doubtful: list[str] = []
    for sheet in sheets_wanted(book, wish.sheet, skipped):
        tables = find_tables(sheet, [wish.folder] if wish.folder else FOLDERS)
        mine = list(_known_tables(book, sheet, tables, wish, reader, doubtful))
        found += mine
        if not mine and not sheet.is_blank:
            skipped.append(f"La hoja «{sheet.name}» no se leyó: no se reconoció ninguna tabla.")
    if doubtful:
        raise ValueError("\n".join(doubtful))
    if not found:
        raise ValueError(_nothing(book, wish))
    if cut := next((table.sheet for table, _ in found if table.sheet.cut_short), None):
        raise ValueError(
            f"La hoja «{cut.name}» tiene más de {len(cut.rows)} filas. Pártala en varios archivos, "
            "o borre las filas de abajo si están vacías."
        )
    if not any(table.rows for table, _ in found):
        raise ValueError(
            f"«{book.name}» trae los encabezados y no trae ninguna fila con datos. Compruebe que "
            "sea el archivo y la hoja que quería importar, y que esté guardado."
        )
    return found, tuple(skipped)


def _known_tables(
    book: Book,
    sheet: Sheet,
    tables: Iterable[Table],
    wish: Wish,
    reader: Reader,
    doubtful: list[str],
) -> Iterable[tuple[Table, str]]:
    for table in tables:
        if wish.folder:
            yield table, wish.folder
            continue
        kinds = kinds_of(table, (book.name, sheet.name, *table.above), reader)
        if len(kinds) == 1:
            yield table, kinds[0]
        elif kinds:
            choices = " o ".join(f"--como {kind}" for kind in kinds)
            doubtful.append(
                f"No es evidente qué trae la hoja «{sheet.name}» (fila {table.top}). Dígalo: "
                f"{choices}."
            )


def _nothing(book: Book, wish: Wish) -> str:
    what = f"de {wish.folder}" if wish.folder else "de las que se importan"
    return (
        f"En «{book.name}» no hay una tabla {what}: no se reconoció ninguna fila de encabezados. "
        "La tabla lleva en una fila los nombres de las columnas (por ejemplo «Indicador», "
        "«Periodo», «Valor») y debajo los datos. Para empezar con una que sirve: "
        f"python scripts/plantilla.py {wish.folder or 'avances'}"
    )


def _read(
    book: Book, wish: Wish, table: Table, folder: str, reader: Reader, review: Review
) -> TablePlan:
    columns = columns_of(table, folder, reader)
    rows = RowReader(table, folder, columns, reader, book.first_day)
    if folder == "avances":
        around = (*table.above, table.sheet.name, book.name)
        progress = ProgressReader(rows, review.register, around, wish.as_of, wish.period)
        drafts = progress.drafts()
    else:
        drafts = rows.rows()
    split = split_figures(book, table, columns, folder)
    return TablePlan(table, folder, columns, replace(drafts, refusals=(*split, *drafts.refusals)))
