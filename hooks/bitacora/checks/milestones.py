"""Rules of the milestones of an action."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.actions import CLOSED_STATES
from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.actions import Accion, Hito


def _milestones(world: World) -> Iterator[tuple[Accion, int, Hito]]:
    for action in world.register.all(Accion):
        for index, milestone in enumerate(action.hitos):
            yield action, index, milestone


@rule("hito-vencido", Severity.AVISO)
def milestone_overdue(world: World) -> Iterator[Finding]:
    """A milestone whose date passed is fulfilled, or its action is closed or says why."""
    for action, index, item in _milestones(world):
        late = item.cumplido is False and item.fecha.last < world.as_of
        told = action.estado in CLOSED_STATES or action.motivo_estado
        if late and not told:
            yield Finding(
                action,
                ("hitos", index, "fecha"),
                f"El plazo del hito pasó ({item.fecha}) y no se ha cumplido.",
                "Si ya se cumplió, escriba «cumplido: sí» y su evidencia; si no, cuente por qué en "
                "«motivo_estado».",
            )


@rule("hito-sin-evidencia", Severity.AVISO)
def milestone_without_evidence(world: World) -> Iterator[Finding]:
    """A fulfilled milestone has evidence."""
    for action, index, item in _milestones(world):
        if item.cumplido is True and not item.evidencia:
            yield Finding(
                action,
                ("hitos", index, "cumplido"),
                "El hito figura como cumplido y nada lo prueba.",
                "Escriba en «evidencia» el acta, el enlace o el documento.",
            )


@rule("hito-contradictorio", Severity.AVISO)
def milestone_contradicts_itself(world: World) -> Iterator[Finding]:
    """A milestone with a real date is fulfilled, on a date that has come."""
    for action, index, item in _milestones(world):
        if item.fecha_real is None:
            continue
        if item.cumplido is not True:
            yield Finding(
                action,
                ("hitos", index, "fecha_real"),
                f"El hito tiene fecha de cumplimiento ({item.fecha_real}) y no figura cumplido.",
                "Escriba «cumplido: sí», o borre «fecha_real».",
            )
        elif item.fecha_real.first > world.as_of:
            yield Finding(
                action,
                ("hitos", index, "fecha_real"),
                f"El hito figura cumplido en una fecha que no ha llegado ({item.fecha_real}).",
                "Corrija «fecha_real», o «cumplido» si todavía está pendiente.",
            )


@rule("hito-fuera-de-plazo", Severity.AVISO)
def milestone_outside_dates(world: World) -> Iterator[Finding]:
    """The date of a milestone falls between the start and the end of its action."""
    for action, index, item in _milestones(world):
        start, end = known(action.fecha_inicio), known(action.fecha_fin)
        if (start and item.fecha.last < start.first) or (end and item.fecha.first > end.last):
            yield Finding(
                action,
                ("hitos", index, "fecha"),
                f"El hito ({item.fecha}) cae por fuera de las fechas de la acción "
                f"({start or 'sin inicio'} a {end or 'sin final'}).",
                "Corrija la fecha del hito, o las de la acción.",
            )


RULES = (
    milestone_overdue,
    milestone_without_evidence,
    milestone_contradicts_itself,
    milestone_outside_dates,
)
