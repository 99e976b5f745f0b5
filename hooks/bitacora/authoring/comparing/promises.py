"""What was promised to readers and only shows beside the data before: addresses, acts, rows.

These rules need two states of the data, so that ``revisar.py`` cannot look for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.authoring.closing_steps import is_unseen
from bitacora.authoring.comparing.addresses import answering, moved, withdrawn
from bitacora.authoring.comparing.pasting import moved_row, withdrawal_row
from bitacora.authoring.comparing.side import Side
from bitacora.problems import Place, Problem, in_order
from bitacora.records.documents import Direccion, Retiro
from bitacora.records.fields import leaves
from bitacora.records.indicators import Avance
from bitacora.records.kinds import BY_NAME, KINDS
from bitacora.records.record import Registro
from bitacora.register import kind_of
from bitacora.reports.closings.act import Acta
from bitacora.rulebook.book import lessons
from bitacora.spanish import plain
from bitacora.tallies.site_addresses import record_address

ALIKE = 60
"""How many of each hundred values a record keeps when it only changed its name."""


VANISHED = "ficha-sin-rastro"
HIDDEN = "ficha-vuelve-a-borrador"
UNMARKED = "constancia-borrada"
ACT_GONE = "acta-borrada"
ACT_EDITED = "acta-cambiada"
ROW_GONE = "avance-borrado"
BASE_RULES = (VANISHED, HIDDEN, UNMARKED, ACT_GONE, ACT_EDITED, ROW_GONE)
"""What they ask, why, and how grave a breach is stand in the rulebook."""


def broken_promises(before: Side, after: Side) -> tuple[Problem, ...]:
    """Every breach, each with its remedy ready to paste where there is one."""
    return in_order(
        (
            *_vanished(before, after),
            *_unmarked(before, after),
            *_acts(before, after),
            *_rows(before, after),
        )
    )


def _vanished(before: Side, after: Side) -> Iterator[Problem]:
    kept = answering(after.register)
    for kind in KINDS:
        if not kind.has_pages:
            continue
        for record in before.register.by_kind[kind.name].values():
            gone = record_address(record) not in kept
            if gone and not after.is_unread(kind, record.id):
                draft = after.found.register.find(kind.name, record.id)
                yield _drafted(after, draft) if draft else _left(before, after, record)


def _drafted(after: Side, draft: Registro) -> Problem:
    return _problem(
        HIDDEN,
        after.file(draft),
        draft.id,
        f"«{after.title(draft)}» ya se había publicado y ahora es un borrador: su página "
        f"({record_address(draft)}) dejaría de existir.",
        "Quite «estado_publicacion: borrador». Si de verdad se retira, borre la ficha y deje su "
        "constancia en retiros.csv.",
    )


def _left(before: Side, after: Side, record: Registro) -> Problem:
    heir = _renamed(before, after, record)
    where, title = before.file(record), before.title(record)
    if heir is not None:
        return _problem(
            VANISHED,
            after.file(heir),
            record.id,
            f"«{title}» cambió de nombre, de «{record.id}» a «{heir.id}», y quien tenga el enlace "
            f"{record_address(record)} no encontraría nada.",
            f"Devuélvale su nombre. Si tiene que cambiar, {moved_row(record, heir, after)}",
        )
    return _problem(
        VANISHED,
        where,
        record.id,
        f"Se borró «{title}», que ya se había publicado, y no queda constancia de su retiro: quien "
        f"tenga el enlace {record_address(record)} no encontraría nada.",
        f"Recupérela de {where}. Si de verdad se retira, {withdrawal_row(record, title, after)}",
    )


def _renamed(before: Side, after: Side, record: Registro) -> Registro | None:
    """The new record of the same kind that keeps its name or most of what it said, the most alike
    first."""
    old = before.register.by_kind[record.kind]
    new = [it for name, it in after.register.by_kind[record.kind].items() if name not in old]
    told = sorted(new, key=lambda it: (-_alike(record, it), it.id))
    return told[0] if told and _alike(record, told[0]) >= ALIKE else None


def _alike(one: Registro, other: Registro) -> int:
    was, now = ({(it.field, str(it.value)) for it in leaves(it)} for it in (one, other))
    same_name = plain(one.title) == plain(other.title)
    return 100 if same_name else 100 * len(was & now) // max(len(was), 1)


def _unmarked(before: Side, after: Side) -> Iterator[Problem]:
    kept = answering(after.register)
    unread = {kind.name for kind in KINDS if (kind.name, "") in after.found.unread}
    for address in moved(before.register).keys() - kept:
        record = next(it for it in before.register.all(Direccion) if it.antes == address)
        if not {Direccion.kind} & unread:
            yield _unmark(before, record, f"la dirección vieja {address}")
    for address in withdrawn(before.register) - kept:
        note = next(it for it in before.register.all(Retiro) if address == _address(it))
        if not {Retiro.kind} & unread:
            yield _unmark(before, note, f"la constancia del retiro de «{before.title(note)}»")


def _address(note: Retiro) -> str:
    return f"{BY_NAME[note.tipo].folder}/{note.ficha}/"


def _unmark(before: Side, record: Registro, what: str) -> Problem:
    return _problem(
        UNMARKED,
        before.file(record),
        record.id,
        f"Se borró {what}, y quien tenga ese enlace no encontraría nada.",
        f"Vuelva a poner la fila «{record.id}» en {before.file(record)}.",
    )


def _acts(before: Side, after: Side) -> Iterator[Problem]:
    unreadable = {it.registro for it in after.found.problems if it.regla == "cierre-ilegible"}
    for quarter, act in before.found.acts.items():
        file = f"{after.shown}/cierres/{quarter}.json"
        now = after.found.acts.get(quarter)
        if now is None and quarter not in unreadable:
            yield _problem(
                ACT_GONE,
                file,
                quarter,
                f"Se borró el acta de cierre del informe {quarter}.",
                "Recupérela: un informe cerrado no se retira, y sus cifras se corrigen con otra "
                "versión.",
            )
        elif now is not None and not _keeps(act, now, after):
            yield _problem(
                ACT_EDITED,
                file,
                quarter,
                f"El acta de cierre del informe {quarter} ya no dice lo que decía.",
                "Recupere la que estaba publicada y, si hay que corregir, corra otra vez "
                f"python scripts/cerrar.py {quarter}.",
            )


def _keeps(was: Acta, now: Acta, after: Side) -> bool:
    """Whether every version stays as it was; one that nobody has seen yet may be made again."""
    digests = [it.huella for it in was.versiones]
    same = digests == [it.huella for it in now.versiones][: len(digests)]
    return same or is_unseen(was, after.as_of)


def _rows(before: Side, after: Side) -> Iterator[Problem]:
    """Those of closed reports are told by the rules of closings."""
    for row in before.register.all(Avance):
        known = after.found.register.find(row.kind, row.id) is not None
        closed = row.periodo.quarter.text in after.found.acts
        if not known and not closed and not after.is_unread(kind_of(row), row.id):
            yield _problem(
                ROW_GONE,
                before.file(row),
                row.id,
                f"Se borró la fila de avance de «{before.title(row)}», que ya se había publicado.",
                "Si estaba mal, vuelva a ponerla y añada debajo otra con la versión siguiente y su "
                "motivo.",
            )


def _problem(rule: str, file: str, record: str, message: str, remedy: str) -> Problem:
    severity = lessons()[rule].severity
    return Problem(Place(file, 1), record, "", "", rule, severity, message, remedy)
