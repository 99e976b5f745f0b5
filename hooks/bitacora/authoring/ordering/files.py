"""One data file put in its canonical form."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from bitacora.authoring.ordering.record_files import ordered_record, same_comments
from bitacora.authoring.ordering.sameness import same
from bitacora.authoring.ordering.surroundings import Surroundings
from bitacora.authoring.ordering.table_files import ordered_list, ordered_table
from bitacora.authoring.ordering.told import encoding_changes
from bitacora.problems import Problem
from bitacora.reading.code_lists import LISTS_FOLDER
from bitacora.reading.records import Reading, kind_of_file
from bitacora.records.fieldtypes import ReadingContext
from bitacora.sources import SourceFile, parse_text
from bitacora.sources.encoding import decode_csv, decode_yaml
from bitacora.sources.faults import Origin
from bitacora.sources.file_text import suffix

UNKNOWN = frozenset({"campo-desconocido", "id-distinto-del-archivo"})
TABLE = ".csv"
NO_PLACE = "No es de los archivos que se leen, así que no se sabe en qué orden va."
BLANKS = "espacios, sangría o signos"
CHANGED_MEANING = (
    "Al ordenarlo cambiaría lo que dice, así que se dejó como estaba. El defecto es de este "
    "programa: avise a quien lo mantiene."
)


@dataclass(frozen=True, slots=True)
class Ordered:
    """What comes of ordering a file: its text in canonical form, with what changes in it in a few
    words each (none where it is in that form already); or why it is left alone, as the faults that
    must be mended first or as one sentence."""

    text: str = ""
    changes: tuple[str, ...] = ()
    faults: tuple[Problem, ...] = ()
    reason: str = ""

    @property
    def left_alone(self) -> bool:
        """Whether the file could not be ordered."""
        return bool(self.faults or self.reason)


def ordered_file(raw: bytes, path: str, shown: str, around: Surroundings) -> Ordered:
    """The canonical form of a data file (``path`` inside the folder that people know as ``shown``).

    What it says never changes: both texts are read again, and it is left alone if they differ.
    """
    before, problems = parse_text(raw, path, shown)
    faults = tuple(problem for problem in problems if problem.is_error)
    if before is None or faults:
        return Ordered(faults=faults)
    if kind_of_file(path) is None and not _is_list(path):
        return Ordered(reason=NO_PLACE)
    reading = around.reading_of(before)
    if faults := tuple(problem for problem in reading.problems if problem.regla in UNKNOWN):
        return Ordered(faults=faults)
    old = _decoded(raw, path, shown)
    text, changes = _rewritten(old, before, reading, around.context_of(path))
    after, _ = parse_text(text.encode("utf-8"), path, shown)
    if after is None or not same(before, after, around):
        return Ordered(reason=CHANGED_MEANING)
    if not _is_table(path) and not same_comments(old, text):
        return Ordered(reason=CHANGED_MEANING)
    if text.encode("utf-8") == raw:
        return Ordered(text)
    return Ordered(text, (*encoding_changes(raw), *changes) or (BLANKS,))


def _rewritten(
    text: str, source: SourceFile, reading: Reading, context: ReadingContext
) -> tuple[str, tuple[str, ...]]:
    name = PurePosixPath(source.path).stem
    kind = kind_of_file(source.path)
    if kind is None:
        return ordered_list(text, source, name)
    if _is_table(source.path):
        return ordered_table(text, source, kind, reading.located, context)
    read = context if reading.located else None
    return ordered_record(text, source.entries[0], kind, name, read)


def _decoded(raw: bytes, path: str, shown: str) -> str:
    decode = decode_csv if _is_table(path) else decode_yaml
    text, _ = decode(raw, Origin.of(path, shown))
    return text or ""


def _is_table(path: str) -> bool:
    return suffix(path) == TABLE


def _is_list(path: str) -> bool:
    return path.startswith(f"{LISTS_FOLDER}/") and _is_table(path)
