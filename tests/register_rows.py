"""Events and calls as the tests of their registers make them."""

from __future__ import annotations

from datetime import date
from typing import Any

from bitacora.records.events import Evento, Oportunidad

SHARED: dict[str, Any] = {
    "fuente": ("Archivo",),
    "responsable": "oficina",
    "actualizado": date(2026, 7, 1),
}
EVENT: dict[str, Any] = {
    "id": "feria",
    "nombre": "Feria",
    "tipo": "mision_saliente",
    "ciudad": "Lago Grande",
    "pais": "MX",
    "fecha_inicio": date(2026, 5, 18),
    "proposito": "Vender.",
}
CALL: dict[str, Any] = {
    "id": "puertos",
    "titulo": "Puertos que enseñan",
    "oferente": "Red de Puertos",
    "categoria": "convocatorias",
    "cierre": date(2026, 5, 31),
    "requiere_contrapartida": False,
    "enlace": "https://puertos.example/",
}


def event(**fields: Any) -> Evento:
    """A mission of one day in May 2026, with these fields changed."""
    return Evento.model_construct(**{**SHARED, **EVENT, **fields})


def call(**fields: Any) -> Oportunidad:
    """A call that closes on 31 May 2026, with these fields changed."""
    return Oportunidad.model_construct(**{**SHARED, **CALL, **fields})
