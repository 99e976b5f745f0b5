"""The words for how an indicator stands in a quarter."""

from __future__ import annotations

from bitacora.pages.chips import chip
from bitacora.tallies.progress import GRACE, Standing

NAMES: dict[Standing, str] = {
    Standing.REPORTADO: "Reportado",
    Standing.PRELIMINAR: "Preliminar",
    Standing.SIN_DATO: "Sin dato",
    Standing.NO_APLICA: "No aplica",
    Standing.SIN_REPORTE: "Sin reporte",
    Standing.POR_REPORTAR: "Por reportar",
    Standing.NO_CORRESPONDE: "No corresponde este trimestre",
}
MEANINGS: dict[Standing, str] = {
    Standing.REPORTADO: "La dependencia entregó el valor y responde por él.",
    Standing.PRELIMINAR: "Ya hay un valor, pero todavía se revisa y puede cambiar.",
    Standing.SIN_DATO: "La dependencia informó que no tiene el valor, y dice por qué.",
    Standing.NO_APLICA: "En ese periodo no había nada que medir.",
    Standing.SIN_REPORTE: (
        f"Pasaron más de {GRACE.days} días desde que terminó el periodo y nadie entregó el dato. "
        "No quiere decir que valga cero."
    ),
    Standing.POR_REPORTAR: f"El plazo de {GRACE.days} días para entregar el dato sigue abierto.",
    Standing.NO_CORRESPONDE: (
        "Según cada cuánto se reporta, en ese trimestre no le tocaba entregar dato."
    ),
}


def standing_chip(standing: Standing) -> str:
    """A standing as a chip."""
    return chip(standing.value, NAMES[standing])
