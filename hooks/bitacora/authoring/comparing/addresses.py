"""The addresses of the site before and after: where somebody may have a link to."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.authoring.comparing.change import PageChanges
from bitacora.authoring.comparing.side import Side
from bitacora.records.documents import Direccion, Retiro
from bitacora.records.kinds import BY_FOLDER, BY_NAME
from bitacora.register import Register
from bitacora.reports.rollups.year import report_years
from bitacora.tallies.countries import countries_of
from bitacora.tallies.site_addresses import living_addresses

ROWS = "-filas"
"""How the address of the rows behind a report ends."""


def page_changes(before: Side, after: Side) -> PageChanges:
    """What happened to each address; where one side has errors, those of the reports are not
    known, and are left out of both."""
    both = before.edition is not None and after.edition is not None
    was, now = (_all(side, with_reports=both) for side in (before, after))
    old_moves, moves = (moved(side.register) for side in (before, after))
    new_moves = {one: to for one, to in moves.items() if old_moves.get(one) != to}
    notes = withdrawn(after.register) - withdrawn(before.register)
    told = {*new_moves, *new_moves.values(), *notes}
    return PageChanges(
        new=tuple(sorted(it for it in now - was - told if not _unread(before, it))),
        moved=tuple(sorted(new_moves.items())),
        withdrawn=tuple(sorted(notes)),
        gone=tuple(sorted(it for it in was - now if not _unread(after, it))),
    )


def _unread(side: Side, address: str) -> bool:
    """Whether the record of an address may be there, and cannot be read."""
    folder, _, name = address.rstrip("/").partition("/")
    kind = BY_FOLDER.get(folder)
    return kind is not None and side.is_unread(kind, name)


def _all(side: Side, *, with_reports: bool) -> frozenset[str]:
    found = {*answering(side.register), *_countries(side.register)}
    return frozenset(found | set(_reports(side) if with_reports else ()))


def answering(register: Register) -> frozenset[str]:
    """Every address at which a record, a note of withdrawal or a way onwards is found."""
    return living_addresses(register) | withdrawn(register) | frozenset(moved(register))


def moved(register: Register) -> dict[str, str]:
    """The addresses that lead to another, with that other."""
    return {item.antes: item.ahora for item in register.all(Direccion)}


def withdrawn(register: Register) -> frozenset[str]:
    """The addresses where a note of withdrawal stays."""
    return frozenset(
        f"{kind.folder}/{note.ficha}/"
        for note in register.all(Retiro)
        if (kind := BY_NAME.get(note.tipo)) is not None
        and kind.has_pages
        and register.find(note.tipo, note.ficha) is None
    )


def _countries(register: Register) -> Iterator[str]:
    return (f"paises/{country.code.lower()}/" for country in countries_of(register))


def _reports(side: Side) -> Iterator[str]:
    reports = side.edition.reports if side.edition else ()
    for one in reports:
        quarter = one.content.periodo.lower()
        names = [quarter] if one.latest else []
        names += [f"{quarter}-v{one.version}"] if one.act else []
        yield from (f"informes/{name}{end}/" for name in names for end in ("", ROWS))
    yield from (f"informes/{year}/" for year in report_years(reports))
