"""Good practices that entered the catalogue or were carried elsewhere in a quarter."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.records.practices import BuenaPractica
from bitacora.register import in_reading_order
from bitacora.reports.content import NovedadPractica
from bitacora.reports.view import View

NEW, CARRIED = "nueva", "transferida"


def practices(view: View) -> tuple[NovedadPractica, ...]:
    """The practices that entered the catalogue in the quarter, then those taken up elsewhere.

    When a practice began is no news: only when it came into the catalogue.
    """
    catalogue = in_reading_order(view.register.all(BuenaPractica))
    carried = [item for one in catalogue for item in _carried(view, one)]
    return (*(item for one in catalogue for item in _new(view, one)), *carried)


def _new(view: View, practice: BuenaPractica) -> Iterator[NovedadPractica]:
    entered = practice.incorporada
    if entered is not None and view.holds_whole(entered):
        yield NovedadPractica(
            id=practice.id, titulo=practice.titulo, novedad=NEW, fecha=str(entered)
        )


def _carried(view: View, practice: BuenaPractica) -> Iterator[NovedadPractica]:
    for move in practice.transferencias:
        if view.holds_whole(move.fecha):
            yield NovedadPractica(
                id=practice.id,
                titulo=practice.titulo,
                novedad=CARRIED,
                fecha=str(move.fecha),
                a_quien=move.a_quien,
                resultado=move.resultado,
            )
