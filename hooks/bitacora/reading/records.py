"""From the entries of a data folder to typed records, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatch

from pydantic import ValidationError

from bitacora.problems import Place, Problem, Severity
from bitacora.reading.code_lists import LISTS_FOLDER, CodeLists
from bitacora.reading.faults import dotted, find, path_of, plain_value, problems_of
from bitacora.reading.headers import TableHeader, check_header
from bitacora.reading.strangers import strangers
from bitacora.records.fieldtypes import NumberFormat, ReadingContext
from bitacora.records.institution import Entidad, Formato
from bitacora.records.kinds import BY_FOLDER, KINDS, Kind
from bitacora.records.record import Registro
from bitacora.sources import Mapping, SourceFile, Sources, Text
from bitacora.spanish import nearest, plain

DECIMAL_SIGNS = {"punto": ".", "coma": ","}


@dataclass(frozen=True, slots=True)
class Located:
    """A record with the entry it was read from; ``path`` is its file inside the data folder."""

    record: Registro
    entry: Mapping
    path: str

    def place(self, *steps: str | int) -> Place:
        """Where the record, or one of its fields, is written."""
        return find(self.entry, steps)[1]


@dataclass(frozen=True, slots=True)
class Reading:
    """All records that could be read, with every problem met.

    ``unread`` holds the kind and id of each entry that has errors of its own, so that nobody is
    told besides that it does not exist; where a whole table is broken, the id is empty.
    """

    located: tuple[Located, ...]
    problems: tuple[Problem, ...]
    unread: frozenset[tuple[str, str]] = frozenset()


def read_records(sources: Sources, lists: CodeLists) -> Reading:
    """Read every entry of every file; a broken one never stops the others."""
    return read_with(sources, context_of(lists))


def context_of(lists: CodeLists) -> ReadingContext:
    """What fields are read with where these are the code lists."""
    return ReadingContext(codes=lists.names(), aliases=lists.aliases(), notes=lists.notes())


def read_with(
    sources: Sources, context: ReadingContext, formats: tuple[Formato, ...] = ()
) -> Reading:
    """The same where what fields are read with is known already, with the number formats declared
    in a file that is not among these."""
    problems: list[Problem] = list(sources.problems)
    located: list[Located] = []
    unread = _broken_files(sources)
    for source in sorted(sources.files, key=_entity_first):
        kind = kind_of_file(source.path)
        if source.path.startswith(f"{LISTS_FOLDER}/"):
            continue
        if kind is None:
            problems += _stray(source)
            continue
        numbers = number_format(source.path, formats)
        header = _header(source, kind)
        found, faults = _read_file(source, kind, header, replace(context, numbers=numbers))
        unread |= {(kind.name, it.registro) for it in faults if it.is_error and it.registro}
        if header.missing:
            unread.add((kind.name, ""))
        located += found
        problems += [*header.problems, *faults]
        formats += tuple(
            form
            for item in found
            if isinstance(item.record, Entidad)
            for form in item.record.formatos
        )
    return Reading(tuple(located), tuple(problems), frozenset(unread))


def _broken_files(sources: Sources) -> set[tuple[str, str]]:
    """The record of each broken YAML file; the whole kind of each table with a broken row."""
    unread: set[tuple[str, str]] = set()
    for problem in sources.problems:
        folder, file = ("", *problem.place.archivo.split("/"))[-2:]
        stem, _, ending = file.rpartition(".")
        kind = BY_FOLDER.get(folder) or BY_FOLDER.get(stem)
        if problem.is_error and kind is not None:
            unread.add((kind.name, "" if ending.lower() == "csv" else stem))
    return unread


def _entity_first(source: SourceFile) -> tuple[bool, str]:
    # The entity declares how the other files write their numbers.
    return (not source.path.startswith("entidad."), source.path)


def kind_of_file(path: str) -> Kind | None:
    """The kind of the records of a file, by its path inside the data folder; None if it has no
    place there."""
    first = path.split("/")[0]
    folder, dot, ending = first.partition(".")
    if dot and ending.lower() != "csv" and folder != Entidad.kind:
        # A record of its own file stands inside its folder, where its name is its id.
        return None
    return BY_FOLDER.get(folder)


def _stray(source: SourceFile) -> list[Problem]:
    first = source.path.split("/")[0].partition(".")[0]
    folders = [kind.folder for kind in KINDS]
    near = nearest(first, folders)
    guess = f"¿Quiso decir «{near}»?" if near else ""
    places = [entry.place for entry in source.entries[:1]]
    return [
        Problem(
            place,
            first,
            "",
            source.path,
            "archivo-sin-lugar",
            Severity.ERROR,
            f"No sé qué clase de datos hay en «{source.path}», así que nadie los leería.",
            guess or f"Lo que se lee está en: {', '.join(folders)} y listas/.",
        )
        for place in places
    ]


def number_format(path: str, formats: tuple[Formato, ...]) -> NumberFormat:
    """How a file writes its numbers, by what the entity declares."""
    for declared in formats:
        if fnmatch(path, declared.archivo):
            return NumberFormat(DECIMAL_SIGNS[declared.decimal])
    return NumberFormat()


def _is_table(source: SourceFile) -> bool:
    return source.path.lower().endswith(".csv")


def _header(source: SourceFile, kind: Kind) -> TableHeader:
    return check_header(source.entries, kind) if _is_table(source) else TableHeader()


def _read_file(
    source: SourceFile, kind: Kind, header: TableHeader, context: ReadingContext
) -> tuple[list[Located], list[Problem]]:
    located: list[Located] = []
    problems: list[Problem] = []
    stem = source.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    if not _is_table(source):
        problems += strangers(source.entries, kind.model)
        problems += [fault for entry in source.entries for fault in _id_fault(entry, stem)]
    for entry in source.entries:
        name = _row_name(entry, kind) if _is_table(source) else stem
        values = plain_value(header.known(entry))
        if kind.derived_id or not _is_table(source):
            values["id"] = Text(name, entry.place)
        remarks: list[Problem] = []
        listening = _listening(context, name, entry, remarks)
        try:
            record = kind.model.model_validate(values, context=listening)
        except ValidationError as error:
            faults = problems_of(error, entry, kind.model, name)
            problems += [*remarks, *(it for it in faults if it.campo not in header.missing)]
        else:
            record = _named_as_read(record, kind)
            problems += [replace(remark, registro=record.id) for remark in remarks]
            located.append(Located(record, entry, source.path))
    return located, problems


def _named_as_read(record: Registro, kind: Kind) -> Registro:
    """The record with its derived id made from values, not from how each was spelled."""
    if not kind.derived_id:
        return record
    parts = [str(getattr(record, name)) for name in kind.derived_id]
    return record.model_copy(update={"id": "-".join(_slug_parts(parts))})


def _row_name(entry: Mapping, kind: Kind) -> str:
    if not kind.derived_id:
        return _written(entry, "id") or f"fila {entry.place.linea}"
    parts = [
        _written(entry, name) or ("1" if name == "version" else "") for name in kind.derived_id
    ]
    return "-".join(filter(None, _slug_parts(parts))) or f"fila-{entry.place.linea}"


def _written(entry: Mapping, name: str) -> str:
    value = entry.get(name)
    return str(value) if isinstance(value, Text) else ""


def _slug_parts(parts: list[str]) -> Iterator[str]:
    for part in parts:
        kept = "".join(char if char.isascii() and char.isalnum() else "-" for char in plain(part))
        yield "-".join(filter(None, kept.split("-")))


def _id_fault(entry: Mapping, stem: str) -> list[Problem]:
    written = entry.get("id")
    if written is None or written == stem:
        return []
    return [
        Problem(
            written.place,
            stem,
            "id",
            str(written) if isinstance(written, str) else "",
            "id-distinto-del-archivo",
            Severity.ERROR,
            f"El identificador es el nombre del archivo («{stem}»), y aquí dice otra cosa.",
            "Borre la línea «id:», o cambie el nombre del archivo si aún no se ha publicado.",
        )
    ]


def _listening(
    context: ReadingContext, record: str, entry: Mapping, remarks: list[Problem]
) -> ReadingContext:
    def remark(text: str, rule: str, message: str, remedy: str) -> None:
        place = getattr(text, "place", Place("", 1))
        field = dotted(path_of(entry, text)) if isinstance(text, Text) else ""
        remarks.append(
            Problem(place, record, field, str(text), rule, Severity.AVISO, message, remedy)
        )

    return replace(context, remark=remark)
