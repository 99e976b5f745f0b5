"""Every exporter of files, in one registry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bitacora.artefacts import Artefact
from bitacora.edition import Edition
from bitacora.exports.calendars import calendars
from bitacora.exports.facets import facet_files
from bitacora.exports.feeds import feeds
from bitacora.exports.open_data import open_data
from bitacora.exports.pending import pending_calendar
from bitacora.exports.report_files import report_files
from bitacora.exports.server_files import server_files
from bitacora.exports.table import Table

Exporter = Callable[[Edition, Sequence[Table]], Iterator[Artefact]]

EXPORTS: tuple[Exporter, ...] = (
    open_data,
    report_files,
    calendars,
    pending_calendar,
    feeds,
    facet_files,
    server_files,
)
