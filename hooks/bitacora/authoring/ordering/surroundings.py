"""What a data file is read with besides its own text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bitacora.reading.code_lists import read_code_lists
from bitacora.reading.records import (
    Reading,
    context_of,
    kind_of_file,
    number_format,
    read_with,
)
from bitacora.records.fieldtypes import ReadingContext
from bitacora.records.institution import Entidad, Formato
from bitacora.records.kinds import BY_NAME
from bitacora.sources import SourceFile, Sources


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the fields of a site are read with, and how its entity says that each file writes its
    numbers."""

    context: ReadingContext
    formats: tuple[Formato, ...] = ()

    @classmethod
    def of(cls, shipped: Sources, office: Sources) -> Surroundings:
        """Those of a data folder that has been read."""
        lists, _ = read_code_lists(shipped, office)
        context = context_of(lists)
        entity = tuple(it for it in office.files if kind_of_file(it.path) is BY_NAME[Entidad.kind])
        formats = tuple(
            form
            for item in read_with(Sources(entity, ()), context).located
            if isinstance(item.record, Entidad)
            for form in item.record.formatos
        )
        return cls(context, formats)

    def context_of(self, path: str) -> ReadingContext:
        """What the fields of one file are read with."""
        return replace(self.context, numbers=number_format(path, self.formats))

    def reading_of(self, source: SourceFile) -> Reading:
        """The records of one file, as the whole folder would give them."""
        return read_with(Sources((source,), ()), self.context, self.formats)
