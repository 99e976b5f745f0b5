"""What changed since the report before: computed, never typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bitacora.canonical import canonical
from bitacora.reports.content import Cambio, Contenido, MetaCambiada, Pendiente, Renglon

CLASSES = ("luz", "valor", "meta", "nuevo", "terminado", "situacion")
"""The classes of change in the order in which they are told."""
CLOSED = frozenset({"respondida", "cumplido", "cumplido_en_parte", "no_cumplido"})
"""Where a question or a commitment is told for the last time."""
PENDING, DONE = "pendiente", "hecho"


def changes(before: Contenido, now: Contenido) -> tuple[Cambio, ...]:
    """Every light, value, goal, state, new or ended record that differs between two reports.

    ``antes`` and ``ahora`` are canonical, for pages to word:

    - ``luz``: codes of «luces», the declared light where there is one; ``motivo`` its reason.
    - ``valor``: the value to date, also where it moved though no period was due.
    - ``meta``: the goal of the term, or that of ``periodo``; ``motivo`` says why, after the act.
    - ``nuevo``, ``terminado``: the code of the light or the state it came in or went out with.
    - ``situacion``: codes of state: of an instrument, a question, a commitment, the outcome of an
      application, an action that was stopped; «pendiente» and «hecho» for a milestone. ``ahora``
      is None where what was not done is told no longer, though nobody says that it was done.

    By class, then by kind in the order of the report's sections, then in the order of the report.
    """
    found = [*_in_lines(before, now), *_in_states(before, now), *_in_pending(before, now)]
    return tuple(sorted(found, key=lambda item: CLASSES.index(item.clase)))


def _in_lines(before: Contenido, now: Contenido) -> Iterator[Cambio]:
    earlier = {line.indicador: line for line in before.renglones}
    present = {line.indicador for line in now.renglones}
    for line in now.renglones:
        old = earlier.get(line.indicador)
        if old is None:
            yield _of(line, "nuevo", ahora=line.luz_vigente)
        else:
            yield from _in_line(old, line)
    for line in before.renglones:
        if line.indicador not in present:
            yield _of(line, "terminado", antes=line.luz_vigente)


def _in_line(old: Renglon, new: Renglon) -> Iterator[Cambio]:
    if old.luz_vigente != new.luz_vigente:
        why = new.motivo_luz if new.luz_declarada else None
        yield _of(new, "luz", old.luz_vigente, new.luz_vigente, motivo=why)
    if old.a_la_fecha != new.a_la_fecha:
        yield _of(new, "valor", _text(old.a_la_fecha), _text(new.a_la_fecha), new.unidad)
    if old.meta != new.meta:
        whole = [item for item in new.metas_cambiadas if item.periodo is None]
        why = _reason(whole[-1]) if whole else None
        yield _of(new, "meta", _text(old.meta), _text(new.meta), new.unidad, why)
    for goal in new.metas_cambiadas:
        if goal.periodo is not None and goal not in old.metas_cambiadas:
            told = _of(new, "meta", _text(goal.antes), _text(goal.ahora), new.unidad, _reason(goal))
            yield told.model_copy(update={"periodo": goal.periodo})


def _of(
    line: Renglon,
    clase: str,
    antes: str | None = None,
    ahora: str | None = None,
    unidad: str | None = None,
    motivo: str | None = None,
) -> Cambio:
    return Cambio(
        clase=clase,
        tipo="indicador",
        id=line.indicador,
        nombre=line.nombre,
        antes=antes,
        ahora=ahora,
        unidad=unidad,
        motivo=motivo,
    )


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a record stands: what all that have a state have in common."""

    tipo: str
    id: str
    nombre: str
    state: str | None
    lasting: bool
    """Whether a record that is no longer told has ended, rather than only been told enough."""


def _in_states(before: Contenido, now: Contenido) -> Iterator[Cambio]:
    old = {(item.tipo, item.id): item for item in _stands(before)}
    new = {(item.tipo, item.id): item for item in _stands(now)}
    for key, item in new.items():
        was = old.get(key)
        if was is None and item.tipo != "oportunidad":
            yield _stood(item, "nuevo", None, item.state)
        elif was is not None and was.state != item.state:
            yield _stood(item, "situacion", was.state, item.state)
    for key, item in old.items():
        if key not in new and item.lasting:
            yield _stood(item, "terminado", item.state, None)


def _stands(content: Contenido) -> Iterator[_Stand]:
    for one in content.vinculos:
        yield _Stand(one.tipo, one.id, one.nombre, one.estado, lasting=True)
    for call in content.postulaciones:
        yield _Stand("oportunidad", call.id, call.titulo, call.desenlace, lasting=False)
    for ask in content.preguntas:
        is_open = ask.situacion not in CLOSED
        yield _Stand("pregunta", ask.id, ask.pregunta, ask.situacion, lasting=is_open)
    for vow in content.compromisos:
        is_open = vow.situacion not in CLOSED
        yield _Stand("compromiso", vow.id, vow.compromiso, vow.situacion, lasting=is_open)


def _stood(item: _Stand, clase: str, antes: str | None, ahora: str | None) -> Cambio:
    return Cambio(
        clase=clase, tipo=item.tipo, id=item.id, nombre=item.nombre, antes=antes, ahora=ahora
    )


def _in_pending(before: Contenido, now: Contenido) -> Iterator[Cambio]:
    """What the office declares in words is of one report only, so it is not compared."""
    old, new = _compared(before.pendientes), _compared(now.pendientes)
    done = {_same(item): item for item in now.cumplidos}
    for key, item in new.items():
        state = item.estado or PENDING
        was = old.get(key)
        if was is None:
            yield _pending(item, "nuevo", None, state)
        elif (was.estado or PENDING) != state:
            yield _pending(item, "situacion", was.estado or PENDING, state)
    for key, item in old.items():
        if key not in new:
            ended = done.get(key)
            state_now = (ended.estado or DONE) if ended else None
            yield _pending(item, "situacion", item.estado or PENDING, state_now)


def _compared(pending: Sequence[Pendiente]) -> dict[tuple[str | None, ...], Pendiente]:
    return {_same(item): item for item in pending if item.tipo != "declarado"}


def _same(item: Pendiente) -> tuple[str | None, ...]:
    """What makes a pending matter the same in two reports; an action is one whatever its dates."""
    if item.tipo == "accion":
        return (item.tipo, item.accion)
    return (item.tipo, item.accion, item.que, item.previsto)


def _pending(item: Pendiente, clase: str, antes: str | None, ahora: str | None) -> Cambio:
    return Cambio(
        clase=clase, tipo=item.tipo, id=item.accion or "", nombre=item.que, antes=antes, ahora=ahora
    )


def _reason(goal: MetaCambiada) -> str:
    return f"{goal.acto}. {goal.motivo}"


def _text(value: Decimal | None) -> str | None:
    return None if value is None else canonical(value)
