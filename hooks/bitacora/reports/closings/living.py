"""What a later version of a closed report keeps as its first one told it: facts without date."""

from __future__ import annotations

from bitacora.reports.content import Contenido, Pendiente, Vinculo
from bitacora.reports.sections.changes import changes
from bitacora.reports.sections.undone import ACTION


def as_first_told(content: Contenido, before: Contenido, previous: Contenido | None) -> Contenido:
    """The content of a new version with the states that have no date (of actions, of instruments)
    as ``before`` told them: a version mends what was wrong, it does not bring the report up to
    today. ``previous`` is the report of the quarter before."""
    kept = content.model_copy(
        update={
            "pendientes": _undone(content, before),
            "cumplidos": before.cumplidos,
            "vinculos": tuple(_relation(item, before) for item in content.vinculos),
        }
    )
    return kept.model_copy(update={"cambios": changes(previous, kept) if previous else ()})


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
