"""Rules of the calls to apply to: when they are open, what came of the application."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.events import Oportunidad

WAITING = frozenset({None, "en_espera"})
PATIENCE = timedelta(days=180)


@rule("oportunidad-fechas-invertidas", Severity.ERROR)
def closes_before_it_opens(world: World) -> Iterator[Finding]:
    """A call opens before it closes, is applied to before it is decided."""
    for item in world.register.all(Oportunidad):
        if item.apertura and item.cierre < item.apertura:
            yield Finding(
                item,
                ("cierre",),
                f"Cierra ({item.cierre}) antes de abrir ({item.apertura}).",
                "Revise las dos fechas; quizá quedaron cambiadas.",
            )
        if item.postulada and item.desenlace_fecha and item.desenlace_fecha < item.postulada:
            yield Finding(
                item,
                ("desenlace_fecha",),
                f"El desenlace ({item.desenlace_fecha}) es anterior a la postulación "
                f"({item.postulada}).",
                "Revise las dos fechas; quizá quedaron cambiadas.",
            )


@rule("postulacion-fuera-de-plazo", Severity.ERROR)
def applied_too_late(world: World) -> Iterator[Finding]:
    """A call is applied to before it closes."""
    for item in world.register.all(Oportunidad):
        if item.postulada and item.postulada > item.cierre:
            yield Finding(
                item,
                ("postulada",),
                f"Figura postulada el {item.postulada} y la convocatoria cerró el {item.cierre}.",
                "Corrija una de las dos fechas.",
            )


@rule("postulacion-sin-fecha", Severity.ERROR)
def outcome_without_application(world: World) -> Iterator[Finding]:
    """Only what was applied to has an outcome."""
    for item in world.register.all(Oportunidad):
        if item.desenlace and not item.postulada:
            name = world.lists.name("desenlaces_postulacion", item.desenlace).lower()
            yield Finding(
                item,
                ("desenlace",),
                f"Figura «{name}» y no se dice cuándo se postuló la entidad.",
                "Escriba la fecha en «postulada», o borre «desenlace» si no se postuló.",
            )


@rule("postulacion-sin-desenlace", Severity.AVISO)
def outcome_unknown(world: World) -> Iterator[Finding]:
    """What came of an application is known within 180 days of the close of the call."""
    for item in world.register.all(Oportunidad):
        late = item.cierre < world.as_of - PATIENCE
        if item.postulada and item.desenlace in WAITING and late:
            yield Finding(
                item,
                ("desenlace",),
                f"La convocatoria cerró el {item.cierre} y no se sabe qué pasó con la postulación.",
                "Pregunte a quien la ofrece y escriba el desenlace.",
            )


RULES = (
    closes_before_it_opens,
    applied_too_late,
    outcome_without_application,
    outcome_unknown,
)
