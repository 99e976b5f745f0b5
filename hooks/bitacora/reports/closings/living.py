"""What a later version of a closed report keeps as its first one told it: facts without date."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from bitacora.reports.content import Contenido, Participacion, Pendiente, Renglon, Vinculo
from bitacora.reports.sections.changes import changes
from bitacora.reports.sections.participants import ACTION as THROUGH_ACTION
from bitacora.reports.sections.undone import ACTION
from bitacora.spanish import sort_key

ADDED = (
    "misiones",
    "cerradas_sin_postular",
    "por_cerrar",
    "cuotas",
    "participaciones",
    "documentos",
    "autoevaluaciones",
)
"""What reports closed at first did not tell; their later versions do not begin to."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def as_first_told(content: Contenido, before: Contenido, previous: Contenido | None) -> Contenido:
    """The content of a new version with the states that have no date (of actions, of instruments)
    as ``before`` told them: a version mends what was wrong, it does not bring the report up to
    today. ``previous`` is the report of the quarter before."""
    kept = content.model_copy(
        update={
            "pendientes": _undone(content, before),
            "cumplidos": before.cumplidos,
            "vinculos": tuple(_relation(item, before) for item in content.vinculos),
            "renglones": tuple(_line(item, before) for item in content.renglones),
            **_registers(content, before),
        }
    )
    return kept.model_copy(update={"cambios": changes(previous, kept) if previous else ()})


def _registers(content: Contenido, before: Contenido) -> dict[str, Any]:
    """What the registers told; of calls and documents, no more than was known then."""
    kept = {
        "por_cerrar": before.por_cerrar,
        "cerradas_sin_postular": _known(
            content.cerradas_sin_postular, before.cerradas_sin_postular
        ),
        "documentos": _known(content.documentos, before.documentos),
        "participaciones": _participants(content, before),
    }
    return {**kept, **{name: None for name in ADDED if getattr(before, name) is None}}


def _known(now: Iterable[N] | None, before: Iterable[N] | None) -> tuple[N, ...]:
    told = {item.id for item in before or ()}
    return tuple(item for item in now or () if item.id in told)


def _participants(content: Contenido, before: Contenido) -> tuple[Participacion, ...]:
    """Those of dated facts anew; those of actions, whose actors bear no date, as they were."""
    now = {item.id: item for item in content.participaciones or ()}
    then = {item.id: item for item in before.participaciones or ()}
    found = []
    for name in dict.fromkeys((*then, *now)):
        dated = _rows(now.get(name), of_action=False)
        rows = (*dated, *_rows(then.get(name), of_action=True))
        if rows:
            found.append((now.get(name) or then[name]).model_copy(update={"filas": rows}))
    return tuple(sorted(found, key=lambda item: (sort_key(item.nombre), item.id)))


def _rows(item: Participacion | None, *, of_action: bool) -> tuple[str, ...]:
    rows = item.filas if item else ()
    return tuple(row for row in rows if row.startswith(THROUGH_ACTION) == of_action)


def _line(line: Renglon, before: Contenido) -> Renglon:
    """A line with the levels it had."""
    old = before.renglon(line.indicador)
    return line.model_copy(update={"niveles": old.niveles}) if old else line


def _undone(content: Contenido, before: Contenido) -> tuple[Pendiente, ...]:
    """Dated milestones and what the office declares anew; stopped actions as they were told."""
    reasons = {_key(item): item.por_que for item in before.pendientes}
    dated = (item for item in content.pendientes if item.tipo != ACTION)
    told = (
        item.model_copy(update={"por_que": reasons.get(_key(item), item.por_que)}) for item in dated
    )
    return (*told, *(item for item in before.pendientes if item.tipo == ACTION))


def _key(item: Pendiente) -> tuple[str, str | None, str, str | None]:
    return item.tipo, item.accion, item.que, item.previsto


def _relation(item: Vinculo, before: Contenido) -> Vinculo:
    """A relation whose dates did not change keeps its state."""
    old = next((it for it in before.vinculos if (it.tipo, it.id) == (item.tipo, item.id)), None)
    if old is None or (old.desde, old.vence, old.actividades) != (
        item.desde,
        item.vence,
        item.actividades,
    ):
        return item
    return item.model_copy(update={"estado": old.estado, "novedades": old.novedades})
